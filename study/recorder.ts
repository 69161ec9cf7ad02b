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
import type { Experiment, MeasureOutcome, Outcome } from "./experiment.ts";
import { evaluate, holds } from "./expressions/evaluate.ts";
import { measuresIn } from "./expressions/expression.ts";
import { parseCondition, parseNumber } from "./expressions/parse-expression.ts";
import { measuresOfOutcome } from "./expressions/parts-of-outcome.ts";
import { createScene, type FocalGroups, type Scene } from "./expressions/scene.ts";
import { itemAt } from "./item-at.ts";
import type { Samples } from "./kept-run.ts";
import { type KnownResults, sampleText } from "./known-results.ts";
import { isInSeries, looksToStop, neededTicks, outcomeValue, sampleTicks, whenOfEnded } from "./outcomes.ts";
import { isTableTick } from "./run-tables.ts";

/** Takes the measurements that an experiment needs while a run advances. It only reads the run. */
export interface Recorder {
  /** Call at each measured tick, with the collector's row. */
  record(row: Float64Array, collector: Collector): void;
  /** whether the condition holds that ends the run early */
  readonly stops: boolean;
  /** by outcome, after the last tick of the run; NaN where one is undefined */
  values(): number[];
  /** for each tick of the series: the tick, then the measures in order; undefined without series */
  readonly series: number[][] | undefined;
  /** everything that was sampled for outcomes */
  samples(): Samples;
}

/** Whether an experiment needs a measurement at a tick. */
export function measuredTicks(experiment: Experiment): (tick: number) => boolean {
  const { ticks, outcomes, series } = experiment;
  const needs = outcomes.map((outcome) => neededTicks(outcome, experiment));
  const isMeasured = Uint8Array.from(
    { length: ticks + 1 },
    (_, tick) =>
      +(
        (series !== undefined && isInSeries(series, tick, ticks)) ||
        looksToStop(experiment, tick) ||
        isTableTick(experiment, tick) ||
        needs.some((isNeeded) => isNeeded(tick))
      ),
  );
  return (tick) => isMeasured[tick] === 1;
}

/** Whether a measure needs a record of the encounters of new ties. */
export function needsLives({ outcomes, series, stop }: Experiment): boolean {
  const ofStop = stop === undefined ? [] : measuresIn(parseCondition(stop.when).expression);
  const names = [...outcomes.flatMap(measuresOfOutcome), ...(series?.measures ?? []), ...ofStop];
  return lifeMeasures.some(({ name }) => names.includes(name));
}

/** A run at one measured tick. */
interface Moment {
  readonly scene: Scene;
  /** the measures of a group, in the order of `groupMeasureColumns` */
  readonly groupRow: (of: Exclude<MeasureOutcome["of"], "network">) => Float64Array;
}

/**
 * @param run at tick 0, or later if something is known of it
 * @param members who is focal
 * @param known up to some tick; `record` is not called before it has passed
 */
export function createRecorder(experiment: Experiment, run: Run, members: FocalGroups, known?: KnownResults): Recorder {
  const { ticks, outcomes, series, stop } = experiment;
  const wanted = outcomes.map((outcome) => createSampler(outcome, experiment, known));
  const places = series?.measures.map((name) => placeIn(experimentMeasures, name)) ?? [];
  const rows: number[][] = (known?.series ?? []).map((row) => [...row]);
  const condition = stop && parseCondition(stop.when).expression;
  let stops = false;
  return {
    series: series && rows,
    get stops() {
      return stops;
    },
    record(row, collector) {
      const tick = tickOf(run);
      const scene = createScene(run, collector, row, members);
      stops = condition !== undefined && looksToStop(experiment, tick) && holds(condition, scene) === true;
      if (series !== undefined && (stops || isInSeries(series, tick, ticks)))
        rows.push([tick, ...places.map((place) => itemAt(row, place))]);
      // Each group is measured once per tick, however many outcomes need it.
      const measured = new Map<string, Float64Array>();
      const groupRow: Moment["groupRow"] = (of) => {
        const group = of === "agents" ? undefined : members[of];
        const numbers = measured.get(of) ?? measureGroup(run.population, collector.workspace, collector.window(), group);
        measured.set(of, numbers);
        return numbers;
      };
      for (const one of wanted) one.look(tick, { scene, groupRow });
    },
    values: () => wanted.map((one) => one.value(tickOf(run))),
    samples: () => uniteSamples(wanted),
  };
}

/** Samples an outcome. */
interface Sampler {
  look(tick: number, moment: Moment): void;
  /** @param last tick at which the run ended */
  value(last: number): number;
  /** what is sampled (`sampleText`) */
  readonly what: string;
  readonly samples: ReadonlyMap<number, number>;
}

/** Outcomes can share what they sample. */
function uniteSamples(samplers: readonly Sampler[]): Samples {
  const united = new Map<string, Map<number, number>>();
  for (const { what, samples } of samplers) united.set(what, new Map([...(united.get(what) ?? []), ...samples]));
  return united;
}

function createSampler(outcome: Outcome, experiment: Experiment, known: KnownResults | undefined): Sampler {
  const { when, every } = outcome;
  const read = readerOf(outcome);
  const isNeeded = neededTicks(outcome, experiment);
  const what = sampleText(outcome);
  const samples = new Map<number, number>();
  for (const [tick, value] of known?.samples.get(what) ?? []) if (isNeeded(tick)) samples.set(tick, value);
  const condition = "first" in when ? parseCondition(when.first).expression : undefined;
  return {
    what,
    samples,
    look(tick, moment) {
      if (!isNeeded(tick) || (condition !== undefined && (samples.size > 0 || holds(condition, moment.scene) !== true))) return;
      samples.set(tick, read(moment));
    },
    value(last) {
      if (condition !== undefined) return outcomeValue(outcome, [...samples.values()]);
      const ended = whenOfEnded(when, experiment.ticks, last);
      if (ended === undefined) return Number.NaN;
      const own = { when: ended, every };
      return outcomeValue(
        own,
        sampleTicks(own, last).map((tick) => samples.get(tick) ?? Number.NaN),
      );
    },
  };
}

function readerOf(outcome: Outcome): (moment: Moment) => number {
  if ("value" in outcome) {
    const { expression } = parseNumber(outcome.value);
    return ({ scene }) => evaluate(expression, scene);
  }
  const { of, measure } = outcome;
  const place = placeIn(of === "network" ? experimentMeasures : groupMeasureColumns, measure);
  return ({ scene, groupRow }) => itemAt(of === "network" ? scene.row : groupRow(of), place);
}

/** For each agent at the start, 1 for members. Agents added later count among all agents, but are neither focal nor others. */
export function focalGroups(focal: readonly number[], agents: number): FocalGroups {
  const isFocal = new Uint8Array(agents);
  for (const agent of focal) isFocal[agent] = 1;
  return { focal: isFocal, others: isFocal.map((one) => 1 - one) };
}

function placeIn(columns: readonly MeasureColumn[], name: string): number {
  const place = columns.findIndex((column) => column.name === name);
  if (place < 0) throw new RangeError(`no measure is called ${name}`);
  return place;
}
