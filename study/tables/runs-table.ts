import type { Cell } from "../../sim/index.ts";
import type { Experiment } from "../experiment.ts";
import type { PlannedReplicate } from "../plan.ts";

/** What is known of a finished run, by name. */
export interface FinishedRun {
  readonly planned: PlannedReplicate;
  /** by outcome; null where one is not defined, nothing where it was not asked when the run was made */
  readonly values: Readonly<Record<string, number | null>>;
  /** by measured tick, the tick and the measures; null where one is not defined */
  readonly series: readonly (readonly (number | null)[])[];
  readonly stateHash: string;
  /** empty where nothing went wrong */
  readonly error: string;
}

/** Columns of runs.csv before the factors, and between them and the outcomes. */
export const runColumnsBefore = ["id", "arm"] as const;
export const runColumnsBetween = ["replicate", "seed"] as const;
export const runColumnsAfter = ["state_hash", "error"] as const;

export function runsColumns({ factors, outcomes }: Experiment): string[] {
  return [
    ...runColumnsBefore,
    ...factors.map(({ name }) => name),
    ...runColumnsBetween,
    ...outcomes.map(({ name }) => name),
    ...runColumnsAfter,
  ];
}

/** A row of runs.csv. */
export function runsRow({ factors, outcomes }: Experiment, { planned, values, stateHash, error }: FinishedRun): Cell[] {
  const { id, arm, point, replicate, seed } = planned;
  return [
    id,
    arm.name,
    ...factors.map(({ name }) => point[name] as Cell),
    replicate,
    seed,
    ...outcomes.map(({ name }) => values[name] ?? undefined),
    stateHash,
    error,
  ];
}

export function seriesColumns({ factors }: Experiment): string[] {
  return [...runColumnsBefore, ...factors.map(({ name }) => name), "replicate", "tick", "measure", "value"];
}

/** The rows of series.csv of a run: one a tick and measure. */
export function* seriesRows({ factors, series }: Experiment, { planned, series: rows }: FinishedRun): Generator<Cell[]> {
  const { id, arm, point, replicate } = planned;
  const before = [id, arm.name, ...factors.map(({ name }) => point[name] as Cell), replicate];
  for (const [tick, ...values] of rows) {
    for (const [at, measure] of (series?.measures ?? []).entries())
      yield [...before, tick ?? undefined, measure, values[at] ?? undefined];
  }
}
