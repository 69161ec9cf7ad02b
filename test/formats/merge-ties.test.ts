import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addRecord, createListing, type Listing } from "../../formats/network/listing.ts";
import { mergeTies } from "../../formats/network/merge-ties.ts";
import { rankWeights } from "../../formats/network/rank-weights.ts";
import { BOTH, LOWER_NAMES, UPPER_NAMES } from "../../sim/index.ts";

const NONE = Number.NaN;

type GivenRecord = readonly [from: number, to: number, weight: number, directed: boolean];

function listing(agents: number, records: readonly GivenRecord[]): Listing {
  const made = createListing();
  for (let agent = 0; agent < agents; agent++) made.names.push(String(agent));
  for (const record of records) addRecord(made, ...record);
  return made;
}

/** The one tie of a listing of two agents. */
function only(...records: GivenRecord[]) {
  const { ties, weights, repeated } = mergeTies(listing(2, records));
  return { ties: ties.lower.length, named: ties.named[0], weight: weights[0], repeated };
}

describe("records of one pair", () => {
  test("directed: repeated records and the two ways add up", () => {
    expect(only([0, 1, 3, true])).toEqual({ ties: 1, named: LOWER_NAMES, weight: 3, repeated: 0 });
    expect(only([1, 0, 3, true])).toEqual({ ties: 1, named: UPPER_NAMES, weight: 3, repeated: 0 });
    expect(only([0, 1, 3, true], [1, 0, 5, true])).toEqual({ ties: 1, named: BOTH, weight: 8, repeated: 0 });
    expect(only([0, 1, 3, true], [1, 0, 5, true], [0, 1, 4, true])).toEqual({ ties: 1, named: BOTH, weight: 12, repeated: 1 });
  });

  test("directed: the same weight both ways in every pair means that the file lists each tie twice", () => {
    expect(only([0, 1, 3, true], [1, 0, 3, true])).toEqual({ ties: 1, named: BOTH, weight: 3, repeated: 0 });
    const pairs: GivenRecord[] = [
      [0, 1, 3, true],
      [1, 0, 3, true],
      [1, 2, 5, true],
      [2, 3, 4, true],
      [3, 2, 4, true],
      [2, 3, 1, false],
    ];
    expect([...mergeTies(listing(4, pairs)).weights]).toEqual([3, 5, 5]);
    // One pair with two weights shows that the directions are amounts.
    const amounts: GivenRecord[] = [...pairs, [0, 3, 1, true], [3, 0, 2, true]];
    expect([...mergeTies(listing(4, amounts)).weights]).toEqual([6, 3, 5, 9]);
  });

  test("undirected: they repeat each other whichever end comes first, and add up", () => {
    expect(only([0, 1, 3, false], [1, 0, 5, false])).toEqual({ ties: 1, named: BOTH, weight: 8, repeated: 1 });
  });

  test("a weight that is not given is no weight of 0", () => {
    expect(only([0, 1, 3, true], [1, 0, NONE, true]).weight).toBe(3);
    expect(only([0, 1, NONE, false], [0, 1, 2, false], [0, 1, NONE, false])).toMatchObject({ weight: 2, repeated: 2 });
    expect(only([0, 1, NONE, true]).weight).toBeNaN();
  });

  test("a weight of 0 is no tie and names nobody", () => {
    expect(only([0, 1, 0, true], [1, 0, 2, true])).toEqual({ ties: 1, named: UPPER_NAMES, weight: 2, repeated: 0 });
    expect(mergeTies(listing(2, [[0, 1, 0, true]]))).toMatchObject({ zeroWeights: 1, isolated: 2, repeated: 0 });
  });
});

test("ties are sorted by lower agent, then by upper agent", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 5 }), fc.boolean()), { maxLength: 60 }),
      (records) => {
        const { ties, repeated, selfLoops, isolated } = mergeTies(listing(10, records));
        const pairs = Array.from(ties.lower, (lower, tie) => [lower, ties.upper[tie]] as const);
        const expected = [...new Set(records.filter(([a, b]) => a !== b).map(([a, b]) => 10 * Math.min(a, b) + Math.max(a, b)))];
        expect(pairs.map(([a, b]) => 10 * a + b)).toEqual(expected.sort((a, b) => a - b));
        expect(selfLoops).toBe(records.filter(([a, b]) => a === b).length);
        // Every record is a tie, the second direction of one, a repetition or a self-loop.
        const secondWays = pairs.filter(([a, b]) => {
          const own = records.filter(([c, d]) => Math.min(c, d) === a && Math.max(c, d) === b);
          return own.every(([, , , directed]) => directed) && new Set(own.map(([from]) => from)).size === 2;
        });
        expect(records.length).toBe(pairs.length + secondWays.length + repeated + selfLoops);
        expect(isolated).toBe(10 - new Set(pairs.flat()).size);
      },
    ),
  );
});

describe("rank shares of weights", () => {
  const ranks = (...weights: number[]) => [...rankWeights(Float64Array.from(weights))];

  test("run from 0 for the lowest to 1 for the highest, whatever the distances", () => {
    expect(ranks(5, 1, 1000, 2, 7)).toEqual([0.5, 0, 1, 0.25, 0.75]);
  });

  // ranks 1, 2.5, 2.5, 4 of 4
  test("equal weights share their average rank", () => {
    expect(ranks(1, 2, 2, 9)).toEqual([0, 0.5, 0.5, 1]);
    expect(ranks(1, 1, 1, 2)).toEqual([1 / 3, 1 / 3, 1 / 3, 1]);
  });

  test("ties without a weight have no rank and count for none", () => {
    expect(ranks(NONE, 4, NONE, 8)).toEqual([NONE, 0, NONE, 1]);
  });

  test("weights that are all equal say nothing and count as not given", () => {
    expect(ranks(1, 1, 1)).toEqual([NONE, NONE, NONE]);
    expect(ranks(7, NONE)).toEqual([NONE, NONE]);
    expect(ranks()).toEqual([]);
  });
});
