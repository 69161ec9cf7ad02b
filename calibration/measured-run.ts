import { advance, checkParameters, createCollector, createRun, networkMeasures, throwIfAny } from "../sim/index.ts";
import { itemAt } from "../study/item-at.ts";

/** A run and the measures to take at some ticks. Plain data, so that it can be sent to a thread. */
export interface MeasuredRun {
  /** values that differ from the defaults, by name */
  readonly parameters: Readonly<Record<string, number>>;
  readonly seed: string;
  /** ascending; the run ends at the last one */
  readonly measuredAt: readonly number[];
  /** names of network measures */
  readonly measures: readonly string[];
}

/** One row for each measured tick, with a value for each measure; NaN where a measure is undefined. */
export type Rows = readonly (readonly number[])[];

/** Runs all tasks in any order. The results are in the order of the tasks. */
export type Runner = (tasks: readonly MeasuredRun[]) => Promise<Rows[]>;

/** @throws InputError for an unknown parameter or an invalid value; RangeError for an unknown measure */
export function measureRun({ parameters: given, seed, measuredAt, measures }: MeasuredRun): Rows {
  const { parameters, problems } = checkParameters(given);
  throwIfAny(problems);
  const places = measures.map(placeOf);
  const run = createRun({ parameters, seed });
  const { population } = run;
  const wanted = new Set(measuredAt);
  const collector = createCollector(population, (tick) => wanted.has(tick));
  const rows: number[][] = [];
  for (;;) {
    const measured = collector.collect();
    if (measured) rows.push(places.map((place) => itemAt(measured, place)));
    if (rows.length === measuredAt.length) return rows;
    advance(run);
  }
}

/** Runs the tasks in this thread, one at a time. */
export const runHere: Runner = async (tasks) => tasks.map(measureRun);

/** The column of a network measure. */
function placeOf(measure: string): number {
  const place = networkMeasures.findIndex(({ name }) => name === measure);
  if (place < 0) throw new RangeError(`no network measure is called ${measure}`);
  return place;
}
