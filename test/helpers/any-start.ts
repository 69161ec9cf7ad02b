import fc from "fast-check";
import { TRAITS, traitKeys } from "../../sim/parameters/trait-names.ts";
import { BOTH, type ImportedTies, LOWER_NAMES, type People, UPPER_NAMES } from "../../sim/population/people.ts";
import type { Given, GivenTie } from "./reference-start.ts";

const share = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

/** What files may say of each of some agents: anything from nothing to all. */
export function anyGiven(agents: number, domains: number): fc.Arbitrary<Given[]> {
  const whole = (below: number) => maybe(fc.integer({ min: 0, max: below - 1 }));
  const traits = Object.fromEntries(traitKeys.map((key) => [key, maybe(share)]));
  const given = fc.record({ circle: whole(5), domain: whole(domains), x: maybe(share), z: maybe(share), ...traits });
  return fc.array(given as fc.Arbitrary<Given>, { minLength: agents, maxLength: agents });
}

/** Ties that a file may give among some agents: with weights or without, named by both or by one. */
export function anyImported(agents: number): fc.Arbitrary<GivenTie[]> {
  const agent = fc.integer({ min: 0, max: agents - 1 });
  const pair = fc.tuple(agent, agent).filter(([one, other]) => one !== other);
  const tie = fc.record({ pair, rank: maybe(share), named: fc.constantFrom(BOTH, LOWER_NAMES, UPPER_NAMES) }).map((drawn) => {
    const [lower, upper] = drawn.pair.toSorted((a, b) => a - b);
    const onlyNamedBy = [undefined, lower, upper][drawn.named];
    return { lower, upper, rank: drawn.rank, onlyNamedBy };
  });
  return fc.uniqueArray(tie, { selector: ({ lower, upper }) => `${lower} ${upper}`, maxLength: 3 * agents });
}

/** The same in the form that the engine takes. */
export function asPeople(given: readonly Given[]): People {
  const circles = Math.max(0, ...given.map(({ circle }) => (circle ?? -1) + 1));
  return {
    names: given.map((_, i) => `agent ${i}`),
    circleNames: Array.from({ length: circles }, (_, c) => `circle ${c}`),
    circle: Int32Array.from(given, ({ circle }) => circle ?? -1),
    domain: Int32Array.from(given, ({ domain }) => domain ?? -1),
    expertise: Float64Array.from(given, ({ x }) => x ?? Number.NaN),
    status: Float64Array.from(given, ({ z }) => z ?? Number.NaN),
    traits: Float64Array.from({ length: given.length * TRAITS }, (_, at) => {
      return given[Math.floor(at / TRAITS)][traitKeys[at % TRAITS]] ?? Number.NaN;
    }),
  };
}

/** The same in the form that the engine takes. */
export function asImportedTies(ties: readonly GivenTie[]): ImportedTies {
  const named = ({ lower, upper, onlyNamedBy }: GivenTie) =>
    onlyNamedBy === lower ? LOWER_NAMES : onlyNamedBy === upper ? UPPER_NAMES : BOTH;
  return {
    lower: Uint32Array.from(ties, ({ lower }) => lower),
    upper: Uint32Array.from(ties, ({ upper }) => upper),
    weightRank: Float64Array.from(ties, ({ rank }) => rank ?? Number.NaN),
    named: Uint8Array.from(ties, named),
  };
}
