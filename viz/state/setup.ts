import { batch, type Signal, signal } from "@preact/signals";
import type { ScenarioName } from "../../sim/parameters/scenarios.ts";
import { settleTicksOf } from "../../sim/parameters/settled.ts";
import type { Start } from "../../workers/messages.ts";
import type { FromFile, ReadOptions, RecordedStart } from "./from-file.ts";
import { type ByHand, defaults, nothingByHand, scenarioStart, type Table } from "./settings.ts";

/** What the next run starts with. */
export interface Setup {
  readonly scenario: Signal<ScenarioName>;
  readonly seed: Signal<string>;
  /** parameters by name that replace the scenario's */
  readonly chosen: Signal<Table>;
  /** what was set during runs and holds from the first week of the next */
  readonly byHand: Signal<ByHand>;
  /** people read from files, if any; they replace the people the model draws */
  readonly fromFile: Signal<FromFile | undefined>;
}

export function createSetup(): Setup {
  return {
    scenario: signal<ScenarioName>("default"),
    seed: signal(scenarioStart("default").seed),
    chosen: signal<Table>({}),
    byHand: signal(nothingByHand),
    fromFile: signal<FromFile | undefined>(undefined),
  };
}

/** Takes a scenario with its own seed and drops all other choices. */
export function takeScenario({ scenario, seed, chosen, byHand, fromFile }: Setup, name: ScenarioName): void {
  batch(() => {
    scenario.value = name;
    seed.value = scenarioStart(name).seed;
    chosen.value = {};
    byHand.value = nothingByHand;
    fromFile.value = undefined;
  });
}

/** Drops all changes: the next run starts as the scenario or the recorded run does. */
export function dropChanges(setup: Setup): void {
  const { scenario, seed, chosen, byHand, fromFile } = setup;
  const record = fromFile.value?.record;
  batch(() => {
    if (record !== undefined) takeRecord(setup, record);
    else {
      seed.value = scenarioStart(scenario.value).seed;
      chosen.value = {};
    }
    byHand.value = nothingByHand;
  });
}

/** The interventions that belong to what was chosen: those of the recorded run, or else of the scenario. */
export function plannedInterventions({ scenario }: Pick<Setup, "scenario">, file: FromFile | undefined): Start["interventions"] {
  return file?.record?.interventions ?? scenarioStart(scenario.value).interventions;
}

/**
 * The start of a run as the engine takes it. In a world that settles first, what was set by hand holds from the first week on, as it
 * does in experiments: the settled world is the same. In others it is part of the start.
 */
export function startOf(setup: Setup, file: FromFile | undefined): Start {
  const { scenario, seed, chosen, byHand } = setup;
  // Real people are a start that someone has chosen, so their world does not settle.
  const settled = file?.record?.settled ?? (file?.people === undefined ? settleTicksOf(scenario.value) : 0);
  const { parameters, traits } = byHand.value;
  const isLater = settled > 0 && Object.keys(parameters).length > 0;
  const tick = (file?.imported?.state?.tick ?? 0) + 1;
  const planned = plannedInterventions(setup, file);
  const kept = [
    ...(isLater ? [{ tick, set: parameters }] : []),
    ...(Object.keys(traits).length > 0 ? [{ tick, set_traits: traits, agents: "all" }] : []),
  ];
  return {
    seed: seed.value,
    scenario: scenario.value,
    parameters: isLater ? chosen.value : { ...chosen.value, ...parameters },
    interventions: [...planned, ...kept],
    ...(kept.length > 0 && { planned }),
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
export function takeRecord({ scenario, seed, chosen, byHand }: Setup, record: RecordedStart): void {
  batch(() => {
    scenario.value = record.scenario;
    seed.value = record.seed;
    chosen.value = record.parameters;
    byHand.value = nothingByHand;
  });
}

/** What a run is about: its scenario, and the people from files, if any. */
export type About = Pick<Choices, "scenario" | "fromFile">;

/** The values of a setup at one time. */
export interface Choices {
  readonly scenario: ScenarioName;
  readonly seed: string;
  readonly chosen: Table;
  readonly byHand: ByHand;
  readonly fromFile: FromFile | undefined;
}

export function choicesOf({ scenario, seed, chosen, byHand, fromFile }: Setup): Choices {
  return {
    scenario: scenario.value,
    seed: seed.value,
    chosen: chosen.value,
    byHand: byHand.value,
    fromFile: fromFile.value,
  };
}

export function restoreChoices(setup: Setup, choices: Choices): void {
  batch(() => {
    setup.scenario.value = choices.scenario;
    setup.seed.value = choices.seed;
    setup.chosen.value = choices.chosen;
    setup.byHand.value = choices.byHand;
    setup.fromFile.value = choices.fromFile;
  });
}
