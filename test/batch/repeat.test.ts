import { renameSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { Workplace } from "../helpers/command-line.ts";

const place = new Workplace();
const tables = ["series.csv", "agents.csv", "ties.csv", "events.csv"];

function expectSameTables(one: string, other: string): void {
  for (const file of tables) expect(place.read(`${one}/${file}`) === place.read(`${other}/${file}`), file).toBe(true);
}

beforeAll(async () => {
  place.write(
    "friends.csv",
    "from,to,weight,from_circle,to_circle\nAnn,Bo,3,red,red\nBo,Cy,1,red,blue\nCy,Ann,2,blue,red\nDee,Cy,4,blue,blue\nDee,Eli,1,blue,blue\n",
  );
  place.write("people.csv", "name,openness,domain\nAnn,0.9,\nEli,,3\n");
  place.write(
    "interventions.yaml",
    "- {tick: 10, set: {gossip: off}, until: 20, label: silence}\n- {tick: 15, set_traits: {openness: 1}, agents: [Bo, Cy]}\n- {tick: 18, add: 2, circle: red, names: [Flo, Gus]}\n- {tick: 19, add_ties: [[Flo, Ann]]}\n",
  );
  const files = ["--network", "friends.csv", "--agents", "people.csv", "--interventions", "interventions.yaml"];
  const flags = ["--set", "hearsay=0.9", "--set", "follow_up_interval=never", "--seed", "one", "--ticks", "40"];
  await place.succeed(
    "run",
    ...files,
    ...flags,
    "--every",
    "7",
    "--ties-every",
    "15",
    "--events",
    "--out",
    "deep/first",
    "--quiet",
  );
});

describe("run.json as --config", () => {
  test("repeats the run to the last byte of every table", async () => {
    const { stderr } = await place.succeed("run", "--config", "deep/first/run.json", "--out", "again", "--quiet");
    expectSameTables("again", "deep/first");
    // The summary of the network is printed again, and no warning about a difference.
    expect(stderr).not.toContain("differs from its record");
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  test("records version, seed, parameters, files with their SHA-256, interventions, ticks and hash", () => {
    const record = JSON.parse(place.read("deep/first/run.json"));
    expect(record).toMatchObject({
      program: "weakties",
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      seed: "one",
      ticks: 40,
      every: 7,
      ties_every: 15,
      events: true,
      // The digests are from sha256sum. Paths are relative to the folder of run.json.
      network: { file: "../../friends.csv", sha256: expect.stringMatching(/^[\da-f]{64}$/) },
      agents: { file: "../../people.csv", sha256: expect.stringMatching(/^[\da-f]{64}$/) },
      parameters: { agents: 5, hearsay: 0.9, follow_up_interval: "never" },
      state_hash: expect.stringMatching(/^[\da-f]{16}$/),
    });
    expect(record.interventions.map(({ tick }: { tick: number }) => tick)).toEqual([10, 15, 18, 19]);
  });

  test("the record of the repetition repeats it too", async () => {
    await place.succeed("run", "--config", "again/run.json", "--out", "third", "--quiet");
    expectSameTables("third", "deep/first");
  });

  test("is overridden by flags", async () => {
    await place.succeed(
      "run",
      "--config",
      "deep/first/run.json",
      "--seed",
      "two",
      "--ticks",
      "8",
      "--set",
      "hearsay=0.1",
      "--out",
      "changed",
      "--quiet",
    );
    const record = JSON.parse(place.read("changed/run.json"));
    expect(record).toMatchObject({ seed: "two", ticks: 8, every: 7, parameters: { hearsay: 0.1, follow_up_interval: "never" } });
  });

  test("adds --interventions to its own, in the order of ticks", async () => {
    place.write("more.yaml", "- {tick: 12, set: {thanks: off}}\n- {tick: 18, remove: Dee}\n");
    await place.succeed("run", "--config", "deep/first/run.json", "--interventions", "more.yaml", "--out", "more", "--quiet");
    const { interventions } = JSON.parse(place.read("more/run.json"));
    expect(interventions.map((one: object) => Object.values(one)[0])).toEqual([10, 12, 15, 18, 18, 19]);
    expect(interventions[4]).toMatchObject({ remove: "Dee" });
  });

  test("contains the interventions of a scenario once", async () => {
    await place.succeed("run", "--scenario", "takers_among_givers", "--ticks", "5", "--out", "takers", "--events", "--quiet");
    await place.succeed("run", "--config", "takers/run.json", "--out", "takers again", "--quiet");
    expectSameTables("takers", "takers again");
    expect(place.read("takers again/run.json")).toBe(place.read("takers/run.json"));
    expect(JSON.parse(place.read("takers/run.json")).interventions).toHaveLength(1);
  });

  test("warns if the run differs from its record", async () => {
    const record = JSON.parse(place.read("takers/run.json"));
    place.write("false.json", JSON.stringify({ ...record, made_by: undefined, version: "0.0.1", state_hash: "0".repeat(16) }));
    const { stderr } = await place.succeed("run", "--config", "false.json", "--out", "false", "--quiet");
    expect(stderr).toBe(
      `false.json: the run differs from its record: state hash ${record.state_hash}, recorded 0000000000000000 by weakties 0.0.1\n`,
    );
  });

  test("is refused if a file has changed since", async () => {
    place.write("changing.csv", "Ann,Bo\nBo,Cy\n");
    await place.succeed("run", "--network", "changing.csv", "--ticks", "1", "--out", "before", "--quiet");
    place.write("changing.csv", "Ann,Bo\nBo,Cy\nCy,Ann\n");
    const { code, stderr } = await place.weakties("run", "--config", "before/run.json", "--out", "after", "--quiet");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^ {2}changing\.csv: has changed: SHA-256/m);
    // A flag that names the file accepts its new content.
    await place.succeed("run", "--config", "before/run.json", "--network", "changing.csv", "--out", "after", "--quiet");
  });
});

describe("a configuration", () => {
  test("has paths relative to its folder, and gives the output folder its name", async () => {
    await place.succeed("run", "--ticks", "0", "--out", "sub/x", "--quiet");
    place.write("sub/friends.txt", "A B\nB C\nC D\n");
    place.write(
      "sub/office.yaml",
      "scenario: no_gossip\nseed: 007\nticks: 3\nnetwork: friends.txt\nparameters: {hearsay: 0.2, thanks: off}\n",
    );
    await place.succeed("run", "--config", "sub/office.yaml", "--quiet");
    const record = JSON.parse(place.read("runs/office-007/run.json"));
    expect(record).toMatchObject({
      scenario: "no_gossip",
      seed: "007",
      ticks: 3,
      network: { file: "../../sub/friends.txt" },
      parameters: { agents: 4, gossip: false, trust_checks: false, hearsay: 0.2, thanks: false },
    });
  });

  test("still finds its files after the whole project has moved", async () => {
    await place.succeed("run", "--network", "sub/friends.txt", "--ticks", "2", "--events", "--out", "project/runs/a", "--quiet");
    place.write("project/friends.txt", place.read("sub/friends.txt"));
    await place.succeed(
      "run",
      "--network",
      "project/friends.txt",
      "--ticks",
      "2",
      "--events",
      "--out",
      "project/runs/b",
      "--quiet",
    );
    renameSync(place.path("project"), place.path("moved"));
    await place.succeed("run", "--config", "moved/runs/b/run.json", "--out", "repeated", "--quiet");
    expectSameTables("repeated", "moved/runs/b");
  });
});
