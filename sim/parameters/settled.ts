import { type Scenario, type ScenarioName, scenarios } from "./scenarios.ts";

/** Ticks of a burn-in unless someone chooses another length. `docs/calibration.md` shows how long the default world needs. */
export const SETTLE_TICKS = 1040;

/** The longest burn-in, in ticks. */
export const MOST_SETTLE_TICKS = 1_000_000;

/** The length of a burn-in in ticks, from the way in which files and scenarios write it: yes, no or a number. */
export function settleTicks(settled: boolean | number): number {
  return typeof settled === "number" ? settled : settled ? SETTLE_TICKS : 0;
}

/** The length of the burn-in of a scenario on the page, in ticks. */
export function settleTicksOf(name: ScenarioName): number {
  const { settled = false }: Scenario = scenarios[name];
  return settleTicks(settled);
}
