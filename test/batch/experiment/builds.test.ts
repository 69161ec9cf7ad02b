import { describe, expect, test } from "vitest";
import { isListOfMakers, makerText, uniteMakers } from "../../../batch/run/makers.ts";
import { Workplace } from "../../helpers/command-line.ts";

const place = new Workplace();
const file = (replicates: number) => `
ticks: 2
replicates: ${replicates}
parameters: {agents: 6, circle_size: 6, ties_within: 2, ties_across: 0}
outcomes: [weak_ties]
`;

type Record = { made_by?: { build?: string; node?: string; platform?: string }[] };

const recordOf = (folder: string): Record => JSON.parse(place.read(`${folder}/experiment.json`));

async function work(folder: string, replicates: number) {
  place.write("e.yaml", file(replicates));
  return place.succeed("experiment", "e.yaml", "--out", folder, "--progress", "none", "--jobs", "1");
}

/** As if another build had made the runs so far; undefined: one that didn't record itself. */
function pretend(folder: string, build: string | undefined): void {
  const { made_by: [maker] = [], ...rest } = recordOf(folder);
  place.write(`${folder}/experiment.json`, JSON.stringify({ ...rest, ...(build && { made_by: [{ ...maker, build }] }) }, null, 2));
}

describe("a folder says what made its runs", () => {
  test("build, Node and platform, in the record and in the report", async () => {
    const { stderr } = await work("one", 2);
    expect(stderr).toBe("");
    const [maker, ...others] = recordOf("one").made_by ?? [];
    expect(others).toEqual([]);
    expect(maker).toEqual({
      build: expect.stringMatching(/^[0-9a-f]{12}$/),
      node: process.versions.node,
      platform: `${process.platform}-${process.arch}`,
    });
    expect(place.read("one/report.html")).toContain(`<dd>build ${maker?.build}, Node ${process.versions.node}, `);
    expect((await work("one", 3)).stderr).toBe("");
    expect(recordOf("one").made_by).toHaveLength(1);
  });

  test.each([
    ["another build", "0123456789ab", "holds runs by build 0123456789ab, Node "],
    ["a build that didn't record itself", undefined, "holds runs by a build that didn't record itself, and this is build "],
  ])("%s: adding runs prints a notice, and record and report name both", async (name, build, notice) => {
    const folder = name.replaceAll(/\W/g, "-");
    await work(folder, 2);
    pretend(folder, build);
    expect((await work(folder, 2)).stderr).toBe("");
    expect(recordOf(folder).made_by?.map((maker) => maker.build) ?? []).toEqual(build === undefined ? [] : [build]);
    expect((await work(folder, 3)).stderr).toContain(`${folder} ${notice}`);
    expect(recordOf(folder).made_by).toHaveLength(2);
    expect(place.read(`${folder}/report.html`)).toContain("Not all runs were made by the same program or system.");
  });

  test("merged shards name the builds of all", async () => {
    place.write("e.yaml", file(4));
    for (const shard of ["1/2", "2/2"])
      await place.succeed("experiment", "e.yaml", "--out", "parts", "--shard", shard, "--progress", "none", "--jobs", "1");
    pretend("parts/shard-2-of-2", "fedcba987654");
    const { stderr } = await place.succeed("merge", "parts");
    expect(stderr).toMatch(/^the shards were made by build [0-9a-f]{12}, Node .* and build fedcba987654, Node .*, all of version /);
    expect(recordOf("parts").made_by?.map(({ build }) => build)).toEqual([recordOf("one").made_by?.[0]?.build, "fedcba987654"]);
  });
});

describe("run.json says what made the run", () => {
  const args = ["run", "--scenario", "class_of_25", "--ticks", "2", "--quiet"];
  const read = (folder: string) => place.read(`${folder}/run.json`);

  test("in its last key, and all before it is the record of the run alone", async () => {
    await place.succeed(...args, "--out", "made");
    const { made_by: maker, ...record } = JSON.parse(read("made"));
    expect(maker).toEqual({
      build: expect.stringMatching(/^[0-9a-f]{12}$/),
      node: process.versions.node,
      platform: `${process.platform}-${process.arch}`,
    });
    expect(read("made").startsWith(JSON.stringify(record, null, 2).slice(0, -2))).toBe(true);
  });

  test("a run.json without it, or by another build, repeats the run", async () => {
    const { made_by: maker, ...record } = JSON.parse(read("made"));
    const records = {
      none: record,
      other: { ...record, made_by: { ...maker, build: "0123456789ab" } },
      odd: { ...record, made_by: 7 },
    };
    for (const [name, data] of Object.entries(records)) {
      place.write(`${name}.json`, JSON.stringify(data));
      const { stderr } = await place.succeed("run", "--config", `${name}.json`, "--out", `again-${name}`);
      expect(stderr).toBe("");
      for (const file of ["run.json", "series.csv", "ties.csv"])
        expect(place.read(`again-${name}/${file}`)).toBe(place.read(`made/${file}`));
    }
    place.write("wrong.json", JSON.stringify({ ...records.other, state_hash: "0".repeat(16) }));
    const { stderr } = await place.succeed("run", "--config", "wrong.json", "--out", "again-wrong", "--quiet");
    expect(stderr).toMatch(
      /, recorded 0{16} by weakties \S+, build 0123456789ab, Node \S+, \S+; this is \S+, build (?!0123)[0-9a-f]{12}, Node /,
    );
  });
});

test("makers are listed once, and odd values are no list of makers", () => {
  const maker = { build: "b", node: "20", platform: "x" };
  expect(uniteMakers([maker, { ...maker }, {}]).map(makerText)).toEqual([
    "build b, Node 20, x",
    "a build that didn't record itself",
  ]);
  expect([[], [{}], [maker]].every(isListOfMakers)).toBe(true);
  expect(["build", [1], [null], [{ build: 3 }]].some(isListOfMakers)).toBe(false);
});
