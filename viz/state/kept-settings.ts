import { computed, type ReadonlySignal } from "@preact/signals";
import type { RunState } from "./live-run.ts";
import { isSameTable, scenarioStart, settingsByHand } from "./settings.ts";
import { plannedInterventions, type Setup } from "./setup.ts";

/** What has been set by hand during a run, for the next one. */
export interface KeptSettings {
  /** whether the run or the setup differs from the scenario, or from the recorded run */
  readonly isChanged: ReadonlySignal<boolean>;
  /** takes what has been set in the run in progress into the setup of the next */
  keep(): void;
}

export function createKeptSettings(setup: Setup, { interventions }: Pick<RunState, "interventions">): KeptSettings {
  const { scenario, seed, chosen, byHand, fromFile } = setup;
  const setNow = computed(() => {
    const { parameters, traits } = settingsByHand(interventions.value, plannedInterventions(setup, fromFile.value));
    return {
      parameters: { ...byHand.value.parameters, ...parameters },
      traits: { ...byHand.value.traits, ...traits },
    };
  });
  return {
    isChanged: computed(() => {
      const first = fromFile.value?.record ?? { seed: scenarioStart(scenario.value).seed, parameters: {} };
      const { parameters, traits } = setNow.value;
      if (Object.keys({ ...parameters, ...traits }).length > 0 || seed.value !== first.seed) return true;
      return !isSameTable({ ...first.parameters, ...chosen.value }, first.parameters);
    }),
    keep() {
      byHand.value = setNow.value;
    },
  };
}
