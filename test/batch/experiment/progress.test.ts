import { describe, expect, test } from "vitest";
import type { LogEntry } from "../../../batch/experiment/log/log-entry.ts";
import { RunIndex } from "../../../batch/experiment/log/run-index.ts";
import { createExperimentProgress, type ProgressKind } from "../../../batch/experiment/work/experiment-progress.ts";
import { outcomeText } from "../../../study/outcomes.ts";
import { createPlan, workOrder } from "../../../study/plan.ts";
import { Workplace } from "../../helpers/command-line.ts";
import { TINY } from "../../helpers/experiment-files.ts";
import { makeExperiment } from "../../helpers/make-experiment.ts";

const place = new Workplace();
place.write("tiny.yaml", TINY.replace("replicates: 6", "replicates: 2"));

describe("weakties experiment", () => {
  test("with --progress json writes lines of JSON to standard error and nothing else, the last with everything done", async () => {
    const { stderr, stdout } = await place.succeed("experiment", "tiny.yaml", "--out", "json", "--progress", "json", "--jobs", "1");
    expect(stdout).toContain("16 of 16 runs finished");
    const lines = stderr
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.length).toBeGreaterThan(0);
    for (const [at, line] of lines.entries()) {
      expect(Object.keys(line)).toEqual(["done", "planned", "failed", "runs_per_second", "seconds_left"]);
      expect(line.done).toBeGreaterThanOrEqual(lines[at - 1]?.done ?? 0);
    }
    expect(lines.at(-1)).toMatchObject({ done: 16, planned: 16, failed: 0, seconds_left: 0 });
    expect(lines.at(-2)).not.toEqual(lines.at(-1));
  });

  test("of a shard counts only its runs", async () => {
    const { stderr } = await place.succeed(
      "experiment",
      "tiny.yaml",
      "--out",
      "shards",
      "--shard",
      "1/2",
      "--progress",
      "json",
      "--jobs",
      "1",
    );
    expect(JSON.parse(stderr.trimEnd().split("\n").at(-1) ?? "")).toMatchObject({ done: 8, planned: 8 });
  });

  test("with nothing left to do reports that in JSON too", async () => {
    const { stderr } = await place.succeed("experiment", "tiny.yaml", "--out", "json", "--progress", "json", "--jobs", "1");
    expect(JSON.parse(stderr)).toEqual({ done: 16, planned: 16, failed: 0, runs_per_second: 0, seconds_left: null });
  });

  test("with --progress none writes nothing to standard error", async () => {
    expect((await place.succeed("experiment", "tiny.yaml", "--out", "none", "--progress", "none", "--jobs", "1")).stderr).toBe("");
    expect((await place.succeed("experiment", "tiny.yaml", "--out", "none", "--progress", "none", "--jobs", "1")).stderr).toBe("");
  });

  test("without a terminal prints plain lines with the number of planned and finished runs", async () => {
    expect((await place.succeed("experiment", "tiny.yaml", "--out", "plain", "--jobs", "1")).stderr).toBe(
      "4 design points × 2 arms × 2 replicates = 16 runs\n",
    );
    expect((await place.succeed("experiment", "tiny.yaml", "--out", "plain", "--jobs", "1")).stderr).toBe(
      "4 design points × 2 arms × 2 replicates = 16 runs\n16 runs are already recorded\n",
    );
  });
});

const entry = (failed: boolean, seconds: number): LogEntry => ({
  ...{ id: "", means: "", arm: "", point: {}, replicate: 1, seed: "", at: "", host: "" },
  ...(failed ? { failure: "error", error: "no" } : { values: { [outcomeText(makeExperiment().outcomes[0])]: 1 } }),
  seconds,
});

/** The progress of 400 runs at two points, with a clock and a stream under the test's control. */
function stage(kind: ProgressKind, isTTY: boolean, shard?: { number: number; of: number }) {
  const plan = createPlan(makeExperiment({ factors: [{ name: "gossip", values: { levels: [true, false] } }], replicates: 200 }));
  const index = new RunIndex(plan);
  const written: string[] = [];
  const clock = { now: 7000 };
  const stream = { isTTY, columns: 30, write: (text: string) => written.push(text) };
  const progress = createExperimentProgress(kind, stream, index, workOrder(plan, shard), () => clock.now);
  const order = workOrder(plan);
  /** Finishes a run after some seconds of work and milliseconds on the clock. */
  const finish = (seconds: number, wait: number, failed = false) => {
    index.note(order.next().value as number, entry(failed, seconds), { offset: 0, length: 0 });
    clock.now += wait;
    progress.countRun(seconds);
  };
  return { written, progress, finish };
}

describe("progress of an experiment", () => {
  test("in a log is one plain line per minute with runs, pace and time left", () => {
    const { written, progress, finish } = stage("auto", false);
    // Two at a time, 2 s of work each: a run a second.
    for (let run = 0; run < 130; run++) finish(2, 1000, run === 7);
    progress.end();
    // 60 of 400 at one a second leave 340 s, which is 6 min; 280 s are 5.
    expect(written).toEqual([
      "60 of 400 runs, 1.0 a second, 6 min left, 1 failed\n",
      "120 of 400 runs, 1.0 a second, 5 min left, 1 failed\n",
    ]);
  });

  test("estimates the time left by the time that each point takes", () => {
    const { written, finish } = stage("auto", false);
    // One at a time. The first point takes 1 s, the second 9 s: 198 × 1 s and 199 × 9 s are left, 1989 s of work.
    finish(1, 1000);
    finish(9, 58_000);
    finish(1, 1000);
    // 11 s of work came in 60 s, so the rest comes in 10,849 s.
    expect(written).toEqual(["3 of 400 runs, 20 s each, 3 h 1 min left\n"]);
  });

  test("on a terminal is one line, cut to its width, updated at most ten times a second and removed at the end", () => {
    const { written, progress, finish } = stage("auto", true);
    for (let run = 0; run < 100; run++) finish(0.02, 10);
    progress.end();
    expect(written).toHaveLength(11);
    expect(written[9]).toBe("\r100 of 400 runs, 100 a second\x1b[K");
    expect(written[10]).toBe("\r\x1b[K");
  });

  test("on a terminal makes room for other messages", () => {
    const { written, progress, finish } = stage("auto", true);
    finish(1, 1000);
    progress.say("stopping");
    expect(written.slice(1)).toEqual(["\r\x1b[K", "stopping\n"]);
  });

  test("for a program is one line of JSON per second and one at the end", () => {
    const { written, progress, finish } = stage("json", false);
    for (let run = 0; run < 25; run++) finish(0.2, 100, run === 3);
    progress.say("not JSON");
    progress.end();
    expect(written.map((line) => JSON.parse(line))).toEqual(
      [10, 20, 25].map((done) => ({ done, planned: 400, failed: 1, runs_per_second: 10, seconds_left: (400 - done) / 10 })),
    );
  });

  test("of a shard counts the runs of the shard", () => {
    const { written, progress, finish } = stage("json", false, { number: 1, of: 4 });
    for (let run = 0; run < 8; run++) finish(0.2, 10);
    progress.end();
    // Of the first eight runs of the plan, four rounds of two, shard 1 of 4 has two.
    expect(JSON.parse(written.at(-1) ?? "")).toMatchObject({ done: 2, planned: 100 });
  });

  test("can be turned off", () => {
    const { written, progress, finish } = stage("none", true);
    for (let run = 0; run < 100; run++) finish(1, 1000);
    progress.say("stopping");
    progress.end();
    expect(written).toEqual([]);
  });
});
