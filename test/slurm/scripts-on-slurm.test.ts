import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { SlurmJobs } from "../../batch/slurm/job-scripts.ts";
import { submit } from "../../batch/slurm/submit.ts";
import { scriptPaths, writeScripts } from "../../batch/slurm/write-scripts.ts";
import { Workplace } from "../helpers/command-line.ts";
import { OneSlurm } from "./one-slurm.ts";

const place = new Workplace();
const slurm = new OneSlurm();

/**
 * Replaces the command line: writes its arguments to a file in the folder, named for the command, and then exits with the code that
 * the experiment file gives for the shard, or waits until it is killed.
 */
const standIn = `
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
const [command, ...args] = process.argv.slice(2);
const folder = command === "merge" ? args[0] : args[args.indexOf("--out") + 1];
const shard = command === "merge" ? "" : "-" + args[args.indexOf("--shard") + 1].split("/")[0];
writeFileSync(join(folder, command + shard + ".json"), JSON.stringify([command, ...args]));
console.log("said by " + command + shard);
const end = command === "merge" ? 0 : JSON.parse(readFileSync(args[0], "utf8"))[shard.slice(1)] ?? 0;
if (end === "waits") setInterval(() => {}, 1000);
else process.exitCode = end;
`;

/** Writes the scripts for three shards with the given exit codes. */
function jobs(name: string, ends: Record<number, number | "waits">, options: string[] = []): SlurmJobs {
  const folder = place.path(name);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "experiment.yaml");
  writeFileSync(file, JSON.stringify(ends));
  const program = place.path(place.write("stand-in.mjs", standIn));
  const planned = { node: process.execPath, program, file, folder, shards: 3, jobs: 2, name: "weakties-test", options };
  writeScripts(planned);
  return planned;
}

function submitted({ folder }: SlurmJobs): { array: string; merge: string } {
  const outcome = submit(scriptPaths(folder));
  if ("problem" in outcome) throw new Error(outcome.problem);
  return outcome;
}

function filesOf({ folder }: SlurmJobs, ending: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith(ending));
}

describe("scripts, on a Slurm of one node", () => {
  test.each([
    "with space",
    `it's "$HOME" \`id\` #1 %a %%A é * ? [a] {b,c} ~ ! & ; | < >`,
    `back\\slash %a, a\ttab and 'line\nbreak"`,
  ])("one task per shard runs, and then the merge, in a folder called %j", async (name) => {
    const planned = jobs(name, {});
    const { array, merge } = submitted(planned);
    await slurm.emptied();
    expect(slurm.states(array)).toEqual(["COMPLETED", "COMPLETED", "COMPLETED"]);
    expect(slurm.states(merge)).toEqual(["COMPLETED"]);
    for (const k of [1, 2, 3]) {
      expect(JSON.parse(readFileSync(join(planned.folder, `experiment-${k}.json`), "utf8"))).toEqual([
        "experiment",
        planned.file,
        "--out",
        planned.folder,
        "--shard",
        `${k}/3`,
        "--jobs",
        "2",
        "--progress",
        "none",
      ]);
      const log = readFileSync(join(planned.folder, `slurm/array-${array}-${k}.log`), "utf8");
      expect(log).toBe(`said by experiment-${k}\n`);
    }
    expect(JSON.parse(readFileSync(join(planned.folder, "merge.json"), "utf8"))).toEqual(["merge", planned.folder]);
    expect(readFileSync(join(planned.folder, `slurm/merge-${merge}.log`), "utf8")).toBe("said by merge\n");
    expect(readdirSync(join(planned.folder, "slurm")).length).toBe(6);
  });

  test("a shard with failed runs, exit code 1, counts as done and is merged", async () => {
    const { array, merge } = submitted(jobs("failed-runs", { 2: 1 }));
    await slurm.emptied();
    expect([...slurm.states(array), ...slurm.states(merge)]).toEqual(Array(4).fill("COMPLETED"));
  });

  test.each([2, 143])("if a shard exits with %i, the merge leaves the queue and does not run", async (code) => {
    const planned = jobs(`ended-${code}`, { 3: code });
    const { array, merge } = submitted(planned);
    await slurm.emptied();
    expect(slurm.states(array)).toEqual(["COMPLETED", "COMPLETED", "FAILED"]);
    expect(slurm.details(array)[2].ExitCode).toBe(`${code}:0`);
    expect(slurm.states(merge)).toEqual(["CANCELLED"]);
    expect(filesOf(planned, "merge.json")).toEqual([]);
  });

  test.each([
    ["canceled", (task: string) => slurm.ask("scancel", task), "CANCELLED"],
    ["killed, as by a scheduler", (task: string) => slurm.ask("scancel", "--signal=KILL", task), "CANCELLED"],
    ["killed, as by a system out of memory", (task: string) => slurm.killProgram(task), "FAILED"],
  ])("a task that is %s does not run again, and the merge leaves the queue", async (how, end, state) => {
    const planned = jobs(how, { 2: "waits" });
    const { array, merge } = submitted(planned);
    while (!existsSync(join(planned.folder, "experiment-2.json"))) await slurm.running(`${array}_2`);
    end(`${array}_2`);
    await slurm.emptied();
    expect(slurm.states(array)).toEqual(["COMPLETED", state, "COMPLETED"]);
    expect(slurm.details(array)[1].Restarts).toBe("0");
    expect(slurm.states(merge)).toEqual(["CANCELLED"]);
    expect(filesOf(planned, "merge.json")).toEqual([]);

    writeFileSync(planned.file, "{}");
    const again = slurm.sbatch("--array=2", scriptPaths(planned.folder).array);
    await slurm.emptied();
    expect(slurm.details(again).map((one) => [one.ArrayTaskId, one.JobState])).toEqual([["2", "COMPLETED"]]);
    const last = slurm.sbatch(`--dependency=afterok:${again}`, scriptPaths(planned.folder).merge);
    await slurm.emptied();
    expect(slurm.states(last)).toEqual(["COMPLETED"]);
  });

  test("options for sbatch apply to both jobs, several in a line, and come before the options of the scripts", async () => {
    const { array, merge } = submitted(jobs("options", {}, ["--time=7 --comment=slow", "-c 1 --job-name other"]));
    await slurm.emptied();
    for (const one of [...slurm.details(array), ...slurm.details(merge)])
      expect(one).toMatchObject({ TimeLimit: "00:07:00", Comment: "slow", JobName: "other", NumCPUs: "1" });
  });

  test("if sbatch refuses, its message is printed and the scripts stay", () => {
    const planned = jobs("refused", {}, ["--partition=nowhere"]);
    const outcome = submit(scriptPaths(planned.folder));
    expect(outcome).toMatchObject({
      problem: expect.stringMatching(/^nothing was submitted: sbatch failed with exit code 1 and printed: .*partition/s),
    });
    expect(readdirSync(join(planned.folder, "slurm")).sort()).toEqual(["array.sh", "merge.sh"]);
    expect(slurm.ask("squeue", "--noheader")).toBe("");
  });
});
