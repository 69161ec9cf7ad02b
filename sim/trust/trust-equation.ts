import { BELIEFS, CREDIBILITY, INTIMACY, RELIABILITY, SELF_ORIENTATION, type TieStore } from "../population/tie-store.ts";

/**
 * Computes the trust equation: T = (credibility + reliability + intimacy) / self-orientation, with each belief on a scale of 1 to
 * 10 (1 + 9 × belief). Arguments are beliefs, 0 to 1.
 *
 * @returns the trust score, 0.3 to 30; 3 is neutral
 * @see Maister, Green and Galford 2000, The Trusted Advisor
 */
export function trustScore(credibility: number, reliability: number, intimacy: number, selfOrientation: number): number {
  return (3 + 9 * (credibility + reliability + intimacy)) / (1 + 9 * selfOrientation);
}

/**
 * Computes the trust share τ, the trust score on a scale of 0 to 1: T / (T + 3), stretched so that the lowest T gives 0 and the
 * highest gives 1. It is ½ at T = 3. T / (T + 3) equals m / (m + σ), where m is the mean of credibility, reliability and intimacy
 * and σ is self-orientation, each on the scale of 1 to 10.
 */
export function trustShare(credibility: number, reliability: number, intimacy: number, selfOrientation: number): number {
  const m = 1 + 3 * (credibility + reliability + intimacy);
  const sigma = 1 + 9 * selfOrientation;
  return clip((11 * (m / (m + sigma)) - 1) / 9);
}

/**
 * Computes the trust share of a trust score: (11·T/(T + 3) − 1)/9, limited to 0 to 1.
 *
 * @param score T, 0.3 to 30
 */
export function shareOfScore(score: number): number {
  return clip((11 * (score / (score + 3)) - 1) / 9);
}

/**
 * Computes an additive trust share with the same lowest and highest values: ((C + R + I)/3 + 1 − S)/2. It shows which results
 * depend on the ratio in the trust equation.
 */
export function additiveTrustShare(credibility: number, reliability: number, intimacy: number, selfOrientation: number): number {
  return ((credibility + reliability + intimacy) / 3 + 1 - selfOrientation) / 2;
}

/**
 * Computes mutual trust from two trust shares: the lower one, because the more reserved side decides how close two people get. In the
 * other form, the harmonic mean, the trust of one side makes up for doubts of the other. Either is 0 if one share is 0.
 *
 * @param reserved 1 for the lower share, else the harmonic mean
 * @returns 0 to 1
 */
export function mutualTrust(one: number, other: number, reserved: number): number {
  if (reserved === 1) return one < other ? one : other;
  const sum = one + other;
  return sum > 0 ? (2 * one * other) / sum : 0;
}

/**
 * Updates a row's trust share after its beliefs have changed.
 *
 * @param additive 1 for the additive form, else the ratio
 */
export function refreshTrust(ties: TieStore, row: number, additive: number): void {
  const { beliefs } = ties;
  const at = row * BELIEFS;
  const c = beliefs[at + CREDIBILITY];
  const r = beliefs[at + RELIABILITY];
  const i = beliefs[at + INTIMACY];
  const s = beliefs[at + SELF_ORIENTATION];
  ties.trust[row] = additive === 1 ? additiveTrustShare(c, r, i, s) : trustShare(c, r, i, s);
}

/** Limits a number to the range 0 to 1. */
export function clip(x: number): number {
  return x < 0 ? 0 : x > 1 ? 1 : x;
}
