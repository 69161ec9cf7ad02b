import { describe, expect, test } from "vitest";
import { defaultParameters, type Parameters } from "../../sim/parameters/definitions.ts";
import { createPopulation } from "../../sim/start/create-population.ts";
import { readPopulation } from "../helpers/read-population.ts";
import { expectShare, expectWithinErrors } from "../helpers/within-errors.ts";

function start(differs: Partial<Parameters>, seed: number) {
  return readPopulation(createPopulation({ ...defaultParameters, ...differs }, String(seed))).people;
}

const degreesOf = (differs: Partial<Parameters>, seed: number) => start(differs, seed).map(({ ties }) => ties.size);
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("preferential attachment", () => {
  const world: Partial<Parameters> = { agents: 300, network: "preferential_attachment", tiesWithin: 4, tiesAcross: 1.9 }; // m = 3

  test("gives everyone at least m ties: m (m + 1) / 2 among the first, and m for each who joins", () => {
    for (let seed = 0; seed < 5; seed++) {
      const people = start(world, seed);
      expect(people.reduce((sum, { ties }) => sum + ties.size, 0) / 2).toBe(6 + 296 * 3);
      for (const [i, { ties, circle }] of people.entries()) {
        expect(circle).toBe(0);
        expect([...ties.keys()].filter((j) => j < i)).toHaveLength(Math.min(i, 3));
      }
    }
  });

  // Over 4,000 seeds of networkx 3.6.1: barabasi_albert_graph(300, 3, initial_graph=complete_graph(4)).
  test("has the degrees of networkx", () => {
    const seeds = 100;
    const all = Array.from({ length: seeds }, (_, seed) => degreesOf(world, seed));
    const mean = (of: (degrees: readonly number[]) => number) => meanOf(all.map(of));
    const error = (sd: number) => Math.sqrt(sd ** 2 / seeds + sd ** 2 / 4000);
    expectWithinErrors(
      mean((each) => meanOf(each.map((d) => d * d))),
      71.941,
      error(4.259),
      "mean square of degrees",
    );
    expectWithinErrors(
      mean((each) => Math.max(...each)),
      53.161,
      error(8.646),
      "highest degree",
    );
    expectWithinErrors(
      mean((each) => each.filter((d) => d === 3).length / 300),
      0.3955,
      error(0.01947),
      "agents with m ties",
    );
  });

  test("begins with m + 1 agents who all know each other, however few there are", () => {
    // 6 ties among the first four, and 3 for each of two more; then m = 2, and only one joins
    expect(degreesOf({ ...world, agents: 6, tiesWithin: 5, tiesAcross: 0 }, 1).reduce((sum, d) => sum + d, 0)).toBe(24);
    expect(degreesOf({ ...world, agents: 4, tiesWithin: 3, tiesAcross: 0 }, 1).toSorted()).toEqual([2, 2, 3, 3]);
    expect(degreesOf({ ...world, tiesWithin: 0, tiesAcross: 0 }, 1)).toEqual(new Array(300).fill(0));
  });
});

describe("a configuration model", () => {
  const world: Partial<Parameters> = { agents: 200, network: "configuration", tiesWithin: 4, tiesAcross: 2 };

  test.each(["2 2 3 9", "1 1 2 2 3 5 20 0", "199 1 1 1 1 1 1 1"])(
    "gives exactly the listed degrees %s, over and over",
    (degrees) => {
      const list = degrees.split(" ").map(Number);
      const fits = { ...world, agents: degrees.startsWith("199") ? 8 : 200, degrees: degrees.replace("199", "7") };
      const wanted = Array.from({ length: fits.agents }, (_, i) => (list[i % list.length] === 199 ? 7 : list[i % list.length]));
      for (let seed = 0; seed < 10; seed++) expect(degreesOf(fits, seed)).toEqual(wanted);
    },
  );

  test("of equal degrees gives the number nearest to the mean, and leaves a stub over if it has to", () => {
    expect(degreesOf({ ...world, degrees: "equal", tiesAcross: 1.5 }, 1)).toEqual(new Array(200).fill(6));
    const odd = degreesOf({ ...world, agents: 201, degrees: "equal", tiesAcross: 1 }, 1);
    expect(odd.filter((degree) => degree === 5)).toHaveLength(200);
    expect(odd.filter((degree) => degree === 4)).toHaveLength(1);
  });

  test("of equal degrees ties every pair as often", () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 900; seed++)
      for (const [i, { ties }] of start({ ...world, agents: 10, degrees: "equal", tiesWithin: 3, tiesAcross: 0 }, seed).entries())
        for (const j of ties.keys()) if (j > i) counts.set(`${i} ${j}`, (counts.get(`${i} ${j}`) ?? 0) + 1);
    expect(counts.size).toBe(45);
    for (const [pair, count] of counts) expectShare(count, 900, 1 / 3, `starts with ${pair}`);
  });

  // Chances of 0 and 1, mean and variance in closed form, for a mean of 6. Those of the Waring distribution: Johnson, Kemp and Kotz 2005.
  test.each([
    ["poisson", Math.exp(-6), 6 * Math.exp(-6), 6, 6],
    ["geometric", 1 / 7, 6 / 49, 6, 42],
    // γ = 5, so ρ = 4 and a = 18: p(0) = ρ / (a + ρ), p(1) = p(0) · a / (a + ρ + 1); variance a ρ (a + ρ − 1) / ((ρ − 1)² (ρ − 2))
    ["power_law 5", 4 / 22, ((4 / 22) * 18) / 23, 6, (18 * 4 * 21) / (9 * 2)],
  ])("of %s has the chances and moments of that distribution", (degrees, none, one, mean, variance) => {
    const agents = 2000;
    const seeds = 10;
    const n = agents * seeds;
    // An odd sum leaves one stub over, which is less than any bound here.
    const all = Array.from({ length: seeds }, (_, seed) => degreesOf({ ...world, agents, degrees }, seed)).flat();
    expectShare(all.filter((d) => d === 0).length, n, none, "agents without ties");
    expectShare(all.filter((d) => d === 1).length, n, one, "agents with one tie");
    expectWithinErrors(meanOf(all), mean, Math.sqrt(variance / n), "mean degree");
    // The fourth moment of the power law is infinite: its variance has no standard error.
    if (degrees.startsWith("power")) return;
    const kurtosis = degrees === "poisson" ? 3 + 1 / 6 : 9 + 1 / 42; // of a geometric distribution 9 + 1 / variance
    const square = meanOf(all.map((d) => (d - mean) ** 2));
    expectWithinErrors(square, variance, variance * Math.sqrt((kurtosis - 1) / n), "variance of degrees");
  });

  test("of a power law has a tail that falls with the exponent", () => {
    // Tails of the Waring distribution: P(d ≥ x) = Γ(x + a) Γ(a + ρ) / (Γ(a) Γ(x + a + ρ)), here with γ = 2.5 and mean 6, a = 3, ρ = 1.5
    const tail = (x: number) => Array.from({ length: x }, (_, d) => (d + 3) / (d + 4.5)).reduce((p, r) => p * r, 1);
    const all = Array.from({ length: 2 }, (_, seed) => degreesOf({ ...world, agents: 20_000, degrees: "power_law 2.5" }, seed));
    for (const x of [5, 20, 80]) {
      const hits = all.flat().filter((d) => d >= x).length;
      expectShare(hits, 40_000, tail(x) - tail(20_000), `agents with ${x} ties or more`);
    }
  });
});
