import { csvParse } from "d3-dsv";
import { describe, expect, test } from "vitest";
import { dictionaryLines, dictionaryRows } from "../../../study/tables/dictionary.ts";
import { indicesColumns } from "../../../study/tables/indices-table.ts";
import { summaryColumns } from "../../../study/tables/summary-table.ts";
import { reportSamples } from "../../helpers/report-samples.ts";

const names = Object.keys(reportSamples) as (keyof typeof reportSamples)[];

describe.each(names)("%s", (name) => {
  const { experiment } = reportSamples[name]();
  const rows = dictionaryRows(experiment);
  const columnsOf = (file: string) => rows.filter((row) => row.file === file).map(({ column }) => column);

  test("every column of the experiment's files is there, in their order", () => {
    const factors = experiment.factors.map((factor) => factor.name);
    const ids = ["id", "arm", ...factors, "replicate", "seed"];
    expect(columnsOf("runs.csv")).toEqual([...ids, ...experiment.outcomes.map((outcome) => outcome.name), "state_hash", "error"]);
    expect(columnsOf("series.csv")).toEqual([...ids, "tick", "measure", "value"]);
    expect(columnsOf("summary.csv")).toEqual(summaryColumns(experiment));
    const { kind } = experiment.design;
    const isScreening = kind === "morris" || kind === "saltelli";
    expect(columnsOf("indices.csv")).toEqual(isScreening ? indicesColumns(kind) : []);
    const roles = kind === "morris" ? ["trajectory", "changed"] : ["base", "block"];
    expect(columnsOf("design.csv")).toEqual(isScreening ? ["row", ...roles, ...factors] : []);
  });

  test("each has a meaning and a source", () => {
    expect(rows.filter(({ meaning, source }) => meaning.length < 5 || source === "")).toEqual([]);
  });
});

test("a column of an outcome tells measure, of whom, when, and unit", () => {
  const rows = dictionaryRows(reportSamples.threeFactors().experiment);
  const meaningOf = (name: string) => rows.find(({ file, column }) => file === "runs.csv" && column === name);
  expect(meaningOf("trust")).toMatchObject({
    meaning:
      "Trust score, of the network, mean over ticks 105 to 520, taken every 26 ticks. Mean of T over known ties in both directions.",
    unit: "trust score, 0.3 to 30",
    source: "Maister, Green and Galford 2000",
  });
  expect(meaningOf("ties_gained")?.meaning).toContain("value at tick 520 less that at tick 104");
  expect(meaningOf("focal_trust")?.meaning).toContain("mean over the focal agents, at tick 520");
});

test("a column of a factor tells its label, its help and its unit; a switch is 1 or 0", () => {
  const rows = dictionaryRows(reportSamples.threeFactors().experiment);
  const of = (name: string) => rows.find(({ column }) => column === name);
  expect(of("blow_off")).toMatchObject({ unit: "share" });
  expect(of("blow_off")?.meaning).toMatch(/^Easier to blow off a weak tie: /);
  expect(of("gossip")).toMatchObject({ meaning: "Gossip: People talk about third persons.", unit: "1 on, 0 off" });
  expect(of("focal.follow_through")?.meaning).toBe(
    "Do what you say, focal agents: How often is a promise kept? Of the focal agents, from the start on.",
  );
});

test("without series there is no word of series.csv", () => {
  const { series: _, ...experiment } = reportSamples.armsOnly().experiment;
  expect(dictionaryRows(experiment).some(({ file }) => file === "series.csv")).toBe(false);
});

test("the file reads back as the rows", () => {
  const { experiment } = reportSamples.saltelli();
  const read = csvParse([...dictionaryLines(experiment)].join(""));
  expect(read.map((row) => ({ ...row }))).toEqual(dictionaryRows(experiment));
});
