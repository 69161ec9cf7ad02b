import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { Workplace } from "../../helpers/command-line.ts";
import { finishedFiles, TINY } from "../../helpers/experiment-files.ts";
import { refused } from "../../helpers/refused.ts";

// Each test starts the program several times.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const place = new Workplace();
let folders = 0;
let folder = "";

async function shard(file: string, out: string, which: string): Promise<void> {
  await place.succeed("experiment", file, "--out", out, "--shard", which, "--jobs", "1");
}

const copy = (from: string, to: string) => cpSync(place.path(from), place.path(to), { recursive: true });

/** Every file below the workplace with a sum of its bytes. */
function everything(): Record<string, string> {
  const paths = readdirSync(place.folder, { recursive: true, encoding: "utf8" }).sort();
  const sum = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");
  return Object.fromEntries(paths.map((path) => [path, statSync(place.path(path)).isFile() ? sum(place.path(path)) : "folder"]));
}

/** The problems for which a merge is refused, with nothing changed. */
async function problems(...args: string[]): Promise<readonly string[]> {
  const before = everything();
  const reported = await refused(place, "merge", ...args);
  expect(everything()).toEqual(before);
  return reported;
}

beforeAll(async () => {
  // A third of TINY's runs, to be done soon.
  place.write("tiny.yaml", TINY.replace("replicates: 6", "replicates: 2"));
  place.write("other.yaml", TINY.replace("replicates: 6", "replicates: 2").replace("seed: tiny", "seed: other"));
  for (const which of ["1/2", "2/2"]) await shard("tiny.yaml", "good", which);
  await shard("tiny.yaml", "three", "3/3");
  await shard("other.yaml", "other", "2/2");
  await place.succeed("experiment", "tiny.yaml", "--out", "alone", "--jobs", "1");
});

beforeEach(() => {
  folder = `merged-${++folders}`;
});

test("a refused merge exits with 2 and says why", async () => {
  copy("good/shard-2-of-2", `${folder}/shard-2-of-2`);
  expect(await place.weakties("merge", folder)).toEqual({
    code: 2,
    stdout: "",
    stderr: "weakties: 1 problem, nothing was written\n  shard 1 of 2 is missing\n",
  });
});

describe("a merge is refused, and changes nothing, if", () => {
  test("a shard is missing", async () => {
    copy("good/shard-2-of-2", `${folder}/shard-2-of-2`);
    expect(await problems(folder)).toEqual(["shard 1 of 2 is missing"]);
  });

  test("a shard is given twice", async () => {
    copy("good", folder);
    copy("good/shard-1-of-2", `${folder}-copy`);
    expect(await problems(folder, `${folder}-copy`, "--out", "somewhere")).toEqual([
      `shard 1 of 2 was given 2 times: ${folder}/shard-1-of-2, ${folder}-copy`,
    ]);
  });

  test("shards are of different experiments", async () => {
    copy("good/shard-1-of-2", `${folder}/shard-1-of-2`);
    copy("other/shard-2-of-2", `${folder}/shard-2-of-2`);
    expect(await problems(folder)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${folder}/shard-2-of-2 cannot be merged with ${folder}/shard-1-of-2: it belongs to a different experiment \\(hash .{16}, not .{16}\\)$`,
        ),
      ),
    ]);
  });

  test("shards are of different divisions", async () => {
    copy("good", folder);
    copy("three/shard-3-of-3", `${folder}/shard-3-of-3`);
    expect(await problems(folder)).toEqual([
      `${folder}/shard-3-of-3 cannot be merged with ${folder}/shard-1-of-2: it is one of 3 shards, not of 2`,
    ]);
  });

  test.each([
    ["one shard is of another version", ["shard-2-of-2"], "weakties 0.0.1 made it, not "],
    ["all shards are of another version", ["shard-1-of-2", "shard-2-of-2"], "was made by weakties 0.0.1, but this is"],
  ])("%s", async (_, shards, problem) => {
    copy("good", folder);
    for (const name of shards) {
      const record = JSON.parse(place.read(`${folder}/${name}/experiment.json`));
      place.write(`${folder}/${name}/experiment.json`, JSON.stringify({ ...record, version: "0.0.1" }));
    }
    expect(await problems(folder)).toEqual([expect.stringContaining(problem)]);
  });

  test("a shard has runs left", async () => {
    copy("good", folder);
    const log = `${folder}/shard-2-of-2/log.jsonl`;
    place.write(log, place.read(log).split("\n").slice(0, 5).join("\n"));
    // Of five lines the last lacks its end, so that four runs of eight are there.
    expect(await problems(folder)).toEqual([
      `${folder}/shard-2-of-2 has 4 runs left: run its \`weakties experiment\` command again`,
    ]);
  });

  test("the folder holds another experiment", async () => {
    copy("good", folder);
    await place.succeed("experiment", "other.yaml", "--out", folder, "--jobs", "1");
    expect(await problems(folder)).toEqual([`${folder} holds results of a different experiment: choose another folder with --out`]);
  });

  test("the folder has runs of its own, which would be lost", async () => {
    copy("good", folder);
    await place.succeed("merge", folder);
    place.write(`${folder}.yaml`, TINY.replace("replicates: 6", "replicates: 3"));
    await place.succeed("experiment", `${folder}.yaml`, "--out", folder, "--jobs", "1");
    // Set back to two replicates, the runs of the third are kept in the log.
    await place.succeed("experiment", "tiny.yaml", "--out", folder, "--jobs", "1");
    expect(await problems(folder)).toEqual([
      `${folder} holds runs that are in none of the shards: choose another folder with --out`,
    ]);
  });

  test("shards are in different folders, and --out is missing", async () => {
    copy("good/shard-1-of-2", `${folder}/a/shard-1-of-2`);
    copy("good/shard-2-of-2", `${folder}/b/shard-2-of-2`);
    expect(await problems(`${folder}/a/shard-1-of-2`, `${folder}/b/shard-2-of-2`)).toEqual([
      "the shards are in different folders: choose the folder of the merged experiment with --out",
    ]);
  });

  test("a folder is no shard and contains none", async () => {
    expect(await problems("alone")).toEqual(["alone is not a shard of an experiment, and contains none"]);
  });

  test("several things are wrong, and all are reported", async () => {
    copy("other/shard-2-of-2", `${folder}/shard-2-of-2`);
    copy("three/shard-3-of-3", `${folder}/shard-3-of-3`);
    expect(await problems(folder)).toHaveLength(3); // another experiment, another division, shard 1 is missing
  });
});

