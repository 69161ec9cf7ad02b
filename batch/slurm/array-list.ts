/**
 * Numbers as Slurm's `--array=` takes them, in ascending order, each once, with ranges where numbers follow each other: 2, 5, 6
 * and 7 are `2,5-7`.
 *
 * @param numbers whole, 0 or more, in any order
 * @returns empty where there are none
 */
export function arrayList(numbers: readonly number[]): string {
  const ascending = [...new Set(numbers)].sort((a, b) => a - b);
  const ranges: { from: number; to: number }[] = [];
  for (const number of ascending) {
    const last = ranges.at(-1);
    if (last !== undefined && number === last.to + 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(",");
}
