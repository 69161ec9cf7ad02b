/**
 * The Shapley weight of a subset with k of n causes, by k from 0 to n − 1: k! (n − k − 1)! ∕ n!. A cause's contribution is the sum over
 * all subsets without it of this weight times the change that it makes to the subset. Over all orders in which causes can be added,
 * this is the mean change that the cause makes when it is added.
 *
 * @param n number of causes, 1 or more
 * @see Shapley 1953, in Contributions to the Theory of Games II, 307–317
 */
export function shapleyWeights(n: number): Float64Array {
  const weights = new Float64Array(n);
  let weight = 1 / n; // 0! (n − 1)! / n!
  for (let k = 0; k < n; k++) {
    weights[k] = weight;
    weight *= (k + 1) / (n - k - 1);
  }
  return weights;
}
