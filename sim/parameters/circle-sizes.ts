/**
 * Returns the sizes of the circles, from the smallest to the largest: evenly from (1 − spread)·size to (1 + spread)·size. The last
 * circle takes those who are left, so it may be smaller or larger.
 *
 * @param size mean size of a circle
 * @param spread 0 to 0.9
 */
export function circleSizes(agents: number, size: number, spread: number): number[] {
  const count = circlesOf(agents, size);
  const sizes: number[] = [];
  let left = agents;
  for (let c = 0; c < count; c++) {
    const place = count > 1 ? (2 * c) / (count - 1) - 1 : 0;
    const wanted = Math.floor(size * (1 + spread * place) + 0.5);
    const members = c === count - 1 ? left : Math.min(left, wanted);
    sizes.push(members);
    left -= members;
  }
  return sizes;
}

/** Returns the number of circles into which agents are divided. */
export function circlesOf(agents: number, size: number): number {
  return Math.max(1, Math.floor(agents / size + 0.5));
}

/** Returns the most ties within a circle of some size that an agent has at the start, on average: four fifths of the others. */
export function mostWithin(size: number): number {
  return (4 * (size - 1)) / 5;
}

/** Counts the pairs with one agent in each of two circles, or with both in one. */
export function pairsBetween(sizes: readonly number[], one: number, other: number): number {
  return one === other ? (sizes[one] * (sizes[one] - 1)) / 2 : sizes[one] * sizes[other];
}

/** Counts the pairs of agents in different circles. */
export function pairsAcross(agents: number, sizes: readonly number[]): number {
  let pairs = (agents * (agents - 1)) / 2;
  for (const members of sizes) pairs -= (members * (members - 1)) / 2;
  return pairs;
}
