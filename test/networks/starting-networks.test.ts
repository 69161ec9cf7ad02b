import { describe, expect, test } from "vitest";
import { defaultParameters, type Parameters } from "../../sim/parameters/definitions.ts";
import { createPopulation } from "../../sim/start/create-population.ts";
import { readPopulation } from "../helpers/read-population.ts";
import type { State } from "../helpers/reference-state.ts";
import { expectShare, expectWithinErrors } from "../helpers/within-errors.ts";

// Expected values are derived from the description (docs/model.md, section 5), not taken from the program.

function start(differs: Partial<Parameters>, seed: number): State {
  return readPopulation(createPopulation({ ...defaultParameters, ...differs }, String(seed)));
}

/** The ties of a state as pairs, lower agent first. */
function pairsOf({ people }: State): [number, number][] {
  return people.flatMap(({ ties }, i) => [...ties.keys()].filter((j) => j > i).map((j): [number, number] => [i, j]));
}

/** How often each pair is tied over `seeds` starts. */
function countPairs(differs: Partial<Parameters>, seeds: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < seeds; seed++)
    for (const pair of pairsOf(start(differs, seed))) counts.set(pair.join(), (counts.get(pair.join()) ?? 0) + 1);
  return counts;
}

describe("circles", () => {
  test("each circle has its number of ties, rounded down or up, and so do the ties across circles", () => {
    for (let seed = 0; seed < 20; seed++) {
      const state = start({ agents: 100, circleSize: 30, circleSpread: 0, tiesWithin: 5.5, tiesAcross: 1.3 }, seed);
      const { people } = state;
      const within = [0, 0, 0];
      let across = 0;
      for (const [i, j] of pairsOf(state)) {
        if (people[i].circle === people[j].circle) within[people[i].circle]++;
        else across++;
      }
      // Circles of 30, 30 and 40: 30 · 5.5 / 2 = 82.5, 40 · 5.5 / 2 = 110, 100 · 1.3 / 2 = 65
      for (const number of within.slice(0, 2)) expect([82, 83]).toContain(number);
      expect(within[2]).toBe(110);
      expect(across).toBe(65);
    }
  });

  test("in a small circle, people know at most four fifths of the others on average", () => {
    // Circles of 10, 20 and 30. 18 ties are more than 0.8 · 9 = 7.2 and 0.8 · 19 = 15.2, and fewer than 0.8 · 29.
    const { people } = start({ agents: 60, circleSize: 20, circleSpread: 0.5, tiesWithin: 18, tiesAcross: 0 }, 1);
    const degrees = [0, 0, 0];
    for (const { circle, ties } of people) degrees[circle] += ties.size;
    expect(degrees).toEqual([72, 304, 540]);
  });

  test("a fraction of a tie is the chance of one more", () => {
    let more = 0;
    for (let seed = 0; seed < 1000; seed++)
      more += pairsOf(start({ agents: 11, circleSize: 11, tiesWithin: 1.5, tiesAcross: 0 }, seed)).length - 8;
    expectShare(more, 1000, 0.25, "starts with a tie more than 8 of 8.25"); // 11 · 1.5 / 2 = 8.25
  });

  // 3 of the 15 pairs of a circle are tied (drawn one by one), or 12 (picked from all). Across circles 6 or 27 of 36 pairs.
  test.each([
    [1, 1, 3 / 15, 6 / 36],
    [4, 4.5, 12 / 15, 27 / 36], // four fifths of the others
  ])("all pairs are as likely, with %d ties within and %d across", (tiesWithin, tiesAcross, within, across) => {
    const counts = countPairs({ agents: 12, circleSize: 6, circleSpread: 0, tiesWithin, tiesAcross }, 800);
    expect(counts.size).toBe(66);
    for (const [pair, count] of counts) {
      const [i, j] = pair.split(",").map(Number);
      expectShare(count, 800, Math.floor(i / 6) === Math.floor(j / 6) ? within : across, `starts with ${pair}`);
    }
  });
});

