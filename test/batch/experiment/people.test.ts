import { beforeAll, describe, expect, test, vi } from "vitest";
import { createPeopleReader } from "../../../batch/experiment/plan/people-by-seed.ts";
import { Workplace } from "../../helpers/command-line.ts";

// Each test starts the program several times.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/** A ring of 23 people. Its communities can begin anywhere, so they depend on the seed. */
const RING = `source,target\n${Array.from({ length: 23 }, (_, k) => `p${k},p${(k + 1) % 23}`).join("\n")}\n`;
const place = new Workplace();
place.write("ring.csv", RING);

const peopleOf = () => createPeopleReader({ network: { file: "ring.csv", text: RING }, domains: 6 });
const circlesOf = (seed: string, reader = peopleOf()) => Array.from(reader(seed).people?.circle ?? []);

describe("circles without a file", () => {
  test("are communities that depend only on the seed", () => {
    const seeds = Array.from({ length: 8 }, (_, at) => `people-${at + 1}`);
    const reader = peopleOf();
    const found = seeds.map((seed) => circlesOf(seed, reader).join());
    expect(new Set(found).size).toBeGreaterThan(2);
    // read by a second reader, in reverse order, and with people that it has kept
    const other = peopleOf();
    expect([...seeds].reverse().map((seed) => [circlesOf(seed, other), circlesOf(seed, other)].map(String))).toEqual(
      [...found].reverse().map((circles) => [circles, circles]),
    );
  });

  test("each contain neighbors on the ring", () => {
    const circles = circlesOf("people-1");
    const borders = circles.filter((circle, at) => circle !== circles[(at + 1) % 23]).length;
    expect(borders).toBe(new Set(circles).size);
  });
});

describe("an experiment with people from a file", () => {
  /** seeds from 1 to 6 that give fewer than six communities, so that nobody can move to the sixth */
  const without = [1, 2, 3, 4, 5, 6].filter((replicate) => new Set(circlesOf(`people-${replicate}`)).size < 6);
  let rows: Record<string, string>[] = [];

  beforeAll(() => {
    place.write(
      "ring.yaml",
      `
network: ring.csv
ticks: 15
seed: people
replicates: 6
focal_agents: [p0, p11]
arms:
  as_is: {}
  move: {interventions: [{tick: 3, move: p0, to_circle: community 6}]}
outcomes: {ties: active_ties, focal: {measure: degree, of: focal}, agents: agents}
`,
    );
  });

  test("has in each replicate the circles of a single run with that seed", async () => {
    const { code, stderr } = await place.weakties("experiment", "ring.yaml", "--out", "ring", "--jobs", "1");
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("ring.csv: 23 agents, 23 ties; 6 circles") });
    rows = place.records("ring/runs.csv");
    for (const replicate of [1, without[0]]) {
      const flags = ["--network", "ring.csv", "--seed", `people-${replicate}`, "--ticks", "15", "--out", `one-${replicate}`];
      await place.succeed("run", ...flags);
      const row = rows.find((one) => one.arm === "as_is" && one.replicate === `${replicate}`);
      expect(row?.state_hash).toBe(JSON.parse(place.read(`one-${replicate}/run.json`)).state_hash);
      const circles = place
        .records(`one-${replicate}/agents.csv`)
        .map(({ circle }) => Number(circle.replace("community ", "")) - 1);
      expect(circles).toEqual(circlesOf(`people-${replicate}`));
    }
  });

  test("has a row with an error for each run in which an intervention names a missing circle", () => {
    expect(without.length).toBeGreaterThan(0);
    expect(without).not.toContain(1);
    const failed = rows.filter(({ error }) => error !== "");
    expect(failed.map(({ arm, replicate }) => [arm, Number(replicate)])).toEqual(without.map((replicate) => ["move", replicate]));
    for (const { error, ties, state_hash: hash } of failed)
      expect([error, ties, hash]).toEqual([expect.stringContaining('no circle is called "community 6"'), "", ""]);
    expect(rows.filter(({ error }) => error === "").every(({ agents, ties }) => agents === "23" && ties !== "")).toBe(true);
  });

  test("is refused if a people file has changed, even if its content is equivalent", async () => {
    place.write("ring.csv", RING.replace("p3,p4", "p4,p3"));
    const { code, stderr } = await place.weakties("experiment", "ring.yaml", "--out", "ring", "--jobs", "1");
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/network\.sha256: "[\da-f]{64}", now "[\da-f]{64}"/),
    });
    place.write("ring.csv", RING);
    expect((await place.weakties("experiment", "ring.yaml", "--out", "ring", "--jobs", "1")).code).toBe(1);
  });
});
