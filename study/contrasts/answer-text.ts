import type { Estimate } from "../statistics/estimate.ts";
import { NEVER } from "../tables/factor-text.ts";
import { countText, decimalsFor, intervalText, listText, MISSING, numberText, shortNumber } from "../tables/number-text.ts";
import type { ComparisonKind, Confidence } from "./contrast.ts";
import type { JudgedContrast } from "./contrast-analyzer.ts";
import { comparisonText } from "./contrast-text.ts";
import { boundText, type Verdict } from "./verdict.ts";

/** A contrast of which something is expected. */
type Expected = JudgedContrast & { readonly verdict: Verdict };

/** The contrasts with an expectation, in the order of the file. */
function expectedOf(contrasts: readonly JudgedContrast[]): Expected[] {
  return contrasts.flatMap((one) => (one.verdict === undefined ? [] : [{ ...one, verdict: one.verdict }]));
}

/** `0.31 (95% interval 0.12 to 0.50, 20 replicates)` */
function estimateText(estimate: Estimate, kind: ComparisonKind, confidence: Confidence): string {
  const { n, low } = estimate;
  const { value, interval } = estimateTexts(estimate, kind);
  const replicates = countText(n, "replicate");
  if (n === 0) return "undefined";
  if (Number.isNaN(low)) return `${value} (no interval, ${replicates})`;
  return `${value} (${Math.round(100 * confidence)}% interval ${interval}, ${replicates})`;
}

/** An estimate and its interval in as many digits as the interval deserves. A maximum is a level, in the words of the file. */
export function estimateTexts(estimate: Estimate, kind: ComparisonKind): { readonly value: string; readonly interval: string } {
  const { mean, low, high } = estimate;
  if (kind !== "maximum") {
    const places = decimalsFor([estimate]);
    return { value: numberText(mean, places), interval: intervalText(estimate, places) };
  }
  const level = (value: number) => (value === Number.POSITIVE_INFINITY ? NEVER : shortNumber(value));
  return { value: level(mean), interval: Number.isNaN(low) ? MISSING : `${level(low)} to ${level(high)}` };
}

/** A line for the terminal: `protection holds: expected > 0, got 0.31 (95% interval 0.12 to 0.50, 20 replicates)`. */
export function verdictLine({ contrast, verdict, ...estimate }: JudgedContrast, confidence: Confidence): string {
  const { name, expect, comparison } = contrast;
  const got = estimateText(estimate, comparison.kind, confidence);
  if (verdict === undefined || expect === undefined) return `${name}: ${got}`;
  const found = verdict === "undecided" ? `is undecided at n = ${estimate.n}` : verdict;
  return `${name} ${found}: expected ${boundText(expect)}, got ${got}`;
}

/**
 * What the expectations of an experiment came to, in one sentence: for a single one with its numbers, for several with their count.
 *
 * @returns undefined if nothing is expected
 */
export function answerSentence(contrasts: readonly JudgedContrast[], confidence: Confidence): string | undefined {
  const expected = expectedOf(contrasts);
  const [only] = expected;
  if (only === undefined) return undefined;
  if (expected.length === 1) return singleAnswer(only, confidence);
  const named = (verdict: Verdict, words: string) => {
    const names = expected.filter((one) => one.verdict === verdict).map(({ contrast }) => claimOf(contrast));
    return names.length === 0 ? [] : [`${numberText(names.length, 0)} ${words} (${names.join("; ")})`];
  };
  const counts = [...named("holds", "met"), ...named("fails", "not met"), ...named("undecided", "undecided")];
  return `Of ${countText(expected.length, "expectation")}, ${listText(counts)}.`;
}

function singleAnswer({ contrast, verdict, ...estimate }: Expected, confidence: Confidence): string {
  const { outcome, comparison, expect, claim } = contrast;
  const begin = {
    holds: claim === undefined ? "As expected" : `Yes, ${claimOf(contrast)}`,
    fails: claim === undefined ? "Against expectation" : `No, these runs speak against “${claim}”`,
    undecided: claim === undefined ? "Undecided" : `Undecided whether ${claimOf(contrast)}`,
  }[verdict];
  const bound = expect === undefined ? "" : `; expected ${boundText(expect)}`;
  // With a claim, the table below says what exactly is compared.
  const text = comparisonText(comparison);
  const what = {
    difference: claim === undefined ? `${outcome}, ${text},` : `the difference in ${outcome}`,
    "difference of differences": claim === undefined ? `${outcome}, ${text},` : `the difference of differences in ${outcome}`,
    ratio: claim === undefined ? `${outcome}, ${text},` : `the ratio of ${outcome}`,
    slope: `the ${text} of ${outcome}`,
    maximum: `the ${text} of ${outcome}`,
  }[comparison.kind];
  return `${begin}: ${what} is ${estimateText(estimate, comparison.kind, confidence)}${bound}.`;
}

/** The claim as part of a sentence, or the name. */
function claimOf({ claim, name }: JudgedContrast["contrast"]): string {
  return claim === undefined ? `“${name}”` : claim.charAt(0).toLowerCase() + claim.slice(1);
}
