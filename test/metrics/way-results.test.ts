import { expect, test } from "vitest";
import { networkMeasures } from "../../sim/metrics/network-columns.ts";
import { measureWays } from "../../sim/metrics/way-results.ts";
import { createCollector } from "../../sim/run/collect.ts";
import { advance } from "../../sim/run/run.ts";
import { stateHash } from "../../sim/run/state-hash.ts";
import { few, makeRun } from "../helpers/make-run.ts";
import { readPopulation, readRows } from "../helpers/read-population.ts";

/** A run after some weeks, what a collector says of it, and its row of measures. */
function measured(parameters: Readonly<Record<string, number | boolean>> = {}) {
  const run = makeRun({ parameters: { ...few, ...parameters } });
  const collector = createCollector(run.population, () => true);
  let row = collector.collect();
  for (let tick = 1; tick <= 60; tick++) {
    advance(run);
    row = collector.collect();
  }
  const measure = (name: string) => row?.[networkMeasures.findIndex((column) => column.name === name)] ?? Number.NaN;
  return { run, ways: measureWays(run.population, collector.window()), measure };
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

test("promises and favors are those of the columns of the series", () => {
  const { ways, measure } = measured();
  expect(ways.follow_through).toBe(measure("promises_kept_share"));
  expect(ways.generosity).toBeCloseTo(1 - measure("refused_share"), 12);
});

test("credibility, respect and what is revealed are means over all directions, by the formulas of the model", () => {
  const { run, ways } = measured();
  const { population } = run;
  const { people } = readPopulation(population);
  const { disclosureBase, disclosureTrust } = population.parameters;
  const directions = people.flatMap((person, i) => readRows(population, i).map(([j, row]) => ({ person, other: people[j], row })));
  expect(directions.length).toBeGreaterThan(100);
  expect(ways.sharing).toBeCloseTo(mean(directions.map(({ row }) => row.view.C)), 12);
  expect(ways.status_bias).toBeCloseTo(mean(directions.map(({ person, other }) => 1 - person.statusBias * (1 - other.z))), 12);
  const revealed = directions.map(({ person, row }) =>
    Math.min(1, person.openness * (1 - person.boasting) * (disclosureBase + disclosureTrust * row.trust)),
  );
  expect(ways.openness).toBeCloseTo(mean(revealed), 12);
});

test("a mechanism that is off leaves nothing of its way", () => {
  const { ways } = measured({ disclosure: false, credentials: false });
  expect([ways.openness, ways.status_bias]).toEqual([0, 1]);
});

test("before anything has happened, rates are not defined, and measuring changes nothing", () => {
  const run = makeRun();
  const before = stateHash(run);
  const ways = measureWays(run.population, createCollector(run.population, () => true).window());
  expect([ways.follow_through, ways.generosity]).toEqual([Number.NaN, Number.NaN]);
  expect(ways.sharing).toBeGreaterThan(0);
  expect(stateHash(run)).toBe(before);
});
