import { describe, expect, test } from "vitest";
import { defaultParameters, type Parameters } from "../../sim/parameters/definitions.ts";
import { traitKeys } from "../../sim/parameters/trait-names.ts";
import { createPopulation } from "../../sim/start/create-population.ts";
import { asImportedTies, asPeople } from "../helpers/any-start.ts";
import { readPopulation } from "../helpers/read-population.ts";
import type { Person } from "../helpers/reference-state.ts";
import { expectShare, expectWithinErrors } from "../helpers/within-errors.ts";

// Compares the draws for agents with docs/model.md, section 5. Expected values are derived by hand.

const SEEDS = 20;
const AGENTS = 400;
const DRAWN = SEEDS * AGENTS;

function drawPeople(differs: Partial<Parameters>): Person[] {
  const parameters = { ...defaultParameters, ...differs, agents: AGENTS, tiesWithin: 0, tiesAcross: 0 };
  return Array.from({ length: SEEDS }, (_, seed) => readPopulation(createPopulation(parameters, `draws ${seed}`)).people).flat();
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function covarianceOf(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  return meanOf(a.map((value, at) => (value - meanA) * (b[at] - meanB)));
}

/**
 * A mean plus a spread times the sum of three uniform draws less 1.5: variance spread² / 4, and a kurtosis of 2.4, from which
 * the error of an observed variance follows.
 */
function expectDeviations(values: readonly number[], mean: number, spread: number, of: string): void {
  const variance = spread ** 2 / 4;
  expectWithinErrors(meanOf(values), mean, Math.sqrt(variance / values.length), `mean of ${of}`);
  expectWithinErrors(covarianceOf(values, values), variance, variance * Math.sqrt(1.4 / values.length), `variance of ${of}`);
  const reach = Math.max(...values.map((value) => Math.abs(value - mean)));
  expect(reach, `farthest ${of}`).toBeLessThanOrEqual(1.5 * spread);
  expect(reach, `farthest ${of}`).toBeGreaterThan(1.2 * spread); // by chance nearer once in 10¹⁵
}

describe("traits", () => {
  // Means from 0.41 to 0.59, so a trait drawn with another trait's mean fails; none is cut at 0 or 1.
  const means = Object.fromEntries(traitKeys.map((key, at) => [`${key}Mean`, 0.41 + 0.02 * at]));
  const people = drawPeople({ ...means, traitSpread: 0.25 });

  test.each(traitKeys.map((key, at) => [key, 0.41 + 0.02 * at] as const))("%s has its mean and the spread", (key, mean) => {
    expectDeviations(
      people.map((person) => person[key]),
      mean,
      0.25,
      key,
    );
  });

  test("no two traits correlate, and no trait correlates with expertise", () => {
    const columns = [...traitKeys, "x" as const].map((key) => people.map((person) => person[key]));
    columns.forEach((one, at) => {
      for (const other of columns.slice(0, at)) {
        const error = Math.sqrt((covarianceOf(one, one) * covarianceOf(other, other)) / DRAWN);
        expectWithinErrors(covarianceOf(one, other), 0, error, `covariance of columns ${at}`);
      }
    });
  });

  // With a mean of 0.88 and a spread of 0.4, the cut at 1 takes what the deviation y has above 0.3. Its density is ¾ − y² from
  // 0 to ½ and (3/2 − y)² / 2 from there to 3/2, so E(y − 0.3)⁺ = 0.0862, and the mean loses 0.4 · 0.0862 = 0.03448.
  test("the cut moves the mean of a trait near an end: follow-through from 0.88 to 0.846", () => {
    const followThrough = drawPeople({}).map((person) => person.followThrough);
    const error = Math.sqrt(covarianceOf(followThrough, followThrough) / DRAWN);
    expectWithinErrors(meanOf(followThrough), 0.88 - 0.03448, error, "mean of follow_through");
  });
});

describe("expertise and status", () => {
  // Nothing is cut: expertise is at most 1.5 · 0.3 from 0.45, and status at most 1.5 · √2 · 0.2 = 0.424 from 0.48.
  const world: Partial<Parameters> = { expertiseMean: 0.45, expertiseSpread: 0.3, statusMean: 0.48, statusSpread: 0.2 };
  const variance = 0.2 ** 2 / 4;

  test("expertise has its mean and its own spread", () => {
    const x = drawPeople(world).map((person) => person.x);
    expectDeviations(x, 0.45, 0.3, "expertise");
  });

  // Status is z̄ + a_z · (ρz · Dx + √(1 − ρz²) · Dz), and Dx and Dz have a variance of ¼ each. The kurtosis of a mix is at most 3.
  test.each([0, 0.3, 0.8, 1])("with status_expertise at %d, mean and spread of status are the same", (statusExpertise) => {
    const people = drawPeople({ ...world, statusExpertise });
    const x = people.map((person) => person.x);
    const z = people.map((person) => person.z);
    expectWithinErrors(meanOf(z), 0.48, Math.sqrt(variance / DRAWN), "mean of status");
    expectWithinErrors(covarianceOf(z, z), variance, variance * Math.sqrt(2 / DRAWN), "variance of status");
    const correlation = covarianceOf(x, z) / Math.sqrt(covarianceOf(x, x) * covarianceOf(z, z));
    expectWithinErrors(correlation, statusExpertise, Math.max(1e-9, (1 - statusExpertise ** 2) / Math.sqrt(DRAWN)), "correlation");
  });

  test("without regard to expertise, status is its mean and its spread times three draws of its own", () => {
    const z = drawPeople({ ...world, statusExpertise: 0 }).map((person) => person.z);
    expectDeviations(z, 0.48, 0.2, "status");
  });

  test("the status of someone whose expertise a file gives follows from that expertise", () => {
    const people = asPeople([{ x: 0.75 }, { x: 0.15 }, {}]);
    const parameters = { ...defaultParameters, ...world, agents: 3, statusExpertise: 1 };
    const [above, below, drawn] = readPopulation(createPopulation(parameters, "1", people)).people;
    // (0.75 − 0.45) / 0.3 = 1 and (0.15 − 0.45) / 0.3 = −1
    expect(above.z).toBeCloseTo(0.68, 14);
    expect(below.z).toBeCloseTo(0.28, 14);
    expect(drawn.z).toBeCloseTo(0.48 + (0.2 * (drawn.x - 0.45)) / 0.3, 14);
  });

  test("without a spread of expertise, given expertise says nothing about status", () => {
    const parameters = { ...defaultParameters, ...world, agents: 2, expertiseSpread: 0, statusExpertise: 1 };
    const { people } = readPopulation(createPopulation(parameters, "1", asPeople([{ x: 0.9 }, { x: 0.1 }])));
    expect(people.map(({ z }) => z)).toEqual([0.48, 0.48]);
  });
});

test("domains are equally likely", () => {
  const counts = new Array<number>(6).fill(0);
  for (const { domain } of drawPeople({ domains: 6 })) counts[domain]++;
  for (const [domain, count] of counts.entries()) expectShare(count, DRAWN, 1 / 6, `agents of domain ${domain}`);
});

describe("circles", () => {
  const circlesOf = (differs: Partial<Parameters>) =>
    readPopulation(createPopulation({ ...defaultParameters, tiesWithin: 0, tiesAcross: 0, ...differs }, "circles")).people.map(
      ({ circle }) => circle,
    );
  const blocks = (...sizes: number[]) => sizes.flatMap((size, circle) => new Array<number>(size).fill(circle));

  test("are blocks of consecutive agents, and the last one takes those who are left", () => {
    expect(circlesOf({ agents: 100, circleSize: 30, circleSpread: 0 })).toEqual(blocks(30, 30, 40));
    expect(circlesOf({ agents: 110, circleSize: 30, circleSpread: 0 })).toEqual(blocks(30, 30, 30, 20));
  });

  test("have sizes that rise evenly", () => {
    // 5 circles: 40 · 0.5, 40 · 0.75, …, 40 · 1.5
    expect(circlesOf({ agents: 200, circleSize: 40, circleSpread: 0.5 })).toEqual(blocks(20, 30, 40, 50, 60));
    // 4 circles: 10 · 0.1 = 1, 10 · 0.7 = 7, 10 · 1.3 = 13, and 42 − 21 are left
    expect(circlesOf({ agents: 42, circleSize: 10, circleSpread: 0.9 })).toEqual(blocks(1, 7, 13, 21));
  });

  test("are one if the agents make less than one and a half", () => {
    expect(circlesOf({ agents: 59, circleSize: 40 })).toEqual(blocks(59));
    expect(circlesOf({ agents: 60, circleSize: 40 })).toEqual(blocks(20, 40));
  });
});

describe("sociality", () => {
  const star = asImportedTies([1, 2, 3].map((upper) => ({ lower: 0, upper })));
  const socialityOf = (differs: Partial<Parameters>, people = asPeople([{}, {}, {}, {}, {}])) =>
    Array.from(createPopulation({ ...defaultParameters, agents: 5, ...differs }, "1", people, star).agents.sociality);

  test("is 1 for everyone", () => {
    expect(socialityOf({})).toEqual([1, 1, 1, 1, 1]);
  });

  test("by degree is the number of ties relative to its mean", () => {
    // Degrees of 3, 1, 1, 1, 0 have a mean of 1.2.
    expect(socialityOf({ sociality: "degree" })).toEqual([3 / 1.2, 1 / 1.2, 1 / 1.2, 1 / 1.2, 0]);
  });

  test("is what a file says, whatever the degree", () => {
    const people = { ...asPeople([{}, {}, {}, {}, {}]), sociality: Float64Array.of(Number.NaN, 0, 2.5, Number.NaN, 7) };
    expect(socialityOf({}, people)).toEqual([1, 0, 2.5, 1, 7]);
    expect(socialityOf({ sociality: "degree" }, people)).toEqual([3 / 1.2, 0, 2.5, 1 / 1.2, 7]);
  });

  test("by degree is 1 for all if nobody has a tie, and at most 50", () => {
    const lone = createPopulation({ ...defaultParameters, agents: 3, sociality: "degree", tiesWithin: 0, tiesAcross: 0 }, "1");
    expect(Array.from(lone.agents.sociality)).toEqual([1, 1, 1]);
    // The hub of a star with 199 others has 199 ties; the mean is 1.99.
    const large = asImportedTies(Array.from({ length: 199 }, (_, k) => ({ lower: 0, upper: k + 1 })));
    const parameters = { ...defaultParameters, agents: 200, sociality: "degree" as const };
    const { sociality } = createPopulation(parameters, "1", asPeople(Array.from({ length: 200 }, () => ({}))), large).agents;
    expect(sociality[0]).toBe(50);
    expect(sociality[1]).toBe(1 / 1.99);
  });
});
