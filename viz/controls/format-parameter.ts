import type { PlainValue } from "../../sim/parameters/check-parameters.ts";
import type { Definition } from "../../sim/parameters/definition-types.ts";
import { type Way, wayShare } from "../../sim/parameters/ways.ts";
import { formatNumber, formatPercent } from "../text/format-number.ts";

/** A value as the page shows it: on or off, a number, or words without underscores. */
export function formatParameter({ kind }: Definition, value: PlainValue): string {
  if (kind === "switch") return value === true ? "on" : "off";
  return typeof value === "number" ? formatNumber(value) : formatChoice(String(value));
}

/** A choice as the page shows it. */
export function formatChoice(choice: string): string {
  return choice.replaceAll("_", " ");
}

/** A value of a way's parameter as the page shows it: how much of the way it is, in percent. */
export function formatWay(way: Pick<Way, "isReversed">, value: PlainValue): string {
  return formatPercent(wayShare(way, Number(value)));
}
