import { P } from "../parameters/effective-values.ts";
import type { Population } from "../population/population.ts";
import { NEVER, type TieStore, tieRow } from "../population/tie-store.ts";

/**
 * Returns the strength that is left after some silent ticks: w / (1 + δ·(1 − λ·w)·silent). Strong ties fade more slowly. The result
 * never rises with `silent`, not even by rounding, because every operation rounds monotonically.
 *
 * @param strength w when it was last set, 0 to 1
 * @param silent ticks since the last encounter, 0 or more
 * @param fadingRate δ, per tick
 * @param protection λ, 0 to 1
 * @returns 0 to 1
 */
export function fadedStrength(strength: number, silent: number, fadingRate: number, protection: number): number {
  return strength / (1 + fadingRate * (1 - protection * strength) * silent);
}

/**
 * Finds the first tick from `lastEncounter` on at which the strength is below `forgetBelow`. Returns NEVER if there is no such
 * tick before NEVER.
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
  // The exact solution may round to either side, so compare the strength itself. If fading is very slow, many ticks round to the
  // same strength; after a few steps from the exact solution, bisection finds the first of them.
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
 * Sets a tie's strength in both rows, as of `tick`. If the tie will be forgotten earlier than the schedule says, it also brings
 * the schedule forward. The schedule is kept by agent, for ties to contacts with a higher index.
 *
 * @param values effective parameter values
 * @param lower the agent with the lower index
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

/** Brings the schedule of a tie's lower agent forward, if the strength set at `tick` makes the tie due earlier. */
export function bringForgettingForward(ties: TieStore, values: Float64Array, lower: number, strength: number, tick: number): void {
  const forgetBelow = values[P.forgetBelow];
  const fadingRate = values[P.fadingRate];
  const protection = values[P.fadingProtection];
  const scheduled = ties.nextForgetting[lower];
  // It is enough to compare the strength at the last tick before the scheduled one.
  if (scheduled > tick && fadedStrength(strength, scheduled - 1 - tick, fadingRate, protection) < forgetBelow)
    ties.nextForgetting[lower] = forgettingTick(strength, tick, forgetBelow, fadingRate, protection);
}

/** Returns the strength of a row's tie at `tick`, 0 to 1. */
export function strengthNow(ties: TieStore, values: Float64Array, row: number, tick: number): number {
  return fadedStrength(ties.strength[row], tick - ties.lastEncounter[row], values[P.fadingRate], values[P.fadingProtection]);
}

/** Returns the strength of two agents' tie now, 0 to 1; 0 if they don't know each other. */
export function strengthBetween({ ties, values, tick }: Population, one: number, other: number): number {
  const row = tieRow(ties, Math.min(one, other), Math.max(one, other));
  return row < 0 ? 0 : strengthNow(ties, values, row, tick);
}
