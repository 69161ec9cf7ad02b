import { aligned, size } from "../text/columns.ts";
import { grouped } from "./run-progress.ts";
import type { Finished } from "./write-run.ts";

/** What a summary shows of the series: its column, how it is called, and how many decimals it has. */
const measures: readonly (readonly [column: string, label: string, decimals: number])[] = [
  ["agents", "agents", 0],
  ["weak_ties", "weak ties", 0],
  ["strong_ties", "strong ties", 0],
  ["dormant_ties", "dormant ties", 0],
  ["local_bridges", "local bridges", 0],
  ["cross_ties", "ties across circles", 0],
  ["mean_trust_score", "mean trust score", 2],
  ["promises_kept_share", "promises kept in a year, %", 1],
  ["reach", "news reached in a year, items an agent", 1],
];

const percent = new Set(["promises_kept_share"]);

/**
 * What came out of a run, for a person to read: how it began and ended, and where its files are.
 *
 * @param folder undefined where it has none
 */
export function summaryText(title: string, { run, series, files, stateHash }: Finished, folder?: string): string {
  const { tick } = run.population;
  const [header, first, last] = [series.header, series.first, series.last].map((line) => line.trimEnd().split(","));
  const ends = tick === 0 ? [first] : [first, last];
  const rows = measures.map(([column, label, decimals]) => {
    const at = header.indexOf(column);
    return [label, ...ends.map((row) => shown(column, row[at], decimals))];
  });
  const parts = [
    `${title}, seed ${run.seed}, ${grouped(tick)} ticks`,
    aligned([["", "start", `tick ${grouped(tick)}`].slice(0, 1 + ends.length), ...rows]),
  ];
  if (folder !== undefined) parts.push(`${folder}\n${aligned(files.map(({ name, bytes }) => [name, size(bytes)]))}`);
  return `${parts.join("\n\n")}\n\nstate hash ${stateHash}\n`;
}

/** Empty where the measure is not defined, as a rate is at the start. */
function shown(column: string, cell: string | undefined, decimals: number): string {
  if (cell === undefined || cell === "") return "";
  const value = Number(cell) * (percent.has(column) ? 100 : 1);
  return decimals === 0 ? grouped(value) : value.toFixed(decimals);
}
