/**
 * Formats whole numbers as a list with ranges, in ascending order and without duplicates: 2, 5, 6 and 7 are `2,5-7`. Slurm's
 * `--array=` accepts this form.
 *
 * @param numbers 0 or more each, in any order
 * @returns an empty text if there are none
 */
export function formatRanges(numbers: readonly number[]): string {
  const ascending = [...new Set(numbers)].sort((a, b) => a - b);
  const ranges: { from: number; to: number }[] = [];
  for (const number of ascending) {
    const last = ranges.at(-1);
    if (last !== undefined && number === last.to + 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(",");
}
