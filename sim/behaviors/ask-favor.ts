import { P } from "../parameters/effective-values.ts";
import { TRAIT, TRAITS } from "../parameters/trait-names.ts";
import { NOBODY, noteEvent, noteTrustOfTo, PROMISE_MADE, REFUSED } from "../population/event-log.ts";
import { DOER, NEEDS_FAVOR, OTHER, OTHER_ROW, OWN_ROW, type Population, REQUEST, type Side } from "../population/population.ts";
import { addPromise } from "../population/promise-store.ts";
import { BELIEFS, SELF_ORIENTATION } from "../population/tie-store.ts";
import { AS_DRAWN, FAVOR, turnedOutcome } from "../population/turns.ts";
import { draw } from "../random/keyed-draws.ts";
import { ahead, purposes } from "../random/purposes.ts";
import { strengthNow } from "../trust/tie-strength.ts";
import { refreshTrust } from "../trust/trust-equation.ts";
import { moveBelief } from "../trust/update-belief.ts";
import { willingness } from "./give-generously.ts";
import { treatment } from "./treat-equally.ts";
import { passesTrustCheck } from "./trust-check.ts";

/**
 * Lets the doer ask the other for a favor, either by chance or because it needs one. If the doer has little evidence about the
 * other, it runs a trust check first and asks only if the check passes. A refusal makes the other seem more self-oriented. An
 * agreed favor is a promise, and the doer may rely on it.
 */
export function askFavor(population: Population, side: Side): void {
  const { agents, ties, values, tick } = population;
  const { who, key, drawn } = side;
  if (values[P.favors] === 0) return;
  const needed = who[REQUEST] === NEEDS_FAVOR;
  if (!needed && !(drawn[ahead.asks] < values[P.favorRate])) return;
  const doer = who[DOER];
  const other = who[OTHER];
  const row = who[OWN_ROW];
  // The encounter has brought the evidence up to this tick.
  if (
    ties.evidence[row] < values[P.checkEvidence] &&
    !passesTrustCheck(population, doer, other, key, purposes.checks, purposes.checksWhom)
  )
    return;
  const { turns } = population.workspace;
  const turned = turns.length === 0 ? AS_DRAWN : turnedOutcome(turns, FAVOR, doer, other, 0);
  const agrees = turned === AS_DRAWN ? draw(key[0], key[1], purposes.agrees) < agreement(population, side) : turned === 1;
  if (!agrees) {
    const before = ties.trust[row];
    moveBelief(ties.beliefs, row * BELIEFS + SELF_ORIENTATION, values[P.learnSelfOrientation], 1);
    refreshTrust(ties, row, values[P.trustFunction]);
    noteEvent(population.events, REFUSED, other, doer, NOBODY, Number.NaN);
    noteTrustOfTo(population.events, before, ties.trust[row]);
    return;
  }
  const trusting = agents.traits[doer * TRAITS + TRAIT.trusting];
  const relies = +(draw(key[0], key[1], purposes.relies) < trusting + (1 - trusting) * ties.trust[row]);
  const due = tick + 1 + Math.floor(draw(key[0], key[1], purposes.due) * values[P.longestDue]);
  addPromise(population.promises, doer, other, tick, due, relies, +needed);
  noteEvent(population.events, PROMISE_MADE, other, doer, NOBODY, relies);
}

/**
 * Returns the probability that the other agrees: (g + (1 − g)·s·τ)·v, where g is its generosity, s the strength of the tie,
 * τ its trust share in the doer, and v how it treats the doer.
 */
function agreement(population: Population, side: Side): number {
  const { ties, values, tick } = population;
  const { who } = side;
  const tie = strengthNow(ties, values, who[OWN_ROW], tick) * ties.trust[who[OTHER_ROW]];
  return willingness(population, who[OTHER], tie) * treatment(population, who[OTHER], who[DOER]);
}
