import type { Parameters } from "../../sim/parameters/definitions.ts";
import { type TraitKey, traitKeys } from "../../sim/parameters/trait-names.ts";
import type { Purpose } from "../../sim/random/purposes.ts";
import { seedKey } from "../../sim/random/seed.ts";
import { drawOf, eventWords, tickWords, type Words } from "./reference-draws.ts";
import type { Person, State, Traits, View } from "./reference-state.ts";
import { asRounded, clip, firstView } from "./reference-trust.ts";

/** The values of one agent from files; missing ones are drawn. */
export type Given = Partial<Omit<Person, "ties">>;

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
 * imported ties. It shares with the engine the parameters, the list of purposes, the names of traits and the seed's two words.
 */
export function startState(p: Parameters, seed: string, given: readonly Given[] = [], imported?: readonly GivenTie[]): State {
  const key = seedKey(seed);
  const tick = tickWords([key[0] >>> 0, key[1] >>> 0], 0);
  const people = range(p.agents).map((i) => drawPerson(p, tick, i, given[i] ?? {}, imported !== undefined));
  if (imported === undefined) for (const [lower, upper] of network(p, tick)) tie(p, people, lower, upper, p.firstStrength);
  for (const given of imported ?? []) importedTie(p, people, given);
  return { tick: 0, people, promises: [], news: new Map(), nextItem: 0 };
}

function drawPerson(p: Parameters, tick: Words, i: number, given: Given, imported: boolean): Person {
  const event = eventWords(tick, i, i);
  const uniform = (purpose: Purpose) => drawOf(event, purpose);
  const deviation = (purpose: Purpose) => drawOf(event, purpose, 0) + drawOf(event, purpose, 1) + drawOf(event, purpose, 2) - 1.5;
  const x = given.x ?? clip(p.expertiseMean + p.expertiseSpread * deviation("expertise"));
  const ownTraits = traitKeys.map((key): [TraitKey, number] => [
    key,
    given[key] ?? clip(p[`${key}Mean`] + p.traitSpread * deviation(key)),
  ]);
  return {
    ...(Object.fromEntries(ownTraits) as Traits),
    circle: given.circle ?? (p.network === "random" && !imported ? 0 : Math.floor(i / p.circleSize)),
    domain: given.domain ?? Math.floor(uniform("domain") * p.domains),
    x,
    z: given.z ?? clip(p.statusExpertise * x + (1 - p.statusExpertise) * uniform("status")),
    reach: 0,
    payoff: 0,
    kept: 0,
    broken: 0,
    ties: new Map(),
  };
}

function tie(p: Parameters, people: readonly Person[], lower: number, upper: number, w: number, onlyNamedBy?: number): void {
  const views = new Map([lower, upper].map((i) => [i, firstView(p, i === onlyNamedBy ? 1 : people[i].trusting)]));
  const begun = { w, t0: 0, views };
  people[lower].ties.set(upper, begun);
  people[upper].ties.set(lower, begun);
}

function importedTie(p: Parameters, people: readonly Person[], given: GivenTie): void {
  const { lower, upper, rank, onlyNamedBy, ratings, contacts = [] } = given;
  const w = rank === undefined ? p.firstStrength : Math.min(1, p.importedStrengthLow + p.importedStrengthSpan * rank);
  tie(p, people, lower, upper, w, onlyNamedBy);
  const begun = people[lower].ties.get(upper);
  if (begun === undefined) throw new Error("the tie was just made");
  for (const [i, { tau, ...beliefs }] of ratings ?? []) {
    const one = tau === undefined ? {} : { C: tau, R: tau, I: tau, S: 1 - tau };
    const rated = { ...one, ...Object.fromEntries(Object.entries(beliefs).filter(([, value]) => value !== undefined)) };
    const view = begun.views.get(i);
    if (view !== undefined && Object.keys(rated).length > 0) Object.assign(view, { e: p.importedEvidence }, rated);
  }
  if (contacts.length === 0) return;
  const trust = asRounded(p.trustFunction);
  const [one, other] = [...begun.views.values()].map(trust);
  const mu = one + other === 0 ? 0 : (2 * one * other) / (one + other);
  const rho = people[lower].circle === people[upper].circle ? p.richnessWithin : p.richnessAcross;
  let known: { w: number; t0: number } | undefined;
  for (let t = contacts[0]; t <= 0; t++) {
    const s = known && strengthAt(p, known.w, t - known.t0);
    if (contacts.includes(t)) known = { w: s === undefined ? p.newStrength : s + p.encounterGain * rho * (mu - s), t0: t };
    if (known && strengthAt(p, known.w, t - known.t0) < (p.forgetting ? p.forgetBelow : 0)) known = undefined;
  }
  if (known !== undefined) Object.assign(begun, known);
  else {
    people[lower].ties.delete(upper);
    people[upper].ties.delete(lower);
  }
}

/** Rule 2. */
function strengthAt(p: Parameters, w: number, silent: number): number {
  return w / (1 + (p.fading ? p.fadingRate : 0) * (1 - p.fadingProtection * w) * silent);
}

function network(p: Parameters, tick: Words): Iterable<Pair> {
  if (p.network === "small_world") return smallWorld(p, tick);
  const all = pairsAmong(range(p.agents));
  if (p.network === "random")
    return randomPairs(tick, 0, "randomTies", (p.agents * (p.tiesWithin + p.tiesAcross)) / 2, all, p.agents, 0);
  const blockOf = (i: number) => Math.floor(i / p.circleSize);
  const blocks = range(Math.ceil(p.agents / p.circleSize)).map((c) => range(p.agents).filter((i) => blockOf(i) === c));
  const within = blocks.flatMap((members, c) =>
    randomPairs(tick, c, "withinCircle", (members.length * p.tiesWithin) / 2, pairsAmong(members), members.length, members[0]),
  );
  const apart = all.filter(([one, other]) => blockOf(one) !== blockOf(other));
  const across = randomPairs(tick, blocks.length, "acrossCircles", (p.agents * p.tiesAcross) / 2, apart, p.agents, 0);
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
