import { P } from "../parameters/effective-values.ts";
import { NEVER, type TieStore } from "../population/tie-store.ts";

/**
 * What is left of a strength after some silent ticks: w / (1 + δ·(1 − λ·w)·silent). Strong ties fade more slowly.
 * Never grows with `silent`, in floating point too, as every operation rounds monotonically.
 *
 * @param strength w, 0 to 1, when last set
 * @param silent ticks since the last encounter, from 0
 * @param fadingRate δ, a tick
 * @param protection λ, 0 to 1
 */
export function fadedStrength(strength: number, silent: number, fadingRate: number, protection: number): number {
  return strength / (1 + fadingRate * (1 - protection * strength) * silent);
}

/**
 * The first tick, from `lastEncounter` on, at which the strength is below `forgetBelow`; NEVER where it stays at or above
 * it for as long as ticks are counted.
 */
export function forgettingTick(
  strength: number,
  lastEncounter: number,
  forgetBelow: number,
  fadingRate: number,
  protection: number,
): number {
  if (strength < forgetBelow) return lastEncounter;
  const slope = fadingRate * (1 - protection * strength);
  if (!(slope > 0 && forgetBelow > 0)) return NEVER;
  // The exact solution may round to either side; the strength itself decides. Where fading is next to nothing, many ticks round
  // to one strength, and after a few looks nearby the first tick is found by halving.
  let look = Math.floor((strength / forgetBelow - 1) / slope);
  let known = -1;
  let gone = NEVER - lastEncounter;
  if (!(look < gone)) return NEVER;
  for (let looks = 0; gone - known > 1; looks++) {
    if (looks > 3 || look <= known || look >= gone) look = known + Math.floor((gone - known) / 2);
    if (fadedStrength(strength, look, fadingRate, protection) < forgetBelow) gone = look--;
    else known = look++;
  }
  return lastEncounter + gone;
}

/**
 * Sets a tie's strength in both rows, as of `tick`, and brings its forgetting forward where it is due earlier than anything
 * that is scheduled. Forgetting is scheduled by agent, for its ties to contacts of higher index.
 *
 * @param values effective parameter values
 * @param lower the tie's agent of lower index
 */
export function setStrength(
  ties: TieStore,
  values: Float64Array,
  lower: number,
  oneRow: number,
  otherRow: number,
  strength: number,
  tick: number,
): void {
  ties.strength[oneRow] = strength;
  ties.strength[otherRow] = strength;
  ties.lastEncounter[oneRow] = tick;
  ties.lastEncounter[otherRow] = tick;
  bringForgettingForward(ties, values, lower, strength, tick);
}

/** Reckons with a tie's strength, as of `tick`, in the schedule of its agent of lower index. */
export function bringForgettingForward(ties: TieStore, values: Float64Array, lower: number, strength: number, tick: number): void {
  const forgetBelow = values[P.forgetBelow];
  const fadingRate = values[P.fadingRate];
  const protection = values[P.fadingProtection];
  const scheduled = ties.nextForgetting[lower];
  // One look at the last tick before the scheduled one tells whether this tie goes earlier.
  if (scheduled > tick && fadedStrength(strength, scheduled - 1 - tick, fadingRate, protection) < forgetBelow)
    ties.nextForgetting[lower] = forgettingTick(strength, tick, forgetBelow, fadingRate, protection);
}

/** Strength of a row's tie at `tick`. */
export function strengthNow(ties: TieStore, values: Float64Array, row: number, tick: number): number {
  return fadedStrength(ties.strength[row], tick - ties.lastEncounter[row], values[P.fadingRate], values[P.fadingProtection]);
}
