import { CONFIDENCE, type Confidence } from "../contrasts/contrast.ts";
import { itemAt, numberAt } from "../item-at.ts";
import type { Plan } from "../plan.ts";
import { estimateClearRatio, estimateMean } from "../statistics/estimate.ts";
import type { Attribution, Attributions, CauseShare } from "./attribution.ts";
import { shapleyWeights } from "./shapley-weights.ts";

/** Divides what causes bring together among them, one design point at a time, so that only sums by replicate are in memory. */
export interface AttributionAnalyzer {
  /** @param values of the next design point: by arm, outcome and replicate; NaN where one is missing */
  add(values: readonly (readonly Float64Array[])[]): void;
  /** Divides by the first `replicates` replicates, or by all. */
  finish(replicates?: number): Attributions;
}

/** @returns undefined unless the design is Shapley */
export function createAttributionAnalyzer({ points, experiment }: Plan): AttributionAnalyzer | undefined {
  const { design, factors, arms, outcomes, replicates, confidence = CONFIDENCE } = experiment;
  if (design.kind !== "shapley") return undefined;
  const sums = outcomes.map(() => arms.map(() => new Sums(factors.length, replicates)));
  let at = 0;
  return {
    add(values) {
      const point = itemAt(points, at++);
      const isOn = factors.map(({ name }) => point[name] === true);
      for (const [arm, ofArm] of values.entries())
        for (const [outcome, own] of ofArm.entries()) itemAt(itemAt(sums, outcome), arm).add(isOn, own);
    },
    finish: (count = replicates) => sums.map((byArm) => byArm.map((own) => own.divide(count, confidence))),
  };
}

/**
 * Sums of an outcome in an arm over the subsets of causes, by replicate. The first subset is the empty one, and every value counts as
 * its difference from it. A replicate counts only if every subset has a value.
 */
class Sums {
  readonly #weights: Float64Array;
  readonly #empty: Float64Array;
  readonly #total: Float64Array;
  readonly #contributions: readonly Float64Array[];
  readonly #alone: readonly Float64Array[];
  readonly #last: readonly Float64Array[];
  #subsets = 0;

  constructor(causes: number, replicates: number) {
    const byCause = () => Array.from({ length: causes }, () => new Float64Array(replicates));
    this.#weights = shapleyWeights(causes);
    this.#empty = new Float64Array(replicates).fill(Number.NaN);
    this.#total = new Float64Array(replicates);
    this.#contributions = byCause();
    this.#alone = byCause();
    this.#last = byCause();
  }

  /** @param isOn by cause; the first subset has none */
  add(isOn: readonly boolean[], values: Float64Array): void {
    if (this.#subsets++ === 0) this.#empty.set(values);
    const n = isOn.length;
    const size = isOn.filter(Boolean).length;
    const gained = values.map((value, at) => value - numberAt(this.#empty, at));
    for (const [cause, on] of isOn.entries()) {
      // The subset is the larger one of a pair if it has the cause, and the smaller one if not.
      const weight = on ? numberAt(this.#weights, size - 1) : -numberAt(this.#weights, size);
      addTo(itemAt(this.#contributions, cause), gained, weight);
      if (on && size === 1) addTo(itemAt(this.#alone, cause), gained, 1);
      if (on && size === n) addTo(itemAt(this.#last, cause), gained, 1);
      if (!on && size === n - 1) addTo(itemAt(this.#last, cause), gained, -1);
    }
    if (size === n) addTo(this.#total, gained, 1);
  }

  divide(count: number, confidence: Confidence): Attribution {
    // Every subset is part of every contribution, so a missing value makes all of them NaN.
    const complete = itemAt(this.#contributions, 0);
    const used = (values: Float64Array) =>
      values.map((value, at) => (Number.isNaN(numberAt(complete, at)) ? Number.NaN : value)).subarray(0, count);
    const mean = (values: Float64Array) => estimateMean(used(values), confidence);
    const total = used(this.#total);
    return {
      total: estimateMean(total, confidence),
      causes: this.#contributions.map(
        (values, cause): CauseShare => ({
          contribution: mean(values),
          share: estimateClearRatio(used(values), total, confidence),
          alone: mean(itemAt(this.#alone, cause)),
          last: mean(itemAt(this.#last, cause)),
        }),
      ),
    };
  }
}

function addTo(sums: Float64Array, values: Float64Array, weight: number): void {
  for (let at = 0; at < sums.length; at++) sums[at] = numberAt(sums, at) + weight * numberAt(values, at);
}
