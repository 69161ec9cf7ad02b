import { readFileSync } from "node:fs";
import { parquetReadObjects } from "hyparquet";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { Workplace } from "../../helpers/command-line.ts";
import { finishedFiles } from "../../helpers/experiment-files.ts";

// Each test starts the program several times.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const place = new Workplace();

/** Outcomes at ticks that are in the series.csv of a single run, which has a row every 13 ticks. */
const OUTCOMES = `
outcomes:
  bridges: local_bridges
  talk: {measure: gossip, at: 26}
  weak: {measure: weak_ties, mean: [13, 65]}
  growth: {measure: mean_trust_share, change: [13, 65]}
  degree: {measure: degree, of: focal}
  others_trust: {measure: incoming_trust_share, of: others}
  all_payoff: {measure: payoff, of: agents}
series: on
`;

const MADE = "parameters: {agents: 40, circle_size: 20, ties_within: 5, news_rate: 0.05}";

/** Measures of the whole past of a run. A run's series.csv has none of them. */
const ONLY_IN_EXPERIMENTS = ["contact_first_third", "contact_middle_third", "contact_last_third"];

/** The start of an experiment file, and the indices of its focal agents. */
const cases: Record<string, { head: string; focal: number[] }> = {
  plain: { head: `${MADE}\nfocal_agents: [0, 5]\nvary: {gossip: [on, off], follow_up_interval: [4, never]}`, focal: [0, 5] },
  "focal arms with interventions": {
    head: `${MADE}
focal_agents: {every: 8}
vary: {focal.openness: [0.1, 0.9]}
interventions: [{tick: 20, add: 3}]
arms:
  as_is: {}
  give: {focal_traits: {generosity: 1}, parameters: {noise: 0.05}, interventions: [{tick: 20, remove: [1, 2]}, {tick: 5, set: {news: off}, until: 9}]}`,
    focal: [0, 8, 16, 24, 32],
  },
  "a network of people": {
    head: `network: karate.graphml
focal_agents: ["0", "33"]
arms: {as_is: {}, alone: {interventions: [{tick: 30, label: the president goes, remove: "2"}]}}`,
    focal: [0, 33],
  },
  "people whose circles are communities": { head: "network: karate.net\nfocal_agents: [0, 33]", focal: [0, 33] },
  "a scenario with interventions": {
    head: "scenario: takers_among_givers\nparameters: {agents: 40, circle_size: 20, ties_within: 5}\nfocal_agents: {every: 5}\nvary: {focal.follow_through: [0.2, 1]}",
    focal: [0, 5, 10, 15, 20, 25, 30, 35],
  },
};

for (const sample of ["karate.graphml", "karate.net"])
  place.write(sample, readFileSync(new URL(`../../formats/samples/${sample}`, import.meta.url)));

