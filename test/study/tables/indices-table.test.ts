import { expect, test } from "vitest";
import { indicesLines } from "../../../study/tables/indices-table.ts";
import { reportSamples } from "../../helpers/report-samples.ts";

const { experiment } = reportSamples.morris();
const two = {
  ...experiment,
  arms: experiment.arms.slice(0, 1),
  outcomes: experiment.outcomes.slice(0, 1),
  factors: experiment.factors.slice(0, 2),
};

test("a Morris row has arm, outcome, factor, mean effect, mean size with its interval, and spread", () => {
  const one = { mu: -1, muStar: 2, muStarLow: 1.5, muStarHigh: 2.5, sigma: 0.25 };
  const lines = [...indicesLines(two, { kind: "morris", values: [[[one, { ...one, mu: Number.NaN }]]] })];
  expect(lines).toEqual([
    "arm,outcome,factor,mu,mu_star,mu_star_low,mu_star_high,sigma\n",
    "as it is,conversion,blow_off,-1,2,1.5,2.5,0.25\n",
    "as it is,conversion,gossip_rate,,2,1.5,2.5,0.25\n",
  ]);
});

test("a Sobol row has arm, outcome, factor, and first-order and total index with their intervals", () => {
  const one = { first: 0.5, firstLow: 0.4, firstHigh: 0.6, total: 0.7, totalLow: 0.65, totalHigh: 0.75 };
  const lines = [...indicesLines(two, { kind: "saltelli", values: [[[one, one]]] })];
  expect(lines.slice(0, 2)).toEqual([
    "arm,outcome,factor,first,first_low,first_high,total,total_low,total_high\n",
    "as it is,conversion,blow_off,0.5,0.4,0.6,0.7,0.65,0.75\n",
  ]);
});

test("a group has a row of its own, and pairs follow with their second-order indices", () => {
  const groups = { talk: experiment.factors.slice(1, 3).map(({ name }) => name) };
  const design = { kind: "saltelli", base: 4, groups, secondOrder: true } as const;
  const one = { first: 0.5, firstLow: 0.4, firstHigh: 0.6, total: 0.7, totalLow: 0.65, totalHigh: 0.75 };
  const pairs = [{ pair: [0, 1], second: 0.2, secondLow: 0.1, secondHigh: 0.3 }] as const;
  const lines = [
    ...indicesLines(
      { ...two, design, factors: experiment.factors.slice(0, 3) },
      { kind: "saltelli", values: [[[one, one]]], pairs: [[pairs]] },
    ),
  ];
  expect(lines).toEqual([
    "arm,outcome,factor,first,first_low,first_high,total,total_low,total_high,with,second,second_low,second_high\n",
    "as it is,conversion,blow_off,0.5,0.4,0.6,0.7,0.65,0.75,,,,\n",
    "as it is,conversion,talk,0.5,0.4,0.6,0.7,0.65,0.75,,,,\n",
    "as it is,conversion,blow_off,,,,,,,talk,0.2,0.1,0.3\n",
  ]);
});

test("rows are sorted by arm, then outcome, then factor", () => {
  const data = reportSamples.saltelli();
  const lines = [...indicesLines(data.experiment, data.indices)].slice(1).map((line) => line.split(",").slice(0, 3).join(" "));
  expect(lines).toHaveLength(2 * 3 * 4);
  expect(lines[1]).toBe("as it is conversion gossip_rate");
  expect(lines[4]).toBe("as it is trust blow_off");
  expect(lines[12]).toBe("no thanks conversion blow_off");
});
