import { beforeAll, describe, expect, test } from "vitest";
import { Workplace } from "../../helpers/command-line.ts";
import { finishedFiles, SETTLED } from "../../helpers/experiment-files.ts";
import { refused } from "../../helpers/refused.ts";

const place = new Workplace();

let undisturbed: Record<string, string>;

beforeAll(async () => {
  place.write("settled.yaml", SETTLED);
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
