import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { Workplace } from "../../helpers/command-line.ts";
import { finishedFiles, logLines, TINY } from "../../helpers/experiment-files.ts";
import { refused } from "../../helpers/refused.ts";

// Each test starts the program several times.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const place = new Workplace();

/** TINY after a burn-in: 24 runs, in which 3 seeds and 2 sizes of circles need 6 burn-ins. */
const SETTLED = TINY.replace("replicates: 6", "replicates: 3\nsettled: 160")
  .replace("blow_off: [0, 0.4]", "circle_size: [8, 12]")
  .replace(", circle_size: 12", "");
/** The same with a burn-in that takes a while. */
const LONG = SETTLED.replace("settled: 160", "settled: 6000");

let undisturbed: Record<string, string>;

beforeAll(async () => {
  place.write("settled.yaml", SETTLED);
  place.write("long.yaml", LONG);
  const { stdout, stderr } = await place.start("experiment", "settled.yaml", "--out", "undisturbed", "--jobs", "2").ended;
  expect(stdout).toContain("Made 24 runs after 6 burn-ins.");
  expect(stderr).toContain("each run starts after a burn-in of 160 ticks: 6 burn-ins in all");
  undisturbed = finishedFiles(place, "undisturbed");
});

test("leaves no burn-ins behind, and records its length", () => {
  expect(Object.keys(undisturbed)).not.toContain("burn-ins");
  expect(JSON.parse(place.read("undisturbed/experiment.json"))).toMatchObject({ settled: 160, ticks: 20 });
});

test("has the same bytes with one job", async () => {
  await place.succeed("experiment", "settled.yaml", "--out", "one-job", "--jobs", "1");
  expect(finishedFiles(place, "one-job")).toEqual(undisturbed);
});

test("has the same bytes from its experiment.json", async () => {
  await place.succeed("experiment", "undisturbed/experiment.json", "--out", "again");
  expect(finishedFiles(place, "again")).toEqual(undisturbed);
});

test("each run has the state and the numbers of a single run that makes its own burn-in", async () => {
  const rows = place.records("undisturbed/runs.csv").filter(({ replicate }) => replicate === "2");
  expect(rows).toHaveLength(8);
  for (const { id = "", state_hash, trust } of rows) {
    const { stdout } = await place.succeed("status", "undisturbed", "--run", id);
    place.write("one.json", stdout);
    expect(JSON.parse(stdout)).toMatchObject({ settled: 160, ticks: 20, state_hash });
    await place.succeed("run", "--config", "one.json", "--out", "one", "--force", "--quiet");
    expect(JSON.parse(place.read("one/run.json")).state_hash).toBe(state_hash);
    expect(place.records("one/series.csv").at(-1)?.mean_trust_score).toBe(trust);
  }
});

test("shards have the same bytes when they are merged, and make each burn-in once", async () => {
  const made: string[] = [];
  for (const shard of ["1/3", "2/3", "3/3"])
    made.push(
      (await place.succeed("experiment", "settled.yaml", "--out", "shards", "--shard", shard)).stdout.split("\n", 1)[0] ?? "",
    );
  expect(made).toEqual(Array.from({ length: 3 }, () => expect.stringContaining("Made 8 runs after 2 burn-ins.")));
  await place.succeed("merge", "shards");
  expect(finishedFiles(place, "shards")).toEqual(undisturbed);
});

describe("after kill -9", () => {
  let long: Record<string, string>;
  const worlds = (folder: string) => {
    const path = place.path(`${folder}/burn-ins`);
    return existsSync(path) ? readdirSync(path) : [];
  };
  const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

  beforeAll(async () => {
    await place.succeed("experiment", "long.yaml", "--out", "long", "--jobs", "2");
    long = finishedFiles(place, "long");
  });

  async function resume(folder: string): Promise<string> {
    const { stdout } = await place.succeed("experiment", "long.yaml", "--out", folder, "--jobs", "2");
    expect(finishedFiles(place, folder)).toEqual(long);
    expect(new Set(logLines(place, folder).map(({ id }) => id)).size).toBe(24);
    return stdout;
  }

  test("during a burn-in, the same command makes the same files", async () => {
    const { child, ended } = place.start("experiment", "long.yaml", "--out", "early", "--jobs", "2");
    while (!existsSync(place.path("early/experiment.json"))) await soon();
    await new Promise((resolve) => setTimeout(resolve, 100));
    child.kill("SIGKILL");
    await ended;
    expect(logLines(place, "early")).toHaveLength(0);
    expect(await resume("early")).toContain("Made 24 runs after 6 burn-ins.");
  });

  test("between the runs, it keeps burn-ins, says so and makes only the others", async () => {
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
  ])("a burn-in that is %s is made again", async (how, damage) => {
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
});

describe("an experiment file is refused", () => {
  test.each([
    ["settled: -1", "settled must be on, off or a whole number of ticks from 0 to 1,000,000, got -1"],
    ["settled: 2.5", "settled must be on, off or a whole number of ticks from 0 to 1,000,000, got 2.5"],
    ["settled: long", 'settled must be on, off or a whole number of ticks from 0 to 1,000,000, got "long"'],
    ["setled: on", 'unknown key "setled" (did you mean "settled"?)'],
  ])("with %s", async (line, message) => {
    place.write("faulty.yaml", SETTLED.replace("settled: 160", line));
    expect((await refused(place, "experiment", "faulty.yaml")).join("\n")).toContain(`faulty.yaml, line 7: ${message}`);
  });

  test("if its results have another burn-in", async () => {
    place.write("other.yaml", SETTLED.replace("settled: 160", "settled: 161"));
    expect(await refused(place, "experiment", "other.yaml", "--out", "undisturbed")).toEqual([
      "undisturbed already holds results of a different experiment: settled: 160, now 161. Use another --out, or undo the change",
    ]);
  });

  test("if it starts from the tables of a run, which are a state already", async () => {
    await place.succeed("run", "--scenario", "class_of_25", "--settle", "0", "--ticks", "9", "--out", "class", "--quiet");
    place.write(
      "tables.yaml",
      "network: class/ties.csv\nagents: class/agents.csv\nticks: 20\nsettled: on\noutcomes: [weak_ties]\n",
    );
    expect(await refused(place, "experiment", "tables.yaml")).toEqual([
      "tables.yaml: settled cannot be combined with the tables of a run, which begin at the state that they describe; leave settled out",
    ]);
  });
});
