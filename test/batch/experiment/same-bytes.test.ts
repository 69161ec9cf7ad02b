import { beforeAll, describe, expect, test, vi } from "vitest";
import { Workplace } from "../../helpers/command-line.ts";
import { finishedFiles, TINY } from "../../helpers/experiment-files.ts";

// Each test starts the program several times.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const place = new Workplace();
let alone: Record<string, string>;

beforeAll(async () => {
  place.write("tiny.yaml", TINY);
  await place.succeed("experiment", "tiny.yaml", "--out", "jobs-1", "--jobs", "1", "--parquet");
  alone = finishedFiles(place, "jobs-1");
});

describe("every finished file is the same to the last byte", () => {
  test.each([2, 8])("with %i runs at a time", async (jobs) => {
    await place.succeed("experiment", "tiny.yaml", "--out", `jobs-${jobs}`, "--jobs", `${jobs}`, "--parquet");
    expect(finishedFiles(place, `jobs-${jobs}`)).toEqual(alone);
  });

  test.each([1, 3, 10])("in %i shards that are merged", async (shards) => {
    const folder = `shards-${shards}`;
    for (let shard = shards; shard >= 1; shard--)
      await place.succeed("experiment", "tiny.yaml", "--out", folder, "--shard", `${shard}/${shards}`, "--jobs", "2");
    await place.succeed("merge", folder, "--parquet");
    expect(finishedFiles(place, folder)).toEqual(alone);
  });

  test("from its own experiment.json, in another folder", async () => {
    await place.succeed("experiment", "jobs-1/experiment.json", "--out", "again", "--parquet");
    expect(finishedFiles(place, "again")).toEqual(alone);
  });

  test("after the report has been asked for again", async () => {
    await place.succeed("report", "jobs-1", "--parquet");
    expect(finishedFiles(place, "jobs-1")).toEqual(alone);
  });
});

test("another seed gives other runs under the same ids", async () => {
  place.write("other.yaml", TINY.replace("seed: tiny", "seed: other"));
  await place.succeed("experiment", "other.yaml", "--out", "other");
  const ids = (folder: string) => place.records(`${folder}/runs.csv`).map(({ id }) => id);
  expect(ids("other")).toEqual(ids("jobs-1"));
  expect(place.read("other/runs.csv")).not.toBe(place.read("jobs-1/runs.csv"));
});
