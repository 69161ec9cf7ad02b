import type { Way } from "../../sim/parameters/ways.ts";
import { formatPercent } from "../text/format-number.ts";

/** What came of a way differs from the intention from this share on; less is chance. */
const DIFFERS = 0.03;

/**
 * What came of a way, as text.
 *
 * @param intended how much of the way people set out to do, 0 to 1
 * @param result what was measured, 0 to 1; NaN if it is not defined
 * @returns the number, and one sentence on why it is not what was intended; the sentence is empty where the two agree
 */
export function describeResult(
  { resultUnit, why }: Pick<Way, "resultUnit" | "why">,
  intended: number,
  result: number,
): { readonly text: string; readonly why: string } {
  if (resultUnit === "belief") return { text: Number.isNaN(result) ? "–" : `${(1 + 9 * result).toFixed(1)} of 10`, why };
  return { text: formatPercent(result), why: Math.abs(result - intended) >= DIFFERS ? why : "" };
}
