import { expect, test } from "vitest";
import { intervalLevel } from "../../../study/statistics/interval-level.ts";

/** Integral by Simpson's rule, in `steps` steps, an even number. */
function integral(f: (x: number) => number, from: number, to: number, steps: number): number {
  const h = (to - from) / steps;
  let sum = f(from) + f(to);
  for (let k = 1; k < steps; k++) sum += (k % 2 === 1 ? 4 : 2) * f(from + k * h);
  return (sum * h) / 3;
}

/** Γ(x) for x = ½, 1, 1½, …, from Γ(½) = √π and Γ(1) = 1, as a logarithm. */
function logGamma(x: number): number {
  let log = Number.isInteger(x) ? 0 : Math.log(Math.sqrt(Math.PI));
  for (let k = Number.isInteger(x) ? 1 : 0.5; k < x; k++) log += Math.log(k);
  return log;
}

/** The t at which 0.975 lies below, found by halving over an integral of Student's density. */
function quantile(degrees: number): number {
  const scale = Math.exp(logGamma((degrees + 1) / 2) - logGamma(degrees / 2)) / Math.sqrt(degrees * Math.PI);
  const density = (t: number) => scale * (1 + (t * t) / degrees) ** (-(degrees + 1) / 2);
  let low = 1.9;
  let high = 13;
  for (let k = 0; k < 45; k++) {
    const middle = (low + high) / 2;
    if (integral(density, 0, middle, 2000) < 0.475) low = middle;
    else high = middle;
  }
  return low;
}

function expanded(n: number): number {
  const z = Math.sqrt(n / (n - 1)) * quantile(n - 1);
  return integral((x) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI), z, z + 12, 4000);
}

test("the quantiles in this test match printed tables", () => {
  expect(quantile(1)).toBeCloseTo(12.706, 3);
  expect(quantile(9)).toBeCloseTo(2.262, 3);
  expect(quantile(29)).toBeCloseTo(2.045, 3);
});

test("levels for 2 to 60 values are those of Hesterberg's formula, to six places", () => {
  const wrong = Array.from({ length: 59 }, (_, at) => at + 2).filter((n) => Math.abs(intervalLevel(n) - expanded(n)) > 0.6e-6);
  expect(wrong).toEqual([]);
});

test("beyond the table, levels approach 0.025 and stay within 0.00005 of the formula", () => {
  for (const n of [61, 80, 120, 300, 1000]) expect(Math.abs(intervalLevel(n) - expanded(n))).toBeLessThan(5e-5);
  expect(intervalLevel(1e9)).toBeCloseTo(0.025, 8);
});