describe("a random network", () => {
  test("is one circle with as many ties as within and across circles together", () => {
    for (let seed = 0; seed < 20; seed++) {
      const state = start({ agents: 200, network: "random", tiesWithin: 9.75, tiesAcross: 0.65 }, seed);
      expect(pairsOf(state)).toHaveLength(1040); // 200 · 10.4 / 2
      expect(new Set(state.people.map(({ circle }) => circle))).toEqual(new Set([0]));
    }
  });

  test.each([
    [2, 1, 15 / 45], // drawn
    [6, 1, 35 / 45], // picked from all
  ])("all pairs are as likely, with a degree of %d + %d", (tiesWithin, tiesAcross, chance) => {
    const counts = countPairs({ agents: 10, network: "random", tiesWithin, tiesAcross }, 800);
    expect(counts.size).toBe(45);
    for (const [pair, count] of counts) expectShare(count, 800, chance, `starts with ${pair}`);
  });
});

describe("a small world", () => {
  const world: Partial<Parameters> = { agents: 100, network: "small_world", tiesWithin: 10 };
  const distance = ([i, j]: [number, number], agents: number) => Math.min(j - i, agents - j + i);

  test("without rewiring it is a ring: everyone is tied to the nearest five on both sides", () => {
    const pairs = pairsOf(start({ ...world, rewiring: 0 }, 1));
    expect(pairs).toHaveLength(500);
    for (const pair of pairs) expect(distance(pair, 100)).toBeLessThanOrEqual(5);
  });

  test.each([
    [9.75, 5],
    [9, 5],
    [8.99, 4],
    [0.99, 0],
    [150, 49],
  ])("ties within of %d give %d on each side", (tiesWithin, perSide) => {
    const { people } = start({ ...world, tiesWithin, rewiring: 0 }, 1);
    for (const { ties } of people) expect(ties.size).toBe(2 * perSide);
  });

  test.each([0.1, 0.5, 1])("rewired with %d, that share of the ties leaves the ring, and none is lost", (rewiring) => {
    let off = 0;
    for (let seed = 0; seed < 40; seed++) {
      const state = start({ ...world, rewiring }, seed);
      const pairs = pairsOf(state);
      expect(pairs).toHaveLength(500);
      off += pairs.filter((pair) => distance(pair, 100) > 5).length;
      for (const { ties } of state.people) expect(ties.size).toBeGreaterThanOrEqual(5); // first ends stay
    }
    expectShare(off, 40 * 500, rewiring, "ties off the ring");
  });

  test("rewired ties can lead to any agent that is not a ring neighbor, near or far", () => {
    // On a ring of 100, each agent has 89 non-neighbors: two at each distance from 6 to 49 and one at 50.
    const counts = new Array<number>(51).fill(0);
    let rewired = 0;
    for (let seed = 0; seed < 40; seed++)
      for (const pair of pairsOf(start({ ...world, rewiring: 0.3 }, seed))) {
        counts[distance(pair, 100)]++;
        rewired += Number(distance(pair, 100) > 5);
      }
    for (let d = 6; d <= 50; d++) expectShare(counts[d], rewired, (d === 50 ? 1 : 2) / 89, `ties at distance ${d}`);
  });
});

describe("ties at the start", () => {
  test.each(["circles", "random", "small_world"] as const)("%s: all begin at the starting strength, at tick 0", (network) => {
    const { people } = start({ agents: 100, network, firstStrength: 0.37 }, 1);
    for (const { ties } of people) for (const { w, t0 } of ties.values()) expect([w, t0]).toEqual([0.37, 0]);
    for (const { ties } of people)
      for (const { views } of ties.values()) for (const { e } of views.values()) expect(e).toBe(52 * 0.37);
  });

  test("the mean degree within circles over many seeds equals the parameter", () => {
    const differs = { agents: 30, circleSize: 10, circleSpread: 0, tiesWithin: 3.1, tiesAcross: 0 }; // 15.5 ties a circle
    let ties = 0;
    for (let seed = 0; seed < 400; seed++) ties += pairsOf(start(differs, seed)).length;
    expectWithinErrors(ties / 400, 46.5, Math.sqrt((3 * 0.25) / 400), "ties of a start");
  });
});
