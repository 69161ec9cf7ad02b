import { mean, sampleStandardDeviation } from "simple-statistics";
import type { MorrisSteps } from "../designs/design-roles.ts";
import { percentileInterval, RESAMPLES, type Resampling, resampledCounts } from "./resampling.ts";

/** The elementary effects of a factor: what an outcome gains per way from the lower to the upper end of the factor. */
export interface MorrisIndex {
  /** their mean μ: effects of different sign cancel out */
  readonly mu: number;
  /** the mean of their absolute values, μ*: how much the factor matters */
  readonly muStar: number;
  /** 95 % interval of μ*; NaN where fewer than two trajectories are used */
  readonly muStarLow: number;
  readonly muStarHigh: number;
  /** their standard deviation σ: how far the effect bends, or hangs on the other factors; NaN where fewer than two are used */
  readonly sigma: number;
}

export interface MorrisIndices {
  /** trajectories of the design */
  readonly trajectories: number;
  /** those of them without a missing outcome; the others are left out whole */
  readonly used: number;
  /** by factor */
  readonly factors: readonly MorrisIndex[];
}

/**
 * Elementary effects of the factors of a Morris design on an outcome, with percentile intervals from bootstrap samples of whole
 * trajectories. An effect is the change of the outcome over the change of the factor that was really made (`MorrisSteps`).
 *
 * @param outcomes by row of the design; what is not a finite number is missing
 * @returns everything NaN where no trajectory is whole
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
      let sum = 0;
      for (let at = 0; at < counts.length; at++) sum += counts[at] * Math.abs(effects[factor][at]);
      drawn[factor][resample] = sum / counts.length;
    }
  }
  const several = whole.length > 1;
  const factors = effects.map((ofFactor, factor): MorrisIndex => {
    const [muStarLow, muStarHigh] = several ? percentileInterval(drawn[factor]) : [Number.NaN, Number.NaN];
    return {
      mu: whole.length > 0 ? mean(ofFactor) : Number.NaN,
      muStar: whole.length > 0 ? mean(ofFactor.map(Math.abs)) : Number.NaN,
      muStarLow,
      muStarHigh,
      sigma: several ? sampleStandardDeviation(ofFactor) : Number.NaN,
    };
  });
  return { trajectories, used: whole.length, factors };
}

/** By factor, an effect of each of some trajectories, in their order. */
function effectsOf(
  { dimensions, changed, steps }: MorrisSteps,
  outcomes: Float64Array,
  trajectories: readonly number[],
): number[][] {
  const effects = Array.from({ length: dimensions }, () => new Array<number>(trajectories.length));
  for (const [at, trajectory] of trajectories.entries()) {
    for (let step = 1; step <= dimensions; step++) {
      const row = trajectory * (dimensions + 1) + step;
      effects[changed[row]][at] = (outcomes[row] - outcomes[row - 1]) / steps[row];
    }
  }
  return effects;
}
