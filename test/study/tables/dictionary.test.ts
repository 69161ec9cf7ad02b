import { csvParse } from "d3-dsv";
import { describe, expect, test } from "vitest";
import { agentMeasureColumns, groupMeasureColumns, networkMeasures } from "../../../sim/index.ts";
import { dictionaryLines, dictionaryRows } from "../../../study/tables/dictionary.ts";
import { indicesColumns } from "../../../study/tables/indices-table.ts";
import { summaryColumns } from "../../../study/tables/summary-table.ts";
import { reportSamples } from "../../helpers/report-samples.ts";

const names = Object.keys(reportSamples) as (keyof typeof reportSamples)[];

describe.each(names)("%s", (name) => {
  const { experiment } = reportSamples[name]();
  const rows = dictionaryRows(experiment);
  const columnsOf = (file: string) => rows.filter((row) => row.file === file).map(({ column }) => column);

  test("every column of the experiment's files is listed in order", () => {
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

  test("every column has a meaning and a source", () => {
    expect(rows.filter(({ meaning, source }) => meaning.length < 5 || source === "")).toEqual([]);
  });
});

test("the column of an outcome gives measure, group, time and unit", () => {
  const rows = dictionaryRows(reportSamples.threeFactors().experiment);
  const meaningOf = (name: string) => rows.find(({ file, column }) => file === "runs.csv" && column === name);
  expect(meaningOf("trust")).toMatchObject({
    meaning:
      "Trust score of the network, mean over ticks 105 to 520, measured every 26 ticks. Mean trust score T over both directions of all known ties.",
    unit: "trust score, 0.3 to 30",
    source: "Maister, Green and Galford 2000",
  });
  expect(meaningOf("ties_gained")?.meaning).toContain("change from tick 104 to tick 520");
  expect(meaningOf("focal_trust")?.meaning).toContain("mean over the focal agents, at tick 520");
});

test("the column of a factor gives its label, help and unit; a switch is 1 or 0", () => {
  const rows = dictionaryRows(reportSamples.threeFactors().experiment);
  const of = (name: string) => rows.find(({ column }) => column === name);
  expect(of("blow_off")).toMatchObject({ unit: "share" });
  expect(of("blow_off")?.meaning).toMatch(/^Easier to blow off a weak tie: /);
  expect(of("gossip")).toMatchObject({
    meaning: "Gossip: People tell their contacts what they think of others.",
    unit: "1 is on, 0 is off",
  });
  expect(of("focal.follow_through")?.meaning).toBe(
    "Do what you say, focal agents: How often is a promise kept? Set for the focal agents from the start.",
  );
});

test("an experiment without series has no rows for series.csv", () => {
  const { series: _, ...experiment } = reportSamples.armsOnly().experiment;
  expect(dictionaryRows(experiment).some(({ file }) => file === "series.csv")).toBe(false);
});

/** Phrases that refer to another description, which the reader may not see. */
const dependent: readonly RegExp[] = [
  /^[a-zα-ω]/, // a fragment
  /^(it|its|they|their|that|this|these|those|same|also|and|or|as)\b/i,
  /^the (same|share|others?|rest)\b(?! of)/i,
  /\bthe same( of|[.,;]|$)/i,
  /\b(likewise|ditto|respectively|above mentioned|as (above|before|below)|see above)\b/i,
  /\b(these|those|such)\b/i,
  /\bto that \w+\b/i,
];

function findDependent(texts: readonly string[]): string[] {
  return texts.filter((text) => dependent.some((pattern) => pattern.test(text)));
}

describe("descriptions make sense without each other", () => {
  test("of measures", () => {
    const columns = [...networkMeasures, ...agentMeasureColumns, ...groupMeasureColumns];
    expect(findDependent(columns.map(({ description }) => description))).toEqual([]);
  });

  test.each(names)("of the columns of %s", (name) => {
    expect(findDependent(dictionaryRows(reportSamples[name]().experiment).map(({ meaning }) => meaning))).toEqual([]);
  });

  test("different measures have different descriptions", () => {
    const texts = networkMeasures.map(({ description }) => description);
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });

  test("the check finds a description that refers to another", () => {
    const probes = [
      "The same of the trust share.",
      "upper end of the same",
      "Upper end of the same.",
      "their mean",
      "Their mean.",
      "The share that was broken.",
      "As the spread of traits, for expertise.",
      "What full trust adds to that share.",
      "Likewise for the agents that are not focal.",
    ];
    expect(findDependent(probes)).toEqual(probes);
  });
});

test("reading the file gives the same rows", () => {
  const { experiment } = reportSamples.saltelli();
  const read = csvParse([...dictionaryLines(experiment)].join(""));
  expect(read.map((row) => ({ ...row }))).toEqual(dictionaryRows(experiment));
});
