import { spawnSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { lockFolder } from "../../../batch/experiment/folder/folder-lock.ts";
import { encodeEntry, type LogEntry } from "../../../batch/experiment/log/log-entry.ts";
import { readStatus } from "../../../batch/experiment/status/read-status.ts";
import { statusText } from "../../../batch/experiment/status/status-text.ts";
import { Workplace } from "../../helpers/command-line.ts";
import { logLines, TINY } from "../../helpers/experiment-files.ts";

// Each test starts the program.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const place = new Workplace();

/** The status of a folder, read in this process to save the start of a program. */
const status = (folder: string) => readStatus({ name: folder, path: place.path(folder) });
const textOf = (folder: string) => statusText(status(folder));

/** Cuts a log to its first lines and changes some of them to failed runs. */
function cutLog(folder: string, lines: number, failed: number): void {
  const kept = logLines(place, folder).slice(0, lines) as unknown as (LogEntry & { check: string })[];
  const text = kept.map(({ check: _, values, series, state_hash, ...line }, at) =>
    encodeEntry(at < failed ? { ...line, failure: "error", error: "so it goes" } : { ...line, values, series, state_hash }),
  );
  place.write(`${folder}/log.jsonl`, text.join(""));
}

beforeAll(async () => {
  place.write("tiny.yaml", TINY);
  await place.succeed("experiment", "tiny.yaml", "--out", "whole", "--jobs", "1");
  cpSync(place.path("whole"), place.path("half"), { recursive: true });
  cutLog("half", 20, 3);
  await place.succeed("experiment", "tiny.yaml", "--out", "parts", "--shard", "1/4", "--jobs", "1");
  await place.succeed("experiment", "tiny.yaml", "--out", "parts", "--shard", "4/4", "--jobs", "1");
  cutLog("parts/shard-1-of-4", 12, 2);
  cutLog("parts/shard-4-of-4", 5, 1);
});

describe("the status of an experiment", () => {
  test("says its question, how many runs are done, and how many of them failed", () => {
    expect(textOf("whole")).toBe("whole: Is it the same however it was run?\n\n48 of 48 runs finished, 0 failed\n");
    expect(status("whole")).toEqual({
      folder: "whole",
      question: "Is it the same however it was run?",
      whole: { planned: 48, done: 48, failed: 0 },
      shards: [],
    });
  });

  test("shows how many runs are missing, and that no process is working", () => {
    expect(textOf("half")).toContain(
      "20 of 48 runs finished, 3 failed\nno process is working on it: run the same `weakties experiment` command again to resume\n",
    );
    expect(status("half").whole).toEqual({ planned: 48, done: 20, failed: 3 });
  });

  test("counts only the replicates that are used once the precision is reached", async () => {
    // Every half-width is below its mean, so the minimum of five replicates is enough: 5 × 8 runs.
    place.write("sure.yaml", TINY.replace("replicates: 6", "replicates: 40").replace("  focal: ", "  focal_trust: "));
    await place.succeed("experiment", "sure.yaml", "--out", "sure", "--until-precision", "1", "--jobs", "1");
    expect(status("sure").whole).toEqual({ planned: 40, done: 40, failed: 0 });
    const report = place.read("sure/report.html");
    expect(report).toContain("Stopped after 5 of 40 replicates, because every interval was narrow enough");
    expect(report).not.toContain("Ran all");
  });

  test("shows which process is working, as long as one is", async () => {
    const lock = await lockFolder(place.path("half"), "half");
    expect(status("half").whole).toMatchObject({ done: 20, at_work: { pid: process.pid } });
    expect(textOf("half")).toMatch(new RegExp(`20 of 48 runs finished, 3 failed\nprocess ${process.pid} on .+ is working on it\n`));
    expect(await place.weakties("experiment", "tiny.yaml", "--out", "half")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        new RegExp(`half is in use by process ${process.pid} on .+: wait until it is finished, or choose another folder`),
      ),
    });
    // The same lock, but of a process that has ended.
    const { pid } = spawnSync(process.execPath, ["--version"]);
    const text = place.read("half/lock");
    lock.release();
    place.write("half/lock", JSON.stringify({ ...JSON.parse(text), pid }));
    expect(status("half").whole).toEqual({ planned: 48, done: 20, failed: 3 });
    rmSync(place.path("half/lock"));
  });

  test("is printed as text, and as JSON with --json", async () => {
    expect((await place.succeed("status", "half")).stdout).toBe(textOf("half"));
    expect(JSON.parse((await place.succeed("status", "half", "--json")).stdout)).toEqual(status("half"));
  });
});

describe("the status of shards", () => {
  // Each of four shards has twelve of 48 runs: eight combinations and six replicates, two runs per replicate.
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
    expect(textOf("parts")).toBe(
      `parts: Is it the same however it was run?

1 of 4 shards complete, 3 failed runs
  shard 4: 5 of 12 runs finished
  not started: 2
to run these shards with Slurm: --array=2-4
`,
    );
  });

  test("of a single shard counts its runs", () => {
    expect(status("parts/shard-4-of-4").whole).toEqual({ planned: 12, done: 5, failed: 1 });
  });

  test("suggests a merge when all are complete, and nothing after it", async () => {
    for (const shard of ["1/2", "2/2"])
      await place.succeed("experiment", "tiny.yaml", "--out", "two", "--shard", shard, "--jobs", "1");
    expect(textOf("two")).toMatch(/2 of 2 shards complete, 0 failed runs\nto merge them: weakties merge two\n$/);
    expect(status("two").shards[0]).toMatchObject({ complete: 2, missing: [], unfinished: [], array: "" });
    await place.succeed("merge", "two");
    expect(textOf("two")).toMatch(/48 of 48 runs finished, 0 failed\n\n2 of 2 shards complete, 0 failed runs\n$/);
  });
});

test("reading the status changes nothing", () => {
  const before = place.listing();
  for (const folder of ["whole", "parts", "half"]) status(folder);
  expect(place.listing()).toEqual(before);
});
