import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { Workplace } from "../../helpers/command-line.ts";
import { finishedFiles, TINY } from "../../helpers/experiment-files.ts";
import { runReadOnly } from "../../helpers/read-only.ts";
import { refused } from "../../helpers/refused.ts";

// Each test starts the program.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const place = new Workplace();
const counter = new URL("../../helpers/count-reads.mjs", import.meta.url).href;

/** Runs a command, and counts how often it reads each experiment.json. */
function countRecordReads(...args: string[]): Record<string, number> {
  const counts = place.path("reads");
  rmSync(counts, { force: true });
  const { code, stderr } = place.weaktiesWith({ NODE_OPTIONS: `--import=${counter}`, COUNT_READS: counts }, ...args);
  expect(code, stderr).toBe(0);
  const reads: Record<string, number> = {};
  for (const path of place.read("reads").split("\n")) {
    if (!path.endsWith("/experiment.json")) continue;
    const name = path.slice(place.folder.length + 1);
    reads[name] = (reads[name] ?? 0) + 1;
  }
  return reads;
}

/** The bytes of every file in a folder, and when each file and folder last changed. */
function snapshot(folder: string): Record<string, string> {
  const names = ["", ...readdirSync(place.path(folder), { recursive: true, encoding: "utf8" })].sort();
  return Object.fromEntries(
    names.map((name) => {
      const path = join(place.path(folder), name);
      const stats = statSync(path);
      const bytes = stats.isFile() ? createHash("sha256").update(readFileSync(path)).digest("hex") : "folder";
      return [name, `${bytes} ${stats.ino} ${stats.mtimeMs}`];
    }),
  );
}

beforeAll(async () => {
  place.write("tiny.yaml", TINY.replace("replicates: 6", "replicates: 2"));
  await place.succeed("experiment", "tiny.yaml", "--out", "whole", "--jobs", "1");
  for (const shard of ["1/2", "2/2"])
    await place.succeed("experiment", "tiny.yaml", "--out", "parts", "--shard", shard, "--jobs", "1");
});

describe("experiment.json is read once by", () => {
  test("experiment, with nothing to do", () => {
    expect(countRecordReads("experiment", "tiny.yaml", "--out", "whole")).toEqual({ "whole/experiment.json": 1 });
  });

  test("status, with and without an id", () => {
    expect(countRecordReads("status", "whole")).toEqual({ "whole/experiment.json": 1 });
    const id = place.records("whole/runs.csv")[0]?.id ?? "";
    expect(countRecordReads("status", "whole", "--run", id)).toEqual({ "whole/experiment.json": 1 });
  });

  test("report", () => {
    expect(countRecordReads("report", "whole")).toEqual({ "whole/experiment.json": 1 });
  });

  test("merge and status, in each shard", () => {
    const shards = { "parts/shard-1-of-2/experiment.json": 1, "parts/shard-2-of-2/experiment.json": 1 };
    expect(countRecordReads("status", "parts")).toEqual(shards);
    // The merged folder has no record yet, and the merge does not read the one it writes.
    expect(countRecordReads("merge", "parts")).toEqual(shards);
    expect(countRecordReads("merge", "parts")).toEqual({ ...shards, "parts/experiment.json": 1 });
  });
});

describe("a command that only reads", () => {
  test("leaves the folder as it is: status", async () => {
    const id = place.records("whole/runs.csv")[0]?.id ?? "";
    const before = snapshot("whole");
    await place.succeed("status", "whole");
    await place.succeed("status", "whole", "--json");
    await place.succeed("status", "whole", "--run", id);
    expect(snapshot("whole")).toEqual(before);
  });

  test("writes the same tables again and nothing else: report", async () => {
    const before = snapshot("whole");
    await place.succeed("report", "whole");
    const after = snapshot("whole");
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const name of ["experiment.json", "log.jsonl"]) expect(after[name]).toBe(before[name]);
    const sums = (files: Record<string, string>) => Object.values(files).map((text) => text.split(" ")[0]);
    expect(sums(after)).toEqual(sums(before));
  });
});

describe("a folder that nobody may write to is enough for", () => {
  test("status, with and without an id", () => {
    const id = place.records("whole/runs.csv")[0]?.id ?? "";
    const before = snapshot("whole");
    for (const args of [["whole"], ["whole", "--json"], ["whole", "--run", id]])
      expect(runReadOnly(place, ["whole"], "status", ...args)).toMatchObject({ code: 0, stderr: "" });
    expect(snapshot("whole")).toEqual(before);
  });

  test("status of shards", () => {
    const before = snapshot("parts");
    expect(runReadOnly(place, ["parts"], "status", "parts").stdout).toContain("2 of 2 shards complete");
    expect(snapshot("parts")).toEqual(before);
  });

  test("report, with --out", () => {
    const before = snapshot("whole");
    expect(runReadOnly(place, ["whole"], "report", "whole", "--out", "today/tables", "--parquet").stderr).toBe("");
    expect(snapshot("whole")).toEqual(before);
    const { "experiment.json": _, "report.html": there, ...tables } = finishedFiles(place, "whole");
    const { "report.html": here, "runs.parquet": runs, "series.parquet": series, ...others } = finishedFiles(place, "today/tables");
    expect(others).toEqual(tables);
    expect([runs, series]).not.toContain(undefined);
    // Only the commands that repeat the experiment differ.
    expect(here).not.toBe(there);
    const moved = place.read("today/tables/report.html").replaceAll("../../whole/", "").replaceAll("../../whole", ".");
    expect(moved).toBe(place.read("whole/report.html"));
  });

  test("a report that is written again", () => {
    expect(runReadOnly(place, ["whole"], "report", "whole", "--out", "today/tables")).toMatchObject({ code: 0, stderr: "" });
  });

  test("merge, with --out", async () => {
    const before = snapshot("parts");
    expect(runReadOnly(place, ["parts"], "merge", "parts", "--out", "merged").stderr).toBe("");
    expect(snapshot("parts")).toEqual(before);
    expect(finishedFiles(place, "merged")).toEqual(finishedFiles(place, "whole"));
  });

  test("but not for report without --out, which says what to do", () => {
    const { code, stderr } = runReadOnly(place, ["whole"], "report", "whole");
    expect([code, stderr]).toEqual([
      2,
      "weakties: 1 problem, nothing was written\n  the folder: whole cannot be written: permission denied; choose another folder with --out\n",
    ]);
  });
});

test("report --out refuses a folder that holds something else", async () => {
  const before = snapshot("parts");
  expect(await refused(place, "report", "whole", "--out", "parts")).toEqual([
    "--out: parts contains other files, such as experiment.json: choose another folder, or an empty one",
  ]);
  expect(snapshot("parts")).toEqual(before);
});
