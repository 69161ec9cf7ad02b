import { beforeAll, describe, expect, test, vi } from "vitest";
import { type GivenExperimentFlags, readExperimentFlags } from "../../../batch/experiment/work/experiment-flags.ts";
import { FlagReader } from "../../../batch/flags/flag-reader.ts";
import { Workplace } from "../../helpers/command-line.ts";
import { TINY } from "../../helpers/experiment-files.ts";
import { refused } from "../../helpers/refused.ts";

// Each test starts the program.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const place = new Workplace();
let before: string[];

beforeAll(() => {
  place.write("tiny.yaml", TINY);
  place.write("taken", "a file");
  place.write("faulty.yaml", "question: What?\nticks: many\noutcomes: [trust_me]\n");
  before = place.listing();
});

/** The reported problems in alphabetical order. Nothing may have been written. */
async function problems(...args: string[]): Promise<string[]> {
  const reported = await refused(place, ...args);
  expect(place.listing()).toEqual(before);
  return [...reported].sort();
}

test("a refused command exits with 2, counts its problems, and writes nothing", async () => {
  expect(await place.weakties("experiment", "tiny.yaml", "--jobs", "0", "--shard", "3/2")).toEqual({
    code: 2,
    stdout: "",
    stderr: `weakties: 2 problems, nothing was written
  --shard must be k/n with k from 1 to n, such as 2/10, got "3/2"
  --jobs must be a whole number from 1 to 1,024, written in digits only, got "0"
`,
  });
  expect(place.listing()).toEqual(before);
});

