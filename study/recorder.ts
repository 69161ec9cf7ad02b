import {
  type Collector,
  experimentMeasures,
  groupMeasureColumns,
  lifeMeasures,
  type MeasureColumn,
  measureGroup,
  type Run,
  tickOf,
} from "../sim/index.ts";
import type { Experiment, Outcome } from "./experiment.ts";
import { itemAt } from "./item-at.ts";
import { isInSeries, outcomeValue, sampleTicks } from "./outcomes.ts";

/** Takes the measurements that an experiment needs while a run advances. It only reads the run. */
export interface Recorder {
  /** Call at each measured tick, with the collector's row. */
  record(row: Float64Array, collector: Collector): void;
  /** by outcome, after the last tick; NaN where one is undefined */
  values(): number[];
  /** for each tick of the series: the tick, then the measures in order; undefined without series */
  readonly series: number[][] | undefined;
}

/** Whether an experiment needs a measurement at a tick. */
export function measuredTicks({ ticks, outcomes, series }: Experiment): (tick: number) => boolean {
  const measured = new Set(outcomes.flatMap((outcome) => sampleTicks(outcome)));
  const inSeries = (tick: number) => series !== undefined && isInSeries(series, tick, ticks);
  return (tick) => tick >= 0 && tick <= ticks && (inSeries(tick) || measured.has(tick));
}

/** Whether a measure needs a record of the encounters of new ties. */
export function needsLives({ outcomes, series }: Experiment): boolean {
  const names = [...outcomes.map(({ measure }) => measure), ...(series?.measures ?? [])];
  return lifeMeasures.some(({ name }) => names.includes(name));
}

/**
 * @param run at tick 0
 * @param focal the focal agents, ascending
 */
export function createRecorder({ ticks, outcomes, series }: Experiment, run: Run, focal: readonly number[]): Recorder {
  const { population } = run;
  const members = groupsOf(focal, population.agents.count);
  const wanted = outcomes.map((outcome) => ({
    outcome,
    at: sampleTicks(outcome),
    place: placeOf(outcome),
    samples: new Map<number, number>(),
  }));
  const places = series?.measures.map((name) => placeIn(experimentMeasures, name)) ?? [];
  const rows: number[][] = [];
  const inSeries = (tick: number) => series !== undefined && isInSeries(series, tick, ticks);
  return {
    series: series && rows,
    record(row, collector) {
      const tick = tickOf(run);
      if (inSeries(tick)) rows.push([tick, ...places.map((place) => itemAt(row, place))]);
      // Each group is measured once per tick, however many outcomes need it.
      const ofGroup = new Map<string, Float64Array>([["network", row]]);
      for (const { outcome, at, place, samples } of wanted) {
        if (!at.includes(tick)) continue;
        const { of } = outcome;
        const numbers =
          ofGroup.get(of) ?? measureGroup(population, collector.workspace, collector.window(), members[of as keyof typeof members]);
        ofGroup.set(of, numbers);
        samples.set(tick, itemAt(numbers, place));
      }
    },
    values: () =>
      wanted.map(({ outcome, at, samples }) =>
        outcomeValue(
          outcome,
          at.map((tick) => samples.get(tick) ?? Number.NaN),
        ),
      ),
  };
}

/** For each agent at the start, 1 for members. Agents added later count among all agents, but are neither focal nor others. */
function groupsOf(focal: readonly number[], agents: number) {
  const isFocal = new Uint8Array(agents);
  for (const agent of focal) isFocal[agent] = 1;
  return { agents: undefined, focal: isFocal, others: isFocal.map((one) => 1 - one) };
}

/** The column of an outcome's measure, among network measures or measures of groups. */
function placeOf({ measure, of }: Outcome): number {
  return placeIn(of === "network" ? experimentMeasures : groupMeasureColumns, measure);
}

function placeIn(columns: readonly MeasureColumn[], name: string): number {
  const place = columns.findIndex((column) => column.name === name);
  if (place < 0) throw new RangeError(`no measure is called ${name}`);
  return place;
}
