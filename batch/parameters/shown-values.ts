import { type Definition, formatNumber } from "../../sim/index.ts";

/** A default as a user types it. */
export function shownDefault(definition: Definition): string {
  if (definition.kind === "switch") return definition.default ? "on" : "off";
  return definition.default === Number.POSITIVE_INFINITY ? "never" : String(definition.default);
}

/** What may be given: `0–1`, `1–520, never`, `on, off`. */
export function shownRange(definition: Definition): string {
  if (definition.kind === "switch") return "on, off";
  if (definition.kind === "choice") return definition.choices.join(", ");
  return `${formatNumber(definition.min)}–${formatNumber(definition.max)}${definition.never ? ", never" : ""}`;
}

export function shownUnit(definition: Definition): string {
  return definition.kind === "number" ? definition.unit : "";
}

/** When a value that was changed begins to act. */
export function shownLive(definition: Definition): string {
  return definition.live ? "live" : "next start";
}
