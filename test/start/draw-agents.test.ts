import { describe, expect, test } from "vitest";
import { defaultParameters, type Parameters } from "../../sim/parameters/definitions.ts";
import { traitKeys } from "../../sim/parameters/trait-names.ts";
import { createPopulation } from "../../sim/start/create-population.ts";
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
  const people = drawPeople({ expertiseMean: 0.45, expertiseSpread: 0.3, statusExpertise: 0.8 });
  const x = people.map((person) => person.x);
  const z = people.map((person) => person.z);

  test("expertise has its mean and its own spread", () => {
    expectDeviations(x, 0.45, 0.3, "expertise");
  });

  test("status is 0.8 of expertise plus 0.2 of a uniform draw", () => {
    const varianceX = 0.3 ** 2 / 4;
    const noise = 0.2 ** 2 / 12;
    expectWithinErrors(meanOf(z), 0.8 * 0.45 + 0.1, Math.sqrt((0.64 * varianceX + noise) / DRAWN), "mean of status");
    const slope = covarianceOf(x, z) / covarianceOf(x, x);
    expectWithinErrors(slope, 0.8, Math.sqrt(noise / varianceX / DRAWN), "slope of status on expertise");
    // A uniform draw has a kurtosis of 1.8.
    const left = z.map((status, at) => status - 0.8 * x[at]);
    expectWithinErrors(covarianceOf(left, left), noise, noise * Math.sqrt(0.8 / DRAWN), "variance of the rest");
    for (const rest of left) expect(rest >= -1e-12 && rest < 0.2).toBe(true);
  });

  test.each([
    [0, 1 / 12],
    [1, 0.3 ** 2 / 4],
  ])("with status_expertise at %d, the variance of status is %d", (statusExpertise, variance) => {
    const drawn = drawPeople({ expertiseMean: 0.5, expertiseSpread: 0.3, statusExpertise });
    const status = drawn.map((person) => person.z);
    const correlation =
      covarianceOf(
        status,
        drawn.map((person) => person.x),
      ) / Math.sqrt(variance * (0.3 ** 2 / 4));
    expectWithinErrors(covarianceOf(status, status), variance, variance * Math.sqrt(1.4 / DRAWN), "variance of status");
    expectWithinErrors(correlation, statusExpertise, statusExpertise === 1 ? 0.01 : Math.sqrt(1 / DRAWN), "correlation");
  });
});

test("domains are equally likely", () => {
  const counts = new Array<number>(6).fill(0);
  for (const { domain } of drawPeople({ domains: 6 })) counts[domain]++;
  for (const [domain, count] of counts.entries()) expectShare(count, DRAWN, 1 / 6, `agents of domain ${domain}`);
});

test("circles are blocks of consecutive agents, and the last one is smaller", () => {
  const { people } = readPopulation(createPopulation({ ...defaultParameters, agents: 100, circleSize: 30 }, "circles"));
  expect(people.map(({ circle }) => circle)).toEqual(people.map((_, i) => [0, 0, 0, 1, 1, 1, 2, 2, 2, 3][Math.floor(i / 10)]));
});
