import { type Collector, type CollectorMemory, createCollector } from "./collect.ts";
import { packFork } from "./fork.ts";
import { advance, type Run, tickOf } from "./run.ts";
import {
  agentRows,
  agentTableColumns,
  eventColumns,
  eventRows,
  linesInPieces,
  listen,
  type Row,
  seriesColumns,
  tieRows,
  tieTableColumns,
} from "./tables.ts";

/** The columns of the tables that a run can have. */
export const tableColumns = {
  series: seriesColumns,
  agents: agentTableColumns,
  ties: tieTableColumns,
  events: eventColumns,
} as const;

export type TableName = keyof typeof tableColumns;

export const tableNames = Object.keys(tableColumns) as readonly TableName[];

/** The tables that a run writes unless someone chooses others. */
export const usualTables: readonly TableName[] = ["series", "agents", "ties"];

/** The tables of a run, by the name of their file. */
export type TableFile = `${TableName}.csv`;

/** How long a run is, and which tables it writes. */
export interface RunPlan {
  /** the last tick */
  readonly ticks: number;
  /** ticks between two rows of series.csv; there is also a row at the start and at the end */
  readonly every: number;
  /** ticks between two waves of ties.csv; if missing, only the end is written */
  readonly tiesEvery?: number;
  /** the ticks of ties.csv, instead of waves and the end */
  readonly tiesAt?: readonly number[];
  /** the kinds of events in events.csv; all if missing */
  readonly eventKinds?: readonly string[];
  /** true to write events.csv, in addition to `tables` */
  readonly events?: boolean;
  /** the tables to write; `usualTables` if missing */
  readonly tables?: readonly TableName[];
  /** the tick at which the tables begin, in a run that continues another one; the tick of the run, or the end of its burn-in, if not given */
  readonly from?: number;
}

/** The next rows of a table. They are computed while you read them, so read them before you ask for the next part. */
export interface TablePart {
  readonly table: TableName;
  readonly rows: Iterable<Row>;
  /** between two ticks, if someone asked: writes the run and what its collector remembers, for `packed` of RunStart */
  readonly pack?: () => Uint8Array<ArrayBuffer>;
}

/** Decides at one tick which rows of ties.csv to write. */
export type TieFilter = (run: Run, collector: Collector) => (row: Row) => boolean;

/** Where the tables of a run start, if not with a new run. */
export interface RunStart {
  /** of the burn-in, if the run is at the end of it, or of a packed run */
  readonly memory?: CollectorMemory;
  /** whether the run was unpacked: the tables of its tick are then complete */
  readonly isPacked?: boolean;
  /** whether parts come with `pack` */
  readonly packs?: boolean;
  /** chooses ties; if missing, ties.csv has all that are known */
  readonly tieFilter?: TieFilter | undefined;
}

/** The next piece of a table. After each tick comes a piece without text, so that the caller can do other work. */
export interface TablePiece {
  readonly file: TableFile;
  readonly text: string;
}

/** The tables that a run with this plan writes, in the order of `tableNames`. */
export function chosenTables({ tables = usualTables, events = false }: Pick<RunPlan, "tables" | "events">): TableName[] {
  return tableNames.filter((name) => tables.includes(name) || (events && name === "events"));
}

/** Whether a run with this plan has a row of series.csv at a tick. */
export function measuredTicks({ ticks, every, from = 0 }: Pick<RunPlan, "ticks" | "every" | "from">): (tick: number) => boolean {
  return (tick) => tick === from || tick === ticks || (tick > from && tick < ticks && tick % every === 0);
}

/**
 * Advances a run to its last tick and generates the rows of its tables, without headers. At the start and after each tick comes a
 * part without rows, so that the caller can do other work.
 *
 * @param run at its first tick, or at least LOOK_BACK ticks before `plan.from`; nothing else may advance it before the last part
 * A run that was unpacked needs `plan.from`.
 */
export function* runTables(
  run: Run,
  plan: RunPlan,
  { memory, isPacked = false, packs = false, tieFilter }: RunStart = {},
): Generator<TablePart> {
  const { ticks, every, tiesEvery, tiesAt, eventKinds, from = Math.max(0, tickOf(run)) } = plan;
  const chosen = chosenTables(plan);
  const pause: TablePart = { table: chosen[0], rows: [] };
  const isMeasured = measuredTicks({ ticks, every, from });
  const isWave = (tick: number) =>
    tiesAt !== undefined
      ? tiesAt.includes(tick)
      : tick >= ticks || (tiesEvery !== undefined && tick > from && tick % tiesEvery === 0);
  const collector = createCollector(run.population, isMeasured, { settled: run.settled, ...(memory && { memory }) });
  const between: TablePart = { ...pause, pack: () => packFork(run, collector) };
  let isDone = isPacked;
  yield pause;
  while (tickOf(run) < from) {
    if (!isDone) collector.collect();
    if (packs) yield between;
    isDone = false;
    advance(run);
    yield pause;
  }
  if (chosen.includes("events")) listen(run);
  for (; ; isDone = false) {
    if (isDone) {
      advance(run);
      yield pause;
    }
    const row = collector.collect();
    if (chosen.includes("series") && row !== undefined) yield { table: "series", rows: [Array.from(row)] };
    if (chosen.includes("events")) yield { table: "events", rows: rowsOfKinds(eventRows(run), eventKinds) };
    if (chosen.includes("ties") && isWave(tickOf(run))) yield { table: "ties", rows: chosenTies(run, collector, tieFilter) };
    if (tickOf(run) >= ticks) break;
    if (packs) yield between;
    advance(run);
    yield pause;
  }
  if (chosen.includes("agents")) yield { table: "agents", rows: agentRows(run, collector) };
}

function* chosenTies(run: Run, collector: Collector, filter: TieFilter | undefined): Generator<Row> {
  const keeps = filter?.(run, collector);
  for (const row of tieRows(run, collector)) if (keeps === undefined || keeps(row)) yield row;
}

/** Rows of events. All are read, because reading clears the log. */
function* rowsOfKinds(rows: Iterable<Row>, kinds: readonly string[] | undefined): Generator<Row> {
  for (const row of rows) if (kinds === undefined || kinds.includes(String(row[1]))) yield row;
}

/**
 * The tables of `runTables` as CSV, piece by piece. The caller sets the pace, and no table is held in memory as a whole. The command
 * line and the page both write these rows, so they write the same bytes.
 */
export function* runFiles(run: Run, plan: RunPlan, memory?: CollectorMemory): Generator<TablePiece> {
  for (const table of chosenTables(plan))
    for (const text of linesInPieces([tableColumns[table]])) yield { file: `${table}.csv`, text };
  for (const { table, rows } of runTables(run, plan, memory && { memory })) {
    let isEmpty = true;
    for (const text of linesInPieces(rows)) {
      yield { file: `${table}.csv`, text };
      isEmpty = false;
    }
    if (isEmpty) yield { file: `${table}.csv`, text: "" };
  }
}
