import { writeFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { Workplace } from "../helpers/command-line.ts";
import { finishedFiles, logLines, TINY } from "../helpers/experiment-files.ts";

// An experiment is stopped at once or killed, and the same command resumes it.

const place = new Workplace();
let undisturbed: Record<string, string>;

/** TINY with enough runs to keep it busy for a while. */
const LONGER = TINY.replace("replicates: 6", "replicates: 30");

beforeAll(async () => {
  place.write("longer.yaml", LONGER);
  await place.succeed("experiment", "longer.yaml", "--out", "undisturbed");
  undisturbed = finishedFiles(place, "undisturbed");
});

/** Starts the experiment and waits until it has recorded some runs. */
async function begin(folder: string, recorded = 5) {
  const running = place.start("experiment", "longer.yaml", "--out", folder, "--jobs", "2");
  while (logLines(place, folder).length < recorded) await new Promise((resolve) => setTimeout(resolve, 10));
  return running;
}

async function resume(folder: string) {
  const { code } = await place.weakties("experiment", "longer.yaml", "--out", folder);
  expect(code).toBe(0);
  expect(finishedFiles(place, folder)).toEqual(undisturbed);
}

test.each([
  ["a second Ctrl-C", ["SIGINT", "SIGINT"], 130],
  ["SIGTERM", ["SIGTERM"], 143],
] as const)("%s stops at once, and what was recorded stays", async (_, signals, exitCode) => {
  const folder = `at-once-${exitCode}`;
  const { child, ended } = await begin(folder);
  for (const signal of signals) {
    child.kill(signal);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  expect((await ended).code).toBe(exitCode);
  expect(logLines(place, folder).length).toBeGreaterThanOrEqual(5);
  await resume(folder);
});

describe("a second process on one folder", () => {
  /** the folder that a killed process has left */
  let left: Record<string, unknown>;

  test("takes over from a killed process at once", async () => {
    const { child, ended } = await begin("shared");
    child.kill("SIGKILL");
    await ended;
    left = JSON.parse(place.read("shared/lock"));
    await resume("shared");
  });

  test("is not misled by another process with the id of the killed one", async () => {
    place.write("shared/lock", JSON.stringify({ ...left, pid: process.pid, born: "1" }));
    expect((await place.weakties("experiment", "longer.yaml", "--out", "shared")).code).toBe(0);
  });

  test("waits for signs of life if the other process is on another machine", async () => {
    const foreign = () => JSON.stringify({ ...left, host: "elsewhere", machine: "elsewhere", pid: 1 });
    place.write("shared/lock", foreign());
    const alive = setInterval(() => writeFileSync(place.path("shared/lock"), foreign()), 500);
    const refused = await place.start("experiment", "longer.yaml", "--out", "shared").ended;
    clearInterval(alive);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("shared is in use by process 1 on elsewhere") });
    expect((await place.start("experiment", "longer.yaml", "--out", "shared").ended).code).toBe(0);
  });
});
