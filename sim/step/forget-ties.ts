import { P } from "../parameters/effective-values.ts";
import { NOBODY, noteBothTrusts, noteEvent, noteStrength, TIE_FORGOTTEN } from "../population/event-log.ts";
import type { Population } from "../population/population.ts";
import { movePromise } from "../population/promise-store.ts";
import { NEVER, removeTie, tieRow } from "../population/tie-store.ts";
import { fadedStrength, forgettingTick } from "../trust/tie-strength.ts";

/**
 * Phase 7. Forgets the ties whose strength has fallen below `forget_below`, with their beliefs. A schedule says which agents to
 * look at: before its scheduled tick, an agent has no such tie to a contact with a higher index.
 */
export function forgetTies(population: Population): void {
  const { ties, circles, tick, workspace } = population;
  const { nextForgetting } = ties;
  let forgot = 0;
  for (const agent of circles.present) if (nextForgetting[agent] <= tick) forgot += forgetTiesOf(population, agent);
  if (forgot === 0) return;
  lapsePromises(population);
  workspace.touched.fill(0);
}

/**
 * Forgets those of the agent's ties to contacts with a higher index that are due, and schedules the agent's next look.
 *
 * @returns how many ties were forgotten
 */
function forgetTiesOf(population: Population, agent: number): number {
  const { ties, values, tick, events, workspace } = population;
  const { blocks } = ties;
  const forgetBelow = values[P.forgetBelow];
  const fadingRate = values[P.fadingRate];
  const protection = values[P.fadingProtection];
  let next = NEVER;
  let forgot = 0;
  // From last to first, because a removal moves only the rows after it.
  for (let place = blocks.length[agent] - 1; place >= 0; place--) {
    const row = blocks.start[agent] + place;
    const contact = blocks.ids[row];
    if (contact < agent) break;
    const strength = ties.strength[row];
    const last = ties.lastEncounter[row];
    if (fadedStrength(strength, tick - last, fadingRate, protection) >= forgetBelow) {
      // Looking up the tick is only needed if it comes before that of another tie.
      if (fadedStrength(strength, next - 1 - last, fadingRate, protection) < forgetBelow)
        next = forgettingTick(strength, last, forgetBelow, fadingRate, protection);
      continue;
    }
    noteEvent(events, TIE_FORGOTTEN, agent, contact, NOBODY, Number.NaN);
    noteBothTrusts(events, ties.trust[row], Number.NaN, ties.trust[tieRow(ties, contact, agent)], Number.NaN);
    noteStrength(events, fadedStrength(strength, tick - last, fadingRate, protection), Number.NaN);
    removeTie(ties, agent, contact);
    workspace.touched[agent] = 1;
    workspace.touched[contact] = 1;
    forgot++;
  }
  ties.nextForgetting[agent] = next;
  return forgot;
}

/** Deletes the promises whose tie no longer exists; they count as neither kept nor broken. Looks only at `touched` agents. */
export function lapsePromises(population: Population): void {
  const { promises, ties, workspace } = population;
  const { touched } = workspace;
  let stay = 0;
  for (let at = 0; at < promises.count; at++) {
    const asker = promises.asker[at];
    const promiser = promises.promiser[at];
    if (touched[asker] === 1 && touched[promiser] === 1 && tieRow(ties, asker, promiser) < 0) continue;
    movePromise(promises, stay++, at);
  }
  promises.count = stay;
}
