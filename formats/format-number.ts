import { formatNumber } from "../sim/index.ts";

/** A number and what it counts: `1 tie`, `2,048 ties`. */
export function formatCount(number: number, thing: string): string {
  return `${formatNumber(number)} ${thing}${number === 1 ? "" : "s"}`;
}
