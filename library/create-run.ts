import { stepCode } from "../sim/compiled/step-code.ts";
import {
  checkInterventions,
  createCollector,
  createRun as createModelRun,
  formatValue,
  isTable,
  type Run as ModelRun,
  plainParameters,
  SERIES_INTERVAL,
  settle,
  throwIfAny,
  tickOf,
  useCompiledStep,
} from "../sim/index.ts";
import type { Intervention } from "./change.ts";
import type { ParameterValues } from "./parameter-types.ts";
import { type Inside, keepInside, type Run } from "./run.ts";
import {
  type GivenOptions,
  type RunOptions,
  readParameters,
  readRealPeople,
  readScenario,
  readSeed,
  readSettle,
  readWhole,
  unknownOptions,
} from "./run-options.ts";

/**
 * Creates a run at tick 0. If it settles first, this takes the time of the burn-in.
 *
 * @throws InputError with every fault of the options at once
 */
export function createRun(options: RunOptions = {}): Run {
  useCompiledStep(stepCode);
  const problems = isTable(options) ? unknownOptions(options) : [`createRun: options must be a table, got ${formatValue(options)}`];
  throwIfAny(isTable(options) ? [] : problems);
  const given: GivenOptions = options;
  const scenario = readScenario(given.scenario, problems);
  const every = readWhole("every", given.every ?? SERIES_INTERVAL, 1, Number.MAX_SAFE_INTEGER, problems);
  const settled = readSettle(given.settle, problems);
  const seed = readSeed(given.seed ?? scenario.seed, problems);
  const real = readRealPeople(given.people, problems);
  const { people, imported } = real;
  const merged = readParameters(given.parameters, scenario, real, problems);
  const listed = given.interventions ?? scenario.interventions ?? [];
  if (!Array.isArray(listed)) problems.push(`interventions must be a list, got ${formatValue(listed)}`);
  const checked = checkInterventions(Array.isArray(listed) ? listed : [], {
    parameters: merged.parameters,
    names: people?.names ?? [],
    circleNames: people?.circleNames ?? [],
    after: imported?.state?.tick ?? 0,
  });
  throwIfAny([...problems, ...checked.problems]);
  const run = createModelRun({
    parameters: merged.parameters,
    seed,
    interventions: checked.interventions,
    settled,
    ...(people && { people }),
    ...(imported && { imported }),
  });
  return openRun(run, every, merged.notes);
}

/** The run as a program sees it, at the end of its burn-in. */
function openRun(run: ModelRun, every: number, notes: readonly string[]): Run {
  const start = Math.max(0, tickOf(run));
  const hasRow = (tick: number) => tick >= start && (tick === start || tick % every === 0);
  // The collector asks ahead what to remember. The row of a tick itself is only computed for a reader.
  const isMeasured = (tick: number): boolean => hasRow(tick) && (tick !== tickOf(run) || inside.wantsRow);
  const collector = createCollector(run.population, isMeasured, { settled: run.settled });
  const inside: Inside = { run, collector, every, lastRow: -1, wantsRow: false };
  settle(run, collector);
  const view: Run = {
    seed: run.seed,
    every,
    notes,
    get tick() {
      return tickOf(run);
    },
    get parameters() {
      return plainParameters(run.parameters) as unknown as ParameterValues;
    },
    get interventions() {
      return structured(run.interventions);
    },
  };
  keepInside(view, inside);
  return view;
}

/** A copy, because the run's own list must not change from outside. */
function structured(interventions: readonly unknown[]): readonly Intervention[] {
  return JSON.parse(JSON.stringify(interventions)) as Intervention[];
}
