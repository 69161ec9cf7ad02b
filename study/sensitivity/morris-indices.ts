import { mean, sampleStandardDeviation } from "simple-statistics";
import type { MorrisSteps } from "../designs/design-roles.ts";
import { itemAt, numberAt } from "../item-at.ts";
import { percentileInterval, RESAMPLES, type Resampling, resampledCounts } from "./resampling.ts";

/** The elementary effects of a factor: the change of an outcome as the factor goes from its lower to its upper end. */
export interface MorrisIndex {
  /** mean effect μ: effects of opposite sign cancel out */
  readonly mu: number;
  /** mean absolute effect μ*: how much the factor matters */
  readonly muStar: number;
  /** 95% interval of μ*; NaN with fewer than two trajectories */
  readonly muStarLow: number;
  readonly muStarHigh: number;
  /** standard deviation σ of the effects: large if the effect is nonlinear or depends on other factors; NaN with fewer than two */
  readonly sigma: number;
}

export interface MorrisIndices {
  /** number of trajectories in the design */
  readonly trajectories: number;
  /** number of trajectories without a missing outcome; the others are skipped entirely */
  readonly used: number;
  /** by factor */
  readonly factors: readonly MorrisIndex[];
}

/**
 * Elementary effects of the factors of a Morris design on an outcome, with percentile intervals from bootstrap samples of whole
 * trajectories. An effect is the change of the outcome divided by the actual change of the factor (`MorrisSteps`).
 *
 * @param outcomes by row of the design; a value that is not finite is missing
 * @returns NaN for every index if no trajectory is complete
 * @see Morris 1991, Technometrics 33(2), 161–174; for μ* Campolongo, Cariboni and Saltelli 2007, Environmental Modelling & Software
 *   22(10), 1509–1518
 */
export function morrisIndices(
  design: MorrisSteps,
  outcomes: Float64Array,
  { key, resamples = RESAMPLES }: Resampling,
): MorrisIndices {
  const { dimensions, changed } = design;
  const trajectories = changed.length / (dimensions + 1);
  const whole = Array.from({ length: trajectories }, (_, trajectory) => trajectory).filter((trajectory) =>
    outcomes.subarray(trajectory * (dimensions + 1), (trajectory + 1) * (dimensions + 1)).every(Number.isFinite),
  );
  const effects = effectsOf(design, outcomes, whole);
  const drawn = Array.from({ length: dimensions }, () => new Float64Array(resamples));
  for (let resample = 0; resample < resamples; resample++) {
    const counts = resampledCounts(whole.length, key, resample);
    for (let factor = 0; factor < dimensions; factor++) {
      const ofFactor = itemAt(effects, factor);
      let sum = 0;
      for (let at = 0; at < counts.length; at++) sum += (counts[at] ?? 0) * Math.abs(numberAt(ofFactor, at));
      itemAt(drawn, factor)[resample] = sum / counts.length;
    }
  }
  const several = whole.length > 1;
  const factors = effects.map((ofFactor, factor): MorrisIndex => {
    const [muStarLow, muStarHigh] = several ? percentileInterval(itemAt(drawn, factor)) : [Number.NaN, Number.NaN];
    return {
      mu: whole.length > 0 ? mean(Array.from(ofFactor)) : Number.NaN,
      muStar: whole.length > 0 ? mean(Array.from(ofFactor, Math.abs)) : Number.NaN,
      muStarLow,
      muStarHigh,
      sigma: several ? sampleStandardDeviation(Array.from(ofFactor)) : Number.NaN,
    };
  });
  return { trajectories, used: whole.length, factors };
}

/** By factor, the effect in each of some trajectories. */
function effectsOf(
  { dimensions, changed, steps }: MorrisSteps,
  outcomes: Float64Array,
  trajectories: readonly number[],
): Float64Array[] {
  const effects = Array.from({ length: dimensions }, () => new Float64Array(trajectories.length));
  for (const [at, trajectory] of trajectories.entries()) {
    for (let step = 1; step <= dimensions; step++) {
      const row = trajectory * (dimensions + 1) + step;
      itemAt(effects, itemAt(changed, row))[at] = (itemAt(outcomes, row) - itemAt(outcomes, row - 1)) / itemAt(steps, row);
    }
  }
  return effects;
}
