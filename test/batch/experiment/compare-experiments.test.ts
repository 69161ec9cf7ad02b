import { describe, expect, test } from "vitest";
import { composeRecord } from "../../../batch/experiment/folder/experiment-record.ts";
import { designDifferences, recordDifferences } from "../../../batch/experiment/plan/compare-experiments.ts";
import { completeExperiment } from "../../../formats/experiment/complete-experiment.ts";
import { readExperiment } from "../../../formats/experiment/read-experiment.ts";

const FILE = `
burn_in: 52
outcomes:
  at_end: weak_ties
  over_time: {measure: weak_ties, mean: window}
  growth: {measure: weak_ties, change: window}
  early: {measure: weak_ties, at: 13}
`;

function experimentOf(text: string) {
  const read = readExperiment(text, "e.yaml");
  return completeExperiment(read, { scenarioName: read.scenario ?? "default", config: { parameters: {} } }).experiment;
}

function differences(before: string, now: string): string[] {
  const extras = {
    network: undefined,
    agents: undefined,
    found: undefined,
    untilPrecision: undefined,
    shard: undefined,
    makers: undefined,
  };
  const recordOf = (text: string) => composeRecord(experimentOf(text), extras, { name: "runs", path: "/runs" });
  return [...recordDifferences(recordOf(before), recordOf(now)), ...designDifferences(experimentOf(before), experimentOf(now))];
}

describe("what differs between two experiments is listed once, without its consequences", () => {
  test("for the length of a run, to whose end windows go", () => {
    expect(differences(FILE, `ticks: 260\n${FILE}`)).toEqual(["ticks: 520, now 260"]);
  });

  test("for burn_in, with which windows begin", () => {
    expect(differences(FILE, FILE.replace("burn_in: 52", "burn_in: 104"))).toEqual(["burn_in: 52, now 104"]);
  });

  test("for the scenario, which sets the interventions", () => {
    const other = `scenario: everyone_keeps_promises\n${FILE}`;
    expect(differences(FILE, other)).toEqual(['scenario: "default", now "everyone_keeps_promises"']);
    // A seed that the file sets is a change of its own.
    expect(differences(FILE, `seed: 7\n${other}`)).toEqual([
      'scenario: "default", now "everyone_keeps_promises"',
      'seed: "1973", now "7"',
    ]);
  });

  test("for listed seeds: the first replicate that has another one; more replicates differ in nothing", () => {
    expect(differences(`seeds: [12, pilot]\n${FILE}`, `seeds: [12, test, more]\n${FILE}`)).toEqual([
      'seeds: replicate 2 has "pilot", now "test"',
    ]);
    expect(differences(`seeds: [12, pilot]\n${FILE}`, `seeds: [12, pilot, more]\n${FILE}`)).toEqual([]);
    expect(differences(`replicates: 2\n${FILE}`, `seeds: [1973-1, other]\n${FILE}`)).toEqual([
      'seeds: replicate 2 has "1973-2", now "other"',
    ]);
  });

  test("but another time of an outcome is listed beside them", () => {
    const other = `ticks: 260\n${FILE.replace("at: 13", "at: 26")}`;
    expect(differences(FILE, other)).toEqual([
      "ticks: 520, now 260",
      "outcomes.early: weak_ties of network at 13, now weak_ties of network at 26",
    ]);
  });
});
