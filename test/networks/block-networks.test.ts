import { describe, expect, test } from "vitest";
import { checkParameters } from "../../sim/parameters/check-parameters.ts";
import { defaultParameters, type Parameters } from "../../sim/parameters/definitions.ts";
import { createPopulation } from "../../sim/start/create-population.ts";
import { readPopulation } from "../helpers/read-population.ts";
import { expectShare, expectWithinErrors } from "../helpers/within-errors.ts";

function start(differs: Partial<Parameters>, seed: number) {
  return readPopulation(createPopulation({ ...defaultParameters, network: "blocks", ...differs }, String(seed))).people;
}

/** How many ties lie between each two circles. */
function tiesBetween(people: ReturnType<typeof start>): number[][] {
  const circles = Math.max(...people.map(({ circle }) => circle)) + 1;
  const counts = Array.from({ length: circles }, () => new Array<number>(circles).fill(0));
  for (const [i, { ties, circle }] of people.entries()) for (const j of ties.keys()) if (j > i) counts[circle][people[j].circle]++;
  return counts;
}

describe("blocks with a matrix", () => {
  const world: Partial<Parameters> = {
    agents: 60,
    circleSize: 20,
    circleSpread: 0.5, // circles of 10, 20 and 30
    blockMatrix: "0.6 0.1 0; 0.1 0.3 0.25; 0 0.25 0.8",
  };

  test("have the given share of the pairs of every two circles", () => {
    for (let seed = 0; seed < 5; seed++) {
      // 45, 190 and 435 pairs within; 200, 300 and 600 across
      expect(tiesBetween(start(world, seed))).toEqual([
        [27, 20, 0],
        [0, 57, 150],
        [0, 0, 348],
      ]);
    }
  });

  test("tie all pairs of two circles as often", () => {
    const counts = new Map<string, number>();
    const small = { agents: 9, circleSize: 3, circleSpread: 0, blockMatrix: "1 0.4 0; 0.4 0 0.7; 0 0.7 0.5" };
    for (let seed = 0; seed < 900; seed++)
      for (const [i, { ties }] of start(small, seed).entries())
        for (const j of ties.keys()) counts.set(`${i} ${j}`, (counts.get(`${i} ${j}`) ?? 0) + 1);
    const chance = [
      [1, 0.4, 0],
      [0.4, 0, 0.7],
      [0, 0.7, 0.5],
    ];
    for (let i = 0; i < 9; i++)
      for (let j = 0; j < 9; j++)
        if (i !== j)
          expectShare(counts.get(`${i} ${j}`) ?? 0, 900, chance[Math.floor(i / 3)][Math.floor(j / 3)], `starts with ${i}–${j}`);
  });
});

