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

/** Replaces the command line: prints its arguments and exits with the code in the environment. */
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

/** Runs a script in the shell and returns the arguments of the program that it starts. */
function argumentsOf(script: string, environment: Record<string, string> = {}): string[] {
  const { stdout, stderr, status } = bash(script, environment);
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  return JSON.parse(stdout);
}

/** The lines that sbatch reads. It stops at the first line that is neither empty nor a comment. */
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
  test.each(nasty)("bash reads %j back unchanged", (text) => {
    expect(bash(`printf 'got %s' ${shellQuoted(text)}`).stdout).toBe(`got ${text}`);
  });

  test("sh reads any text back unchanged", () => {
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
  test.each(nasty)("runs shard k of n with its cores, for any path: %j", (text) => {
    const [file, folder] = [`/data/${text}/x.yaml`, place.path(`out ${text}`)];
    mkdirSync(join(folder, "slurm"), { recursive: true });
    // The test reads the output, so the script must not redirect it.
    const script = arrayScript(jobs({ file, folder })).replace(/^exec >>[\s\S]*? 2>&1$/m, "");
    const environment = { SLURM_ARRAY_TASK_ID: "3", SLURM_CPUS_PER_TASK: "2" };
    const expected = ["experiment", file, "--out", folder, "--shard", "3/4", "--jobs", "2", "--progress", "none"];
    expect(argumentsOf(script, environment)).toEqual(expected);
    expect(readdirSync(place.folder)).not.toContain("owned");
  });

  test.each(nasty)("names its log in an option for Slurm, or redirects its output to it: %j", (text) => {
    const folder = place.path(`log ${text}`);
    mkdirSync(join(folder, "slurm"), { recursive: true });
    const script = arrayScript(jobs({ folder }));
    const directives = directivesOf(script);
    const output = directives.filter((line) => line.startsWith("#SBATCH --output="));
    expect(output).toHaveLength(1);
    if (!/[\n\\]/.test(text)) {
      // Quotes in a line of options work as in JSON: only " and \ are special. In a pattern, %% is %.
      const [word] = output[0].split("--output=").slice(1);
      expect(JSON.parse(word)).toBe(`${folder.replaceAll("%", "%%")}/slurm/array-%A-%a.log`);
    } else {
      expect(output).toEqual(["#SBATCH --output=/dev/null"]);
      expect(bash(script, { SLURM_ARRAY_TASK_ID: "3", SLURM_ARRAY_JOB_ID: "12" })).toMatchObject({ stdout: "", stderr: "" });
      expect(readFileSync(join(folder, "slurm/array-12-3.log"), "utf8")).toMatch(/^\["experiment",/);
    }
    expect(directives.join("\n")).not.toContain("--wrap");
  });

  test("uses one core if Slurm gives no number", () => {
    expect(argumentsOf(arrayScript(jobs()), { SLURM_ARRAY_TASK_ID: "1" })).toContain("1");
    expect(argumentsOf(arrayScript(jobs()), { SLURM_ARRAY_TASK_ID: "1" }).join(" ")).toContain("--shard 1/4 --jobs 1 ");
  });

  test.each([
    [0, 0],
    [1, 0],
    [2, 2],
    [130, 130],
    [143, 143],
  ])("after a program that exits with %i, exits with %i", (code, end) => {
    expect(bash(arrayScript(jobs()), { SLURM_ARRAY_TASK_ID: "1", CODE: `${code}` }).status).toBe(end);
  });

  test("says outside Slurm that it must be submitted", () => {
    const { status, stdout, stderr } = bash(arrayScript(jobs()));
    expect(stderr).toContain("SLURM_ARRAY_TASK_ID: is not set: submit this script with sbatch");
    expect({ failed: status !== 0, stdout }).toEqual({ failed: true, stdout: "" });
  });

  test("asks for one task per shard and one core per concurrent run; the user's options come last, so that they win", () => {
    const directives = directivesOf(arrayScript(jobs({ options: ["--time=5", "-p x -A y"] })));
    expect(directives).toEqual(expect.arrayContaining(["#SBATCH --array=1-4", "#SBATCH --cpus-per-task=2", "#SBATCH --requeue"]));
    expect(directives.slice(-2)).toEqual(["#SBATCH --time=5", "#SBATCH -p x -A y"]);
  });

  test("waits after a signal until the program has ended", () => {
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
  test("merges the folder, for any path", () => {
    const folder = place.path(`merge ${nasty.join(" ")}`);
    mkdirSync(join(folder, "slurm"), { recursive: true });
    const script = mergeScript(jobs({ folder })).replace(/^exec >>[\s\S]*? 2>&1$/m, "");
    expect(argumentsOf(script)).toEqual(["merge", folder]);
  });

  test("leaves the queue if the array cannot succeed", () => {
    expect(mergeScript(jobs()).split("\n")).toContain("#SBATCH --kill-on-invalid-dep=yes");
  });

  test("exits with the code of the program", () => {
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

  test("if one script cannot be written, neither is, and new folders are removed", () => {
    const folder = place.path("half");
    const { merge } = scriptPaths(folder);
    mkdirSync(`${merge}.new/not empty`, { recursive: true });
    expect(() => writeScripts(jobs({ folder }))).toThrow();
    expect(readdirSync(dirname(merge))).toEqual(["merge.sh.new"]);
    writeFileSync(place.path("a file"), "");
    expect(() => writeScripts(jobs({ folder: join(place.path("a file"), "x") }))).toThrow("part of the path is not a folder");
  });
});
