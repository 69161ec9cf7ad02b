import { statSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { countLeft, estimate } from "../../../batch/experiment/estimate/estimate.ts";
import { timeRun } from "../../../batch/experiment/estimate/time-run.ts";
import { openResults } from "../../../batch/experiment/folder/open-results.ts";
import { planExperiment } from "../../../batch/experiment/plan/plan-experiment.ts";
import { lookAtResults } from "../../../batch/experiment/work/begin-experiment.ts";
import { Workplace } from "../../helpers/command-line.ts";
import { TINY } from "../../helpers/experiment-files.ts";

// Each test makes runs.
vi.setConfig({ testTimeout: 180_000 });

const place = new Workplace();

/** The words after a title in the plan, which lists them separated by commas. */
function listed(plan: string, title: string): string[] {
  const [, text = ""] = plan.split(`${title}\n`);
  return (text.split("\n\n")[0] ?? "").split(",").map((word) => word.trim());
}

/** By file: rows that the plan names. */
function plannedRows(plan: string): Record<string, number> {
  return Object.fromEntries(
    [...plan.matchAll(/^ {2}(\S+\.csv) +([\d,]+) rows?/gm)].map(([, name, rows]) => [name, numberOf(rows)]),
  );
}

const numberOf = (text = "") => Number(text.replaceAll(",", ""));

test("a plan writes nothing, and the experiment then has the runs, columns and rows of the plan", async () => {
  place.write("tables.yaml", `${TINY}tables: {ties: {at: [10, end], where: strong cross ties}, agents: end}\n`);
  const before = place.listing();
  const { stdout, stderr } = await place.succeed("experiment", "tables.yaml", "--plan", "--jobs", "1");
  expect(stderr).toBe("");
  expect(place.listing()).toEqual(before);
  expect(stdout).toContain("4 design points × 2 arms × 6 replicates = 48 runs\n");
  expect(stdout).toContain("left to make for runs/tables: 48 runs\n");
  expect(stdout).toMatch(/Timed run [0-9a-f]{16}, design point 1, arm as_is, replicate 1:\s[\d.]+ s/);
  expect(stdout.replaceAll("\n", " ")).toMatch(
    /the 48 runs left to make take about \d+ s with 1 job, and all results take about [\d.]+ [kM]B:/,
  );
  expect(stdout).toContain("Nothing was written.");

  await place.succeed("experiment", "tables.yaml", "--progress", "none");
  const made = (name: string) => place.table(`runs/tables/${name}`);
  for (const name of ["runs.csv", "series.csv", "ties.csv", "agents.csv"])
    expect(listed(stdout, `Columns of ${name}`), name).toEqual(made(name)[0]);
  const rows = plannedRows(stdout);
  for (const name of ["runs.csv", "series.csv", "agents.csv"]) expect(rows[name], name).toBe(made(name).length - 1);

  const whole = place.listing();
  const again = await place.succeed("experiment", "tables.yaml", "--plan");
  expect(again.stdout).toContain("left to make for runs/tables: 0 runs\n");
  expect(again.stdout).toContain("No run is left to make, so no run was timed.");
  expect(place.listing()).toEqual(whole);

  place.write("tables.yaml", place.read("tables.yaml").replace("replicates: 6", "replicates: 7"));
  const more = await place.succeed("experiment", "tables.yaml", "--plan");
  expect(more.stdout).toContain("48 runs are already recorded\n");
  expect(more.stdout).toContain("left to make for runs/tables: 8 runs\n");
  expect(place.read("runs/tables/experiment.json")).toContain('"replicates": 6');
});

test("faults are those of the experiment, with exit code 2", async () => {
  place.write("faulty.yaml", "question: What?\nticks: many\noutcomes: [trust_me]\n");
  place.write("tiny.yaml", TINY);
  for (const args of [["faulty.yaml"], ["faulty.yaml", "--jobs", "0"], ["tiny.yaml", "--shard", "1/49"], ["tiny.yaml", "--out="]]) {
    const planned = await place.weakties("experiment", ...args, "--plan");
    expect(planned).toEqual(await place.weakties("experiment", ...args));
    expect(planned.code).toBe(2);
  }
  place.write("one.yaml", TINY.replace("replicates: 6", "replicates: 1"));
  await place.succeed("experiment", "one.yaml", "--out", "taken", "--progress", "none");
  place.write("one.yaml", place.read("one.yaml").replace("agents: 24", "agents: 36"));
  const other = await place.weakties("experiment", "one.yaml", "--out", "taken", "--plan");
  expect(other.stderr).toContain("taken already holds results of a different experiment: parameters.agents: 24, now 36");
  expect(other.code).toBe(2);
});

/** A clock that moves only when someone looks at it, by this many milliseconds. */
function tickingClock(look: number): () => number {
  let time = 0;
  return () => {
    time += look;
    return time;
  };
}

test("time is that of the timed run, for each run and burn-in that is left, shared by jobs up to the number of cores", () => {
  place.write("settled.yaml", `${TINY}settled: 8\n`);
  const planned = planExperiment(place.path("settled.yaml"));
  const results = openResults({ name: "settled", path: place.path("settled") });
  if (results.kind === "foreign") throw new Error(results.problem);
  const begun = lookAtResults(planned, results, {});
  const left = countLeft(begun, { shard: undefined, again: undefined });
  // A burn-in of a replicate serves both arms, but the points differ in gossip and blow_off from tick 1 only: one world for all.
  expect(left).toEqual({ runs: 48, burnIns: 6 });
  const run = timeRun(planned, true, tickingClock(500));
  expect(run).toMatchObject({ seconds: 0.5, burnIn: { seconds: 0.5 } });
  const seconds = (jobs: number, cores: number) => estimate(begun, left, run, { jobs, cores, shard: undefined }).seconds;
  expect(seconds(1, 4)).toBe((48 + 6) * 0.5);
  expect(seconds(3, 4)).toBe(((48 + 6) * 0.5) / 3);
  expect(seconds(64, 4)).toBe(((48 + 6) * 0.5) / 4);
  expect(estimate(begun, left, run, { jobs: 1, cores: 1, shard: { number: 1, of: 2 } }).files.map(({ name }) => name)).toEqual([
    "log.jsonl",
  ]);
});

test("the sizes of one run are those that an experiment of one run writes", async () => {
  place.write(
    "single.yaml",
    `ticks: 700\nseed: one\nreplicates: 1\nparameters: {agents: 24, circle_size: 12}\noutcomes: [weak_ties]\nseries: {every: 100, measures: [weak_ties]}\ntables: {ties: end}\n`,
  );
  await place.succeed("experiment", "single.yaml", "--out", "single", "--progress", "none");
  const run = timeRun(planExperiment(place.path("single.yaml")), true, tickingClock(1000));
  const size = (name: string) => statSync(place.path(`single/${name}`)).size;
  const withoutHeader = (name: string) => size(name) - Buffer.byteLength(`${place.read(`single/${name}`).split("\n")[0]}\n`);
  expect(run.runs).toEqual({ rows: 1, bytes: withoutHeader("runs.csv") });
  expect(run.series).toEqual({ rows: 8, bytes: withoutHeader("series.csv") });
  expect(run.tables.get("ties")).toEqual({ rows: place.table("single/ties.csv").length - 1, bytes: withoutHeader("ties.csv") });
  expect(run.checkpointBytes).toBe(size(`checkpoints/${run.planned.id}.bin`));
  // The line of the log has a time in it, whose digits vary.
  expect(Math.abs(run.logBytes - size("log.jsonl"))).toBeLessThan(20);
});
