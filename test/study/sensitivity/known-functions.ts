import { type SaltelliOptions, saltelliSample } from "../../../study/designs/saltelli.ts";

/** A function on the unit cube of which the Sobol indices are known in closed form. */
export interface KnownFunction {
  readonly dimensions: number;
  readonly at: (point: Float64Array) => number;
  readonly first: readonly number[];
  readonly total: readonly number[];
  /** second-order indices of 0–1, 0–2, …, 1–2, … */
  readonly second: readonly number[];
  /** the first-order and the total index of a group of factors */
  readonly ofGroup: (group: readonly number[]) => readonly [first: number, total: number];
}

/**
 * Ishigami's function with a = 7, b = 0.1: sin x1 + a sin² x2 + b x3⁴ sin x1, each x from −π to π.
 *
 * @see Ishigami and Homma 1990; the closed form as in Saltelli et al. 2008, Global Sensitivity Analysis: The Primer, 4.5
 */
export function ishigami(): KnownFunction {
  const [a, b] = [7, 0.1];
  const alone1 = 0.5 * (1 + (b * Math.PI ** 4) / 5) ** 2;
  const alone2 = a ** 2 / 8;
  const together13 = (8 * b ** 2 * Math.PI ** 8) / 225;
  const variance = alone1 + alone2 + together13;
  return {
    dimensions: 3,
    at: (point) => {
      const [x1, x2, x3] = point.map((place) => Math.PI * (2 * place - 1));
      return Math.sin(x1) + a * Math.sin(x2) ** 2 + b * x3 ** 4 * Math.sin(x1);
    },
    first: [alone1 / variance, alone2 / variance, 0],
    total: [(alone1 + together13) / variance, alone2 / variance, together13 / variance],
    second: [0, together13 / variance, 0],
    ofGroup: (group) => {
      const [x1, x2, x3] = [0, 1, 2].map((factor) => +group.includes(factor));
      const alone = x1 * alone1 + x2 * alone2;
      return [(alone + x1 * x3 * together13) / variance, (alone + Math.max(x1, x3) * together13) / variance];
    },
  };
}

/**
 * Sobol's g-function: the product of (|4x − 2| + a) / (1 + a). The larger its a, the less a factor matters.
 *
 * @see Saltelli and Sobol 1995; the closed form as in Saltelli et al. 2010, Computer Physics Communications 181(2), 259–270
 */
export function gFunction(a: readonly number[]): KnownFunction {
  const alone = a.map((one) => 1 / (3 * (1 + one) ** 2));
  const product = alone.reduce((all, one) => all * (1 + one), 1);
  return {
    dimensions: a.length,
    at: (point) => a.reduce((all, one, factor) => (all * (Math.abs(4 * point[factor] - 2) + one)) / (1 + one), 1),
    first: alone.map((one) => one / (product - 1)),
    total: alone.map((one) => (one * product) / (1 + one) / (product - 1)),
    second: alone.flatMap((one, at) => alone.slice(at + 1).map((other) => (one * other) / (product - 1))),
    // The variance of the mean over all factors but some is the product of their 1 + V, less 1.
    ofGroup: (group) => {
      const own = group.reduce((all, factor) => all * (1 + alone[factor]), 1);
      return [(own - 1) / (product - 1), (product - product / own) / (product - 1)];
    },
  };
}

/** The function at each row of a sample. */
export function outcomesOf({ dimensions, at }: KnownFunction, sample: Float64Array): Float64Array {
  return Float64Array.from({ length: sample.length / dimensions }, (_, row) =>
    at(sample.subarray(row * dimensions, (row + 1) * dimensions)),
  );
}

/** The function at each row of a Saltelli design. */
export function saltelliOutcomes(known: KnownFunction, base: number, key: Int32Array, options?: SaltelliOptions): Float64Array {
  return outcomesOf(known, saltelliSample(base, known.dimensions, key, options));
}
