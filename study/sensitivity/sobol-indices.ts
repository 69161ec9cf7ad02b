import { pairsOfUnits, saltelliRows } from "../designs/index-units.ts";
import { itemAt, numberAt } from "../item-at.ts";
import { percentileInterval, RESAMPLES, type Resampling, resampledCounts } from "./resampling.ts";

/** Shares of an outcome's variance that are due to a factor; NaN if the outcome does not vary. */
export interface SobolIndex {
  /** due to the factor alone */
  readonly first: number;
  /** 95% interval; NaN with fewer than two base points */
  readonly firstLow: number;
  readonly firstHigh: number;
  /** due to the factor alone and its interactions with other factors */
  readonly total: number;
  readonly totalLow: number;
  readonly totalHigh: number;
}

/** The share of an outcome's variance that is due to the interaction of two factors or groups alone. */
export interface SecondOrderIndex {
  /** positions of the two among the factors or groups */
  readonly pair: readonly [number, number];
  readonly second: number;
  /** 95% interval; NaN with fewer than two base points */
  readonly secondLow: number;
  readonly secondHigh: number;
}

export interface SobolIndices {
  /** number of base points in the design */
  readonly base: number;
  /** number of base points without a missing outcome in their block; the others are skipped */
  readonly used: number;
  /** by factor or group */
  readonly factors: readonly SobolIndex[];
  /** by pair, in the order of `pairsOfUnits`; undefined without second-order indices */
  readonly pairs?: readonly SecondOrderIndex[];
}

interface Options extends Resampling {
  /** whether blocks have the rows BA_i, and pairs of factors indices */
  readonly secondOrder?: boolean | undefined;
}

/** A bootstrap sample whose variance is below this share of the total variance has equal outcomes: the rest is rounding. */
const NO_VARIANCE = 1e-12;

/**
 * Sobol indices of the factors of a Saltelli design, with percentile intervals from bootstrap samples of base points, each with its
 * whole block. Let f be the outcomes and V their variance over A and B.
 *
 * - First order: the mean of f(B) (f(AB_i) − f(A)), divided by V. The mean over A and B is subtracted from every f first.
 * - Total: half the mean of (f(A) − f(AB_i))², divided by V.
 * - Second order: the mean of f(BA_i) f(AB_j) and f(BA_j) f(AB_i), less the mean of f(A) f(B), divided by V, less the first-order indices
 *   of i and j.
 *
 * All are estimates: a small index can be below 0, and a total index can be below the first-order index.
 *
 * @param base number of base points in the design
 * @param dimensions number of factors or groups
 * @param outcomes by row of the design, in the order of `saltelliSample`; a value that is not finite is missing
 * @see Saltelli et al. 2010, Computer Physics Communications 181(2), 259–270, table 2 (b) and (f); the latter is from Jansen 1999,
 *   Computer Physics Communications 117(1–2), 35–43; for the second order Saltelli 2002, same journal 145(2), 280–297, theorem 2
 */
export function sobolIndices(
  base: number,
  dimensions: number,
  outcomes: Float64Array,
  { key, resamples = RESAMPLES, secondOrder = false }: Options,
): SobolIndices {
  const length = saltelliRows(dimensions, secondOrder);
  const centered = centeredBlocks(base, length, outcomes);
  const used = centered.length / length;
  const pairs = secondOrder ? pairsOfUnits(dimensions) : [];
  const shared = pairs.map((pair) => sharedProducts(centered, dimensions, pair));
  const blocks = { centered, length, dimensions, shared, pairs };
  const all = estimates(blocks, new Int32Array(used).fill(1), 0);
  const drawn = Array.from(all.indices, () => new Float64Array(resamples));
  for (let resample = 0; resample < resamples; resample++) {
    const { indices } = estimates(blocks, resampledCounts(used, key, resample), NO_VARIANCE * all.variance);
    for (const [at, index] of indices.entries()) itemAt(drawn, at)[resample] = index;
  }
  const varies = used > 1 && all.variance > 0;
  const interval = (at: number) => (varies ? percentileInterval(itemAt(drawn, at)) : ([Number.NaN, Number.NaN] as const));
  const factors = Array.from({ length: dimensions }, (_, factor): SobolIndex => {
    const [firstLow, firstHigh] = interval(factor);
    const [totalLow, totalHigh] = interval(dimensions + factor);
    const first = itemAt(all.indices, factor);
    const total = itemAt(all.indices, dimensions + factor);
    return { first, firstLow, firstHigh, total, totalLow, totalHigh };
  });
  const ofPairs = pairs.map((pair, at): SecondOrderIndex => {
    const [secondLow, secondHigh] = interval(2 * dimensions + at);
    return { pair, second: itemAt(all.indices, 2 * dimensions + at), secondLow, secondHigh };
  });
  return { base, used, factors, ...(secondOrder && { pairs: ofPairs }) };
}

