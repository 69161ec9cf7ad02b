import type { BeliefView } from "../../workers/messages.ts";

/** Trust scores from here up count as trust, from `DISTRUST_TO` down as distrust; 3 is neutral. */
const TRUST_FROM = 3.3;
const DISTRUST_TO = 2.7;

/** A belief from 0 to 1 on the scale of 1 to 10 for which the trust equation is meant. */
export function beliefOnScale(belief: number): string {
  return (1 + 9 * belief).toFixed(1);
}

/** What a trust score amounts to. */
export function judgeScore(score: number): "Trust" | "Distrust" | "About neutral" {
  if (score > TRUST_FROM) return "Trust";
  return score < DISTRUST_TO ? "Distrust" : "About neutral";
}

/** The trust equation with its numbers, as a sentence to be read out. */
export function spokenEquation({ credibility, reliability, intimacy, selfOrientation, score }: BeliefView): string {
  const sum =
    `credibility ${beliefOnScale(credibility)} plus reliability ${beliefOnScale(reliability)} ` +
    `plus intimacy ${beliefOnScale(intimacy)}`;
  return `Trust score ${score.toFixed(2)} is ${sum}, divided by self-orientation ${beliefOnScale(selfOrientation)}`;
}