describe.each(Object.entries(cases))("%s: a row of runs.csv", (name, { head, focal }) => {
  const folder = name.replaceAll(" ", "-");
  let rows: Record<string, string>[] = [];

  beforeAll(async () => {
    place.write(`${folder}.yaml`, `seed: agree\nticks: 65\nreplicates: 2\n${head}\n${OUTCOMES}`);
    await place.succeed("experiment", `${folder}.yaml`, "--out", folder, "--parquet", "--jobs", "1");
    rows = place.records(`${folder}/runs.csv`);
  });

  // The last run has the last value of every factor, the last arm and the second seed.
  test("and its series have the values of the same run made by weakties run", async () => {
    const row = rows.at(-1) ?? {};
    const own = `${folder}-alone`;
    place.write(`${own}.json`, (await place.succeed("status", folder, "--run", row.id)).stdout);
    const { stderr } = await place.succeed("run", "--config", `${own}.json`, "--out", own);
    expect(stderr).not.toContain("differs from its record");
    const record = JSON.parse(place.read(`${own}/run.json`));
    expect([record.seed, record.state_hash]).toEqual([row.seed, row.state_hash]);

    const series = place.records(`${own}/series.csv`);
    const cell = (tick: number, measure: string) => series.find((one) => one.tick === `${tick}`)?.[measure] ?? "none";
    expect(row.bridges).toBe(cell(65, "local_bridges"));
    expect(row.talk).toBe(cell(26, "gossip"));
    expect(Number(row.weak)).toBe([65, 52, 39, 26].reduce((sum, tick) => sum + Number(cell(tick, "weak_ties")), 0) / 4);
    expect(Number(row.growth)).toBe(Number(cell(65, "mean_trust_share")) - Number(cell(13, "mean_trust_share")));
    const recorded = place.records(`${folder}/series.csv`).filter(({ id }) => id === row.id);
    const isColumn = (measure: string) => measure in series[0];
    for (const { tick, measure, value } of recorded.filter(({ measure }) => isColumn(measure)))
      expect([tick, measure, value]).toEqual([tick, measure, cell(Number(tick), measure)]);
    const others = recorded.map(({ measure }) => measure).filter((measure) => !isColumn(measure));
    expect(new Set(others)).toEqual(new Set(ONLY_IN_EXPERIMENTS));

    const agents = place.records(`${own}/agents.csv`);
    const mean = (measure: string, belongs: (agent: number) => boolean) => {
      const values = agents.filter((one) => belongs(Number(one.agent)) && one[measure] !== "").map((one) => Number(one[measure]));
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    const made = head.includes("agents: 40") ? 40 : 34;
    expect(Number(row.degree)).toBeCloseTo(
      mean("degree", (agent) => focal.includes(agent)),
      12,
    );
    expect(Number(row.others_trust)).toBeCloseTo(
      mean("incoming_trust_share", (agent) => agent < made && !focal.includes(agent)),
      12,
    );
    expect(Number(row.all_payoff)).toBeCloseTo(
      mean("payoff", () => true),
      12,
    );
  });

  test.each(["runs", "series"])("%s.parquet has the columns, rows and values of the CSV file", async (table) => {
    const [header, ...records] = place.table(`${folder}/${table}.csv`);
    const found = await parquet(`${folder}/${table}.parquet`);
    expect(found).toHaveLength(records.length);
    expect(Object.keys(found[0])).toEqual(header);
    expect(found.map((one) => Object.values(one).map(asCell))).toEqual(records);
  });
});

async function parquet(path: string): Promise<Record<string, unknown>[]> {
  const bytes = readFileSync(place.path(path));
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  return await parquetReadObjects({ file });
}

/** A value as a cell of a CSV file. */
function asCell(value: unknown): string {
  if (typeof value === "boolean") return value ? "1" : "0";
  if (value === Number.POSITIVE_INFINITY) return "Inf";
  return value === undefined || value === null ? "" : String(value);
}

test("in Parquet, a switch is a boolean, and a factor with numbers and never is infinite, not text", async () => {
  const [row] = await parquet("plain/runs.parquet");
  const types = Object.fromEntries(Object.entries(row).map(([column, value]) => [column, typeof value]));
  expect(types).toMatchObject({
    id: "string",
    gossip: "boolean",
    follow_up_interval: "number",
    replicate: "number",
    bridges: "number",
  });
  const levels = (await parquet("plain/runs.parquet")).map(({ follow_up_interval: level }) => level);
  expect(new Set(levels)).toEqual(new Set([4, Number.POSITIVE_INFINITY]));
  const [given] = await parquet("focal-arms-with-interventions/runs.parquet");
  expect(given["focal.openness"]).toBe(0.1);
});

test("an outcome can have the name of a column of series.csv", async () => {
  place.write(
    "words.yaml",
    `ticks: 5\nreplicates: 2\n${MADE}\noutcomes: {tick: mean_trust_score, measure: weak_ties, value: clustering}`,
  );
  await place.succeed("experiment", "words.yaml", "--out", "words", "--parquet", "--jobs", "1");
  const rows = place.records("words/runs.csv");
  expect((await parquet("words/runs.parquet")).map((one) => [one.tick, one.measure, one.value])).toEqual(
    rows.map((row) => [row.tick, row.measure, row.value].map(Number)),
  );
});

describe("the configuration of an unfinished run", () => {
  test("has no state hash and can be run", async () => {
    place.write("open.yaml", `seed: agree\nticks: 65\nreplicates: 2\n${MADE}\noutcomes: [weak_ties]`);
    await place.succeed("experiment", "open.yaml", "--out", "open", "--jobs", "1");
    const [done, open] = place.records("open/runs.csv");
    // The log of a process that was killed after its first run.
    const lines = place.read("open/log.jsonl").split("\n");
    place.write("open/log.jsonl", `${lines.find((line) => line.includes(done.id))}\n`);
    expect(JSON.parse((await place.succeed("status", "open", "--run", done.id)).stdout).state_hash).toBe(done.state_hash);
    const config = (await place.succeed("status", "open", "--run", open.id)).stdout;
    expect(JSON.parse(config)).not.toHaveProperty("state_hash");
    place.write("open.json", config);
    expect((await place.succeed("run", "--config", "open.json", "--out", "open-one")).stderr).not.toContain(
      "differs from its record",
    );
    expect(JSON.parse(place.read("open-one/run.json")).state_hash).toBe(open.state_hash);
  });

  test("can be printed without changing the experiment", async () => {
    const before = finishedFiles(place, "open");
    await place.succeed("status", "open", "--run", place.records("open/runs.csv")[1].id);
    expect(finishedFiles(place, "open")).toEqual(before);
  });
});

test.each([
  ["0123456789abcdef", "--run: no run of plain has the id 0123456789abcdef"],
  ["7", '--run must be an id from runs.csv, got "7"'],
])("an unknown run is reported: %s", async (id, problem) => {
  const { code, stderr } = await place.weakties("status", "plain", "--run", id);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(problem) });
});
