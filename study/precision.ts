import type { Plan } from "./plan.ts";
import { intervalKey } from "./run-identity.ts";
import { describeValues } from "./statistics/describe.ts";

/** With fewer replicates an interval tells too little to go by. */
export const LEAST_REPLICATES = 5;

/**
 * Watches whether the 95 % intervals of all outcomes, at every point and arm, are narrow enough: half their width at most
 * `share` times the size of the mean, or at most the outcome's own `precision` where it has one. Asked of whole rounds only, one
 * replicate of everything, from the first on: so where it stops does not hang on which run was done first.
 */
export interface PrecisionRule {
  /**
   * Takes in a finished run: its number in design order and its values by outcome; NaN where one is not defined, or it failed.
   * What comes later of the same run stands.
   */
  add(number: number, values: readonly number[]): void;
  /** the replicates after which all intervals are narrow enough; undefined as long as they are not */
  settledAfter(): number | undefined;
}

export function createPrecisionRule(plan: Plan, share: number): PrecisionRule {
  const { points, experiment } = plan;
  const { outcomes, replicates, arms, seed } = experiment;
  const columns = outcomes.map(() => new Float64Array(plan.runs).fill(Number.NaN));
  const left = new Int32Array(replicates).fill(plan.combinations);
  const taken = new Uint8Array(plan.runs);
  let looked = LEAST_REPLICATES - 1;
  let settled: number | undefined;
  const isNarrow = (count: number) =>
    outcomes.every(({ name, precision }, at) =>
      everyCombination(plan, (combination, point, arm) => {
        const from = combination * replicates;
        const values = columns[at].subarray(from, from + count);
        const { mean, low, high } = describeValues(values, intervalKey(seed, name, points[point], arms[arm].name));
        const half = (high - low) / 2;
        return half <= (precision ?? share * Math.abs(mean));
      }),
    );
  return {
    add(number, values) {
      for (const [at, value] of values.entries()) columns[at][number] = value;
      left[number % replicates] -= 1 - taken[number];
      taken[number] = 1;
    },
    settledAfter() {
      while (settled === undefined && looked < replicates && left.subarray(0, looked + 1).every((runs) => runs === 0)) {
        looked++;
        if (isNarrow(looked)) settled = looked;
      }
      return settled;
    },
  };
}

function everyCombination(
  { points, experiment }: Plan,
  holds: (combination: number, point: number, arm: number) => boolean,
): boolean {
  const { arms } = experiment;
  for (let point = 0; point < points.length; point++) {
    for (let arm = 0; arm < arms.length; arm++) if (!holds(point * arms.length + arm, point, arm)) return false;
  }
  return true;
}
