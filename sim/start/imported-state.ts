import { P } from "../parameters/effective-values.ts";
import type { ImportedState } from "../population/people.ts";
import type { Population } from "../population/population.ts";
import { tieRow } from "../population/tie-store.ts";
import { evidenceShare } from "../trust/evidence.ts";
import { fadedStrength, setStrength } from "../trust/tie-strength.ts";

/** Steps between neighboring numbers that are tried to either side of the exact solution. */
const MOST_STEPS = 64;

/** Gives a tie its strength and last encounter in another run. */
export function restoreTie({ ties, values }: Population, lower: number, upper: number, state: ImportedState, tie: number): void {
  const last = state.lastEncounter[tie];
  const set = strengthWhenSet(state.strength[tie], state.tick - last, values[P.fadingRate], values[P.fadingProtection]);
  setStrength(ties, values, lower, tieRow(ties, lower, upper), tieRow(ties, upper, lower), set, last);
}

/** Gives a row of a tie, whose evidence is that of `tick`, the evidence as of its last encounter. */
export function restoreEvidence({ ties, values }: Population, row: number, tick: number): void {
  const share = evidenceShare(tick - ties.lastEncounter[row], values[P.memory]);
  const now = ties.evidence[row];
  ties.evidence[row] = nearestThatGives(now / share, (evidence) => evidence * share === now);
}

/**
 * The strength that has faded to `faded` after some silent ticks: the inverse of `fadedStrength`.
 *
 * @returns 0 to 1; the nearest one if none fades to exactly this number, because it faded at another rate
 */
export function strengthWhenSet(faded: number, silent: number, fadingRate: number, protection: number): number {
  if (silent === 0 || faded === 0) return faded;
  const slope = fadingRate * silent;
  const exact = Math.min(1, (faded * (1 + slope)) / (1 + slope * protection * faded));
  return nearestThatGives(exact, (strength) => strength <= 1 && fadedStrength(strength, silent, fadingRate, protection) === faded);
}

/**
 * The number nearest to the solution of an equation that solves it exactly. Rounding can miss it by some steps, so the neighbors are
 * tried. A value that did come from the equation always has such a number.
 *
 * @param solution 0 or more
 * @param solves whether a number solves the equation to the last bit
 * @returns the solution as it is, if no neighbor solves the equation
 */
function nearestThatGives(solution: number, solves: (number: number) => boolean): number {
  const number = new Float64Array([solution]);
  const places = new BigInt64Array(number.buffer);
  const [middle] = places;
  for (let step = 0; step <= MOST_STEPS; step++) {
    for (const place of [middle + BigInt(step), middle - BigInt(step)]) {
      places[0] = place;
      if (solves(number[0])) return number[0];
    }
  }
  return solution;
}
