import { BRIDGE, FADED, type Filter, type Graph, type ShownTies, STRONG, WEAK } from "../layout/layout-messages.ts";

/** Of each agent so many of its strongest ties are shown, and so many of its strongest bridges: all of them would hide the rest. */
const STRONGEST = 4;
const STRONGEST_BRIDGES = 1;

/** No picture has more ties, nor more bridges among them; where there are more, the strongest of them. */
const MOST = 6000;
const MOST_BRIDGES = 1200;

/** Weeks for which a tie counts as new. */
const YEAR = 52;

/** Ties as seen before: what is new, and what has gone. */
export interface SeenTies {
  run: number;
  /** the ties there were, sorted by both of their agents, and by tie the tick in which it was first seen */
  lower: Uint32Array;
  upper: Uint32Array;
  first: Int32Array;
  /** by number of the pair: the stroke of what was shown last */
  shown: Map<number, number>;
}

export function createSeenTies(): SeenTies {
  return { run: 0, lower: new Uint32Array(0), upper: new Uint32Array(0), first: new Int32Array(0), shown: new Map() };
}

/**
 * Chooses the ties to draw and their strokes. Active ties only; an agent that is looked at shows all of its own.
 *
 * @param agent looked at, −1 for none
 */
export function chooseTies(graph: Graph, filter: Filter, agent: number, seen: SeenTies): ShownTies {
  const { lower, upper, strength, activeFrom, strongFrom } = graph;
  const bridge = markBridges(graph);
  noteFirstSeen(graph, seen);
  const isWanted = filter === "best" ? isOfTheBest(graph, bridge) : passes(graph, filter, bridge, seen);
  let chosen: number[] = [];
  let active = 0;
  for (let tie = 0; tie < lower.length; tie++) {
    if (!(strength[tie] >= activeFrom)) continue;
    active++;
    const own = lower[tie] === agent || upper[tie] === agent;
    if (own || isWanted(tie)) chosen.push(tie);
  }
  if (chosen.length > MOST) chosen = strongestOf(chosen, strength, bridge);
  return withChanges(graph, chosen, active, seen, (tie) => {
    if (bridge[tie] === 1) return BRIDGE;
    return strength[tie] >= strongFrom ? STRONG : strength[tie] >= (activeFrom + strongFrom) / 3 ? WEAK : FADED;
  });
}

function isOfTheBest(graph: Graph, bridge: Uint8Array): (tie: number) => boolean {
  const { lower, upper, strength } = graph;
  const bars = strongestBars(graph, STRONGEST);
  const bridgeBars = strongestBars(graph, STRONGEST_BRIDGES, bridge);
  return (tie) => {
    const bar = bridge[tie] === 1 ? bridgeBars : bars;
    return strength[tie] >= bar[lower[tie]] || strength[tie] >= bar[upper[tie]];
  };
}

function passes(graph: Graph, filter: Exclude<Filter, "best">, bridge: Uint8Array, seen: SeenTies): (tie: number) => boolean {
  const { strength, strongFrom, trustOfLower, trustOfUpper, avoidBelow, tick } = graph;
  if (filter === "strong") return (tie) => strength[tie] >= strongFrom;
  if (filter === "weak") return (tie) => strength[tie] < strongFrom;
  if (filter === "bridges") return (tie) => bridge[tie] === 1;
  if (filter === "broken") return (tie) => Math.min(trustOfLower[tie], trustOfUpper[tie]) < avoidBelow;
  return (tie) => seen.first[tie] > 0 && tick - seen.first[tie] < YEAR;
}

/** As many as a picture may have. */
function strongestOf(chosen: readonly number[], strength: Float32Array, bridge: Uint8Array): number[] {
  const sorted = chosen.toSorted((a, b) => strength[b] - strength[a]);
  const bridges = sorted.filter((tie) => bridge[tie] === 1).slice(0, MOST_BRIDGES);
  return [...bridges, ...sorted.filter((tie) => bridge[tie] === 0).slice(0, MOST - bridges.length)];
}

/**
 * By agent: the strength of the last of its `count` strongest ties; 0 where it has no more than these.
 *
 * @param among by tie: 1 where it counts
 */
