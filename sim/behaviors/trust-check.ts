import { P } from "../parameters/effective-values.ts";
import { TRAIT, TRAITS } from "../parameters/trait-names.ts";
import { DECLINED, NOBODY, noteEvent } from "../population/event-log.ts";
import { makeRoom, type Population } from "../population/population.ts";
import { tieRow } from "../population/tie-store.ts";
import { draw } from "../random/keyed-draws.ts";
import { isActive } from "./pick-contact.ts";

/**
 * Runs a trust check on a person. With probability 1 − u, where u is the agent's trait `trusting`, the agent asks up to two of
 * its active contacts who know the person how far they trust that person. It declines if their mean trust share is below
 * `check_below`. The check passes if nobody whom the agent can ask knows the person.
 *
 * @param key the key of the event
 * @param checks the number of the draw that decides whether to check at all
 * @param whom the number of the first draw that decides whom to ask
 * @returns whether the agent is willing to deal with the person
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
  let known = listWhoKnow(population, agent, person);
  if (known === 0) return true;
  const { choices } = workspace;
  let sum = 0;
  let asked = 0;
  for (; asked < mostAsked && known > 0; asked++) {
    const place = Math.floor(draw(key[0], key[1], whom + asked) * known);
    sum += ties.trust[tieRow(ties, choices[place], person)];
    // Keep the order of the rest, so that a draw means the same contact whatever was taken before.
    choices.copyWithin(place, place + 1, known--);
  }
  const mean = sum / asked;
  if (mean >= values[P.checkBelow]) return true;
  noteEvent(population.events, DECLINED, agent, person, NOBODY, mean);
  return false;
}

/** Lists the agent's active contacts who know the person in `workspace.choices`, ascending, and returns their number. */
function listWhoKnow(population: Population, agent: number, person: number): number {
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
