import type { PlainValue } from "../../sim/parameters/check-parameters.ts";
import type { Definition } from "../../sim/parameters/definition-types.ts";
import { formatNumber } from "../text/format-number.ts";

/** A value as the page shows it: on or off, a number, or words without underscores. */
export function formatParameter({ kind }: Definition, value: PlainValue): string {
  if (kind === "switch") return value === true ? "on" : "off";
  return typeof value === "number" ? formatNumber(value) : formatChoice(String(value));
}

/** A choice as the page shows it. */
export function formatChoice(choice: string): string {
  return choice.replaceAll("_", " ");
}
