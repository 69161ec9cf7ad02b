import type { PlainValue } from "../../sim/index.ts";
import type { DesignPoint } from "../experiment.ts";
import type { Plan } from "../plan.ts";
import { NEVER } from "../tables/factor-text.ts";
import type { Comparison, Group } from "./contrast.ts";

/** The weight of each combination of point and arm in a sum over the runs of a replicate, by number of the combination. */
export type Weights = ReadonlyMap<number, number>;

/** What a comparison needs of each replicate. */
export interface Part {
  readonly weights: Weights;
  /** what the sum is divided by, once it is complete; 1 if undefined */
  readonly divisor?: number;
  /** whether the weights add up to 0, so that values count as differences from the first: equal values then give exactly 0 */
  readonly isCentered?: boolean;
  /** for a maximum: the level whose mean this is */
  readonly level?: number;
}

/**
 * Takes a comparison apart into weighted sums over the runs of a replicate: the mean of each group, in the order of the design, so that
 * equal runs have equal means to the last bit; one sum for a slope; or the mean at each level for a maximum, in ascending order.
 */
export function partsOf(comparison: Comparison, plan: Plan): Part[] {
  switch (comparison.kind) {
    case "difference":
    case "difference of differences":
    case "ratio":
      return comparison.groups.map((group) => meanOver(combinationsOf(plan, group)));
    case "slope":
      return [{ weights: slopeWeights(plan, comparison.factor, comparison.within), isCentered: true }];
    case "maximum":
      return levelParts(plan, comparison.factor, comparison.within);
  }
}

/** The combinations of a group, in the order of the design. */
function combinationsOf({ points, experiment }: Pick<Plan, "points" | "experiment">, { arm, levels }: Group): number[] {
  const { arms } = experiment;
  const wanted = Object.entries(levels);
  return points.flatMap((point, at) =>
    wanted.every(([factor, some]) => some.includes(point[factor]))
      ? arms.flatMap(({ name }, which) => (arm === undefined || arm === name ? [at * arms.length + which] : []))
      : [],
  );
}

function meanOver(combinations: readonly number[]): Part {
  return { weights: new Map(combinations.map((combination) => [combination, 1])), divisor: combinations.length };
}

function slopeWeights(plan: Plan, factor: string, within: Group): Weights {
  const combinations = combinationsOf(plan, within);
  const numbers = combinations.map((combination) => levelNumber(pointOf(plan, combination)[factor]));
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const spread = numbers.reduce((sum, number) => sum + (number - mean) * (number - mean), 0);
  return new Map(combinations.map((combination, at) => [combination, ((numbers[at] ?? Number.NaN) - mean) / spread]));
}

function levelParts(plan: Plan, factor: string, within: Group): Part[] {
  const byLevel = new Map<number, number[]>();
  for (const combination of combinationsOf(plan, within)) {
    const level = levelNumber(pointOf(plan, combination)[factor]);
    byLevel.set(level, [...(byLevel.get(level) ?? []), combination]);
  }
  const sorted = [...byLevel].sort(([a], [b]) => a - b);
  return sorted.map(([level, own]) => ({ level, ...meanOver(own) }));
}

function pointOf({ points, experiment }: Plan, combination: number): DesignPoint {
  return points[Math.floor(combination / experiment.arms.length)] ?? {};
}

/** A level as a number: `never` is infinity. */
function levelNumber(level: PlainValue): number {
  return level === NEVER ? Number.POSITIVE_INFINITY : Number(level);
}
