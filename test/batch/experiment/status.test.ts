import { existsSync } from "node:fs";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { encodeEntry, type LogEntry } from "../../../batch/experiment/log-entry.ts";
import { Workplace } from "../../helpers/command-line.ts";
import { logLines, TINY } from "../../helpers/experiment-files.ts";

// Each test starts the program.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const place = new Workplace();
const status = (folder: string) => JSON.parse(place.succeed("status", folder, "--json").stdout);
const statusText = (folder: string) => place.succeed("status", folder).stdout;

/** Leaves the first so many lines of a log, the first of them as failed runs. */
function cutLog(folder: string, lines: number, failed: number): void {
  const kept = logLines(place, folder).slice(0, lines) as unknown as (LogEntry & { check: string })[];
  const text = kept.map(({ check: _, values, series, state_hash, ...line }, at) =>
    encodeEntry(at < failed ? { ...line, failure: "error", error: "so it goes" } : { ...line, values, series, state_hash }),
  );
  place.write(`${folder}/log.jsonl`, text.join(""));
}

beforeAll(() => {
  place.write("tiny.yaml", TINY);
  place.succeed("experiment", "tiny.yaml", "--out", "whole");
  place.succeed("experiment", "tiny.yaml", "--out", "parts", "--shard", "1/4");
  place.succeed("experiment", "tiny.yaml", "--out", "parts", "--shard", "4/4");
  cutLog("parts/shard-1-of-4", 12, 2);
  cutLog("parts/shard-4-of-4", 5, 1);
});

describe("the status of an experiment", () => {
  test("says its question, how many runs are done, and how many of them failed", () => {
    expect(statusText("whole")).toBe("whole: Is it the same however it was run?\n\n48 of 48 runs done, 0 failed\n");
    expect(status("whole")).toEqual({
      folder: "whole",
      question: "Is it the same however it was run?",
      whole: { planned: 48, done: 48, failed: 0 },
      shards: [],
    });
  });

  test("says where runs are missing, and that nobody is at work", () => {
    const { folder } = place;
    place.succeed("experiment", "tiny.yaml", "--out", "half");
    cutLog("half", 20, 3);
    expect(folder).not.toBe("");
    expect(statusText("half")).toContain("20 of 48 runs done, 3 failed\nnobody is at work: the command that began it goes on\n");
    expect(status("half").whole).toEqual({ planned: 48, done: 20, failed: 3 });
  });

  test("counts the replicates that are of use where precision was reached", () => {
    // Nothing is as wide as its mean, and five replicates are the fewest: 5 × 8 runs.
    place.write("sure.yaml", TINY.replace("replicates: 6", "replicates: 40").replace("  focal: ", "  focal_trust: "));
    place.succeed("experiment", "sure.yaml", "--out", "sure", "--until-precision", "1");
    expect(status("sure").whole).toEqual({ planned: 40, done: 40, failed: 0 });
  });

  test("says who is at work, as long as somebody is", async () => {
    place.write("slow.yaml", "ticks: 100000\nreplicates: 2\noutcomes: [weak_ties]\n");
    const { child, ended } = place.start("experiment", "slow.yaml", "--out", "slow", "--jobs", "1");
    while (!existsSync(place.path("slow/experiment.json"))) await new Promise((wait) => setTimeout(wait, 20));
    expect(status("slow").whole).toMatchObject({ planned: 2, done: 0, at_work: { pid: child.pid } });
    expect(statusText("slow")).toMatch(new RegExp(`0 of 2 runs done, 0 failed\nprocess ${child.pid} on .+ is at work\n`));
    const second = place.weakties("experiment", "slow.yaml", "--out", "slow");
    expect(second).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(new RegExp(`slow is in use by process ${child.pid} on `)),
    });
    child.kill("SIGKILL");
    await ended;
    expect(status("slow").whole).toEqual({ planned: 2, done: 0, failed: 0 });
  });
});

describe("the status of shards", () => {
  // Of 48 runs each of four shards has twelve: eight combinations, two a replicate, six replicates.
  test("says which are complete, unfinished and missing, and the list that runs them again", () => {
    expect(status("parts")).toEqual({
      folder: "parts",
      question: "Is it the same however it was run?",
      shards: [
        {
          of: 4,
          complete: 1,
          missing: [2, 3],
          unfinished: [4],
          array: "2-4",
          shards: [
            { shard: 1, planned: 12, done: 12, failed: 2 },
            { shard: 4, planned: 12, done: 5, failed: 1 },
          ],
        },
      ],
    });
  });

  test("says the same to a person", () => {
    expect(statusText("parts")).toBe(
      `parts: Is it the same however it was run?

1 of 4 shards complete, 3 failed runs in them
  shard 4: 5 of 12 runs
  missing: 2
to run these (again) with Slurm: --array=2-4
`,
    );
  });

  test("of a single one counts its own runs", () => {
    expect(status("parts/shard-4-of-4").whole).toEqual({ planned: 12, done: 5, failed: 1 });
  });

  test("asks for a merge when all are complete, and for nothing when they are together", () => {
    for (const shard of ["1/2", "2/2"]) place.succeed("experiment", "tiny.yaml", "--out", "two", "--shard", shard);
    expect(statusText("two")).toMatch(/2 of 2 shards complete, 0 failed runs in them\nto put them together: weakties merge two\n$/);
    expect(status("two").shards[0]).toMatchObject({ complete: 2, missing: [], unfinished: [], array: "" });
    place.succeed("merge", "two");
    expect(statusText("two")).toMatch(/48 of 48 runs done, 0 failed\n\n2 of 2 shards complete, 0 failed runs in them\n$/);
  });
});

test("asking changes nothing", () => {
  const before = place.listing();
  for (const folder of ["whole", "parts", "half"]) status(folder);
  expect(place.listing()).toEqual(before);
});
