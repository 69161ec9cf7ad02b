import { P } from "../parameters/effective-values.ts";
import type { ImportedState } from "../population/people.ts";
import type { Population } from "../population/population.ts";
import { tieRow } from "../population/tie-store.ts";
import { fadedStrength, setStrength } from "../trust/tie-strength.ts";

/** Steps between neighboring numbers that are tried to either side of the exact solution. */
const MOST_STEPS = 64;

/** Gives a tie its strength and last encounter in another run. */
export function restoreTie({ ties, values }: Population, lower: number, upper: number, state: ImportedState, tie: number): void {
  const last = state.lastEncounter[tie];
  const set = strengthWhenSet(state.strength[tie], state.tick - last, values[P.fadingRate], values[P.fadingProtection]);
  setStrength(ties, values, lower, tieRow(ties, lower, upper), tieRow(ties, upper, lower), set, last);
}

/**
 * The strength that has faded to `faded` after some silent ticks: the inverse of `fadedStrength`. Rounding can miss it by some
 * steps, so the neighbors are tried until one fades to exactly the same number. A strength that did fade so always has one.
 *
 * @returns 0 to 1; the nearest one if none fades to exactly this number, because it faded at another rate
 */
export function strengthWhenSet(faded: number, silent: number, fadingRate: number, protection: number): number {
  if (silent === 0 || faded === 0) return faded;
  const slope = fadingRate * silent;
  const exact = Math.min(1, (faded * (1 + slope)) / (1 + slope * protection * faded));
  const bits = new Float64Array([exact]);
  const places = new BigInt64Array(bits.buffer);
  const [middle] = places;
  for (let step = 0; step <= MOST_STEPS; step++) {
    for (const place of [middle + BigInt(step), middle - BigInt(step)]) {
      places[0] = place;
      if (bits[0] <= 1 && fadedStrength(bits[0], silent, fadingRate, protection) === faded) return bits[0];
    }
  }
  return exact;
}
