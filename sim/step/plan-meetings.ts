import { treatment } from "../behaviors/treat-equally.ts";
import { P } from "../parameters/effective-values.ts";
import { sociableAnywhere, sociableInCircle } from "../population/circle-index.ts";
import { addPair } from "../population/pair-list.ts";
import { NO_REQUEST, type Population } from "../population/population.ts";
import { tieRow } from "../population/tie-store.ts";
import { AS_DRAWN, MEETING, turnedOutcome } from "../population/turns.ts";
import { draw, eventKey } from "../random/keyed-draws.ts";
import { purposes } from "../random/purposes.ts";

/** Note in a proposal: the two met by chance, nobody introduced them. */
const MET = -1;

/**
 * Plans a chance meeting, which costs no units. Its probability rises with the agent's sociality. It is with a member of the agent's
 * circle with probability (m − 1) / (m − 1 + κ_out), where m is the size of the circle, and with anyone otherwise: small groups have
 * more contacts outside. Whom the agent meets is drawn by sociality. A meeting takes place if both engage, with probability vij·vji.
 * With a contact it is an ordinary encounter of one unit, with a stranger a proposal for a new tie. On entry, `workspace.event` holds
 * the key of (agent, agent).
 *
 * @see Blau 1977, Inequality and Heterogeneity
 */
export function planMeetings(population: Population, agent: number): void {
  const { agents, circles, values, workspace } = population;
  const { event } = workspace;
  const key0 = event[0];
  const key1 = event[1];
  if (!(draw(key0, key1, purposes.meets) < values[P.meetingRate] * agents.sociality[agent])) return;
  const circle = agents.circle[agent];
  const others = circles.start[circle + 1] - circles.start[circle] - 1;
  // In a circle of one, with κ_out = 0, the share is NaN and the meeting is with anyone.
  if (draw(key0, key1, purposes.meetsInside) < others / (others + values[P.outsidePull]))
    meet(population, agent, sociableInCircle(circles, agents, agent, draw(key0, key1, purposes.whomInCircle)));
  else meet(population, agent, sociableAnywhere(circles, agents, agent, draw(key0, key1, purposes.whomAnywhere)));
}

function meet(population: Population, agent: number, other: number): void {
  if (other < 0) return;
  const { ties, values, workspace } = population;
  const { event, tickKey } = workspace;
  eventKey(tickKey, agent, other, event, 0);
  const both = treatment(population, agent, other) * treatment(population, other, agent);
  const { turns } = workspace;
  const turned = turns.length === 0 ? AS_DRAWN : turnedOutcome(turns, MEETING, agent, other, 0);
  if (!(turned === AS_DRAWN ? draw(event[0], event[1], purposes.meetingHappens) < both : turned === 1)) return;
  const row = tieRow(ties, agent, other);
  if (row >= 0) addPair(workspace.encounters, agent, other, row, 1, 1, NO_REQUEST, NO_REQUEST);
  else if (values[P.newTies] === 1) addPair(workspace.proposals, agent, other, 0, 0, 0, MET, MET);
}