describe("blocks by homophily", () => {
  // Circles of 20, 40 and 60 among 120. Coleman's index of a circle: (s − q) / (1 − q), with s its share of ties inside, and q the
  // share of the others who are in it.
  const world: Partial<Parameters> = { agents: 120, circleSize: 40, circleSpread: 0.5, tiesWithin: 6, tiesAcross: 4 };

  test.each([0, 0.25, 0.6])("of %d give every circle this index, and everyone ten ties", (homophily) => {
    const sizes = [20, 40, 60];
    const seeds = 60;
    const inside = [0, 0, 0];
    const all = [0, 0, 0];
    for (let seed = 0; seed < seeds; seed++) {
      const people = start({ ...world, homophily }, seed);
      for (const { circle, ties } of people) {
        all[circle] += ties.size;
        inside[circle] += [...ties.keys()].filter((j) => people[j].circle === circle).length;
      }
    }
    for (const [c, m] of sizes.entries()) {
      const q = (m - 1) / 119;
      const ends = m * 10 * seeds;
      expectWithinErrors(all[c] / (m * seeds), 10, Math.sqrt(10 / (m * seeds)), `ties of an agent in a circle of ${m}`);
      const error = Math.sqrt(0.25 / ends) / (1 - q);
      expectWithinErrors((inside[c] / all[c] - q) / (1 - q), homophily, error, `Coleman's index of a circle of ${m}`);
    }
  });

  test("of 1 have no tie across circles", () => {
    const counts = tiesBetween(start({ ...world, homophily: 1 }, 1));
    expect(counts.flatMap((row, a) => row.filter((_, b) => a !== b))).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe("parameters of blocks and degrees that do not fit are refused", () => {
  const problemsOf = (given: Record<string, string | number>) => checkParameters(given, defaultParameters, "--set").problems;

  test.each<[Record<string, string | number>, string]>([
    [
      { network: "blocks", block_matrix: "0.3 0.1; 0.1 0.3" },
      "block_matrix must have 20 rows, one for each circle (set circle_size and circle_spread, or change the rows), got 2",
    ],
    [
      { block_matrix: "0.3 0.1; 0.2 0.3" },
      'block_matrix must be symmetric: row 2 has 0.2 where row 1 has 0.1, got "0.3 0.1; 0.2 0.3"',
    ],
    [
      { block_matrix: "0.3 0.1; 0.1" },
      'block_matrix must be homophily, or the rows of a square matrix of shares from 0 to 1, with spaces and semicolons between them, such as 0.3 0.02; 0.02 0.4, got "0.3 0.1; 0.1"',
    ],
    [
      { block_matrix: 1.5 },
      "block_matrix must be homophily, or the rows of a square matrix of shares from 0 to 1, with spaces and semicolons between them, such as 0.3 0.02; 0.02 0.4, got 1.5",
    ],
    // Circles of 20 among 800: (20 − 1) · (799 / 34 − 1) / (800 − 20) = 0.548
    [
      { network: "blocks", homophily: 0.55 },
      "homophily must be at most 0.54 in the smallest circle (no more of its ties stay inside), got 0.55",
    ],
    [{ network: "configuration", agents: 20, degrees: "1 20" }, "degrees must be at most 19, the number of others, got 20"],
    [
      { network: "configuration", agents: 21, degrees: 3 },
      "degrees must add up to an even number over 21 agents, because a tie has two ends, got 63",
    ],
    [
      { network: "configuration", agents: 8, degrees: "7 7 1 1 1 1 1 1" },
      "degrees must fit into a network: with these, the agents with the most ties find too few partners",
    ],
    [
      { degrees: "power_law 2" },
      'degrees must be equal, poisson, geometric, power_law and an exponent from 2.1 to 10, or a list of whole numbers such as 2 2 3 9, got "power_law 2"',
    ],
    [
      { degrees: "2 2.5" },
      'degrees must be equal, poisson, geometric, power_law and an exponent from 2.1 to 10, or a list of whole numbers such as 2 2 3 9, got "2 2.5"',
    ],
    [
      { network: "preferential_attachment", agents: 20, ties_within: 15, ties_across: 5 },
      "ties_within + ties_across must be at most 19 among 20 agents (no more ties fit), got 20",
    ],
    [{ network: "ring", agents: 20, ties_within: 20 }, "ties_within must be at most 19 among 20 agents (no more ties fit), got 20"],
  ])("%j", (given, problem) => {
    expect(problemsOf(given)).toEqual([`--set: ${problem}`]);
  });

  test("a default homophily gives way, and a note reports it", () => {
    // Circles of 10 among 100: 9 · (99 / 34 − 1) / 90 = 0.191
    const { parameters, problems, notes } = checkParameters({ agents: 100, circle_size: 10, circle_spread: 0, network: "blocks" });
    expect(problems).toEqual([]);
    expect(parameters.homophily).toBe(0.19);
    expect(notes).toEqual([
      "parameters: homophily is 0.19 in the smallest circle instead of its default 0.5 (no more of its ties stay inside)",
    ]);
  });

  test("spellings of one text give one value", () => {
    const { parameters } = checkParameters({ block_matrix: " .30  0.1 ;0.1 1.0", degrees: " 2   02 3" });
    expect(parameters).toMatchObject({ blockMatrix: "0.3 0.1; 0.1 1", degrees: "2 2 3" });
  });
});
