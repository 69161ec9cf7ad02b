import { P } from "../parameters/effective-values.ts";
import { TRAIT, TRAITS } from "../parameters/trait-names.ts";
import { DECLINED, NOBODY, noteEvent } from "../population/event-log.ts";
import { makeRoom, type Population } from "../population/population.ts";
import { tieRow } from "../population/tie-store.ts";
import { draw } from "../random/keyed-draws.ts";
import { isActive } from "./pick-contact.ts";

/**
 * Trust checks are a message away. With probability 1 − u an agent asks up to two of its active ties who know the person how
 * far they trust them, and declines where the mean is below the bar. Passed where nobody knows the person.
 *
 * @param key of the event
 * @param checks number of the draw whether to check at all
 * @param whom number of the first draw of whom to ask
 * @returns whether the person may be dealt with
 */
export function passesTrustCheck(
  population: Population,
  agent: number,
  person: number,
  key: Int32Array,
  checks: number,
  whom: number,
): boolean {
  const { agents, ties, values, workspace } = population;
  const mostAsked = values[P.checkContacts];
  if (mostAsked === 0 || draw(key[0], key[1], checks) < agents.traits[agent * TRAITS + TRAIT.trusting]) return true;
  let known = whoKnow(population, agent, person);
  if (known === 0) return true;
  const { choices } = workspace;
  let sum = 0;
  let asked = 0;
  for (; asked < mostAsked && known > 0; asked++) {
    const place = Math.floor(draw(key[0], key[1], whom + asked) * known);
    sum += ties.trust[tieRow(ties, choices[place], person)];
    // the order of the rest stays, so that a draw means the same contact whatever was taken before
    choices.copyWithin(place, place + 1, known--);
  }
  const mean = sum / asked;
  if (mean >= values[P.checkBelow]) return true;
  noteEvent(population.events, DECLINED, agent, person, NOBODY, mean);
  return false;
}

/** Puts the agent's active ties who know the person into `workspace.choices`, ascending; returns how many. */
function whoKnow(population: Population, agent: number, person: number): number {
  const { ids, start, length } = population.ties.blocks;
  makeRoom(population.workspace, length[agent]);
  const { choices } = population.workspace;
  let row = start[agent];
  const end = row + length[agent];
  let theirs = start[person];
  const theirEnd = theirs + length[person];
  let count = 0;
  while (row < end && theirs < theirEnd) {
    const mine = ids[row];
    const other = ids[theirs];
    if (mine === other && isActive(population, row)) choices[count++] = mine;
    row += +(mine <= other);
    theirs += +(other <= mine);
  }
  return count;
}
