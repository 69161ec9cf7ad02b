import { percentileInterval, RESAMPLES, type Resampling, resampledCounts } from "./resampling.ts";

/** Shares of the variance of an outcome that go back to a factor; NaN where the outcome does not vary. */
export interface SobolIndex {
  /** by the factor alone */
  readonly first: number;
  /** 95 % interval; NaN where fewer than two base points are used */
  readonly firstLow: number;
  readonly firstHigh: number;
  /** by the factor alone and together with others */
  readonly total: number;
  readonly totalLow: number;
  readonly totalHigh: number;
}

export interface SobolIndices {
  /** base points of the design */
  readonly base: number;
  /** those of them without a missing outcome; the others are left out with their whole block */
  readonly used: number;
  /** by factor */
  readonly factors: readonly SobolIndex[];
}

/** Below this share of the variance of all, that of a bootstrap sample is rounding: all its outcomes are equal. */
const NO_VARIANCE = 1e-12;

/**
 * Sobol indices of the factors of a Saltelli design, with percentile intervals from bootstrap samples of base points, each with its
 * whole block. With f for the outcomes and V for their variance over A and B:
 *
 * - first order: the mean of f(B) (f(AB_i) − f(A)), over V, where the mean of A and B is taken off every f beforehand;
 * - total: half the mean of (f(A) − f(AB_i))², over V.
 *
 * Both are estimates: a small index can come out below 0, or the total below the first order.
 *
 * @param base of the design
 * @param dimensions number of factors
 * @param outcomes by row of the design, as `saltelliSample` orders them; what is not a finite number is missing
 * @see Saltelli et al. 2010, Computer Physics Communications 181(2), 259–270, table 2 (b) and (f); the latter is from Jansen 1999,
 *   Computer Physics Communications 117(1–2), 35–43
 */
export function sobolIndices(
  base: number,
  dimensions: number,
  outcomes: Float64Array,
  { key, resamples = RESAMPLES }: Resampling,
): SobolIndices {
  const centered = centeredBlocks(base, dimensions, outcomes);
  const used = centered.length / (dimensions + 2);
  const all = estimates(centered, dimensions, new Int32Array(used).fill(1), 0);
  const drawn = Array.from({ length: 2 * dimensions }, () => new Float64Array(resamples));
  for (let resample = 0; resample < resamples; resample++) {
    const { indices } = estimates(centered, dimensions, resampledCounts(used, key, resample), NO_VARIANCE * all.variance);
    for (let at = 0; at < indices.length; at++) drawn[at][resample] = indices[at];
  }
  const varies = used > 1 && all.variance > 0;
  const interval = (at: number) => (varies ? percentileInterval(drawn[at]) : ([Number.NaN, Number.NaN] as const));
  const factors = Array.from({ length: dimensions }, (_, factor): SobolIndex => {
    const [firstLow, firstHigh] = interval(factor);
    const [totalLow, totalHigh] = interval(dimensions + factor);
    return { first: all.indices[factor], firstLow, firstHigh, total: all.indices[dimensions + factor], totalLow, totalHigh };
  });
  return { base, used, factors };
}

/** The outcomes of the blocks in which none is missing, less the mean of their A and B. */
function centeredBlocks(base: number, dimensions: number, outcomes: Float64Array): Float64Array {
  const length = dimensions + 2;
  const blocks = Array.from({ length: base }, (_, block) => outcomes.subarray(block * length, (block + 1) * length));
  const whole = blocks.filter((block) => block.every(Number.isFinite));
  const kept = new Float64Array(whole.length * length);
  for (const [at, block] of whole.entries()) kept.set(block, at * length);
  let sum = 0;
  for (let at = 0; at < kept.length; at += length) sum += kept[at] + kept[at + 1];
  const mean = sum / (2 * whole.length);
  return kept.map((outcome) => outcome - mean);
}

/**
 * Of a sample of blocks, the variance over A and B, and the first order indices followed by the total ones.
 *
 * @param counts how often each block is in the sample
 * @param least a variance up to this is none
 */
function estimates(centered: Float64Array, dimensions: number, counts: Int32Array, least: number) {
  const length = dimensions + 2;
  const products = new Float64Array(dimensions);
  const changes = new Float64Array(dimensions);
  const squares = new Float64Array(dimensions);
  let sum = 0;
  let sumOfSquares = 0;
  for (let block = 0; block < counts.length; block++) {
    const count = counts[block];
    if (count === 0) continue;
    const a = centered[block * length];
    const b = centered[block * length + 1];
    sum += count * (a + b);
    sumOfSquares += count * (a * a + b * b);
    for (let factor = 0; factor < dimensions; factor++) {
      const change = centered[block * length + 2 + factor] - a;
      products[factor] += count * b * change;
      changes[factor] += count * change;
      squares[factor] += count * change * change;
    }
  }
  const blocks = counts.length;
  const mean = sum / (2 * blocks);
  // 0 exactly where outcomes are equal: what centering leaves of them is a few units of their last place, whose squares add up exactly
  const variance = sumOfSquares / (2 * blocks) - mean * mean;
  const indices = new Float64Array(2 * dimensions).fill(Number.NaN);
  if (variance > least) {
    for (let factor = 0; factor < dimensions; factor++) {
      // the mean of this sample taken off f(B); off the change it falls out
      indices[factor] = (products[factor] - mean * changes[factor]) / blocks / variance;
      indices[dimensions + factor] = squares[factor] / (2 * blocks) / variance;
    }
  }
  return { variance, indices };
}
