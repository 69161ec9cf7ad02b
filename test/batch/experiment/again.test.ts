import { cpSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { encodeEntry, type LogEntry } from "../../../batch/experiment/log/log-entry.ts";
import { Workplace } from "../../helpers/command-line.ts";
import { finishedFiles, logLines, TINY } from "../../helpers/experiment-files.ts";

// Each test starts the program several times.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const place = new Workplace();
let folders = 0;
let folder = "";
/** ids of runs of replicates 1, 2 and 6, which the log then records as failed */
let failed: string[] = [];
let whole: Record<string, string>;

const experiment = (...flags: string[]) => place.weakties("experiment", "tiny.yaml", "--out", folder, "--jobs", "1", ...flags);
const idsMade = () => logLines(place, folder).map(({ id }) => id as string);

/** Changes runs in the log to failed ones, as if they had exceeded their time limit. */
function failRuns(of: string, ids: readonly string[]): void {
  const lines = logLines(place, of) as unknown as (LogEntry & { check: string })[];
  const text = lines.map(({ check: _, values, series, state_hash, ...line }) =>
    encodeEntry(ids.includes(line.id) ? { ...line, failure: "limit", error: "too slow" } : { ...line, values, series, state_hash }),
  );
  place.write(`${of}/log.jsonl`, text.join(""));
}

beforeAll(async () => {
  place.write("tiny.yaml", TINY);
  await place.succeed("experiment", "tiny.yaml", "--out", "whole", "--jobs", "1");
  whole = finishedFiles(place, "whole");
  cpSync(place.path("whole"), place.path("torn"), { recursive: true });
  failed = ["1", "2", "6"].map((replicate) => place.records("whole/runs.csv").find((row) => row.replicate === replicate)?.id ?? "");
  failRuns("torn", failed);
});

beforeEach(() => {
  folder = `again-${++folders}`;
  cpSync(place.path("torn"), place.path(folder), { recursive: true });
});

describe("runs that failed", () => {
  test("stay as rows with their error, count as failed, set exit code 1, and are not made again unless asked", async () => {
    const { code, stdout } = await experiment();
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^Made 0 runs\. 48 of 48 runs finished, 3 failed\.\n\nruns\.csv lists the error of each failed run\. .*--again failed/,
    );
    const rows = place.records(`${folder}/runs.csv`);
    expect(rows).toHaveLength(48);
    expect(
      rows.filter(({ error }) => error !== "").map(({ id, error, trust, state_hash }) => [id, error, trust, state_hash]),
    ).toEqual(failed.map((id) => [id, "too slow", "", ""]));
  });

  test("are the only ones that --again failed makes, and then all files are as if no run had failed", async () => {
    const { code, stdout } = await experiment("--again", "failed");
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining("Made 3 runs. 48 of 48 runs finished, 0 failed."),
    });
    expect(idsMade().slice(48).sort()).toEqual([...failed].sort());
    expect(finishedFiles(place, folder)).toEqual(whole);
  });

  test("can be made again one by one, by their ids", async () => {
    const { code, stdout } = await experiment("--again", `${failed[2]},${failed[0]}`);
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: expect.stringContaining("Made 2 runs. 48 of 48 runs finished, 1 failed."),
    });
    expect(
      place
        .records(`${folder}/runs.csv`)
        .filter(({ error }) => error !== "")
        .map(({ id }) => id),
    ).toEqual([failed[1]]);
    expect((await experiment("--again", "failed")).stdout).toContain("Made 1 run. 48 of 48 runs finished, 0 failed.");
    expect(finishedFiles(place, folder)).toEqual(whole);
  });

  test("are made again even if the results are precise enough without them", async () => {
    // A share of 1 is reached with the fewest replicates, five; the failed run of the sixth is of no use.
    expect((await experiment("--until-precision", "1")).stdout).toContain(
      "Made 0 runs. The results are precise enough after 5 of 6 replicates, so later replicates don't count. 40 of 40 runs that count finished, 2 failed.",
    );
    const { code, stdout } = await experiment("--until-precision", "1", "--again", "failed");
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining("40 of 40 runs that count finished, 0 failed."),
    });
    const files = finishedFiles(place, folder);
    await place.succeed("report", folder);
    expect(finishedFiles(place, folder)).toEqual(files);
  });
});

describe("a run that is finished", () => {
  test("can be made again by its id, with the same result", async () => {
    await experiment("--again", "failed");
    const id = place.records(`${folder}/runs.csv`)[20].id;
    expect(await experiment("--again", id)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("Made 1 run. 48 of 48 runs finished"),
    });
    expect(idsMade().slice(51)).toEqual([id]);
    expect(finishedFiles(place, folder)).toEqual(whole);
  });

  test("that differs from its record fails, says so, and keeps its values", async () => {
    const [first] = logLines(place, folder) as unknown as (LogEntry & { check: string })[];
    const { check: _, failure: _failure, error: _error, ...line } = first;
    const log = place.read(`${folder}/log.jsonl`).split("\n").slice(1);
    place.write(
      `${folder}/log.jsonl`,
      encodeEntry({
        ...line,
        state_hash: "f".repeat(16),
        values: {
          "mean_trust_score of network at 20": 9,
          "active_ties of network, mean from 5 to 20, every 5": 9,
          "incoming_trust_share of focal at 20": 9,
        },
      }) + log.join("\n"),
    );
    expect((await experiment("--again", first.id)).code).toBe(1);
    expect(place.records(`${folder}/runs.csv`).find(({ id }) => id === first.id)).toMatchObject({
      trust: "9",
      state_hash: "f".repeat(16),
      error: expect.stringMatching(/^the run differs from its record: state hash [\da-f]{16}, recorded f{16}$/),
    });
  });
});

test("an unknown id is refused, and nothing changes", async () => {
  const before = [finishedFiles(place, folder), place.read(`${folder}/log.jsonl`)];
  const { code, stderr } = await experiment("--again", `${failed[0]},0123456789abcdef`);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining("--again: no run of this experiment has the id 0123456789abcdef"),
  });
  expect([finishedFiles(place, folder), place.read(`${folder}/log.jsonl`)]).toEqual(before);
});
