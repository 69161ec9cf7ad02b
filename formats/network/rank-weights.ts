/**
 * The rank share of each weight among all given ones: (rank − 1) / (weights − 1), from 0 for the lowest to 1 for the highest. Equal
 * weights share their average rank. If all weights are equal they don't tell ties apart and count as missing: many programs write a
 * weight of 1 when they have none.
 *
 * @param weights NaN if missing
 * @returns as many rank shares; NaN if the weight is missing
 */
export function rankWeights(weights: Float64Array): Float64Array {
  const given = weights.filter((weight) => !Number.isNaN(weight));
  const [first] = given;
  if (given.every((weight) => weight === first)) return weights.map(() => Number.NaN);
  const sorted = given.sort();
  const ranks = new Map<number, number>();
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    const weight = sorted[from] ?? 0;
    while (to < sorted.length && sorted[to] === weight) to++;
    ranks.set(weight, (from + to - 1) / 2 / (sorted.length - 1));
  }
  return weights.map((weight) => ranks.get(weight) ?? Number.NaN);
}
