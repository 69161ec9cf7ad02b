/**
 * Rank share of each weight among all that are given: (rank − 1) / (weights − 1), 0 for the lowest to 1 for the highest, equal
 * weights sharing their average rank. Where all weights are equal they tell no tie from another, and count as not given: many
 * programs write a weight of 1 for want of any.
 *
 * @param weights NaN where there is none
 * @returns length as given; NaN where there is no weight
 */
export function rankWeights(weights: Float64Array): Float64Array {
  const sorted = weights.filter((weight) => !Number.isNaN(weight)).sort();
  const ranks = new Map<number, number>();
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    ranks.set(sorted[from], (from + to - 1) / 2 / (sorted.length - 1));
  }
  const distinct = ranks.size > 1;
  return weights.map((weight) => (distinct ? (ranks.get(weight) ?? Number.NaN) : Number.NaN));
}