describe("the number of shards", () => {
  test("several shards are missing: they are one problem", async () => {
    copy("three/shard-3-of-3", `${folder}/shard-3-of-3`);
    expect(await problems(folder)).toEqual(["shards 1-2 of 3 are missing"]);
  });

  // A list of 50,000,000 missing shards would take minutes and gigabytes.
  test.each([17, 50_000_000, 900_000_000_000_000])("a record has more shards than runs: %s", async (of) => {
    copy("good", folder);
    const path = `${folder}/shard-1-of-2/experiment.json`;
    place.write(path, place.read(path).replace('"shard": "1/2"', `"shard": "1/${of}"`));
    const name = `${folder}/shard-1-of-2`;
    const problem = `${name}: the experiment has 16 runs, so it can have at most 16 shards, got ${of.toLocaleString("en-US")}`;
    const mixture = `${folder}/shard-2-of-2 cannot be merged with ${name}: it is one of 2 shards, not of ${of.toLocaleString("en-US")}`;
    expect(await problems(folder)).toEqual([problem, mixture]);
    expect(await refused(place, "status", folder)).toEqual([problem]);
  });

  test("a record has a shard that cannot be", async () => {
    copy("good", folder);
    const path = `${folder}/shard-1-of-2/experiment.json`;
    place.write(path, place.read(path).replace('"shard": "1/2"', '"shard": "3/2"'));
    expect(await problems(folder)).toEqual(["shard 1 of 2 is missing"]);
    expect(await refused(place, "status", `${folder}/shard-1-of-2`)).toEqual([
      `"${folder}/shard-1-of-2" is not an experiment folder: it contains an experiment.json that weakties did not write`,
    ]);
  });
});

describe("a merge gives the files of one machine", () => {
  test("from folders anywhere with other names", async () => {
    copy("good/shard-1-of-2", `${folder}/a/first`);
    copy("good/shard-2-of-2", `${folder}/b/second`);
    await place.succeed("merge", `${folder}/b/second`, `${folder}/a/first`, "--out", `${folder}/whole`);
    expect(finishedFiles(place, `${folder}/whole`)).toEqual(finishedFiles(place, "alone"));
  });

  test("again, after it was done, or killed when it had written only the record", async () => {
    copy("good", folder);
    const { stdout } = await place.succeed("merge", folder);
    expect(stdout).toContain("Merged 2 shards.");
    expect(finishedFiles(place, folder)).toEqual(finishedFiles(place, "alone"));
    await place.succeed("merge", folder);
    for (const name of ["log.jsonl", "runs.csv", "summary.csv"]) rmSync(place.path(`${folder}/${name}`));
    await place.succeed("merge", folder);
    expect(finishedFiles(place, folder)).toEqual(finishedFiles(place, "alone"));
  });

  test("if the experiment says how to read its network", async () => {
    place.write("calls.csv", "a,b,calls,hours\nAna,Bo,3,1\nBo,Cy,1,2\nCy,Di,2,4\nDi,Ana,5,3\n");
    const network = "network: {file: calls.csv, columns: 'from=a,to=b,weight=hours'}";
    place.write("read.yaml", `${network}\nticks: 5\nseed: read\nreplicates: 3\noutcomes: {ties: strong_ties}\n`);
    for (const which of ["1/2", "2/2"]) await shard("read.yaml", folder, which);
    await place.succeed("merge", folder);
    await place.succeed("experiment", "read.yaml", "--out", `${folder}-alone`, "--jobs", "1");
    expect(JSON.parse(place.read(`${folder}/experiment.json`)).network).toMatchObject({ columns: "from=a,to=b,weight=hours" });
    expect(finishedFiles(place, folder)).toEqual(finishedFiles(place, `${folder}-alone`));
  });

  test("that can be extended as if one machine had made them", async () => {
    copy("good", folder);
    await place.succeed("merge", folder);
    place.write("grown.yaml", TINY.replace("replicates: 6", "replicates: 3"));
    expect((await place.succeed("experiment", "grown.yaml", "--out", folder, "--jobs", "1")).stdout).toContain(
      "Made 8 runs. 24 of 24 runs finished",
    );
    await place.succeed("experiment", "grown.yaml", "--out", `${folder}-alone`, "--jobs", "1");
    expect(finishedFiles(place, folder)).toEqual(finishedFiles(place, `${folder}-alone`));
  });
});
