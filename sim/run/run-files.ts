import { CONVERSION_AFTER } from "../metrics/network/conversion.ts";
import { WINDOW_TICKS } from "../metrics/window.ts";
import { csvLine } from "../results/csv.ts";
import { createCollector } from "./collect.ts";
import { advance, type Run } from "./run.ts";
import { agentTable, eventColumns, eventLines, listen, seriesColumns, seriesLine, tieLines, tieTableColumns } from "./tables.ts";

/** The tables of a run, by the name of their file. */
export type TableFile = "series.csv" | "agents.csv" | "ties.csv" | "events.csv";

/** How long a run is, and which tables it writes. */
export interface RunPlan {
  /** the last tick */
  readonly ticks: number;
  /** ticks between two rows of series.csv; there is also a row at the start and at the end */
  readonly every: number;
  /** ticks between two waves of ties.csv; if missing, only the end is written */
  readonly tiesEvery?: number;
  /** true to write events.csv */
  readonly events?: boolean;
  /** the tick at which the tables begin, in a run that continues another one; the tick of the run if not given */
  readonly from?: number;
}

/** The next piece of a table. After each tick comes a piece without text, so that the caller can do other work. */
export interface TablePiece {
  readonly file: TableFile;
  readonly text: string;
}

/**
 * How many ticks the measures of a tick look back. A run that continues another one is replayed for this long before its tables
 * begin, so that its rates and conversions equal those of an uninterrupted run.
 */
export const LOOK_BACK = Math.max(WINDOW_TICKS, ...CONVERSION_AFTER);

/**
 * Advances a run to its last tick and generates its tables piece by piece. The caller sets the pace, and no table is held in memory
 * as a whole. The command line and the page both use this function, so they write the same bytes.
 *
 * @param run at its first tick, or at least LOOK_BACK ticks before `plan.from`; nothing else may advance it before the last piece
 */
export function* runFiles(run: Run, plan: RunPlan): Generator<TablePiece> {
  const { population } = run;
  const { ticks, every, tiesEvery, events, from = population.tick } = plan;
  const isMeasured = (tick: number) => tick === from || tick === ticks || (tick > from && tick < ticks && tick % every === 0);
  const collector = createCollector(population, isMeasured);
  yield { file: "series.csv", text: csvLine(seriesColumns) };
  yield { file: "ties.csv", text: csvLine(tieTableColumns) };
  if (events === true) yield { file: "events.csv", text: csvLine(eventColumns) };
  while (population.tick < from) {
    collector.collect();
    advance(run);
    yield { file: "series.csv", text: "" };
  }
  if (events === true) listen(run);
  for (;;) {
    const row = collector.collect();
    if (row !== undefined) yield { file: "series.csv", text: seriesLine(row) };
    const { tick } = population;
    if (events === true) for (const text of eventLines(run)) yield { file: "events.csv", text };
    if (tick >= ticks || (tiesEvery !== undefined && tick > from && tick % tiesEvery === 0))
      for (const text of tieLines(run, collector)) yield { file: "ties.csv", text };
    if (tick >= ticks) break;
    advance(run);
    yield { file: "series.csv", text: "" };
  }
  for (const text of agentTable(run, collector)) yield { file: "agents.csv", text };
}