function strongestBars({ agents, lower, upper, strength }: Graph, count: number, among?: Uint8Array): Float32Array {
  const best = new Float32Array(agents * count);
  const offer = (agent: number, value: number) => {
    const last = agent * count + count - 1;
    if (!(value > best[last])) return;
    let place = last;
    while (place > agent * count && best[place - 1] < value) {
      best[place] = best[place - 1];
      place--;
    }
    best[place] = value;
  };
  for (let tie = 0; tie < lower.length; tie++) {
    if (among !== undefined && among[tie] === 0) continue;
    offer(lower[tie], strength[tie]);
    offer(upper[tie], strength[tie]);
  }
  return Float32Array.from({ length: agents }, (_, agent) => best[agent * count + count - 1]);
}

/** By tie: 1 where its two agents share no active contact. */
function markBridges({ agents, lower, upper, strength, activeFrom }: Graph): Uint8Array {
  const start = new Uint32Array(agents + 1);
  for (let tie = 0; tie < lower.length; tie++) {
    if (!(strength[tie] >= activeFrom)) continue;
    start[lower[tie] + 1]++;
    start[upper[tie] + 1]++;
  }
  for (let agent = 0; agent < agents; agent++) start[agent + 1] += start[agent];
  const contacts = new Uint32Array(start[agents]);
  const filled = start.slice(0, agents);
  for (let tie = 0; tie < lower.length; tie++) {
    if (!(strength[tie] >= activeFrom)) continue;
    contacts[filled[lower[tie]]++] = upper[tie];
    contacts[filled[upper[tie]]++] = lower[tie];
  }
  const bridge = new Uint8Array(lower.length);
  const mark = new Uint32Array(agents).fill(agents);
  let marked = agents;
  for (let tie = 0; tie < lower.length; tie++) {
    if (!(strength[tie] >= activeFrom)) continue;
    const one = lower[tie];
    // Ties come sorted by lower agent, so that its contacts are marked once for all of them.
    if (one !== marked) for (let k = start[one]; k < start[one + 1]; k++) mark[contacts[k]] = one;
    marked = one;
    let shared = 0;
    for (let k = start[upper[tie]]; k < start[upper[tie] + 1] && shared === 0; k++) shared = +(mark[contacts[k]] === one);
    bridge[tie] = +(shared === 0);
  }
  return bridge;
}

/** Goes along the ties that were there and those that are, both sorted. Those of the first picture were there before anyone looked. */
function noteFirstSeen({ run, tick, lower, upper }: Graph, seen: SeenTies): void {
  const anew = run !== seen.run;
  const first = new Int32Array(lower.length);
  let old = 0;
  for (let tie = 0; tie < lower.length && !anew; tie++) {
    while (
      old < seen.lower.length &&
      (seen.lower[old] < lower[tie] || (seen.lower[old] === lower[tie] && seen.upper[old] < upper[tie]))
    )
      old++;
    const isKnown = seen.lower[old] === lower[tie] && seen.upper[old] === upper[tie];
    first[tie] = isKnown ? seen.first[old] : tick;
  }
  if (anew) seen.shown.clear();
  Object.assign(seen, { run, lower, upper, first });
}

/** Puts the chosen ties together with those that have gone since the last picture, sorted by stroke. */
function withChanges(graph: Graph, chosen: number[], active: number, seen: SeenTies, strokeOf: (tie: number) => number): ShownTies {
  const { lower, upper, strength } = graph;
  const now = new Map<number, number>();
  const entries: { lower: number; upper: number; strength: number; stroke: number; change: number }[] = [];
  for (const tie of chosen) {
    const pair = pairNumber(lower[tie], upper[tie]);
    const stroke = strokeOf(tie);
    now.set(pair, stroke);
    entries.push({ lower: lower[tie], upper: upper[tie], strength: strength[tie], stroke, change: seen.shown.has(pair) ? 0 : 1 });
  }
  for (const [pair, stroke] of seen.shown)
    if (!now.has(pair)) entries.push({ lower: Math.floor(pair / PAIRS), upper: pair % PAIRS, strength: 0, stroke, change: 2 });
  seen.shown = now;
  entries.sort((a, b) => a.stroke - b.stroke || a.change - b.change);
  return {
    count: entries.length,
    active,
    lower: Uint32Array.from(entries, (entry) => entry.lower),
    upper: Uint32Array.from(entries, (entry) => entry.upper),
    strength: Float32Array.from(entries, (entry) => entry.strength),
    stroke: Uint8Array.from(entries, (entry) => entry.stroke),
    change: Uint8Array.from(entries, (entry) => entry.change),
  };
}

const PAIRS = 1 << 20;

function pairNumber(lower: number, upper: number): number {
  return lower * PAIRS + upper;
}
