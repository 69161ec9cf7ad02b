import { isScenario, type Scenario, type ScenarioName, scenarios } from "./scenarios.ts";

/** Ticks of a burn-in unless someone chooses another length. `docs/calibration.md` shows how long the default world needs. */
export const SETTLE_TICKS = 1040;

/** The longest burn-in, in ticks. */
export const MOST_SETTLE_TICKS = 1_000_000;

/** The length of a burn-in in ticks, from the way in which files and scenarios write it: yes, no or a number. */
export function settleTicks(settled: boolean | number): number {
  return typeof settled === "number" ? settled : settled ? SETTLE_TICKS : 0;
}

/** The length of a scenario's own burn-in, in ticks. */
export function settleTicksOf(name: ScenarioName): number {
  const { settled = false }: Scenario = scenarios[name];
  return settleTicks(settled);
}

/**
 * What a record says about a burn-in, so that reading it on top of its scenario gives the same.
 *
 * @param scenario the default one if it isn't given
 * @returns undefined if the record can leave it out
 */
export function recordSettled(ticks: number, scenario = "default"): number | false | undefined {
  if (ticks > 0) return ticks;
  return isScenario(scenario) && settleTicksOf(scenario) > 0 ? false : undefined;
}
