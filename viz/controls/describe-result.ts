import type { Way } from "../../sim/parameters/ways.ts";
import { formatPercent } from "../text/format-number.ts";

/** What came of a way differs from the intention from this share on; less is chance. */
const DIFFERS = 0.03;

/** Why a way does better or worse than meant, if nothing in the model itself says so. */
const OTHERWISE = "People differ from the mean that the slider sets, and the last year counts in full.";

/**
 * What came of a way, as text.
 *
 * @param intended how much of the way people set out to do, 0 to 1
 * @param result what was measured, 0 to 1; NaN if it is not defined
 * @returns the number, and one sentence on why it is not what was intended; the sentence is empty where the two agree
 */
export function describeResult(
  { resultUnit, why, whyFor }: Pick<Way, "resultUnit" | "why" | "whyFor">,
  intended: number,
  result: number,
): { readonly text: string; readonly why: string } {
  if (resultUnit === "belief") return { text: Number.isNaN(result) ? "–" : `${(1 + 9 * result).toFixed(1)} of 10`, why };
  const text = formatPercent(result);
  if (!(Math.abs(result - intended) >= DIFFERS)) return { text, why: "" };
  return { text, why: whyFor === "both" || whyFor === (result < intended ? "less" : "more") ? why : OTHERWISE };
}
