import {
  advance,
  checkParameters,
  createCollector,
  createRun,
  networkMeasures,
  type Population,
  throwIfAny,
} from "../sim/index.ts";

/** A run of which only some measures at some ticks are wanted. Plain data, so that it can be given to a thread. */
export interface MeasuredRun {
  /** by name, what differs from the defaults */
  readonly parameters: Readonly<Record<string, number>>;
  readonly seed: string;
  /** ascending; the run ends with the last of them */
  readonly measuredAt: readonly number[];
  /** names of network measures, or `mean_evidence` */
  readonly measures: readonly string[];
}

/** A row for each measured tick, in it a value for each measure; NaN where a measure is not defined. */
export type Rows = readonly (readonly number[])[];

/** Runs all tasks, in whatever order; the results stand in the order of the tasks. */
export type Runner = (tasks: readonly MeasuredRun[]) => Promise<Rows[]>;

/** Mean pieces of evidence behind a belief, over known ties in both directions. It is no measure of the network's own table. */
export const MEAN_EVIDENCE = "mean_evidence";

/** @throws InputError where a parameter or its value is none; RangeError where a measure is none */
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
    if (measured) rows.push(places.map((place) => (place < 0 ? meanEvidence(population) : measured[place])));
    if (rows.length === measuredAt.length) return rows;
    advance(run);
  }
}

/** Runs the tasks one after the other in this thread. */
export const runHere: Runner = async (tasks) => tasks.map(measureRun);

/** Where a measure stands in a row of network measures; −1 for the mean evidence. */
function placeOf(measure: string): number {
  const place = networkMeasures.findIndex(({ name }) => name === measure);
  if (place < 0 && measure !== MEAN_EVIDENCE) throw new RangeError(`no measure of the network is called ${measure}`);
  return place;
}

function meanEvidence({ agents, ties }: Population): number {
  const { start, length } = ties.blocks;
  let evidence = 0;
  let rows = 0;
  for (let agent = 0; agent < agents.count; agent++) {
    for (let row = start[agent]; row < start[agent] + length[agent]; row++) evidence += ties.evidence[row];
    rows += length[agent];
  }
  return evidence / rows;
}
