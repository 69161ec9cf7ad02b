import {
  agentRows,
  agentTableColumns,
  type Cell,
  type Collector,
  eventColumns,
  eventRows,
  listen,
  type Row,
  type Run,
  tickOf,
  tieRows,
  tieTableColumns,
} from "../sim/index.ts";
import type { Experiment, RunTables } from "./experiment.ts";
import { parseTies } from "./expressions/parse-expression.ts";
import type { FocalGroups } from "./expressions/scene.ts";
import { keepTies } from "./tie-filter.ts";

/** The tables that an experiment can keep of its runs, and their columns after those that identify a run. */
export const runTableColumns = {
  ties: tieTableColumns,
  agents: ["tick", ...agentTableColumns],
  events: eventColumns,
} as const satisfies Readonly<Record<keyof RunTables, readonly string[]>>;

export type RunTableName = keyof typeof runTableColumns;

export const runTableNames = Object.keys(runTableColumns) as readonly RunTableName[];

/** The rows that a run adds to each table. */
export type TableRows = Partial<Record<RunTableName, readonly (readonly Cell[])[]>>;

/** The rows of a run up to a tick, known from an earlier run. */
export interface KnownRows {
  readonly tick: number;
  readonly tables: TableRows;
}

/** The tables that an experiment keeps, in the order of `runTableNames`. */
export function keptTables({ tables = {} }: Pick<Experiment, "tables">): RunTableName[] {
  return runTableNames.filter((name) => tables[name] !== undefined);
}

/** Whether an experiment reads ties or agents at a tick, or may do so because a run can end there. */
export function isTableTick({ tables }: Pick<Experiment, "tables">, tick: number): boolean {
  return tables !== undefined && [tables.ties, tables.agents].some((table) => table?.at.includes(tick));
}

/** Keeps the rows of a run's tables while it advances. It only reads the run. */
export interface TableRecorder {
  /**
   * Call at each tick, after the collector.
   *
   * @param row of the collector, if the tick is measured
   * @param isLast whether the run ends here
   */
  record(collector: Collector, row: Float64Array | undefined, isLast: boolean): void;
  readonly rows: TableRows;
}

/**
 * @param known of a run that continues; rows up to its tick come from there
 * @returns undefined if the experiment keeps no tables
 */
export function createTableRecorder(
  { tables, ticks }: Experiment,
  run: Run,
  groups: FocalGroups,
  known?: KnownRows,
): TableRecorder | undefined {
  if (tables === undefined) return undefined;
  const { ties, agents, events } = tables;
  const rows: Partial<Record<RunTableName, Row[]>> = {
    ...(ties && { ties: [...(known?.tables.ties ?? [])] }),
    ...(agents && { agents: [...(known?.tables.agents ?? [])] }),
    ...(events && { events: [...(known?.tables.events ?? [])] }),
  };
  const where = ties?.where === undefined ? undefined : parseTies(ties.where).ties;
  // An empty cell is undefined, as in rows that have been kept as JSON.
  const add = (name: RunTableName, more: Iterable<Row>) => {
    for (const row of more) rows[name]?.push(row.map((cell) => (Number.isNaN(cell) ? undefined : cell)));
  };
  return {
    rows,
    record(collector, row, isLast) {
      const tick = tickOf(run);
      if (known !== undefined && tick < known.tick) return;
      // The last tick planned is that at which the run ends.
      const isAt = (at: readonly number[]) => (isLast && at.includes(ticks)) || (at.includes(tick) && tick < ticks);
      if (ties !== undefined && row !== undefined && isAt(ties.at)) {
        const keeps = where && keepTies(where, run, collector, { row, groups });
        add("ties", keeps === undefined ? tieRows(run, collector) : [...tieRows(run, collector)].filter(keeps));
      }
      if (agents !== undefined && row !== undefined && isAt(agents.at))
        for (const one of agentRows(run, collector)) add("agents", [[tick, ...one]]);
      if (events === undefined) return;
      if (tick >= events.from && tick <= events.to)
        add(
          "events",
          [...eventRows(run)].filter(([, kind]) => events.kinds.includes(String(kind))),
        );
      else for (const _ of eventRows(run)); // clears the log
      if (tick + 1 >= events.from) listen(run);
    },
  };
}
