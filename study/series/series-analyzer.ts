import { groupText } from "../contrasts/contrast-text.ts";
import type { Arm, DesignPoint, Experiment } from "../experiment.ts";
import { itemAt, numberAt } from "../item-at.ts";
import { isInSeries } from "../outcomes.ts";
import type { Plan } from "../plan.ts";
import type { Estimate } from "../statistics/estimate.ts";
import { Moments } from "./moments.ts";

/** With more combinations of points and arms, a figure of series shows arms, averaged over all points. */
const MOST_LINES = 6;

/** The most measures that a report draws. */
const MOST_MEASURES = 12;

/** A measure over time: its mean over replicates at each tick. */
export interface SeriesLine {
  readonly name: string;
  /** its place among all lines: arms, or combinations of points and arms */
  readonly place: number;
  /** by measure and tick */
  readonly estimates: readonly (readonly Estimate[])[];
}

/** What a report draws of series. */
export interface SeriesSummary {
  readonly ticks: readonly number[];
  /** names of the measures that are drawn; the experiment may have more */
  readonly measures: readonly string[];
  readonly lines: readonly SeriesLine[];
  /** paired differences from the first arm, or with a single arm from the first design point */
  readonly differences: readonly SeriesLine[];
  /** whether lines are averages over all design points */
  readonly isAveraged: boolean;
}

/** The means of the series of one combination of point and arm. */
export interface CombinationSeries {
  readonly point: DesignPoint;
  readonly arm: Arm;
  readonly ticks: readonly number[];
  /** takes indices of a measure and a tick */
  value(measure: number, tick: number): Estimate;
  /** from the first arm at the same point, or with a single arm from the first point; undefined for these */
  difference(measure: number, tick: number): Estimate | undefined;
}

/** Summarizes series while runs are read, in the order of the design. It keeps the runs of one combination, and sums of the others. */
export interface SeriesAnalyzer {
  /** Begins a combination; `rows` of its runs follow. */
  begin(point: number, arm: number): void;
  /** @param rows for each measured tick, the tick and the measures; null where one is undefined */
  add(replicate: number, rows: readonly (readonly (number | null)[])[]): void;
  /** Ends a combination. */
  end(): CombinationSeries;
  finish(): SeriesSummary;
}

/** The ticks of a series, ascending. */
function ticksOf({ series, ticks }: Experiment): number[] {
  if (series === undefined) return [];
  return Array.from({ length: ticks + 1 }, (_, tick) => tick).filter((tick) => isInSeries(series, tick, ticks));
}

/** Values by replicate, measure and tick. */
type Store = Map<number, Float64Array>;

/** @returns undefined if the experiment keeps no series */
export function createSeriesAnalyzer(plan: Plan): SeriesAnalyzer | undefined {
  const { experiment, points, combinations } = plan;
  if (experiment.series === undefined) return undefined;
  const { arms } = experiment;
  const { measures } = experiment.series;
  const ticks = ticksOf(experiment);
  const places = new Map(ticks.map((tick, at) => [tick, at]));
  const size = measures.length * ticks.length;
  const drawn = Math.min(measures.length, MOST_MEASURES);
  const isAveraged = combinations > MOST_LINES;
  const lines: SeriesLine[] = [];
  const differences: SeriesLine[] = [];
  const sums: Store[] = arms.map(() => new Map());
  let reference: Store = new Map();
  let current = { point: 0, arm: 0, isReference: true, values: new Moments(size), changes: new Moments(size) };

  const estimatesOf = (moments: Moments) =>
    Array.from({ length: drawn }, (_, measure) => ticks.map((_tick, tick) => moments.estimate(measure * ticks.length + tick)));
  const nameOf = (point: number, arm: number) => {
    const levels = Object.fromEntries(Object.entries(itemAt(points, point)).map(([factor, level]) => [factor, [level]]));
    return groupText(arms.length === 1 && points.length > 1 ? { levels } : { arm: itemAt(arms, arm).name, levels });
  };
  return {
    begin(point, arm) {
      const isReference = arms.length > 1 ? arm === 0 : point === 0;
      if (isReference) reference = new Map();
      current = { point, arm, isReference, values: new Moments(size), changes: new Moments(size) };
    },
    add(replicate, rows) {
      const values = new Float64Array(size).fill(Number.NaN);
      for (const [tick, ...row] of rows) {
        const place = places.get(tick ?? Number.NaN);
        if (place === undefined) continue;
        for (const [measure, value] of row.entries()) values[measure * ticks.length + place] = value ?? Number.NaN;
      }
      const other = reference.get(replicate);
      for (let at = 0; at < size; at++) {
        const value = numberAt(values, at);
        current.values.add(at, value);
        if (!current.isReference && other !== undefined) current.changes.add(at, value - numberAt(other, at));
      }
      if (current.isReference) reference.set(replicate, values);
      if (isAveraged) addTo(itemAt(sums, current.arm), replicate, values.subarray(0, drawn * ticks.length));
    },
    end() {
      const { point, arm, isReference, values, changes } = current;
      if (!isAveraged) {
        const line = { name: nameOf(point, arm), place: lines.length };
        lines.push({ ...line, estimates: estimatesOf(values) });
        if (!isReference) differences.push({ ...line, estimates: estimatesOf(changes) });
      }
      return {
        point: itemAt(points, point),
        arm: itemAt(arms, arm),
        ticks,
        value: (measure, tick) => values.estimate(measure * ticks.length + tick),
        difference: (measure, tick) => (isReference ? undefined : changes.estimate(measure * ticks.length + tick)),
      };
    },
    finish() {
      if (isAveraged) {
        const first = itemAt(sums, 0);
        for (const [arm, own] of sums.entries()) {
          const line = { name: itemAt(arms, arm).name, place: arm };
          lines.push({ ...line, estimates: estimatesOf(momentsOf(own, points.length, drawn * ticks.length)) });
          if (arm > 0)
            differences.push({
              ...line,
              estimates: estimatesOf(momentsOf(minus(own, first), points.length, drawn * ticks.length)),
            });
        }
      }
      return { ticks, measures: measures.slice(0, drawn), lines, differences, isAveraged };
    },
  };
}

/** Adds values to the sums of a replicate over design points. A point without a value leaves the replicate without one. */
function addTo(store: Store, replicate: number, values: Float64Array): void {
  const sums = store.get(replicate);
  if (sums === undefined) store.set(replicate, values.slice());
  else for (let at = 0; at < sums.length; at++) sums[at] = numberAt(sums, at) + numberAt(values, at);
}

function minus(store: Store, reference: Store): Store {
  return new Map(
    [...store].flatMap(([replicate, values]) => {
      const other = reference.get(replicate);
      return other === undefined ? [] : [[replicate, values.map((value, at) => value - numberAt(other, at))] as const];
    }),
  );
}

function momentsOf(store: Store, points: number, size: number): Moments {
  const moments = new Moments(size);
  for (const values of store.values()) for (let at = 0; at < size; at++) moments.add(at, numberAt(values, at) / points);
  return moments;
}
