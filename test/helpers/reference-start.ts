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
  const circles = p.network === "random" && imported === undefined ? [p.agents] : circleSizes(p);
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
  if (p.network === "small_world") return smallWorld(p, tick);
  const all = pairsAmong(range(p.agents));
  if (p.network === "random")
    return randomPairs(tick, 0, "randomTies", (p.agents * (p.tiesWithin + p.tiesAcross)) / 2, all, p.agents, 0);
  const blockOf = circles.flatMap((size, c) => new Array<number>(size).fill(c));
  const within = circles.flatMap((m, c) => {
    const members = range(p.agents).filter((i) => blockOf[i] === c);
    const wanted = (m * Math.min(p.tiesWithin, (4 * (m - 1)) / 5)) / 2;
    return randomPairs(tick, c, "withinCircle", wanted, pairsAmong(members), m, members[0] ?? 0);
  });
  const apart = all.filter(([one, other]) => blockOf[one] !== blockOf[other]);
  const across = randomPairs(tick, circles.length, "acrossCircles", (p.agents * p.tiesAcross) / 2, apart, p.agents, 0);
  return [...within, ...across];
}

/**
 * M pairs uniformly among `possible`, which ascend by lower, then upper agent.
 *
 * @param e number of the event
 * @param m a fraction is the chance of one pair more
 * @param agents how many agents a draw may point to, from `first` on
 */
function randomPairs(
  tick: Words,
  e: number,
  purpose: Purpose,
  m: number,
  possible: readonly Pair[],
  agents: number,
  first: number,
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
    const ends = [count, count + 1].map((each) => first + Math.floor(drawOf(tried, purpose, each) * agents));
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
