import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Workplace } from "../helpers/command-line.ts";
import { finishedFiles, logLines, TINY } from "../helpers/experiment-files.ts";

const place = new Workplace();
const RUNS = 48;
let undisturbed: Record<string, string>;

beforeAll(async () => {
  place.write("tiny.yaml", TINY);
  await place.succeed("experiment", "tiny.yaml", "--out", "undisturbed");
  undisturbed = finishedFiles(place, "undisturbed");
});

/** Expects that it stopped with a message before all runs were made and left no incomplete file. */
function expectStopped({ code, stderr }: { code: number | null; stderr: string }, folder: string, reason: string): void {
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringContaining(`${reason}: every recorded run is safe; fix this, then run the same command again to resume`),
  });
  expect(stderr).not.toContain("    at ");
  expect(readdirSync(place.path(folder)).filter((name) => name.startsWith("."))).toEqual([]);
}

async function goOn(folder: string): Promise<void> {
  const before = logLines(place, folder).length;
  const { stdout } = await place.succeed("experiment", "tiny.yaml", "--out", folder);
  expect(stdout).toContain(`Made ${RUNS - before} run`);
  expect(finishedFiles(place, folder)).toEqual(undisturbed);
}

describe("a file that cannot grow", () => {
  const limited = (blocks: number, folder: string) => {
    const command = `ulimit -f ${blocks}; exec "$0" "$@"`;
    const program = [process.execPath, new URL("../../dist/cli/main.js", import.meta.url).pathname];
    const args = ["-c", command, ...program, "experiment", "tiny.yaml", "--out", folder, "--jobs", "2"];
    const { status, stderr } = spawnSync("bash", args, { cwd: place.folder, encoding: "utf8" });
    return { code: status, stderr };
  };

  test("the log: its lines are intact, and the same command resumes", async () => {
    expectStopped(limited(8, "log"), "log", "log.jsonl: the file exceeds the size limit");
    expect(logLines(place, "log").length).toBeGreaterThan(0);
    expect(logLines(place, "log").length).toBeLessThan(RUNS);
    await goOn("log");
  });

  test("a table: all runs are recorded, and none is made again", async () => {
    const whole = logLines(place, "undisturbed").reduce((sum, line) => sum + JSON.stringify(line).length + 1, 0);
    expectStopped(limited(Math.ceil(whole / 1024) + 2, "table"), "table", "report.html: the file exceeds the size limit");
    expect(logLines(place, "table")).toHaveLength(RUNS);
    await goOn("table");
  });
});

const isRoot = process.getuid?.() === 0;

// Only root can mount a file system.
describe.runIf(isRoot)("a full disk", () => {
  const mount = (...args: string[]) => {
    const { status, stderr } = spawnSync("mount", args, { encoding: "utf8" });
    if (status !== 0) throw new Error(`mount ${args.join(" ")}: ${stderr}`);
  };

  beforeAll(() => {
    mkdirSync(place.path("small"));
    mount("-t", "tmpfs", "-o", "size=24k", "tmpfs", place.path("small"));
  });

  afterAll(() => {
    spawnSync("umount", [place.path("small")]);
  });

  test("stops the experiment without losing runs; with more room, the same command resumes", async () => {
    expectStopped(
      await place.weakties("experiment", "tiny.yaml", "--out", "small/out"),
      "small/out",
      "log.jsonl: no space left on the device",
    );
    const recorded = logLines(place, "small/out").length;
    expect(recorded).toBeGreaterThan(0);
    expect(recorded).toBeLessThan(RUNS);
    // Several times: no run is lost or incomplete.
    expectStopped(
      await place.weakties("experiment", "tiny.yaml", "--out", "small/out"),
      "small/out",
      "no space left on the device",
    );
    expect(logLines(place, "small/out").length).toBeGreaterThanOrEqual(recorded);
    mount("-o", "remount,size=1m", place.path("small"));
    await goOn("small/out");
  });
});
