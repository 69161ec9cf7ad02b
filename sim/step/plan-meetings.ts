import { treatment } from "../behaviors/treat-equally.ts";
import { P } from "../parameters/effective-values.ts";
import { otherAnywhere, otherInCircle } from "../population/circle-index.ts";
import { addPair } from "../population/pair-list.ts";
import { NO_REQUEST, type Population } from "../population/population.ts";
import { tieRow } from "../population/tie-store.ts";
import { draw, eventKey } from "../random/keyed-draws.ts";
import { purposes } from "../random/purposes.ts";

/** Note in a proposal: the two met by chance, nobody introduced them. */
const MET = -1;

/**
 * Plans chance meetings, which cost no budget: one with a member of the agent's circle, one with anyone. A meeting takes place if
 * both engage, with probability vij·vji. With a contact it is an ordinary encounter, with a stranger a proposal for a new tie.
 * On entry, `workspace.event` holds the key of (agent, agent).
 */
export function planMeetings(population: Population, agent: number): void {
  const { agents, circles, values, workspace } = population;
  const { event } = workspace;
  const key0 = event[0];
  const key1 = event[1];
  if (draw(key0, key1, purposes.meetInCircle) < values[P.circleMeetings])
    meet(population, agent, otherInCircle(circles, agents.circle[agent], agent, draw(key0, key1, purposes.whomInCircle)));
  if (draw(key0, key1, purposes.meetAnywhere) < values[P.chanceMeetings])
    meet(population, agent, otherAnywhere(circles, agent, draw(key0, key1, purposes.whomAnywhere)));
}

function meet(population: Population, agent: number, other: number): void {
  if (other < 0) return;
  const { agents, ties, values, workspace } = population;
  const { event, tickKey } = workspace;
  eventKey(tickKey, agent, other, event, 0);
  const both = treatment(population, agent, other) * treatment(population, other, agent);
  if (!(draw(event[0], event[1], purposes.meetingHappens) < both)) return;
  if (tieRow(ties, agent, other) < 0) {
    addPair(workspace.proposals, agent, other, 0, MET, MET);
    return;
  }
  const richness = values[agents.circle[agent] === agents.circle[other] ? P.richnessWithin : P.richnessAcross];
  addPair(workspace.encounters, agent, other, richness, NO_REQUEST, NO_REQUEST);
}
