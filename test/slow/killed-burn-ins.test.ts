import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { Workplace } from "../helpers/command-line.ts";
import { finishedFiles, logLines, SETTLED } from "../helpers/experiment-files.ts";

// An experiment with burn-ins is killed, and the same command resumes it.

const place = new Workplace();

/** Its burn-ins take a while. */
const LONG = SETTLED.replace("settled: 160", "settled: 3000");

let long: Record<string, string>;
const worlds = (folder: string) => {
  const path = place.path(`${folder}/burn-ins`);
  return existsSync(path) ? readdirSync(path) : [];
};
const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

beforeAll(async () => {
  place.write("long.yaml", LONG);
  await place.succeed("experiment", "long.yaml", "--out", "long", "--jobs", "2");
  long = finishedFiles(place, "long");
});

async function resume(folder: string): Promise<string> {
  const { stdout } = await place.succeed("experiment", "long.yaml", "--out", folder, "--jobs", "2");
  expect(finishedFiles(place, folder)).toEqual(long);
  expect(new Set(logLines(place, folder).map(({ id }) => id)).size).toBe(24);
  return stdout;
}

test("killed during a burn-in, the same command makes the same files", async () => {
  const { child, ended } = place.start("experiment", "long.yaml", "--out", "early", "--jobs", "2");
  while (!existsSync(place.path("early/experiment.json"))) await soon();
  await new Promise((resolve) => setTimeout(resolve, 100));
  child.kill("SIGKILL");
  await ended;
  expect(logLines(place, "early")).toHaveLength(0);
  expect(await resume("early")).toContain("Made 24 runs after 6 burn-ins.");
});

test("killed between the runs, it keeps burn-ins, says so and makes only the others", async () => {
  const { child, ended } = place.start("experiment", "long.yaml", "--out", "between", "--jobs", "1");
  while (!worlds("between").some((name) => name.endsWith(".bin"))) await soon();
  child.kill("SIGKILL");
  await ended;
  expect((await place.succeed("status", "between")).stdout).toMatch(/1 burn-in kept for the runs that are left: \d+ kB/);
  // A killed process leaves an incomplete file, and an earlier one a world that no run needs.
  for (const name of ["ab.bin.new-1-1", "0123456789abcdef.bin"]) writeFileSync(place.path(`between/burn-ins/${name}`), "x");
  expect(await resume("between")).toContain("after 5 burn-ins.");
  expect(worlds("between")).toEqual([]);
});

test.each([
  ["changed", (bytes: Buffer) => bytes.fill(7, 2000, 2010)],
  ["cut off", (bytes: Buffer) => bytes.subarray(0, 5000)],
  ["empty", () => Buffer.alloc(0)],
])("killed, with a burn-in that is then %s: it is made again", async (how, damage) => {
  const folder = `damaged-${how.replace(" ", "-")}`;
  const { child, ended } = place.start("experiment", "long.yaml", "--out", folder, "--jobs", "1");
  while (!worlds(folder).some((name) => name.endsWith(".bin"))) await soon();
  child.kill("SIGKILL");
  await ended;
  const [name = ""] = worlds(folder).filter((file) => file.endsWith(".bin"));
  const file = place.path(`${folder}/burn-ins/${name}`);
  const bytes = readFileSync(file);
  writeFileSync(file, damage(Buffer.from(bytes)));
  await resume(folder);
});
