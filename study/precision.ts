import { createAttributionAnalyzer } from "./attribution/attribution-analyzer.ts";
import { createFileContrastAnalyzer } from "./contrasts/contrast-analyzer.ts";
import { itemAt } from "./item-at.ts";
import type { Plan } from "./plan.ts";
import { intervalKey } from "./run-identity.ts";
import { describeValues } from "./statistics/describe.ts";

/** With fewer replicates, an interval is too unreliable to stop by. */
export const LEAST_REPLICATES = 5;

/**
 * Decides when intervals are narrow enough. With a share: those of all outcomes, at every point and arm, so that half their width is at
 * most this share of the absolute mean, or at most the `precision` of the outcome if it has one. With contrasts: theirs, so that half
 * their width is at most their `precision`. In a Shapley design, a share means that of the total difference, and the intervals are those
 * of the contributions of causes. Stopping looks at widths only, never at verdicts, which it would bias. The rule looks at complete replicates only, in
 * order, so the result does not depend on which run finished first.
 */
export interface PrecisionRule {
  /**
   * Adds a finished run: its number in design order and its values by outcome, NaN where one is undefined or the run failed. A later
   * call for the same run replaces its values.
   */
  add(number: number, values: readonly number[]): void;
  /** the number of replicates after which all intervals are narrow enough; undefined if they are not yet */
  settledAfter(): number | undefined;
}

/** How precise results must be: a share of the mean for every outcome, or contrasts that must reach their own `precision`. */
export type PrecisionTarget = number | readonly string[];

/** The rule of an experiment that asks for no precision: it makes every replicate. */
export const neverSettles: PrecisionRule = { add() {}, settledAfter: () => undefined };

export function createPrecisionRule(plan: Plan, target: PrecisionTarget): PrecisionRule {
  const { outcomes, replicates } = plan.experiment;
  const columns = outcomes.map(() => new Float64Array(plan.runs).fill(Number.NaN));
  const left = new Int32Array(replicates).fill(plan.combinations);
  const isAdded = new Uint8Array(plan.runs);
  let checked = LEAST_REPLICATES - 1;
  let settled: number | undefined;
  const isNarrow = (count: number) =>
    typeof target !== "number"
      ? areContrastsNarrow(plan, columns, target, count)
      : plan.experiment.design.kind === "shapley"
        ? areContributionsNarrow(plan, columns, target, count)
        : areOutcomesNarrow(plan, columns, target, count);
  return {
    add(number, values) {
      for (const [at, value] of values.entries()) itemAt(columns, at)[number] = value;
      if (itemAt(isAdded, number) === 0) left[number % replicates] = itemAt(left, number % replicates) - 1;
      isAdded[number] = 1;
    },
    settledAfter() {
      while (settled === undefined && checked < replicates && left.subarray(0, checked + 1).every((runs) => runs === 0)) {
        checked++;
        if (isNarrow(checked)) settled = checked;
      }
      return settled;
    },
  };
}

/** @param columns by outcome: values by number of the run */
function areOutcomesNarrow(plan: Plan, columns: readonly Float64Array[], share: number, count: number): boolean {
  const { points, experiment } = plan;
  const { outcomes, replicates, arms, seed } = experiment;
  return outcomes.every(({ name, precision }, at) =>
    everyCombination(plan, (combination, point, arm) => {
      const from = combination * replicates;
      const values = itemAt(columns, at).subarray(from, from + count);
      const key = intervalKey(seed, name, itemAt(points, point), itemAt(arms, arm).name);
      const { mean, low, high } = describeValues(values, key);
      const half = (high - low) / 2;
      return half <= (precision ?? share * Math.abs(mean));
    }),
  );
}

function areContrastsNarrow(plan: Plan, columns: readonly Float64Array[], names: readonly string[], count: number): boolean {
  const { replicates } = plan.experiment;
  const analyzer = createFileContrastAnalyzer(plan, names);
  for (let combination = 0; combination < plan.combinations; combination++) {
    const from = combination * replicates;
    analyzer.add(
      combination,
      columns.map((values) => values.subarray(from, from + count)),
    );
  }
  return analyzer.judge().every(({ contrast: { precision = Number.NaN }, low, high }) => (high - low) / 2 <= precision);
}

function areContributionsNarrow(plan: Plan, columns: readonly Float64Array[], share: number, count: number): boolean {
  const { arms, outcomes, replicates } = plan.experiment;
  const analyzer = createAttributionAnalyzer(plan);
  for (const point of plan.points.keys())
    analyzer?.add(
      arms.map((_, arm) => {
        const from = (point * arms.length + arm) * replicates;
        return columns.map((values) => values.subarray(from, from + replicates));
      }),
    );
  const found = analyzer?.finish(count) ?? [];
  return outcomes.every(({ precision }, outcome) =>
    itemAt(found, outcome).every(({ total, causes }) =>
      causes.every(({ contribution: { low, high } }) => (high - low) / 2 <= (precision ?? share * Math.abs(total.mean))),
    ),
  );
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
