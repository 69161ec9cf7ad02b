import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { Workplace } from "../helpers/command-line.ts";
import { jobsIn, OneSlurm } from "./one-slurm.ts";

const place = new Workplace();
const slurm = new OneSlurm();

function experiment(name: string, { agents, ticks, replicates }: Record<"agents" | "ticks" | "replicates", number>): string {
  const lines = [
    "question: q",
    `ticks: ${ticks}`,
    `replicates: ${replicates}`,
    `parameters: {agents: ${agents}}`,
    "vary: {gossip: [on, off]}",
    "outcomes: [mean_trust_score]",
  ];
  return place.write(name, `${lines.join("\n")}\n`);
}

/** The result files of an experiment by path, without the log, the shards and the scripts. */
function results(folder: string): Record<string, string> {
  const paths = readdirSync(place.path(folder), { recursive: true, encoding: "utf8" }).filter(
    (path) => !/^(log\.jsonl$|shard-|slurm(\/|$))/.test(path) && statSync(place.path(join(folder, path))).isFile(),
  );
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(place.path(join(folder, path)), "latin1")]));
}

/** Expects the folder to have the same files as the experiment run on one machine, including the named ones. */
async function expectAsOnOneMachine(file: string, folder: string): Promise<void> {
  await place.succeed("experiment", file, "--out", `alone-${folder}`, "--progress", "none");
  const found = results(folder);
  const expected = results(`alone-${folder}`);
  expect(Object.keys(found)).toEqual(Object.keys(expected));
  expect(Object.keys(found)).toEqual(expect.arrayContaining(["dictionary.csv", "experiment.json", "runs.csv", "summary.csv"]));
  for (const path of Object.keys(expected)) expect(found[path], path).toBe(expected[path]);
}

function hasLine(path: string): boolean {
  return existsSync(place.path(path)) && place.read(path).includes("\n");
}

test("an experiment submitted in four shards gives the same bytes as on one machine", async () => {
  const file = experiment("small.yaml", { agents: 30, ticks: 60, replicates: 8 });
  const { stdout } = await place.succeed("slurm", file, "--shards", "4", "--out", "small", "--submit");
  const { array, merge } = jobsIn(stdout);
  await slurm.emptied();
  expect(slurm.states(array)).toEqual(Array(4).fill("COMPLETED"));
  expect(slurm.states(merge)).toEqual(["COMPLETED"]);
  await expectAsOnOneMachine(file, "small");
});

test("after a task is killed, the merge does not run, status names the shard, and the task resumes to the same bytes", async () => {
  const file = experiment("long.yaml", { agents: 200, ticks: 520, replicates: 16 });
  const { stdout } = await place.succeed("slurm", file, "--shards", "4", "--out", "long", "--submit");
  const { array, merge } = jobsIn(stdout);
  // In the middle of the work: one of eight runs is recorded.
  while (!hasLine("long/shard-2-of-4/log.jsonl")) await delay(20);
  slurm.killProgram(`${array}_2`);
  await slurm.emptied();
  expect(slurm.states(array)).toEqual(["COMPLETED", "FAILED", "COMPLETED", "COMPLETED"]);
  expect(slurm.states(merge)).toEqual(["CANCELLED"]);
  expect(existsSync(place.path("long/runs.csv"))).toBe(false);

  const status = (await place.weakties("status", "long")).stdout;
  expect(status).toMatch(/shard.*\b2\b/);
  const lists = status.match(/--array=[\d,-]+/g);
  expect(lists).toEqual(["--array=2"]);

  const again = slurm.sbatch("--array=2", place.path("long/slurm/array.sh"));
  slurm.sbatch(`--dependency=afterok:${again}`, place.path("long/slurm/merge.sh"));
  await slurm.emptied();
  expect(slurm.states(again)).toEqual(["COMPLETED"]);
  await expectAsOnOneMachine(file, "long");
});
