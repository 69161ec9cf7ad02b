/**
 * Returns the rate that an encounter of some depth has: 1 − (1 − rate)^depth, as if it were that many encounters in a row. By
 * multiplication, so that every machine gives the same number.
 *
 * @param rate of an encounter of depth 1, 0 to 1
 * @param depth units of time, a whole number from 1 on
 */
export function deepRate(rate: number, depth: number): number {
  const kept = 1 - rate;
  let left = kept;
  for (let unit = 1; unit < depth; unit++) left *= kept;
  return 1 - left;
}