/** The outcomes of the complete blocks, minus the mean over their A and B. */
function centeredBlocks(base: number, length: number, outcomes: Float64Array): Float64Array {
  const blocks = Array.from({ length: base }, (_, block) => outcomes.subarray(block * length, (block + 1) * length));
  const whole = blocks.filter((block) => block.every(Number.isFinite));
  const kept = new Float64Array(whole.length * length);
  for (const [at, block] of whole.entries()) kept.set(block, at * length);
  let sum = 0;
  for (let at = 0; at < kept.length; at += length) sum += numberAt(kept, at) + numberAt(kept, at + 1);
  const mean = sum / (2 * whole.length);
  return kept.map((outcome) => outcome - mean);
}

/**
 * For a pair of factors or groups and each block: products of two outcomes whose points share just these two, less the product of two
 * whose points share nothing; and likewise their sums, with which the mean of a sample is subtracted.
 */
interface SharedProducts {
  readonly products: Float64Array;
  readonly sums: Float64Array;
}

function sharedProducts(centered: Float64Array, dimensions: number, [one, other]: readonly [number, number]): SharedProducts {
  const length = saltelliRows(dimensions, true);
  const products = new Float64Array(centered.length / length);
  const sums = new Float64Array(products.length);
  for (let block = 0; block < products.length; block++) {
    const valueAt = (row: number) => numberAt(centered, block * length + row);
    const [a, b] = [valueAt(0), valueAt(1)];
    const [mixedOne, mixedOther] = [valueAt(2 + one), valueAt(2 + other)];
    const [turnedOne, turnedOther] = [valueAt(2 + dimensions + one), valueAt(2 + dimensions + other)];
    products[block] = (turnedOne * mixedOther + turnedOther * mixedOne) / 2 - a * b;
    sums[block] = (turnedOne + mixedOther + turnedOther + mixedOne) / 2 - (a + b);
  }
  return { products, sums };
}

interface Blocks {
  readonly centered: Float64Array;
  /** rows of a block */
  readonly length: number;
  readonly dimensions: number;
  readonly pairs: readonly (readonly [number, number])[];
  /** by pair */
  readonly shared: readonly SharedProducts[];
}

/**
 * The variance over A and B in a sample of blocks, and the first-order indices followed by the total and the second-order indices.
 *
 * @param counts how often each block occurs in the sample
 * @param least variances up to this count as 0
 */
function estimates({ centered, length, dimensions, pairs, shared }: Blocks, counts: Int32Array, least: number) {
  const products = new Float64Array(dimensions);
  const changes = new Float64Array(dimensions);
  const squares = new Float64Array(dimensions);
  let sum = 0;
  let sumOfSquares = 0;
  for (let block = 0; block < counts.length; block++) {
    const count = counts[block] ?? 0;
    if (count === 0) continue;
    const a = numberAt(centered, block * length);
    const b = numberAt(centered, block * length + 1);
    sum += count * (a + b);
    sumOfSquares += count * (a * a + b * b);
    for (let factor = 0; factor < dimensions; factor++) {
      const change = numberAt(centered, block * length + 2 + factor) - a;
      products[factor] = numberAt(products, factor) + count * b * change;
      changes[factor] = numberAt(changes, factor) + count * change;
      squares[factor] = numberAt(squares, factor) + count * change * change;
    }
  }
  const blocks = counts.length;
  const mean = sum / (2 * blocks);
  // Exactly 0 for equal outcomes: centering leaves a few units in their last place, whose squares add up exactly.
  const variance = sumOfSquares / (2 * blocks) - mean * mean;
  const indices = new Float64Array(2 * dimensions + pairs.length).fill(Number.NaN);
  if (variance > least) {
    for (let factor = 0; factor < dimensions; factor++) {
      // Subtracts the mean of this sample from f(B). In the change, the mean cancels out.
      indices[factor] = (numberAt(products, factor) - mean * numberAt(changes, factor)) / blocks / variance;
      indices[dimensions + factor] = numberAt(squares, factor) / (2 * blocks) / variance;
    }
    for (const [at, [one, other]] of pairs.entries()) {
      const together = closedVariance(itemAt(shared, at), counts, mean) / variance;
      indices[2 * dimensions + at] = together - numberAt(indices, one) - numberAt(indices, other);
    }
  }
  return { variance, indices };
}

/** The variance that is due to two factors or groups, alone and together. */
function closedVariance({ products, sums }: SharedProducts, counts: Int32Array, mean: number): number {
  let product = 0;
  let sum = 0;
  for (let block = 0; block < counts.length; block++) {
    const count = counts[block] ?? 0;
    product += count * numberAt(products, block);
    sum += count * numberAt(sums, block);
  }
  return (product - mean * sum) / counts.length;
}
