import type { PlainValue } from "../sim/index.ts";
import type { DesignPoint, Factor } from "./experiment.ts";
import { itemAt, numberAt } from "./item-at.ts";
import type { Plan } from "./plan.ts";
import { type Estimate, estimateMean } from "./statistics/estimate.ts";
import { levelText } from "./tables/factor-text.ts";

/** A factor with more levels is cut into slices with equally many points. */
const MOST_LEVELS = 12;
export const SLICES = 8;

/** The mean over all design points with a level of a factor, or in a slice of its range. */
export interface MarginalMean extends Estimate {
  /** the middle of a slice */
  readonly level: PlainValue;
  /** `blow_off 0.3` */
  readonly text: string;
}

/** By outcome, factor, arm: the levels in the order of the factor. */
export interface MarginalMeans {
  readonly values: readonly (readonly (readonly (readonly MarginalMean[])[])[])[];
  /** of differences from the first arm at the same point, paired by replicate; empty for the first arm */
  readonly differences: readonly (readonly (readonly (readonly MarginalMean[])[])[])[];
  /** whether intervals are over replicates. With a single replicate they are over design points */
  readonly isOverReplicates: boolean;
}

interface Level {
  readonly level: PlainValue;
  readonly text: string;
  /** numbers of the points */
  readonly points: readonly number[];
}

/** Whether a factor is cut into slices. */
export function isSliced(points: readonly DesignPoint[], { name }: Factor): boolean {
  return new Set(points.map((point) => point[name])).size > MOST_LEVELS;
}

/**
 * Averages each factor's levels over all others, one design point at a time. In each replicate, the value of a level is the mean over
 * its points that have one; the interval is that of Student's t over replicates.
 */
export function createMarginals({ points, experiment }: Pick<Plan, "points" | "experiment">) {
  const { outcomes, arms } = experiment;
  // With a single factor, a level is a design point.
  const factors = experiment.factors.length < 2 ? [] : experiment.factors;
  const levels = factors.map((factor) => levelsOf(points, factor));
  const groupsOfPoint = points.map(() => new Int32Array(factors.length).fill(-1));
  for (const [factor, some] of levels.entries())
    for (const [at, { points: own }] of some.entries()) for (const one of own) itemAt(groupsOfPoint, one)[factor] = at;
  const cells = (): Sums[][][][] => outcomes.map(() => levels.map((some) => arms.map(() => some.map(() => new Sums()))));
  const [values, differences] = [cells(), cells()];
  let point = 0;
  return {
    /** @param given by arm, outcome and replicate; NaN where one is missing */
    add(given: readonly (readonly Float64Array[])[]): void {
      const groups = itemAt(groupsOfPoint, point++);
      for (const [arm, ofArm] of given.entries())
        for (const [outcome, own] of ofArm.entries()) {
          const reference = itemAt(itemAt(given, 0), outcome);
          const change = own.map((value, at) => value - numberAt(reference, at));
          for (const [factor, group] of groups.entries()) {
            if (group < 0) continue;
            itemAt(itemAt(itemAt(itemAt(values, outcome), factor), arm), group).add(own);
            if (arm > 0) itemAt(itemAt(itemAt(itemAt(differences, outcome), factor), arm), group).add(change);
          }
        }
    },
    finish(): MarginalMeans {
      const first = itemAt(values, 0).flat(2);
      const isOverReplicates = first.some((sums) => sums.replicates > 1);
      const meansOf = (all: Sums[][][][]) =>
        all.map((byFactor) =>
          byFactor.map((byArm, factor) =>
            byArm.map((sums) =>
              sums.map((own, at): MarginalMean => {
                const { level, text } = itemAt(itemAt(levels, factor), at);
                return { level, text, ...own.estimate(isOverReplicates) };
              }),
            ),
          ),
        );
      return { values: meansOf(values), differences: meansOf(differences), isOverReplicates };
    },
  };
}

/** The sums of a level over its points, by replicate. */
class Sums {
  #sums = new Float64Array(0);
  #counts = new Float64Array(0);
  /** values of single replicates, by point */
  readonly #single: number[] = [];

  /** @param values by replicate */
  add(values: Float64Array): void {
    if (this.#sums.length === 0) [this.#sums, this.#counts] = [new Float64Array(values.length), new Float64Array(values.length)];
    for (let at = 0; at < values.length; at++) {
      const value = numberAt(values, at);
      if (Number.isNaN(value)) continue;
      this.#sums[at] = numberAt(this.#sums, at) + value;
      this.#counts[at] = numberAt(this.#counts, at) + 1;
    }
    if (values.length === 1) this.#single.push(numberAt(values, 0));
  }

  get replicates(): number {
    return this.#sums.length;
  }

  estimate(isOverReplicates: boolean): Estimate {
    if (!isOverReplicates) return estimateMean(this.#single);
    return estimateMean(this.#sums.map((sum, at) => sum / numberAt(this.#counts, at))); // 0 / 0 is NaN
  }
}

function levelsOf(points: readonly DesignPoint[], factor: Factor): Level[] {
  const { name, values } = factor;
  if (isSliced(points, factor)) return slicesOf(points, name);
  const met = [...new Set(points.map((point) => point[name]))];
  const ordered =
    "levels" in values ? values.levels.filter((level) => met.includes(level)) : met.sort((a, b) => Number(a) - Number(b));
  return ordered.map((level) => ({
    level,
    text: `${name} ${levelText(level)}`,
    points: [...points.keys()].filter((point) => itemAt(points, point)[name] === level),
  }));
}

/** Slices of the factor with equally many points, from low to high. Levels that are words are left out. */
function slicesOf(points: readonly DesignPoint[], name: string): Level[] {
  const factorAt = (point: number) => Number(itemAt(points, point)[name]);
  const numbers = [...points.keys()].filter((point) => typeof itemAt(points, point)[name] === "number");
  const sorted = numbers.sort((a, b) => factorAt(a) - factorAt(b));
  const count = Math.min(SLICES, sorted.length);
  return Array.from({ length: count }, (_, slice) => {
    const own = sorted.slice(Math.floor((slice * sorted.length) / count), Math.floor(((slice + 1) * sorted.length) / count));
    const middle = own.reduce((sum, point) => sum + factorAt(point), 0) / own.length;
    return { level: middle, text: `${name} near ${middle.toPrecision(3)}`, points: own };
  });
}
