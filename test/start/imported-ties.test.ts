import { expect, test } from "vitest";
import { defaultParameters, type Parameters } from "../../sim/parameters/definitions.ts";
import { createPopulation } from "../../sim/start/create-population.ts";
import { asImportedTies, asPeople } from "../helpers/any-start.ts";
import { readPopulation } from "../helpers/read-population.ts";
import type { GivenTie } from "../helpers/reference-start.ts";

/** Four agents in a line with the ties given; all have u = 0.2. */
function start(ties: GivenTie[], differs: Partial<Parameters> = {}) {
  const people = asPeople([{ trusting: 0.2 }, { trusting: 0.2 }, { trusting: 0.2 }, { trusting: 0.2 }]);
  return readPopulation(
    createPopulation({ ...defaultParameters, agents: 4, ...differs }, "imported", people, asImportedTies(ties)),
  );
}

const line = [0, 1, 2].map((lower) => ({ lower, upper: lower + 1 }));

test("the strength of an imported tie is the lowest plus the span times its rank, at most 1", () => {
  const ranked = line.map((tie, at) => ({ ...tie, rank: [0, 0.5, 1][at] }));
  const strengths = (low: number, span: number) => {
    const { people } = start(ranked, { importedStrengthLow: low, importedStrengthSpan: span });
    return line.map(({ lower, upper }) => people[lower].ties.get(upper)?.w);
  };
  expect(strengths(0.125, 0.75)).toEqual([0.125, 0.5, 0.875]);
  expect(strengths(0.25, 0.75)).toEqual([0.25, 0.625, 1]);
  expect(strengths(0.5, 1)).toEqual([0.5, 1, 1]);
  expect(strengths(1, 1)).toEqual([1, 1, 1]);
});

test("an imported tie without a weight starts at the starting strength, and all start at tick 0", () => {
  const { people } = start(line, { firstStrength: 0.3 });
  for (const { lower, upper } of line) expect(people[upper].ties.get(lower)).toMatchObject({ w: 0.3, t0: 0 });
});

test("an agent that names another without being named starts with the beliefs of an agent with u = 1", () => {
  const { people } = start([{ ...line[0], onlyNamedBy: 0 }, { ...line[1], onlyNamedBy: 2 }, line[2]]);
  const credibility = (i: number, j: number) => people[i].ties.get(j)?.views.get(i)?.C;
  // 0.4 + 0.2 · (u − ½): 0.5 at u = 1, 0.34 at u = 0.2
  expect(credibility(0, 1)).toBeCloseTo(0.5, 12);
  expect(credibility(1, 0)).toBeCloseTo(0.34, 12);
  expect(credibility(2, 1)).toBeCloseTo(0.5, 12);
  expect(credibility(1, 2)).toBeCloseTo(0.34, 12);
  expect(credibility(2, 3)).toBeCloseTo(0.34, 12);
  expect(credibility(3, 2)).toBeCloseTo(0.34, 12);
});

test("the evidence of a tie at the start is memory times strength, on both sides", () => {
  const ranked = line.map((tie, at) => ({ ...tie, rank: [0, 0.5, 1][at] }));
  const evidence = (differs: Partial<Parameters>) => {
    const { people } = start(ranked, { importedStrengthLow: 0.125, importedStrengthSpan: 0.75, ...differs });
    return line.map(({ lower, upper }) => [lower, upper].map((i) => people[lower].ties.get(upper)?.views.get(i)?.e));
  };
  const twice = (...numbers: number[]) => numbers.map((number) => [number, number]);
  expect(evidence({ memory: 40 })).toEqual(twice(5, 20, 35));
  // If evidence doesn't fade, the memory of a year counts.
  expect(evidence({ memory: Number.POSITIVE_INFINITY })).toEqual(twice(6.5, 26, 45.5));
  expect(evidence({ memory: 40, evidenceFades: false })).toEqual(twice(6.5, 26, 45.5));
});
