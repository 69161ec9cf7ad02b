import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { beforeAll, expect, test, vi } from "vitest";
import { Workplace } from "../../helpers/command-line.ts";
import { finishedFiles, logLines } from "../../helpers/experiment-files.ts";
import { refused } from "../../helpers/refused.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const place = new Workplace();

/** Four runs that measure in every way, with interventions before and after the end of the short runs. */
const SHORT = `
question: Do they continue?
ticks: 200
burn_in: 60
seed: longer
replicates: 2
parameters: {agents: 24, circle_size: 12, ties_within: 4, ties_across: 4}
focal_agents: {every: 6}
arms:
  as_is: {}
  keep:
    focal_traits: {follow_through: 1}
    interventions: [{tick: 150, set: {blow_off: 0.5}, until: 230}, {tick: 240, add: 3}]
outcomes:
  trust: mean_trust_score
  ties: {measure: active_ties, mean: window, every: 10}
  focal: {measure: incoming_trust_share, of: focal}
  gained: {measure: weak_ties, change: window}
  slope: {measure: mean_trust_score, trend: window, every: 20}
  thirds: {measure: contact_first_third, mean: window, every: 20}
  most: {value: sd(strength of cross ties), max: [100, 180]}
  broken: {value: tick, when: promises_broken_share > 0.05, every: 7}
series: {every: 10, measures: [weak_ties, mean_trust_score]}
tables:
  ties: {at: [100, end], where: strong cross ties}
  agents: {at: [60, 200]}
  events: {kinds: [promise_broken], from: 90}
`;
const longer = (ticks: number) => SHORT.replace("ticks: 200", `ticks: ${ticks}`);

async function run(out: string, text: string, ...flags: string[]): Promise<string> {
  place.write("longer.yaml", text);
  return (await place.succeed("experiment", "longer.yaml", "--out", out, "--jobs", "1", ...flags)).stdout;
}

/** The final files, without checkpoints, which say how a run was made. */
const results = (out: string) =>
  Object.fromEntries(Object.entries(finishedFiles(place, out)).filter(([name]) => !name.startsWith("checkpoints")));

const entries = (out: string, ticks: number) =>
  logLines(place, out)
    .filter((line) => line.ticks === ticks)
    .map(({ seconds: _seconds, at: _at, host: _host, check: _check, ...entry }) => entry);

let whole: Record<string, string>;

beforeAll(async () => {
  expect(await run("whole", longer(300), "--no-checkpoints")).toContain("Made 4 runs. 4 of 4 runs finished");
  whole = results("whole");
});

test("every file of an experiment that got more ticks is that of one made at once", async () => {
  expect(await run("grown", SHORT)).toContain("The folder keeps the checkpoints of 4 runs: ");
  expect(readdirSync(place.path("grown/checkpoints"))).toHaveLength(4);
  expect(await run("grown", longer(300))).toContain("Made 4 runs, 4 of them from checkpoints. 4 of 4 runs finished, 0 failed.");
  expect(results("grown")).toEqual(whole);
  // Every outcome, row and state hash in the log as well.
  expect(entries("grown", 300)).toEqual(entries("whole", 300));
  expect(await run("grown", longer(300))).toContain("Made 0 runs. 4 of 4");
});

test("without checkpoints, or with a damaged one, runs start again", async () => {
  await run("damaged", SHORT);
  const [name = ""] = readdirSync(place.path("damaged/checkpoints"));
  writeFileSync(
    place.path(`damaged/checkpoints/${name}`),
    readFileSync(place.path(`damaged/checkpoints/${name}`)).fill(7, 2000, 2010),
  );
  expect(await run("damaged", longer(300))).toContain("Made 4 runs, 3 of them from checkpoints.");
  expect(results("damaged")).toEqual(whole);
  expect(existsSync(place.path("whole/checkpoints"))).toBe(false);
});

test("shards that are merged hand on their checkpoints", async () => {
  await run("parts", SHORT, "--shard", "1/1");
  await place.succeed("merge", "parts");
  expect(readdirSync(place.path("parts/checkpoints"))).toHaveLength(4);
});

test("until it is made, a longer run counts as missing", async () => {
  await run("missing", SHORT);
  // The record of the longer experiment, and no run of it: as after kill -9.
  place.write("missing/experiment.json", place.read("whole/experiment.json"));
  expect((await place.succeed("status", "missing")).stdout).toContain("0 of 4 runs finished");
  expect(await run("missing", longer(300))).toContain("4 of them from checkpoints");
  expect(results("missing")).toEqual(whole);
});

test("fewer ticks, or more ticks with another change, are refused", async () => {
  place.write("other.yaml", longer(250));
  expect(await refused(place, "experiment", "other.yaml", "--out", "whole")).toEqual([
    "whole already holds results of a different experiment: ticks: 300, now 250. Use another --out, or undo the change",
  ]);
  place.write("other.yaml", longer(400).replace("seed: longer", "seed: other"));
  expect(await refused(place, "experiment", "other.yaml", "--out", "whole")).toEqual([
    'whole already holds results of a different experiment: seed: "longer", now "other". Use another --out, or undo the change',
  ]);
  expect(results("whole")).toEqual(whole);
});