describe("weakties experiment reports all problems together and writes nothing", () => {
  test("flags", async () => {
    const flags = ["--jobs", "0", "--progress", "jsn", "--shard", "3/2", "--until-precision", "5%", "--again", "some", "more"];
    expect(await problems("experiment", "tiny.yaml", "--out=", ...flags)).toEqual(
      [
        'unknown argument "more"',
        '--jobs must be a whole number from 1 to 1,024, written in digits only, got "0"',
        '--progress must be one of auto, json, none, got "jsn" (did you mean "json"?)',
        '--shard must be k/n with k from 1 to n, such as 2/10, got "3/2"',
        '--until-precision must be a share of the mean, above 0 and at most 1, such as 0.05, or names of contrasts separated by commas, got "5%"',
        '--again must be failed, or ids from runs.csv separated by commas, got "some"',
        "--out: the folder must have a name",
      ].sort(),
    );
  });

  test("more shards than runs", async () => {
    const most = "the experiment has 48 runs, so it can have at most 48 shards, got";
    expect(await problems("experiment", "tiny.yaml", "--shard", "1/49")).toEqual([`--shard: ${most} 49`]);
    expect(await problems("slurm", "tiny.yaml", "--shards", "100000")).toEqual([`--shards: ${most} 100,000`]);
  });

  test("flags that cannot be combined", async () => {
    expect(await problems("experiment", "tiny.yaml", "--shard", "1/2", "--until-precision", "0.1", "--parquet")).toEqual([
      "--parquet cannot be combined with --shard, which writes no tables: give it to `weakties merge`",
      "--until-precision cannot be combined with --shard: a shard does not see the results of the others",
    ]);
  });

  test("flags, the folder, and the file of the experiment together", async () => {
    const reported = await problems("experiment", "faulty.yaml", "--jobs", "many", "--out", "taken");
    expect(reported).toEqual([
      '--jobs must be a whole number from 1 to 1,024, written in digits only, got "many"',
      "--out: taken is a file, not a folder",
      expect.stringMatching(/^faulty\.yaml, line 2: ticks/),
      expect.stringMatching(/^faulty\.yaml, line 3: .*trust_me/),
    ]);
  });

  test("a missing file", async () => {
    expect(await problems("experiment", "tin.yaml")).toEqual([expect.stringMatching(/^tin\.yaml: cannot be read/)]);
  });

  test("no file at all", async () => {
    expect(await problems("experiment", "--jobs", "2")).toEqual(["experiment needs a file: create one with `weakties new FILE`"]);
  });

  test("a flag given twice, and one without its value", async () => {
    expect(await problems("experiment", "tiny.yaml", "--jobs", "2", "--jobs", "3", "--shard")).toEqual([
      '--jobs can be given only once, got "2" and "3"',
      "--shard needs a value (for a value that begins with -, write --shard=…)",
    ]);
  });

  test("points and arms that do not fit, with their places", async () => {
    place.write(
      "unfit.yaml",
      TINY.replace("as_is: {}", "as_is: {interventions: [{tick: 3, remove: [99]}]}")
        .replace("circle_size: 12, ", "")
        .replace("  gossip: [on, off]", "  circle_size: [12, 48]"),
    );
    before = place.listing();
    expect(await problems("experiment", "unfit.yaml")).toEqual([
      expect.stringMatching(/^unfit\.yaml: arm as_is: interventions\[0\]: remove: .*99/),
      expect.stringMatching(/^unfit\.yaml: parameters: circle_size must be at most agents \(24\), got 48 \(at .*"circle_size":48/),
      expect.stringMatching(
        /^unfit\.yaml: parameters: ties_across must be at most 0 in one circle .*, got 4 \(at .*"circle_size":48/,
      ),
    ]);
  });
});

describe("a value of a flag", () => {
  const read = (given: GivenExperimentFlags) => {
    const reader = new FlagReader();
    return { flags: readExperimentFlags(given, reader), problems: reader.problems };
  };

  test.each(["0/3", "4/3", "1", "1/0", "-1/2", "1/2/3", "a/b", "1/1000000", "1.5/2", ""])("--shard=%s is refused", (shard) => {
    expect(read({ shard: [shard] }).problems).toEqual([
      `--shard must be k/n with k from 1 to n, such as 2/10, got ${JSON.stringify(shard)}`,
    ]);
  });

  test.each(["0", "1.01", "-0.1", "5%", "1e-2", "0,1"])("--until-precision=%s is refused", (share) => {
    expect(read({ untilPrecision: [share] }).problems).toHaveLength(1);
  });

  test.each(["", "fail", "0123", "0123456789abcdef,", "0123456789ABCDEF"])("--again=%s is refused", (again) => {
    expect(read({ again: [again] }).problems).toHaveLength(1);
  });

  test("that is valid is accepted", () => {
    const ids = "0123456789abcdef, fedcba9876543210";
    const { flags, problems } = read({ jobs: ["8"], progress: ["json"], untilPrecision: [".05"], again: [ids], parquet: true });
    expect(problems).toEqual([]);
    const again = ["0123456789abcdef", "fedcba9876543210"];
    expect(flags).toMatchObject({ jobs: 8, progress: "json", untilPrecision: 0.05, again, parquet: true });
    expect(read({ shard: ["10/10"] }).flags.shard).toEqual({ number: 10, of: 10 });
  });
});

describe("a folder that is not an experiment is refused by", () => {
  test.each([
    ["status", '"nowhere" is not an experiment folder: it does not exist', '"taken" is not an experiment folder: it is a file'],
    ["report", '"nowhere" is not an experiment folder: it does not exist', '"taken" is not an experiment folder: it is a file'],
    [
      "merge",
      "nowhere is not a shard of an experiment, and contains none",
      "taken is not a shard of an experiment, and contains none",
    ],
  ])("%s", async (command, missing, file) => {
    expect(await problems(command, "nowhere")).toEqual([missing]);
    expect(await problems(command, "taken")).toEqual([file]);
    expect(await problems(command)).toEqual([expect.stringMatching(new RegExp(`^${command} needs the folder`))]);
  });

  test("experiment, if it contains other files", async () => {
    place.write("faulty.json", "{}");
    before = place.listing();
    expect(await problems("experiment", "tiny.yaml", "--out", ".")).toEqual([
      expect.stringMatching(/^--out: \. contains other files, such as .*: choose another folder/),
    ]);
  });
});
