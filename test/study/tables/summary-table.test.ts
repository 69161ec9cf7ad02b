import { csvParse } from "d3-dsv";
import { expect, test } from "vitest";
import { summaryLines } from "../../../study/tables/summary-table.ts";
import { reportSamples } from "../../helpers/report-samples.ts";

test("each outcome of each arm at each point has a row: points in design order, then arms, then outcomes", () => {
  const rows = csvParse([...summaryLines(reportSamples.oneFactor())].join(""));
  expect(rows).toHaveLength(9 * 3 * 3);
  expect(rows.slice(0, 4).map(({ blow_off, arm, outcome }) => [blow_off, arm, outcome])).toEqual([
    ["0", "as it is", "conversion"],
    ["0", "as it is", "trust"],
    ["0", "as it is", "ties_gained"],
    ["0", "no gossip", "conversion"],
  ]);
  expect(rows.at(-1)).toMatchObject({ blow_off: "0.8", arm: "no thanks", outcome: "ties_gained", n: "20" });
});

test("the difference of an arm is its mean minus the first arm's, and the first arm has none", () => {
  const rows = csvParse([...summaryLines(reportSamples.armsOnly())].join(""));
  const trust = rows.filter(({ outcome }) => outcome === "trust");
  expect(trust[0]).toMatchObject({ arm: "as it is", difference: "", difference_low: "", unpaired_high: "", narrowing: "" });
  for (const { low, mean, high } of trust) expect(Number(low) < Number(mean) && Number(mean) < Number(high)).toBe(true);
  for (const row of trust.slice(1)) {
    expect(Number(row.difference)).toBeCloseTo(Number(row.mean) - Number(trust[0].mean), 10);
    const paired = Number(row.difference_high) - Number(row.difference_low);
    expect(Number(row.narrowing)).toBeCloseTo(paired / (Number(row.unpaired_high) - Number(row.unpaired_low)), 10);
  }
});

test("an undefined value is an empty cell, a switch is 1 or 0, and no arm's name is a formula", () => {
  const { experiment, ...data } = reportSamples.failures();
  const arms = experiment.arms.map((arm, at) => (at === 1 ? { ...arm, name: "=1+1" } : arm));
  const rows = csvParse([...summaryLines({ ...data, experiment: { ...experiment, arms } })].join(""));
  const last = rows.filter(({ blow_off, arm }) => blow_off === "0.8" && arm === "'=1+1");
  expect(last).toHaveLength(3);
  expect(last[0]).toMatchObject({ n: "0", mean: "", sd: "", low: "", difference: "", narrowing: "" });
  const levels = (sample: "switchFactor" | "never", factor: string) =>
    new Set(csvParse([...summaryLines(reportSamples[sample]())].join("")).map((row) => row[factor]));
  expect([...levels("switchFactor", "introductions")]).toEqual(["1", "0"]);
  expect([...levels("never", "follow_up_interval")]).toEqual(["4", "13", "26", "52", "Inf"]);
});
