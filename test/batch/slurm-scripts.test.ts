import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrayScript, mergeScript, type SlurmJobs } from "../../batch/slurm/job-scripts.ts";
import { scriptPaths, writeScripts } from "../../batch/slurm/write-scripts.ts";
import { shellQuoted } from "../../batch/text/shell-quoted.ts";
import { Workplace } from "../helpers/command-line.ts";

const place = new Workplace();

/** Stands in for the command line: tells its arguments, and ends with the code in the environment. */
const standIn = place.path(
  place.write("stand in's.mjs", "console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = +(process.env.CODE ?? 0);"),
);

function jobs(changes: Partial<SlurmJobs> = {}): SlurmJobs {
  const folder = "/data/runs/x";
  const fixed = { node: process.execPath, program: standIn, file: "/data/x.yaml", name: "weakties-x", options: [] };
  return { ...fixed, folder, shards: 4, jobs: 2, ...changes };
}

function bash(script: string, environment: Record<string, string> = {}) {
  const { PATH } = process.env;
  return spawnSync("bash", ["-c", script], {
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    cwd: place.folder,
    env: { PATH, ...environment },
  });
}

/** What the shell makes of a script: the arguments of the program that it runs. */
function argumentsOf(script: string, environment: Record<string, string> = {}): string[] {
  const { stdout, stderr, status } = bash(script, environment);
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  return JSON.parse(stdout);
}

