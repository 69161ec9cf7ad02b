import type { Parameters } from "../../sim/parameters/definitions.ts";
import { traitKeys } from "../../sim/parameters/trait-names.ts";
import type { Purpose } from "../../sim/random/purposes.ts";
import { drawOf, eventWords, runWords, tickWords, type Words } from "./reference-draws.ts";
import type { Person, State, Traits, View } from "./reference-state.ts";
import {
  atDepth,
  clip,
  firstView,
  mutual,
  ordinaryRichness,
  startEvidence,
  strengthAfter,
  trustShareBy,
} from "./reference-trust.ts";

/** The values of one agent from files; missing ones are drawn. */
export type Given = Partial<Omit<Person, "present" | "ties" | "given" | "since">>;

/** A tie that a file gives. */
export interface GivenTie {
  readonly lower: number;
  readonly upper: number;
  /** from 0 for the lowest weight to 1 for the highest; undefined without weights */
  readonly rank?: number | undefined;
  /** the agent that names the other, if only one does */
  readonly onlyNamedBy?: number | undefined;
  /** the given beliefs, by the agent that holds them */
  readonly ratings?: ReadonlyMap<number, GivenRating> | undefined;
  /** the ticks of contacts before the run, ascending */
  readonly contacts?: readonly number[] | undefined;
}

/** A trust share, or some of the beliefs; and the evidence, if it is given. */
export type GivenRating = { readonly [name in keyof View | "tau"]?: number | undefined };

type Pair = readonly [lower: number, upper: number];

/**
 * Tick 0 a second time, written from section 5 of docs/model.md alone: agents, circles, starting networks, first beliefs and
 * imported ties. It shares with the engine the parameters, the list of purposes and the names of traits.
 */
export function startState(p: Parameters, seed: string, given: readonly Given[] = [], imported?: readonly GivenTie[]): State {
  const run = runWords(seed);
  const isOneCircle = ["random", "preferential_attachment", "configuration"].includes(p.network) && imported === undefined;
  const circles = isOneCircle ? [p.agents] : circleSizes(p);
  const circleOf = circles.flatMap((size, c) => new Array<number>(size).fill(c));
  const people = range(p.agents).map((i) => drawPerson(p, run, 0, i, { circle: circleOf[i], sociality: 1, ...defined(given[i]) }));
  if (imported === undefined) {
    for (const [lower, upper] of network(p, circles, tickWords(run, 0))) tie(p, people, lower, upper, p.firstStrength);
  }
  for (const given of imported ?? []) importedTie(p, people, given);
  if (p.sociality === "degree") {
    const all = people.reduce((sum, { ties }) => sum + ties.size, 0);
    for (const [i, person] of people.entries())
      if (given[i]?.sociality === undefined && all > 0) person.sociality = Math.min(50, person.ties.size / (all / people.length));
  }
  return { tick: 0, people, promises: [], news: new Map(), nextItem: 0 };
}

/** The newcomer in the place of agent i, rule 15. */
export function drawNewcomer(p: Parameters, run: Words, tick: number, i: number, before: Person): Person {
  const { circle, sociality, reach, payoff, kept, broken } = before;
  const givenTraits = Object.fromEntries([...before.given].map((key) => [key, before[key]]));
  return drawPerson(p, run, tick, i, { ...givenTraits, circle, sociality, reach, payoff, kept, broken });
}

export function drawPerson(p: Parameters, run: Words, since: number, i: number, given: Given): Person {
  const event = eventWords(tickWords(run, since), i, i);
  const deviation = (purpose: Purpose) => drawOf(event, purpose, 0) + drawOf(event, purpose, 1) + drawOf(event, purpose, 2) - 1.5;
  const drawn = deviation("expertise");
  const inferred = (x: number) => (p.expertiseSpread === 0 ? 0 : (x - p.expertiseMean) / p.expertiseSpread);
  const Dx = given.x === undefined ? drawn : inferred(given.x);
  const mixed = p.statusExpertise * Dx + Math.sqrt(1 - p.statusExpertise * p.statusExpertise) * deviation("status");
  const traits = traitKeys.map((key) => [key, clip(p[`${key}Mean`] + p.traitSpread * deviation(key))]);
  return {
    ...(Object.fromEntries(traits) as Traits),
    present: true,
    since,
    circle: 0,
    sociality: 1,
    domain: Math.floor(drawOf(event, "domain") * p.domains),
    x: clip(p.expertiseMean + p.expertiseSpread * drawn),
    z: clip(p.statusMean + p.statusSpread * mixed),
    reach: 0,
    payoff: 0,
    kept: 0,
    broken: 0,
    ...defined(given),
    given: new Set(traitKeys.filter((key) => given[key] !== undefined)),
    ties: new Map(),
  };
}

