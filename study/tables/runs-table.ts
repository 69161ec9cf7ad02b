import { type Cell, escapeForSpreadsheet } from "../../sim/index.ts";
import type { Experiment, Factor } from "../experiment.ts";
import type { PlannedReplicate } from "../plan.ts";
import { type RunTableName, runTableColumns } from "../run-tables.ts";
import { levelCell } from "./factor-text.ts";

/** A finished run. */
export interface FinishedRun {
  readonly planned: PlannedReplicate;
  /** by outcome: null where one is undefined; no entry if the experiment did not have it when the run finished */
  readonly values: Readonly<Record<string, number | null>>;
  /** for each measured tick, the tick and the measures; null where one is undefined */
  readonly series: readonly (readonly (number | null)[])[];
  /** the tick at which it ended, if the experiment has a stop condition */
  readonly lastTick?: number | undefined;
  /** the rows that it adds to a table */
  readonly tableRows: (name: RunTableName) => readonly (readonly Cell[])[];
  readonly stateHash: string;
  /** empty if the run succeeded */
  readonly error: string;
}

export function runsColumns({ factors, outcomes, stop }: Experiment): string[] {
  return [...runNames(factors), ...outcomes.map(({ name }) => name), ...(stop ? ["last_tick"] : []), "state_hash", "error"];
}

/** A row of runs.csv. */
export function runsRow(
  { factors, outcomes, stop }: Experiment,
  { planned, values, lastTick, stateHash, error }: FinishedRun,
): Cell[] {
  const ofOutcomes = outcomes.map(({ name }) => (Object.hasOwn(values, name) ? (values[name] ?? undefined) : undefined));
  return [...runCells(factors, planned), ...ofOutcomes, ...(stop ? [lastTick] : []), stateHash, escapeForSpreadsheet(error)];
}

export function seriesColumns({ factors }: Pick<Experiment, "factors">): string[] {
  return [...runNames(factors), "tick", "measure", "value"];
}

/** The rows of series.csv for a run: one for each tick and measure. */
export function* seriesRows({ factors, series }: Experiment, { planned, series: rows }: FinishedRun): Generator<Cell[]> {
  const ofRun = runCells(factors, planned);
  for (const [tick, ...values] of rows) {
    for (const [at, measure] of (series?.measures ?? []).entries())
      yield [...ofRun, tick ?? undefined, measure, values[at] ?? undefined];
  }
}

export function runTableColumnsOf({ factors }: Pick<Experiment, "factors">, name: RunTableName): string[] {
  return [...runNames(factors), ...runTableColumns[name]];
}

/** The rows of ties.csv, agents.csv or events.csv for a run. */
export function* rowsOfRunTable(
  { factors }: Experiment,
  name: RunTableName,
  { planned, tableRows }: FinishedRun,
): Generator<Cell[]> {
  const ofRun = runCells(factors, planned);
  for (const row of tableRows(name))
    yield [...ofRun, ...row.map((cell) => (typeof cell === "string" ? escapeForSpreadsheet(cell) : cell))];
}

/** The columns that identify a run. */
function runNames(factors: readonly Factor[]): string[] {
  return ["id", "arm", ...factors.map(({ name }) => name), "replicate", "seed"];
}

function runCells(factors: readonly Factor[], { id, arm, point, replicate, seed }: PlannedReplicate): Cell[] {
  return [id, arm.name, ...factors.map(({ name }) => levelCell(point[name])), replicate, escapeForSpreadsheet(seed)];
}
