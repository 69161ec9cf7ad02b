import fc from "fast-check";
import { TRAITS, traitKeys } from "../../sim/parameters/trait-names.ts";
import {
  BOTH,
  type ImportedContacts,
  type ImportedRatings,
  type ImportedTies,
  LOWER_NAMES,
  type People,
  UPPER_NAMES,
} from "../../sim/population/people.ts";
import type { Given, GivenRating, GivenTie } from "./reference-start.ts";

const share = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

/** What a file may say about each agent: anything from nothing to every column. */
export function anyGiven(agents: number, domains: number): fc.Arbitrary<Given[]> {
  const whole = (below: number) => maybe(fc.integer({ min: 0, max: below - 1 }));
  const traits = Object.fromEntries(traitKeys.map((key) => [key, maybe(share)]));
  const sociality = maybe(fc.oneof(fc.double({ min: 0, max: 50, noNaN: true }), fc.constantFrom(0, 1, 50)));
  const given = fc.record({ circle: whole(5), domain: whole(domains), x: maybe(share), z: maybe(share), sociality, ...traits });
  return fc.array(given as fc.Arbitrary<Given>, { minLength: agents, maxLength: agents });
}

/** Ties that a file may list among agents: with or without weights, ratings and contacts, named by one side or both. */
export function anyImported(agents: number): fc.Arbitrary<GivenTie[]> {
  const agent = fc.integer({ min: 0, max: agents - 1 });
  const pair = fc.tuple(agent, agent).filter(([one, other]) => one !== other);
  const views = fc.record({ C: maybe(share), R: maybe(share), I: maybe(share), S: maybe(share) });
  const e = fc.option(fc.nat(20), { nil: undefined });
  const rating = fc.oneof(
    fc.record({ tau: share, e }),
    fc.tuple(views, e).map(([view, evidence]) => ({ ...view, ...(hasBelief(view) && { e: evidence }) })),
  );
  const contacts = fc
    .array(fc.oneof(fc.integer({ min: -60, max: 0 }), fc.integer({ min: -2000, max: 0 })), { maxLength: 12 })
    .map((ticks) => ticks.toSorted((a, b) => a - b));
  const named = fc.constantFrom(BOTH, LOWER_NAMES, UPPER_NAMES);
  const parts = { pair, rank: maybe(share), named, up: maybe(rating), down: maybe(rating), contacts };
  const tie = fc.record(parts).map(({ pair, rank, named, up, down, contacts }) => {
    const [lower, upper] = pair.toSorted((a, b) => a - b);
    const onlyNamedBy = [undefined, lower, upper][named];
    const ratings = new Map([...(up ? [[lower, up] as const] : []), ...(down ? [[upper, down] as const] : [])]);
    return { lower, upper, rank, onlyNamedBy, ratings, contacts };
  });
  return fc.uniqueArray(tie, { selector: ({ lower, upper }) => `${lower} ${upper}`, maxLength: 3 * agents });
}

/** Converts agents to the form that the engine takes. */
export function asPeople(given: readonly Given[]): People {
  const circles = Math.max(0, ...given.map(({ circle }) => (circle ?? -1) + 1));
  return {
    names: given.map((_, i) => `agent ${i}`),
    circleNames: Array.from({ length: circles }, (_, c) => `circle ${c}`),
    circle: Int32Array.from(given, ({ circle }) => circle ?? -1),
    domain: Int32Array.from(given, ({ domain }) => domain ?? -1),
    expertise: Float64Array.from(given, ({ x }) => x ?? Number.NaN),
    status: Float64Array.from(given, ({ z }) => z ?? Number.NaN),
    sociality: Float64Array.from(given, ({ sociality }) => sociality ?? Number.NaN),
    traits: Float64Array.from({ length: given.length * TRAITS }, (_, at) => {
      return given[Math.floor(at / TRAITS)][traitKeys[at % TRAITS]] ?? Number.NaN;
    }),
  };
}

function hasBelief({ C, R, I, S }: GivenRating): boolean {
  return [C, R, I, S].some((belief) => belief !== undefined);
}

/** Converts ties to the form that the engine takes. */
export function asImportedTies(ties: readonly GivenTie[]): ImportedTies {
  const named = ({ lower, upper, onlyNamedBy }: GivenTie) =>
    onlyNamedBy === lower ? LOWER_NAMES : onlyNamedBy === upper ? UPPER_NAMES : BOTH;
  return {
    lower: Uint32Array.from(ties, ({ lower }) => lower),
    upper: Uint32Array.from(ties, ({ upper }) => upper),
    weightRank: Float64Array.from(ties, ({ rank }) => rank ?? Number.NaN),
    named: Uint8Array.from(ties, named),
    ...(ties.some(({ ratings }) => ratings !== undefined) && { ratings: asRatings(ties) }),
    ...(ties.some(({ contacts }) => contacts !== undefined) && { contacts: asContacts(ties) }),
  };
}

function asRatings(ties: readonly GivenTie[]): ImportedRatings {
  const directions = ties.flatMap(({ lower, upper, ratings }) => [ratings?.get(lower), ratings?.get(upper)]);
  const orMissing = (value: number | undefined) => value ?? Number.NaN;
  return {
    trust: Float64Array.from(directions, (rating) => orMissing(rating?.tau)),
    beliefs: Float64Array.from(directions.flatMap((rating) => [rating?.C, rating?.R, rating?.I, rating?.S].map(orMissing))),
    evidence: Float64Array.from(directions, (rating) => orMissing(rating?.e)),
  };
}

function asContacts(ties: readonly GivenTie[]): ImportedContacts {
  const first = [0];
  for (const { contacts = [] } of ties) first.push((first.at(-1) ?? 0) + contacts.length);
  return { first: Uint32Array.from(first), ticks: Int32Array.from(ties.flatMap(({ contacts = [] }) => contacts)) };
}
