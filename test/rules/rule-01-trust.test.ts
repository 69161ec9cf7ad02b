import { expect, test } from "vitest";
import { additiveTrustShare, mutualTrust, trustScore, trustShare } from "../../sim/trust/trust-equation.ts";

test("rule 1: the middle of every scale is neutral, T = (5.5 + 5.5 + 5.5) / 5.5 = 3 and τ = ½", () => {
  expect(trustScore(0.5, 0.5, 0.5, 0.5)).toBe(3);
  expect(trustShare(0.5, 0.5, 0.5, 0.5)).toBe(0.5);
});

test("rule 1: the ends are T = 30 / 1 and 3 / 10, τ = 1 and 0", () => {
  expect(trustScore(1, 1, 1, 0)).toBe(30);
  expect(trustScore(0, 0, 0, 1)).toBeCloseTo(0.3, 15);
  expect(trustShare(1, 1, 1, 0)).toBe(1);
  expect(trustShare(0, 0, 0, 1)).toBe(0);
});

// c = 1 + 9 × 0.2 = 2.8, r = 1 + 9 × 0.6 = 6.4, ı = 1 + 9 × 0.9 = 9.1, σ = 1 + 9 × 0.1 = 1.9; m = 18.3 / 3 = 6.1
test("rule 1: T = 18.3 / 1.9 and τ = (11 × 6.1 / 8 − 1) / 9 where the beliefs are 0.2, 0.6, 0.9 and 0.1", () => {
  expect(trustScore(0.2, 0.6, 0.9, 0.1)).toBeCloseTo(18.3 / 1.9, 12);
  expect(trustShare(0.2, 0.6, 0.9, 0.1)).toBeCloseTo((11 * (6.1 / 8) - 1) / 9, 12);
});

// 4.6, 4.6, 3.16 over 5.5
test("rule 1: a stranger starts a little below neutral, T = 12.36 / 5.5 = 2.247", () => {
  expect(trustScore(0.4, 0.4, 0.24, 0.5)).toBeCloseTo(2.2472727272727, 12);
  expect(trustShare(0.4, 0.4, 0.24, 0.5)).toBeCloseTo((11 * (4.12 / 9.62) - 1) / 9, 12);
});

test("rule 1: credibility, reliability and intimacy count alike", () => {
  expect(trustScore(0.7, 0.2, 0.2, 0.4)).toBeCloseTo(trustScore(0.2, 0.2, 0.7, 0.4), 14);
  expect(trustShare(0.7, 0.2, 0.2, 0.4)).toBeCloseTo(trustShare(0.2, 0.7, 0.2, 0.4), 14);
});

test("rule 1, additive: τ = ((C + R + I) / 3 + 1 − S) / 2 with the same ends and middle", () => {
  expect(additiveTrustShare(1, 1, 1, 0)).toBe(1);
  expect(additiveTrustShare(0, 0, 0, 1)).toBe(0);
  expect(additiveTrustShare(0.5, 0.5, 0.5, 0.5)).toBe(0.5);
  expect(additiveTrustShare(0.2, 0.6, 0.7, 0.1)).toBeCloseTo((0.5 + 0.9) / 2, 14);
});

test("rule 1: mutual trust is that of the more reserved side", () => {
  expect(mutualTrust(0.5, 1, 1)).toBe(0.5);
  expect(mutualTrust(0.8, 0.3, 1)).toBe(0.3);
  expect(mutualTrust(0.8, 0, 1)).toBe(0);
});

test("rule 1: without reserve it is the harmonic mean, 2 × 0.5 × 1 / 1.5, and 0 where both are 0", () => {
  expect(mutualTrust(0.5, 1, 0)).toBeCloseTo(2 / 3, 15);
  expect(mutualTrust(0.8, 0, 0)).toBe(0);
  expect(mutualTrust(0, 0, 0)).toBe(0);
});
