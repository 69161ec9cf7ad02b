/** The least and the greatest of some numbers. A call such as `Math.min(...values)` overflows the stack if there are 200,000. */
export function extentOf(values: Iterable<number>): [least: number, most: number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}
