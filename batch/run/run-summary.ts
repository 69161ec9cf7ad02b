import { formatNumber, tickOf } from "../../sim/index.ts";
import { formatBytes } from "../text/amounts.ts";
import { alignColumns } from "../text/columns.ts";
import type { FinishedRun } from "./make-run.ts";

/** The measures in a summary: their column in series.csv, their label, and how many decimals to show. */
const measures: readonly (readonly [column: string, label: string, decimals: number])[] = [
  ["agents", "agents", 0],
  ["weak_ties", "weak ties", 0],
  ["strong_ties", "strong ties", 0],
  ["dormant_ties", "dormant ties", 0],
  ["local_bridges", "local bridges", 0],
  ["cross_ties", "ties across circles", 0],
  ["mean_trust_score", "mean trust score", 2],
  ["promises_kept_share", "promises kept in a year, %", 1],
  ["reach", "news items per agent in a year", 1],
];

const percentages = new Set(["promises_kept_share"]);

/**
 * Summarizes a run for a person: its start, its end, and its files.
 *
 * @param folder undefined if the run has none
 */
export function runSummary(title: string, { run, series, files, stateHash }: FinishedRun, folder?: string): string {
  const tick = tickOf(run);
  const cells = (line: string) => line.trimEnd().split(",");
  const header = cells(series.header);
  const rows = (tick === 0 ? [series.first] : [series.first, series.last]).map(cells);
  const lines = measures.map(([column, label, decimals]) => {
    const at = header.indexOf(column);
    return [label, ...rows.map((row) => formatCell(column, row[at], decimals))];
  });
  const head = ["", "start", `tick ${formatNumber(tick)}`].slice(0, 1 + rows.length);
  const burnIn = run.settled > 0 ? ` after ${formatNumber(run.settled)} ticks of burn-in` : "";
  const parts = [`${title}, seed ${run.seed}, ${formatNumber(tick)} ticks${burnIn}`, alignColumns([head, ...lines])];
  if (folder !== undefined) parts.push(`${folder}\n${alignColumns(files.map(({ name, bytes }) => [name, formatBytes(bytes)]))}`);
  return `${parts.join("\n\n")}\n\nstate hash ${stateHash}\n`;
}

/** @returns an empty text for a measure that is undefined, as a rate is at the start */
function formatCell(column: string, cell: string | undefined, decimals: number): string {
  if (cell === undefined || cell === "") return "";
  const value = Number(cell) * (percentages.has(column) ? 100 : 1);
  return decimals === 0 ? formatNumber(value) : value.toFixed(decimals);
}
