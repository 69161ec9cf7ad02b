import { beforeAll, describe, expect, test, vi } from "vitest";
import { Workplace } from "../helpers/command-line.ts";
import { finishedFiles, TINY } from "../helpers/experiment-files.ts";
import { performHere } from "../helpers/perform-here.ts";

const place = new Workplace();
const SHORT_LIMIT = `${TINY}run_limit: 20\n`;
let undisturbed: Record<string, string>;

beforeAll(async () => {
  place.write("tiny.yaml", SHORT_LIMIT);
  await place.succeed("experiment", "tiny.yaml", "--out", "undisturbed");
  undisturbed = finishedFiles(place, "undisturbed");
  // Runs that this process makes are then recorded as made by the same build.
  const [{ build }] = JSON.parse(place.read("undisturbed/experiment.json")).made_by;
  vi.stubGlobal("__BUILD__", build);
});

const errors = (folder: string) => place.records(`${folder}/runs.csv`).filter(({ error }) => error !== "");

test("a thread that dies during a run is replaced, its run is made again, and all files are the same", async () => {
  const performed = await performHere(place, "tiny.yaml", "crash-once", {
    deed: "crash_once",
    seed: "tiny-2",
    once: place.path("crashed"),
  });
  expect(performed).toMatchObject({ planned: 48, done: 48, failed: 0 });
  expect(finishedFiles(place, "crash-once")).toEqual(undisturbed);
});

describe.each([
  // One seed at four design points, two levels of two factors, in two arms.
  ["ends its thread each time", { deed: "crash", seed: "tiny-3" }, 8, /^the worker died 2 times: worker exited with code: 7$/],
  [
    "does not come to its end",
    { deed: "hang", seed: "tiny-3", only: JSON.stringify(["keep", { gossip: true, blow_off: 0.4 }]) },
    1,
    /^the run took longer than its limit of 20 s \(run_limit\)$/,
  ],
] as const)("a run that %s", (_, misbehavior, count, message) => {
  const folder = misbehavior.deed;

  test("is a row with its error, and all other rows are correct", async () => {
    const performed = await performHere(place, "tiny.yaml", folder, misbehavior);
    expect(performed).toMatchObject({ planned: 48, done: 48, failed: count });
    const failed = errors(folder);
    expect(failed).toHaveLength(count);
    for (const { seed, trust, state_hash, error } of failed) {
      expect({ seed, trust, state_hash }).toEqual({ seed: "tiny-3", trust: "", state_hash: "" });
      expect(error).toMatch(message);
    }
    const ids = failed.map(({ id }) => id);
    const others = (name: string) => place.records(`${name}/runs.csv`).filter(({ id }) => !ids.includes(id));
    expect(others(folder)).toEqual(others("undisturbed"));
  });

  test("is not made again by the same command, whose exit code is 1", async () => {
    const { code, stdout } = await place.weakties("experiment", "tiny.yaml", "--out", folder);
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: expect.stringContaining(`Made 0 runs. 48 of 48 runs finished, ${count} failed.`),
    });
  });

  test("can be made again alone, and then all files are the same", async () => {
    const [{ id }] = errors(folder);
    expect((await place.weakties("experiment", "tiny.yaml", "--out", folder, "--again", id)).code).toBe(count > 1 ? 1 : 0);
    expect(errors(folder)).toHaveLength(count - 1);
    expect((await place.weakties("experiment", "tiny.yaml", "--out", folder, "--again", "failed")).code).toBe(0);
    expect(finishedFiles(place, folder)).toEqual(undisturbed);
  });
});
