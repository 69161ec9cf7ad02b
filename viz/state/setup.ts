import { batch, type Signal, signal } from "@preact/signals";
import type { ScenarioName } from "../../sim/parameters/scenarios.ts";
import { settleTicksOf } from "../../sim/parameters/settled.ts";
import type { Start } from "../../workers/messages.ts";
import type { FromFile, ReadOptions, RecordedStart } from "./from-file.ts";
import { defaults, scenarioStart, type Table } from "./settings.ts";

/** What the next run starts with. */
export interface Setup {
  readonly scenario: Signal<ScenarioName>;
  readonly seed: Signal<string>;
  /** parameters by name that replace the scenario's */
  readonly chosen: Signal<Table>;
  /** people read from files, if any; they replace the people the model draws */
  readonly fromFile: Signal<FromFile | undefined>;
}

export function createSetup(): Setup {
  return {
    scenario: signal<ScenarioName>("default"),
    seed: signal(scenarioStart("default").seed),
    chosen: signal<Table>({}),
    fromFile: signal<FromFile | undefined>(undefined),
  };
}

/** Takes a scenario with its own seed and drops all other choices. */
export function takeScenario({ scenario, seed, chosen, fromFile }: Setup, name: ScenarioName): void {
  batch(() => {
    scenario.value = name;
    seed.value = scenarioStart(name).seed;
    chosen.value = {};
    fromFile.value = undefined;
  });
}

/** The start of a run as the engine takes it. */
export function startOf({ scenario, seed, chosen }: Setup, file: FromFile | undefined): Start {
  // Real people are a start that someone has chosen, so their world does not settle.
  const settled = file?.record?.settled ?? (file?.people === undefined ? settleTicksOf(scenario.value) : 0);
  return {
    seed: seed.value,
    scenario: scenario.value,
    parameters: chosen.value,
    interventions: file?.record?.interventions ?? scenarioStart(scenario.value).interventions,
    ...(settled > 0 && { settled }),
    ...(file?.people && { people: file.people }),
    ...(file?.imported && { imported: file.imported }),
    ...(file?.files && { files: file.files }),
  };
}

/** What reading a file depends on. */
export function readOptionsOf({ scenario, seed, chosen }: Setup): ReadOptions {
  const { domains } = { ...defaults, ...scenarioStart(scenario.value).parameters, ...chosen.value };
  return { seed: seed.value, domains: Number(domains) };
}

/** Takes scenario, seed and parameters of a recorded run. */
export function takeRecord({ scenario, seed, chosen }: Setup, record: RecordedStart): void {
  batch(() => {
    scenario.value = record.scenario;
    seed.value = record.seed;
    chosen.value = record.parameters;
  });
}

/** The values of a setup at one time. */
export interface Choices {
  readonly scenario: ScenarioName;
  readonly seed: string;
  readonly chosen: Table;
  readonly fromFile: FromFile | undefined;
}

export function choicesOf({ scenario, seed, chosen, fromFile }: Setup): Choices {
  return { scenario: scenario.value, seed: seed.value, chosen: chosen.value, fromFile: fromFile.value };
}

export function restoreChoices(setup: Setup, choices: Choices): void {
  batch(() => {
    setup.scenario.value = choices.scenario;
    setup.seed.value = choices.seed;
    setup.chosen.value = choices.chosen;
    setup.fromFile.value = choices.fromFile;
  });
}
