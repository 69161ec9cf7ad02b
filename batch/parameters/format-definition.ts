import { type Definition, formatNumber } from "../../sim/index.ts";

/** A default value as a user types it. */
export function formatDefault(definition: Definition): string {
  if (definition.kind === "switch") return definition.default ? "on" : "off";
  return definition.default === Number.POSITIVE_INFINITY ? "never" : String(definition.default);
}

/** The allowed values: `0–1`, `1–520, never`, `on, off`. */
export function formatRange(definition: Definition): string {
  if (definition.kind === "switch") return "on, off";
  if (definition.kind === "choice") return definition.choices.join(", ");
  if (definition.kind === "text") return definition.form;
  return `${formatNumber(definition.min)}–${formatNumber(definition.max)}${definition.never ? ", never" : ""}`;
}

export function formatUnit(definition: Definition): string {
  return definition.kind === "number" ? definition.unit : "";
}

/** When a change takes effect. */
export function formatLive(definition: Definition): string {
  return definition.live ? "live" : "next start";
}
