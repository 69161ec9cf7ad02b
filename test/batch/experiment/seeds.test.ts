import { csvParse } from "d3-dsv";
import { expect, test, vi } from "vitest";
import { Workplace } from "../../helpers/command-line.ts";

vi.setConfig({ testTimeout: 180_000 });

const place = new Workplace();
const study = (seeds: string) => `
ticks: 4
seeds: [${seeds}]
parameters: {agents: 24, circle_size: 12, ties_within: 4, ties_across: 4}
outcomes: [active_ties]
series: off
`;

async function run(seeds: string) {
  place.write("seeds.yaml", study(seeds));
  return await place.weakties("experiment", "seeds.yaml", "--out", "seeds", "--jobs", "1");
}

test("replicates have the listed seeds, more can be added, and none can change", async () => {
  expect((await run("007, pilot")).code).toBe(0);
  const rows = csvParse(place.read("seeds/runs.csv"));
  expect(rows.map(({ replicate, seed }) => [replicate, seed])).toEqual([
    ["1", "007"],
    ["2", "pilot"],
  ]);
  const settings = ["--set", "agents=24", "--set", "circle_size=12", "--set", "ties_within=4", "--set", "ties_across=4"];
  await place.succeed("run", "--seed", "pilot", "--ticks", "4", ...settings, "--out", "one");
  expect(JSON.parse(place.read("one/run.json")).state_hash).toBe(rows[1]?.state_hash);

  const before = place.read("seeds/runs.csv");
  const changed = await run("007, other");
  expect([changed.code, changed.stderr]).toEqual([2, expect.stringContaining('seeds: replicate 2 has "pilot", now "other"')]);
  expect(place.read("seeds/runs.csv")).toBe(before);

  expect((await run("007, pilot, more")).code).toBe(0);
  expect(place.read("seeds/runs.csv").startsWith(before)).toBe(true);
  expect(csvParse(place.read("seeds/runs.csv"))).toHaveLength(3);
});
