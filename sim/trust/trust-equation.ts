import { BELIEFS, CREDIBILITY, INTIMACY, RELIABILITY, SELF_ORIENTATION, type TieStore } from "../population/tie-store.ts";

/**
 * Green's trust equation: T = (credibility + reliability + intimacy) / self-orientation, each on its scale of 1 to 10
 * (1 + 9 × belief).
 *
 * @returns the trust score, 0.3 to 30; 3 is neutral
 * @see Maister, Green and Galford 2000, The Trusted Advisor
 */
export function trustScore(credibility: number, reliability: number, intimacy: number, selfOrientation: number): number {
  return (3 + 9 * (credibility + reliability + intimacy)) / (1 + 9 * selfOrientation);
}

/**
 * The trust score on a scale of 0 to 1: T / (T + 3), which is m / (m + σ) with m the mean of the three, stretched so that the
 * lowest T gives 0 and the highest 1. ½ at T = 3.
 */
export function trustShare(credibility: number, reliability: number, intimacy: number, selfOrientation: number): number {
  const m = 1 + 3 * (credibility + reliability + intimacy);
  const sigma = 1 + 9 * selfOrientation;
  return clip((11 * (m / (m + sigma)) - 1) / 9);
}

/** The trust share of a trust score: (11·T/(T + 3) − 1)/9. @param score T, 0.3 to 30 */
export function shareOfScore(score: number): number {
  return clip((11 * (score / (score + 3)) - 1) / 9);
}

/** An additive form with the same ends, offered so that a user can see what hangs on the ratio: ((C + R + I)/3 + 1 − S)/2. */
export function additiveTrustShare(credibility: number, reliability: number, intimacy: number, selfOrientation: number): number {
  return ((credibility + reliability + intimacy) / 3 + 1 - selfOrientation) / 2;
}

/** Mutual trust: the harmonic mean of the two trust shares; 0 where both are 0. */
export function mutualTrust(one: number, other: number): number {
  const sum = one + other;
  return sum > 0 ? (2 * one * other) / sum : 0;
}

/** Sets a row's trust share from its beliefs; due whenever a belief was changed. */
export function refreshTrust(ties: TieStore, row: number, additive: number): void {
  const { beliefs } = ties;
  const at = row * BELIEFS;
  const c = beliefs[at + CREDIBILITY];
  const r = beliefs[at + RELIABILITY];
  const i = beliefs[at + INTIMACY];
  const s = beliefs[at + SELF_ORIENTATION];
  ties.trust[row] = additive === 1 ? additiveTrustShare(c, r, i, s) : trustShare(c, r, i, s);
}

/** A number cut to 0 to 1. */
export function clip(x: number): number {
  return x < 0 ? 0 : x > 1 ? 1 : x;
}
