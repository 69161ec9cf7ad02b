import { expect, test, vi } from "vitest";
import { meanOf } from "../../../study/statistics/describe.ts";
import { Workplace } from "../../helpers/command-line.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const place = new Workplace();

const CAUSES = `
question: How much does each habit bring?
ticks: 26
replicates: 4
parameters: {agents: 40, circle_size: 10}
focal_agents: {every: 4}
design:
  kind: shapley
  of:
    gossip: {parameters: {gossip: off}}
    word: {focal_traits: {follow_through: 1}}
    help: {focal_traits: {generosity: 1}, interventions: [{tick: 5, label: "h", set: {thanks: off}}]}
outcomes:
  trust: {measure: incoming_trust_share, of: focal}
  ties: weak_ties
contrasts:
  word_alone: {outcome: trust, difference: [{word: on, gossip: off, help: off}, {word: off, gossip: off, help: off}]}
`;
place.write("causes.yaml", CAUSES);

test("what causes bring adds up to the difference between the runs with all and with none", async () => {
  const { stdout } = await place.succeed("experiment", "causes.yaml", "--out", "causes", "--jobs", "1");
  const runs = place.records("causes/runs.csv");
  expect(runs).toHaveLength(8 * 4);
  const valuesAt = (level: string, column: string) =>
    runs.filter(({ gossip, word, help }) => gossip === level && word === level && help === level).map((run) => Number(run[column]));
  const rows = place.records("causes/attribution.csv");
  expect(rows.map(({ outcome, cause }) => `${outcome} ${cause}`)).toEqual(
    ["trust", "ties"].flatMap((outcome) => ["gossip", "word", "help", "all causes"].map((cause) => `${outcome} ${cause}`)),
  );
  for (const outcome of ["trust", "ties"]) {
    const own = rows.filter((row) => row.outcome === outcome);
    const whole = meanOf(valuesAt("1", outcome)) - meanOf(valuesAt("0", outcome));
    const sum = own.slice(0, 3).reduce((all, { contribution }) => all + Number(contribution), 0);
    expect(Number(own[3].contribution)).toBeCloseTo(whole, 11);
    expect(sum).toBeCloseTo(whole, 11);
    expect(own.slice(0, 3).reduce((all, { share }) => all + Number(share), 0)).toBeCloseTo(1, 11);
  }
  // The change that a cause makes alone is also a contrast.
  const [contrast] = place.records("causes/contrasts.csv");
  expect(Number(rows[1].alone)).toBeCloseTo(Number(contrast.estimate), 12);
  expect(stdout).toMatch(/\nThe 3 causes together change trust by −?\d/);
  const report = place.read("causes/report.html");
  expect(report).toMatch(/<p class="answer">The 3 causes together change trust by/);
  expect(report).toContain("It sets of focal agents: generosity 1; 1 intervention.");
  expect(place.records("causes/dictionary.csv").filter(({ file }) => file === "attribution.csv")).toHaveLength(16);
});

test("the record is an experiment file that gives the same runs", async () => {
  await place.succeed("experiment", "causes/experiment.json", "--out", "again", "--jobs", "1");
  expect(place.read("again/runs.csv")).toBe(place.read("causes/runs.csv"));
  expect(place.read("again/attribution.csv")).toBe(place.read("causes/attribution.csv"));
});

test("one run of it can be repeated alone", async () => {
  const run = place.records("causes/runs.csv").find(({ word, help, gossip }) => word === "1" && help === "1" && gossip === "1");
  const { stdout } = await place.succeed("status", "causes", "--run", run?.id ?? "");
  place.write("one.json", stdout);
  await place.succeed("run", "--config", "one.json", "--out", "one");
  expect(JSON.parse(place.read("one/run.json")).state_hash).toBe(run?.state_hash);
});

test("a cause that changes is another experiment", async () => {
  place.write("changed.yaml", CAUSES.replace("generosity: 1", "generosity: 0.5"));
  const { code, stderr } = await place.weakties("experiment", "changed.yaml", "--out", "causes", "--jobs", "1");
  expect(code).toBe(2);
  expect(stderr).toContain('"focalTraits":{"generosity":1}');
});