/** Without the entries that are undefined. */
function defined(given: Given = {}): Given {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** Circles are blocks of these sizes. */
function circleSizes(p: Parameters): number[] {
  const n = Math.max(1, Math.floor(p.agents / p.circleSize + 0.5));
  let left = p.agents;
  return range(n).map((c) => {
    const f = n === 1 ? 0 : (2 * c) / (n - 1) - 1;
    const size = c === n - 1 ? left : Math.min(left, Math.floor(p.circleSize * (1 + p.circleSpread * f) + 0.5));
    left -= size;
    return size;
  });
}

function tie(p: Parameters, people: readonly Person[], lower: number, upper: number, w: number): void {
  beginTie(p, people, lower, upper, w, 0);
}

/** A tie with the evidence of a starting tie, as of tick t0. */
export function beginTie(p: Parameters, people: readonly Person[], lower: number, upper: number, w: number, t0: number): void {
  const e = startEvidence(p, w);
  const views = new Map([lower, upper].map((i) => [i, { ...firstView(p, people[i].trusting), e }]));
  const begun = { w, t0, views };
  people[lower].ties.set(upper, begun);
  people[upper].ties.set(lower, begun);
}

function importedTie(p: Parameters, people: readonly Person[], given: GivenTie): void {
  const { lower, upper, rank, onlyNamedBy, ratings, contacts = [] } = given;
  const weighted = rank === undefined ? p.firstStrength : Math.min(1, p.importedStrengthLow + p.importedStrengthSpan * rank);
  const views = new Map([lower, upper].map((i) => [i, firstView(p, i === onlyNamedBy ? 1 : people[i].trusting)]));
  const rated = new Set<number>();
  for (const [i, { tau, ...beliefs }] of ratings ?? []) {
    const one = tau === undefined ? {} : { C: tau, R: tau, I: tau, S: 1 - tau };
    const said = { ...one, ...Object.fromEntries(Object.entries(beliefs).filter(([, value]) => value !== undefined)) };
    if (Object.keys(said).length === 0) continue;
    Object.assign(views.get(i) ?? {}, { e: p.importedEvidence }, said);
    rated.add(i);
  }
  const sameCircle = people[lower].circle === people[upper].circle;
  const known = contacts.length === 0 ? { w: weighted, t0: 0 } : replay(p, [...views.values()], contacts, sameCircle);
  if (known === undefined) return;
  for (const [i, view] of views) if (!rated.has(i)) view.e = startEvidence(p, known.w);
  const begun = { ...known, views };
  people[lower].ties.set(upper, begun);
  people[upper].ties.set(lower, begun);
}

/** Strength and last encounter after a record of contacts, or undefined if the tie is forgotten at its end. */
function replay(
  p: Parameters,
  views: readonly View[],
  contacts: readonly number[],
  sameCircle: boolean,
): { w: number; t0: number } | undefined {
  const [one, other] = views.map(trustShareBy(p.trustFunction));
  const mu = mutual(p, one, other);
  const rate = atDepth(p.encounterGain * ordinaryRichness(p, sameCircle, mu), 1);
  let known: { w: number; t0: number } | undefined;
  for (let t = contacts[0]; t <= 0; t++) {
    const s = known && strengthAfter(p, known.w, t - known.t0);
    if (contacts.includes(t)) known = { w: s === undefined ? p.newStrength : s + rate * (mu - s), t0: t };
    if (known && strengthAfter(p, known.w, t - known.t0) < (p.forgetting ? p.forgetBelow : 0)) known = undefined;
  }
  return known;
}

function network(p: Parameters, circles: readonly number[], tick: Words): Iterable<Pair> {
  const k = p.tiesWithin + p.tiesAcross;
  switch (p.network) {
    case "small_world":
      return smallWorld(p, tick);
    case "ring":
      return smallWorld({ ...p, rewiring: 0 }, tick);
    case "preferential_attachment":
      return preferentialAttachment(p.agents, Math.floor(k / 2 + 0.5), tick);
    case "configuration":
      return configuration(drawDegrees(p, k, tick), tick);
    case "random":
      return randomPairs(tick, 0, "randomTies", (p.agents * k) / 2, pairsAmong(range(p.agents)), p.agents, 0);
    case "circles":
      return circleTies(p, circles, tick, (m) => Math.min(p.tiesWithin, (4 * (m - 1)) / 5), (p.agents * p.tiesAcross) / 2);
    case "blocks": {
      if (p.blockMatrix !== "homophily") return matrixTies(p, circles, tick);
      const N = p.agents;
      const within = (m: number) => Math.min((k * (m - 1 + p.homophily * (N - m))) / (N - 1), m - 1);
      const W = circles.reduce((sum, m) => sum + (m === 0 ? 0 : m * within(m)), 0);
      return circleTies(p, circles, tick, within, (N * k - W) / 2);
    }
  }
}

/** Random ties within circles, `within` for an agent in a circle of m, and `across` ties across circles. */
function circleTies(
  p: Parameters,
  circles: readonly number[],
  tick: Words,
  kIn: (m: number) => number,
  across: number,
): readonly Pair[] {
  const blockOf = circles.flatMap((size, c) => new Array<number>(size).fill(c));
  const within = circles.flatMap((m, c) => {
    const members = range(p.agents).filter((i) => blockOf[i] === c);
    return randomPairs(tick, c, "withinCircle", (m * kIn(m)) / 2, pairsAmong(members), m, members[0] ?? 0);
  });
  const apart = pairsAmong(range(p.agents)).filter(([one, other]) => blockOf[one] !== blockOf[other]);
  return [...within, ...randomPairs(tick, circles.length, "acrossCircles", across, apart, p.agents, 0)];
}

function matrixTies(p: Parameters, circles: readonly number[], tick: Words): Pair[] {
  const n = circles.length;
  const B = p.blockMatrix.split("; ").map((row) => row.split(" ").map(Number));
  const firsts = circles.map((_, c) => circles.slice(0, c).reduce((sum, m) => sum + m, 0));
  const members = circles.map((m, c) => range(m).map((i) => firsts[c] + i));
  return range(n).flatMap((a) =>
    range(n - a).flatMap((more) => {
      const b = a + more;
      const possible =
        a === b ? pairsAmong(members[a]) : members[a].flatMap((one) => members[b].map((other): Pair => [one, other]));
      const wanted = B[a][b] * possible.length;
      return randomPairs(tick, a * n + b, "blockTies", wanted, possible, circles[a], firsts[a], circles[b], firsts[b]);
    }),
  );
}

function preferentialAttachment(N: number, m: number, tick: Words): Pair[] {
  const pairs = pairsAmong(range(m + 1));
  const ends = pairs.flat();
  for (let i = m + 1; i < N; i++) {
    const drawn: number[] = [];
    for (let a = 0; drawn.length < m; a++) {
      const event = eventWords(tick, i, i + Math.floor(a / 1024));
      const agent = ends[Math.floor(drawOf(event, "attaches", a % 1024) * ends.length)];
      if (!drawn.includes(agent)) drawn.push(agent);
    }
    for (const agent of drawn) {
      pairs.push([agent, i]);
      ends.push(agent, i);
    }
  }
  return pairs;
}

function drawDegrees(p: Parameters, k: number, tick: Words): number[] {
  const { agents: N, degrees } = p;
  if (degrees === "equal") return range(N).map(() => Math.floor(k + 0.5));
  if (/^\d/.test(degrees)) {
    const list = degrees.split(" ").map(Number);
    return range(N).map((i) => list[i % list.length]);
  }
  const gamma = Number(degrees.split(" ")[1]);
  const a = k * (gamma - 2);
  const r = (d: number) =>
    degrees === "poisson" ? k / (d + 1) : degrees === "geometric" ? k / (k + 1) : (d + a) / (d + a + gamma);
  const t = [1];
  while (t.length < N) t.push(t[t.length - 1] * r(t.length - 1));
  const total = t.reduce((sum, weight) => sum + weight, 0);
  return range(N).map((i) => {
    const bar = drawOf(eventWords(tick, i, i), "degree") * total;
    let sum = 0;
    return t.findIndex((weight) => {
      sum += weight;
      return sum > bar;
    });
  });
}

function configuration(degrees: readonly number[], tick: Words): Pair[] {
  const stubs = degrees.flatMap((degree, i) => new Array<number>(degree).fill(i));
  for (let k = stubs.length - 1; k >= 1; k--) {
    const other = Math.floor(drawOf(eventWords(tick, k, k), "stubs") * (k + 1));
    [stubs[k], stubs[other]] = [stubs[other], stubs[k]];
  }
  const ties: Pair[] = [];
  const inOrder = (i: number, j: number): Pair => [Math.min(i, j), Math.max(i, j)];
  const canTie = (i: number, j: number) => i !== j && !ties.some(([x, y]) => x === Math.min(i, j) && y === Math.max(i, j));
  const aside: [p: number, u: number, v: number][] = [];
  for (let p = 0; 2 * p + 1 < stubs.length; p++) {
    const [u, v] = [stubs[2 * p], stubs[2 * p + 1]];
    if (canTie(u, v)) ties.push(inOrder(u, v));
    else aside.push([p, u, v]);
  }
  for (const [p, u, v] of aside)
    for (let t = 0; t < 1024 && ties.length > 0; t++) {
      const event = eventWords(tick, p, p);
      const at = Math.floor(drawOf(event, "rematches", 2 * t) * ties.length);
      const [lower, upper] = ties[at];
      const [x, y] = drawOf(event, "rematches", 2 * t + 1) < 0.5 ? [upper, lower] : [lower, upper];
      if (!canTie(u, x) || !canTie(v, y) || inOrder(u, x).join() === inOrder(v, y).join()) continue;
      ties[at] = inOrder(u, x);
      ties.push(inOrder(v, y));
      break;
    }
  return ties;
}

/**
 * M pairs uniformly among `possible`, which ascend by lower, then upper agent.
 *
 * @param e number of the event
 * @param m a fraction is the chance of one pair more
 * @param agents how many agents the first draw may point to, from `first` on; `agentsTo` and `firstTo` are those of the second
 */
function randomPairs(
  tick: Words,
  e: number,
  purpose: Purpose,
  m: number,
  possible: readonly Pair[],
  agents: number,
  first: number,
  agentsTo = agents,
  firstTo = first,
): Pair[] {
  const event = eventWords(tick, e, e);
  const oneMore = drawOf(event, "tieCount") < m - Math.floor(m) ? 1 : 0;
  const wanted = Math.min(Math.floor(m) + oneMore, possible.length);
  if (wanted > possible.length / 2) {
    let missing = wanted;
    return possible.filter((_, at) => {
      const take = drawOf(eventWords(event, at, at), purpose) * (possible.length - at) < missing;
      if (take) missing--;
      return take;
    });
  }
  const open = new Map(possible.map((pair) => [pair.join(), pair]));
  const found: Pair[] = [];
  for (let attempt = 0; found.length < wanted; attempt++) {
    const tried = eventWords(tick, e, e + Math.floor(attempt / 1024));
    const count = 2 * (attempt % 1024);
    const ends = [
      first + Math.floor(drawOf(tried, purpose, count) * agents),
      firstTo + Math.floor(drawOf(tried, purpose, count + 1) * agentsTo),
    ];
    const name = ends.sort((a, b) => a - b).join();
    const pair = open.get(name);
    if (pair === undefined) continue;
    open.delete(name);
    found.push(pair);
  }
  return found;
}

function smallWorld(p: Parameters, tick: Words): Pair[] {
  const n = p.agents;
  const h = Math.min(Math.floor(p.tiesWithin / 2 + 0.5), Math.floor((n - 1) / 2));
  const contacts = range(n).map(() => new Set<number>());
  const ringDistance = (a: number, b: number) => Math.min((a - b + n) % n, (b - a + n) % n);
  for (let d = 1; d <= h; d++)
    for (let i = 0; i < n; i++) {
      const event = eventWords(tick, i, (i + d) % n);
      let end = (i + d) % n;
      if (drawOf(event, "rewire", 0) < p.rewiring) {
        const tries = range(64).map((k) => Math.floor(drawOf(event, "rewire", k + 1) * n));
        end = tries.find((j) => j !== i && ringDistance(i, j) > h && !contacts[i].has(j)) ?? end;
      }
      contacts[i].add(end);
      contacts[end].add(i);
    }
  return pairsAmong(range(n)).filter(([one, other]) => contacts[one].has(other));
}

function pairsAmong(agents: readonly number[]): Pair[] {
  return agents.flatMap((one, at) => agents.slice(at + 1).map((other): Pair => [one, other]));
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, k) => k);
}
