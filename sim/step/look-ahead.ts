import { P } from "../parameters/effective-values.ts";
import { TRAIT, TRAITS } from "../parameters/trait-names.ts";
import type { Outlook, Population } from "../population/population.ts";
import { evidenceShare } from "../trust/evidence.ts";

/** Stored evidence of at most this much means that two people have met just once. */
const MET_ONCE = 1;

/**
 * Fills the outlook of the tick: what every agent sees of its ties before anyone plans. Reads each row once. A contact's weight is
 * e·τ^k·v: people meet again whom they know well and trust, and whom they treat well. It is 0 for a contact whom the agent avoids.
 *
 * @see Kumpula et al. 2007, Physical Review Letters 99, 228701, for reinforcement
 */
export function lookAhead(population: Population): void {
  const { circles, ties, workspace } = population;
  const { present } = circles;
  makeRoomForRows(workspace.outlook, ties.blocks.ids.length, ties.blocks.start.length);
  for (let k = 0; k < present.length; k++) lookAtTies(population, present[k]);
}

function lookAtTies(population: Population, agent: number): void {
  const { agents, ties, values, tick, workspace } = population;
  const { ids, start, length } = ties.blocks;
  const { evidence, trust, lastEncounter } = ties;
  const { status } = agents;
  const { sums, freshCount, silentCount } = workspace.outlook;
  const avoidBelow = values[P.avoidBelow];
  const interval = values[P.followUpInterval];
  const freshFor = freshTicks(values);
  const memory = values[P.memory];
  const power = values[P.trustInChoice];
  const bias = values[P.credentials] * agents.traits[agent * TRAITS + TRAIT.statusBias];
  const first = start[agent];
  const end = first + length[agent];
  let sum = 0;
  let fresh = 0;
  let silent = 0;
  for (let row = first; row < end; row++) {
    const since = tick - lastEncounter[row];
    const share = trust[row];
    const meets = +(share >= avoidBelow);
    let raised = 1;
    for (let k = 0; k < power; k++) raised *= share;
    sum += meets * (evidence[row] * evidenceShare(since, memory) * raised * (1 - bias * (1 - status[ids[row]])));
    sums[row] = sum;
    fresh += meets & +(since <= freshFor) & +(evidence[row] <= MET_ONCE);
    silent += meets & +(since >= interval);
  }
  freshCount[agent] = fresh;
  silentCount[agent] = silent;
}

/** For how many ticks a tie is fresh: `fresh_for`, but at 0 none is, not even one that began or was strengthened in this tick. */
function freshTicks(values: Float64Array): number {
  return values[P.freshFor] > 0 ? values[P.freshFor] : -1;
}

/**
 * Finds a fresh contact whom the agent doesn't avoid. Few are looked for, so finding one again is cheaper than listing all.
 *
 * @param place which one, in ascending order: less than `freshCount`
 * @returns its row
 */
export function findFresh({ ties, values, tick }: Population, agent: number, place: number): number {
  const { evidence, trust, lastEncounter } = ties;
  const freshFor = freshTicks(values);
  let left = place;
  for (let row = ties.blocks.start[agent]; ; row++) {
    if (tick - lastEncounter[row] > freshFor || evidence[row] > MET_ONCE || !(trust[row] >= values[P.avoidBelow])) continue;
    if (left-- === 0) return row;
  }
}

/**
 * Finds a contact who has been silent for the follow-up interval and whom the agent doesn't avoid.
 *
 * @param place which one, in ascending order: less than `silentCount`
 * @returns its row
 */
export function findSilent({ ties, values, tick }: Population, agent: number, place: number): number {
  const { trust, lastEncounter } = ties;
  let left = place;
  for (let row = ties.blocks.start[agent]; ; row++) {
    if (tick - lastEncounter[row] < values[P.followUpInterval] || !(trust[row] >= values[P.avoidBelow])) continue;
    if (left-- === 0) return row;
  }
}

function makeRoomForRows(outlook: Outlook, rows: number, agents: number): void {
  if (rows > outlook.sums.length) {
    outlook.sums = new Float64Array(rows);
    outlook.units = new Uint16Array(rows);
  }
  if (agents > outlook.freshCount.length) {
    outlook.freshCount = new Uint32Array(agents);
    outlook.silentCount = new Uint32Array(agents);
  }
}
