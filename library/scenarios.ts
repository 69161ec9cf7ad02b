import { scenarios as definitions, type Scenario, type ScenarioName, scenarioNames, settleTicksOf } from "../sim/index.ts";

/** A named parameter set with a story. */
export interface ScenarioDescription {
  readonly name: ScenarioName;
  readonly title: string;
  readonly story: string;
  readonly seed: string;
  /** length of a run, without its burn-in */
  readonly ticks: number;
  /** ticks of the burn-in that the page gives it; 0 for none */
  readonly settle: number;
}

/** The built-in scenarios. `createRun({ scenario: name })` starts one. */
export const scenarios: readonly ScenarioDescription[] = scenarioNames.map((name) => {
  const { title, story, seed, ticks }: Scenario = definitions[name];
  return { name, title, story, seed, ticks, settle: settleTicksOf(name) };
});
