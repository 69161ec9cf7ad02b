import type { BeliefView } from "../../workers/messages.ts";

/** Trust scores from here up count as trust, from `DISTRUST_TO` down as distrust; 3 is neutral. */
const TRUST_FROM = 3.3;
const DISTRUST_TO = 2.7;

/** Decimals of the parts of an equation: as few as give the trust score on show. */
const LEAST_DECIMALS = 2;
const MOST_DECIMALS = 8;

/** The trust equation as text: credibility, reliability and intimacy on the scale of 1 to 10, divided by self-orientation. */
export interface EquationText {
  readonly credibility: string;
  readonly reliability: string;
  readonly intimacy: string;
  readonly selfOrientation: string;
  readonly score: string;
}

/** A trust score as the page shows it everywhere. */
export function formatScore(score: number): string {
  return score.toFixed(1);
}

/** The equation in numbers that add up: who divides the sum on show gets the score on show. */
export function equationText({ credibility, reliability, intimacy, selfOrientation, score }: BeliefView): EquationText {
  const beliefs = [credibility, reliability, intimacy, selfOrientation];
  const shown = formatScore(score);
  let parts: string[] = [];
  for (let decimals = LEAST_DECIMALS; decimals <= MOST_DECIMALS; decimals++) {
    parts = beliefs.map((belief) => (1 + 9 * belief).toFixed(decimals));
    const [c = 0, r = 0, i = 0, s = 1] = parts.map(Number);
    if (formatScore((c + r + i) / s) === shown) break;
  }
  const [c = "", r = "", i = "", s = ""] = parts;
  return { credibility: c, reliability: r, intimacy: i, selfOrientation: s, score: shown };
}

/** What a trust score amounts to. */
export function judgeScore(score: number): "Trust" | "Distrust" | "About neutral" {
  if (score > TRUST_FROM) return "Trust";
  return score < DISTRUST_TO ? "Distrust" : "About neutral";
}

/** The trust equation with its numbers, as a sentence to be read out. */
export function spokenEquation({ credibility, reliability, intimacy, selfOrientation, score }: EquationText): string {
  return (
    `Trust score ${score} is credibility ${credibility} plus reliability ${reliability} plus intimacy ${intimacy}, ` +
    `divided by self-orientation ${selfOrientation}`
  );
}

/** How much a belief rests on. Evidence is a number of pieces with a fraction, because it fades. */
export function describeEvidence(evidence: number): string {
  const text = evidence.toFixed(1);
  return `${text} ${text === "1.0" ? "piece" : "pieces"} of evidence`;
}
