import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { Workplace } from "../helpers/command-line.ts";

const place = new Workplace();
place.write("x.yaml", "question: q\nticks: 3\nparameters: {agents: 30}\nvary: {gossip: [on, off]}\noutcomes: [mean_trust_score]\n");
/** the current folder as the program sees it, with links resolved */
const here = realpathSync(place.folder);

/** Puts a program called sbatch first on the PATH. It records its arguments, one line per call. */
function fakeSbatch(name: string, body: string): Record<string, string> {
  mkdirSync(place.path(`${name}-bin`));
  place.write(`${name}-bin/sbatch`, `#!/bin/sh\nprintf '%s\\n' "$*" >>'${place.path(`${name}-calls`)}'\n${body}\n`);
  chmodSync(place.path(`${name}-bin/sbatch`), 0o755);
  return { PATH: `${place.path(`${name}-bin`)}:${process.env.PATH}` };
}

function calls(name: string): string[] {
  return place.read(`${name}-calls`).trimEnd().split("\n");
}

/** Prints job number 13 for a call with a dependency and 12 for any other. */
const taken = 'case "$*" in *afterok*) echo 13;; *) echo 12;; esac';
/** A PATH without any programs. */
const nowhere = { PATH: place.path("no-programs") };

async function problemsOf(...args: string[]): Promise<string[]> {
  const before = place.listing();
  const { code, stdout, stderr } = await place.weakties("slurm", ...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(place.listing()).toEqual(before);
  const [head, ...problems] = stderr.trimEnd().split("\n");
  expect(head).toBe(`weakties: ${problems.length} problem${problems.length === 1 ? "" : "s"}, nothing was written`);
  return problems.map((problem) => problem.trim());
}

describe("weakties slurm", () => {
  test("writes two scripts with absolute paths into the folder named after the file and prints how to submit them", async () => {
    const { stdout, stderr } = await place.succeed("slurm", "x.yaml", "--shards", "4");
    const folder = `${here}/runs/x`;
    expect(stderr).toBe("");
    expect(stdout).toBe(
      [
        "Wrote runs/x/slurm/array.sh and runs/x/slurm/merge.sh. To submit them:",
        "",
        `  array=$(sbatch --parsable ${folder}/slurm/array.sh)`,
        `  sbatch --dependency=afterok:"\${array%%;*}" ${folder}/slurm/merge.sh`,
        "",
      ].join("\n"),
    );
    expect(readdirSync(place.path("runs/x"), { recursive: true }).sort()).toEqual(["slurm", "slurm/array.sh", "slurm/merge.sh"]);
    const program = `${process.execPath} ${resolve("dist/cli/main.js")}`;
    expect(place.read("runs/x/slurm/array.sh")).toContain(
      `\n${program} experiment ${here}/x.yaml --out ${folder} --shard "$task/4" `,
    );
    expect(place.read("runs/x/slurm/merge.sh")).toContain(`\nexec ${program} merge ${folder}\n`);
  });

  test("prints commands that submit both, the merge after the array, even if a cluster follows the job number", async () => {
    const { stdout } = await place.succeed("slurm", "x.yaml", "--shards", "4", "--out", "it's $HOME");
    const env = fakeSbatch("typed", 'case "$*" in *afterok*) ;; *) echo "12;east";; esac');
    const typed = stdout
      .split("\n")
      .filter((line) => line.startsWith("  "))
      .join("\n");
    const { status, stderr } = spawnSync("sh", ["-c", typed], { env, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const scripts = `${here}/it's $HOME/slurm`;
    expect(calls("typed")).toEqual([`--parsable ${scripts}/array.sh`, `--dependency=afterok:12 ${scripts}/merge.sh`]);
  });

  test("submits both with --submit and prints their numbers", () => {
    const args = ["slurm", "x.yaml", "--shards", "4", "--out", "to submit", "--submit"];
    const { code, stdout, stderr } = place.weaktiesWith(fakeSbatch("submit", taken), ...args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(
      [
        "Submitted job 12, an array of 4 tasks, and job 13, which merges the shards afterward. To watch and stop them:",
        "",
        "  squeue --jobs=12,13",
        "  weakties status 'to submit'",
        "  scancel 12 13",
        "",
      ].join("\n"),
    );
    const scripts = `${here}/to submit/slurm`;
    expect(calls("submit")).toEqual([`--parsable ${scripts}/array.sh`, `--parsable --dependency=afterok:12 ${scripts}/merge.sh`]);
  });

  test("passes cores and sbatch options, including their dashes, to both scripts", async () => {
    const sbatch = ["--sbatch", "--partition=long --time=2:00:00", "--sbatch", "-A me"];
    await place.succeed("slurm", "x.yaml", "--shards", "4", "--jobs", "8", "--out", "more", ...sbatch);
    const array = place.read("more/slurm/array.sh");
    expect(array).toContain("#SBATCH --cpus-per-task=8\n");
    for (const script of [array, place.read("more/slurm/merge.sh")])
      expect(script).toContain("#SBATCH --partition=long --time=2:00:00\n#SBATCH -A me\n\n");
  });
});

describe("if Slurm refuses the jobs", () => {
  test("because sbatch is missing, it prints how to submit them and keeps the scripts", () => {
    const { code, stdout, stderr } = place.weaktiesWith(nowhere, "slurm", "x.yaml", "--shards", "2", "--out", "none", "--submit");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(
      /^weakties: nothing was submitted: this machine has no sbatch\n.*\n\n {2}array=\$\(sbatch .*\n {2}sbatch /,
    );
    expect(readdirSync(place.path("none/slurm")).sort()).toEqual(["array.sh", "merge.sh"]);
  });

  test("because sbatch fails, it prints the message of sbatch", () => {
    const env = fakeSbatch("refuse", 'echo "sbatch: error: invalid partition" >&2; exit 3');
    const { code, stdout, stderr } = place.weaktiesWith(env, "slurm", "x.yaml", "--shards", "2", "--out", "refused", "--submit");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(
      "nothing was submitted: sbatch failed with exit code 3 and printed: sbatch: error: invalid partition\n",
    );
    expect(calls("refuse")).toHaveLength(1);
    expect(existsSync(place.path("refused/slurm/array.sh"))).toBe(true);
  });

  test("after the array, it prints the array's number and how to submit the merge", () => {
    const env = fakeSbatch("half", 'case "$*" in *afterok*) echo no >&2; exit 1;; *) echo 12;; esac');
    const { code, stdout, stderr } = place.weaktiesWith(env, "slurm", "x.yaml", "--shards", "2", "--out", "half", "--submit");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("the array was submitted as job 12, but the merge was not: sbatch failed with exit code 1");
    expect(stderr).toContain(`\n\n  sbatch --dependency=afterok:12 ${here}/half/slurm/merge.sh\n`);
  });

  test("because sbatch prints no number, it prints the output of sbatch", () => {
    const env = fakeSbatch("odd", "echo welcome");
    const { code, stderr } = place.weaktiesWith(env, "slurm", "x.yaml", "--shards", "2", "--out", "odd", "--submit");
    expect(code).toBe(1);
    expect(stderr).toContain("nothing was submitted: sbatch reported no job and printed: welcome\n");
  });
});

describe("weakties slurm refuses", () => {
  test("a command with many problems and reports all of them", async () => {
    const args = ["missing.yaml", "extra", "--shards", "0", "--jobs", "x", "--sbatch", "--array=3", "--submitt", "--out", ""];
    expect(await problemsOf(...args)).toEqual([
      'unknown argument "extra"',
      'unknown flag "--submitt" (did you mean "--submit"?)',
      '--shards must be a whole number from 1 to 100,000, written in digits only, got "0"',
      '--jobs must be a whole number from 1 to 1,024, written in digits only, got "x"',
      '--sbatch cannot set --array, because the scripts set it, got "--array=3"',
      "--out: the folder must have a name",
      "missing.yaml: cannot be read: no such file or folder",
    ]);
  });

  test("to start without a file and a number of shards", async () => {
    expect(await problemsOf()).toEqual([
      "--shards is missing: say into how many parts to split the experiment, one task each",
      "slurm needs the file of an experiment: create one with `weakties new FILE`",
    ]);
  });

  test("an experiment that cannot run, and lists every problem in its file", async () => {
    place.write("faulty.yaml", "question: q\nticks: many\nvary: {gosip: [on, off]}\noutcomes: [mean_trust_score]\n");
    expect(await problemsOf("faulty.yaml", "--shards", "2", "--jobs", "0")).toEqual([
      expect.stringContaining("--jobs"),
      expect.stringMatching(/^faulty\.yaml, line 2: ticks /),
      expect.stringMatching(/^faulty\.yaml, line 3: .*gosip/),
    ]);
  });

  test.each([
    ["-a1-3", "cannot set -a, because"],
    ["--time=1 --dependency=afterok:3", "cannot set --dependency, because"],
    ["-d singleton", "cannot set -d, because"],
    ["--wrap=ls", "cannot set --wrap, because"],
    ["--time=1\ntouch owned", "must be options of sbatch in one line"],
    ["partition=x", "must be options of sbatch in one line"],
    ["", "must be options of sbatch in one line"],
    ["--submit", "needs options of sbatch"],
  ])("options for sbatch such as %j", async (option, rule) => {
    const problems = await problemsOf("x.yaml", "--shards", "2", "--out", "new", "--sbatch", option);
    expect(problems).toEqual([expect.stringContaining(`--sbatch ${rule}`)]);
  });

  test("a folder with a different number of shards", async () => {
    mkdirSync(place.path("sharded/shard-1-of-3"), { recursive: true });
    expect(await problemsOf("x.yaml", "--shards", "4", "--out", "sharded")).toEqual([
      "--out: sharded already contains shard-1-of-3, so --shards must be 3",
    ]);
    await place.succeed("slurm", "x.yaml", "--shards", "3", "--out", "sharded");
  });

  test("to overwrite a script that it did not write, and to write into a file", async () => {
    mkdirSync(place.path("theirs/slurm"), { recursive: true });
    place.write("theirs/slurm/array.sh", "#!/bin/sh\necho years of work\n");
    expect(await problemsOf("x.yaml", "--shards", "4", "--out", "theirs")).toEqual([
      "--out: theirs contains slurm/array.sh, which weakties did not write: move it",
    ]);
    expect(await problemsOf("x.yaml", "--shards", "4", "--out", "x.yaml")).toEqual(["--out: x.yaml is a file, not a folder"]);
  });

  test("nothing if the folder has scripts that it wrote: it replaces them", async () => {
    await place.succeed("slurm", "x.yaml", "--shards", "4", "--out", "twice");
    await place.succeed("slurm", "x.yaml", "--shards", "5", "--out", "twice");
    expect(readFileSync(place.path("twice/slurm/array.sh"), "utf8")).toContain("--array=1-5");
    expect(readdirSync(dirname(place.path("twice/slurm/array.sh"))).sort()).toEqual(["array.sh", "merge.sh"]);
  });
});
