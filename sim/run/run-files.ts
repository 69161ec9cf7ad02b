import { CONVERSION_AFTER } from "../metrics/network/conversion.ts";
import { WINDOW_TICKS } from "../metrics/window.ts";
import { csvLine } from "../results/csv.ts";
import { createCollector } from "./collect.ts";
import { advance, type Run } from "./run.ts";
import { agentTable, eventColumns, eventLines, listen, seriesColumns, seriesLine, tieLines, tieTableColumns } from "./tables.ts";

/** The tables of a run, by the name of their file. */
export type TableFile = "series.csv" | "agents.csv" | "ties.csv" | "events.csv";

/** How far a run goes and what is written of it. */
export interface RunPlan {
  /** the tick at which it ends */
  readonly ticks: number;
  /** a row of series.csv each so many ticks, at the start and at the end */
  readonly every: number;
  /** a wave of ties.csv each so many ticks, and at the end; at the end only where it is not given */
  readonly tiesEvery?: number;
  /** whether events.csv is written */
  readonly events?: boolean;
  /** the tick at which the tables begin, in a run that continues another one; the tick of the run if not given */
  readonly from?: number;
}

/** A piece of a table, in the order in which its file is written; without text after a tick, for whoever wants to look up. */
export interface TablePiece {
  readonly file: TableFile;
  readonly text: string;
}

/**
 * Ticks that the measures of a tick look back on. A run that continues another one is replayed for this long before its tables
 * begin, so that its rates and conversions are those of an uninterrupted run.
 */
export const LOOK_BACK = Math.max(WINDOW_TICKS, ...CONVERSION_AFTER);

/**
 * Takes a run from where it stands to its last tick and hands out its tables piece by piece, so that whoever writes them can
 * keep pace and nothing is held whole. The one place that knows which tables a run has: the command line and the page write
 * what comes from here, and so write the same.
 *
 * @param run at its first tick, or LOOK_BACK ticks or more before `plan.from`; not advanced by anybody else until the last piece is out
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
