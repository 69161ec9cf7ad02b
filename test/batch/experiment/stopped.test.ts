import { existsSync } from "node:fs";
import { hostname } from "node:os";
import { beforeAll, expect, test } from "vitest";
import { Workplace } from "../../helpers/command-line.ts";
import { finishedFiles, logLines, TINY } from "../../helpers/experiment-files.ts";

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

test("the first Ctrl-C finishes the current runs and writes the tables; the same command resumes", async () => {
  const { child, ended } = await begin("once");
  child.kill("SIGINT");
  const { code, stdout, stderr } = await ended;
  expect(code).toBe(130);
  expect(stderr).toContain("finishing the current runs; press Ctrl-C again to stop at once");
  expect(stdout).toContain("Stopped. Run the same command again to resume.");
  const recorded = logLines(place, "once").length;
  expect(recorded).toBeLessThan(240);
  expect(place.records("once/runs.csv")).toHaveLength(recorded);
  expect(existsSync(place.path("once/lock"))).toBe(false);
  await resume("once");
});

test("the runs that are finished when it stops are a balanced sample", async () => {
  const { child, ended } = await begin("balanced", 20);
  child.kill("SIGINT");
  await ended;
  const counts = new Map<string, number>();
  for (const { arm, point } of logLines(place, "balanced")) {
    const key = JSON.stringify([arm, point]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  expect(counts.size).toBe(8);
  // Two concurrent runs can finish in either order.
  expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(2);
});

test("a second process on one folder is refused with the name of the working process and changes nothing", async () => {
  const { child, ended } = await begin("shared");
  const { code, stderr } = await place.weakties("experiment", "longer.yaml", "--out", "shared");
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining(
      `shared is in use by process ${child.pid} on ${hostname()}: wait until it is finished, or choose another folder with --out`,
    ),
  });
  expect((await place.succeed("status", "shared")).stdout).toContain(`process ${child.pid} on ${hostname()} is working on it`);
  child.kill("SIGKILL");
  await ended;
});