/** What sbatch reads: it stops at the first line that is neither empty nor a comment. */
function directivesOf(script: string): string[] {
  const lines = script.split("\n");
  const above = lines.slice(
    0,
    lines.findIndex((line) => !/^(#|\s*$)/.test(line)),
  );
  return above.filter((line) => line.startsWith("#SBATCH"));
}

const nasty = [
  "plain",
  "a b",
  "it's",
  '"q"',
  "$HOME",
  "$(touch owned)",
  "`touch owned`",
  "a\nb",
  "a\n#SBATCH --wrap=x",
  "\\",
  "a\\",
  "*",
  "~",
  "-rf",
  "; touch owned",
  "é 日本",
  "%a",
  "!!",
];

describe("a word for the shell", () => {
  test.each(nasty)("%j comes back from bash as it was", (text) => {
    expect(bash(`printf 'got %s' ${shellQuoted(text)}`).stdout).toBe(`got ${text}`);
  });

  test("any text comes back from sh as it was", () => {
    const texts = fc.array(
      fc.string({ unit: "binary" }).map((text) => text.replaceAll("\0", "")),
      { minLength: 50, maxLength: 50 },
    );
    fc.assert(
      fc.property(texts, (list) => {
        const { stdout } = spawnSync("sh", ["-c", `printf '%s\\0' ${list.map(shellQuoted).join(" ")}`], { encoding: "utf8" });
        expect(stdout).toBe(list.map((text) => `${text}\0`).join(""));
      }),
      { numRuns: 20 },
    );
  });
});

describe("the script of the array", () => {
  test.each(nasty)("runs shard k of n with its cores, whatever the paths hold: %j", (text) => {
    const [file, folder] = [`/data/${text}/x.yaml`, place.path(`out ${text}`)];
    mkdirSync(join(folder, "slurm"), { recursive: true });
    // Output is looked at here, so the script is not to send it elsewhere.
    const script = arrayScript(jobs({ file, folder })).replace(/^exec >>[\s\S]*? 2>&1$/m, "");
    const environment = { SLURM_ARRAY_TASK_ID: "3", SLURM_CPUS_PER_TASK: "2" };
    const expected = ["experiment", file, "--out", folder, "--shard", "3/4", "--jobs", "2", "--progress", "none"];
    expect(argumentsOf(script, environment)).toEqual(expected);
    expect(readdirSync(place.folder)).not.toContain("owned");
  });

  test.each(nasty)("names its log to Slurm in one line, or opens it itself: %j", (text) => {
    const folder = place.path(`log ${text}`);
    mkdirSync(join(folder, "slurm"), { recursive: true });
    const script = arrayScript(jobs({ folder }));
    const directives = directivesOf(script);
    const output = directives.filter((line) => line.startsWith("#SBATCH --output="));
    expect(output).toHaveLength(1);
    if (!/[\n\\]/.test(text)) {
      // A line of options has quotes as JSON has: only " and \ mean something there. In a pattern %% is %.
      const [word] = output[0].split("--output=").slice(1);
      expect(JSON.parse(word)).toBe(`${folder.replaceAll("%", "%%")}/slurm/array-%A-%a.log`);
    } else {
      expect(output).toEqual(["#SBATCH --output=/dev/null"]);
      expect(bash(script, { SLURM_ARRAY_TASK_ID: "3", SLURM_ARRAY_JOB_ID: "12" })).toMatchObject({ stdout: "", stderr: "" });
      expect(readFileSync(join(folder, "slurm/array-12-3.log"), "utf8")).toMatch(/^\["experiment",/);
    }
    expect(directives.join("\n")).not.toContain("--wrap");
  });

  test("uses one core where Slurm tells of none", () => {
    expect(argumentsOf(arrayScript(jobs()), { SLURM_ARRAY_TASK_ID: "1" })).toContain("1");
    expect(argumentsOf(arrayScript(jobs()), { SLURM_ARRAY_TASK_ID: "1" }).join(" ")).toContain("--shard 1/4 --jobs 1 ");
  });

  test.each([
    [0, 0],
    [1, 0],
    [2, 2],
    [130, 130],
    [143, 143],
  ])("ends, after a program that ended with %i, with %i", (code, end) => {
    expect(bash(arrayScript(jobs()), { SLURM_ARRAY_TASK_ID: "1", CODE: `${code}` }).status).toBe(end);
  });

  test("says outside of Slurm that it is to be submitted", () => {
    const { status, stdout, stderr } = bash(arrayScript(jobs()));
    expect(stderr).toContain("SLURM_ARRAY_TASK_ID: is not set: submit this script with sbatch");
    expect({ failed: status !== 0, stdout }).toEqual({ failed: true, stdout: "" });
  });

  test("asks for a task a shard and a core for each run at a time; options of the user come last, so that they prevail", () => {
    const directives = directivesOf(arrayScript(jobs({ options: ["--time=5", "-p x -A y"] })));
    expect(directives).toEqual(expect.arrayContaining(["#SBATCH --array=1-4", "#SBATCH --cpus-per-task=2", "#SBATCH --requeue"]));
    expect(directives.slice(-2)).toEqual(["#SBATCH --time=5", "#SBATCH -p x -A y"]);
  });

  test("is not ended by what asks it to end before the program has ended by itself", () => {
    const slow = place.path(
      place.write(
        "slow.mjs",
        'process.on("SIGTERM", () => setTimeout(() => process.exit(143), 300)); setInterval(() => {}, 1000); process.kill(process.ppid, "SIGTERM"); process.kill(process.pid, "SIGTERM");',
      ),
    );
    expect(bash(arrayScript(jobs({ program: slow })), { SLURM_ARRAY_TASK_ID: "1" }).status).toBe(143);
  });
});

describe("the script of the merge", () => {
  test("merges the folder, whatever its path holds", () => {
    const folder = place.path(`merge ${nasty.join(" ")}`);
    mkdirSync(join(folder, "slurm"), { recursive: true });
    const script = mergeScript(jobs({ folder })).replace(/^exec >>[\s\S]*? 2>&1$/m, "");
    expect(argumentsOf(script)).toEqual(["merge", folder]);
  });

  test("leaves the queue where the array cannot be done", () => {
    expect(mergeScript(jobs()).split("\n")).toContain("#SBATCH --kill-on-invalid-dep=yes");
  });

  test("ends as the program does", () => {
    expect(bash(mergeScript(jobs()), { CODE: "1" }).status).toBe(1);
  });
});

describe("writing the scripts", () => {
  test("replaces older ones and leaves nothing else", () => {
    const folder = place.path("again");
    writeScripts(jobs({ folder }));
    writeScripts(jobs({ folder, shards: 9 }));
    const { array } = scriptPaths(folder);
    expect(readFileSync(array, "utf8")).toContain("--array=1-9");
    expect(readdirSync(dirname(array)).sort()).toEqual(["array.sh", "merge.sh"]);
  });

  test("where one cannot be written neither is, and folders that were made are gone", () => {
    const folder = place.path("half");
    const { merge } = scriptPaths(folder);
    mkdirSync(`${merge}.new/not empty`, { recursive: true });
    expect(() => writeScripts(jobs({ folder }))).toThrow();
    expect(readdirSync(dirname(merge))).toEqual(["merge.sh.new"]);
    writeFileSync(place.path("a file"), "");
    expect(() => writeScripts(jobs({ folder: join(place.path("a file"), "x") }))).toThrow("part of the path is not a folder");
  });
});
