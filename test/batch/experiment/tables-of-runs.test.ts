import { readdirSync, readFileSync } from "node:fs";
import { csvParse } from "d3-dsv";
import { parquetReadObjects } from "hyparquet";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { Workplace } from "../../helpers/command-line.ts";
import { finishedFiles } from "../../helpers/experiment-files.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const place = new Workplace();
const study = (tables: string, replicates = 2) => `
question: What is kept of a run?
ticks: 30
burn_in: 0
replicates: ${replicates}
parameters: {agents: 24, circle_size: 12, ties_within: 4, ties_across: 4}
focal_agents: {every: 5}
arms: {base: {}, silent: {parameters: {gossip: off}}}
outcomes: {ties: active_ties}
${tables}
`;
const ALL = "tables: {ties: {at: [10, end]}, agents: [0, 30], events: {kinds: [promise_broken, thanks], from: 12, to: 25}}";

async function run(out: string, tables: string, replicates = 2, ...flags: string[]) {
  place.write("keeps.yaml", study(tables, replicates));
  return await place.weakties("experiment", "keeps.yaml", "--out", out, "--jobs", "1", ...flags);
}

const filesIn = (folder: string) => readdirSync(place.path(folder));
const bytesOf = (file: string) => new Uint8Array(readFileSync(place.path(file))).buffer;
const rowsOf = (file: string) => csvParse(place.read(file));

beforeAll(async () => {
  expect((await run("keeps", ALL)).code).toBe(0);
});

describe("the rows of a run", () => {
  let alone = "";
  let id = "";
  beforeAll(async () => {
    id = rowsOf("keeps/runs.csv")[3]?.id ?? "";
    place.write("one.json", await place.succeed("status", "keeps", "--run", id).then(({ stdout }) => stdout));
    alone = "alone";
    await place.succeed("run", "--config", "one.json", "--out", alone, "--events", "--ties-every", "10");
  });
  const own = (table: string) =>
    rowsOf(`keeps/${table}.csv`)
      .filter((row) => row.id === id)
      .map(({ id: _id, arm: _arm, replicate: _replicate, seed: _seed, ...row }) => row);

  test("are those that `weakties run` writes", () => {
    const ties = rowsOf(`${alone}/ties.csv`).filter(({ tick }) => tick === "10" || tick === "30");
    expect(ties.length).toBeGreaterThan(100);
    expect(own("ties")).toEqual(ties);
    const agents = rowsOf(`${alone}/agents.csv`).map((row) => ({ ...row, tick: "30" }));
    expect(own("agents").filter(({ tick }) => tick === "30")).toEqual(agents);
    expect(own("agents").filter(({ tick }) => tick === "0")).toHaveLength(24);
    const events = rowsOf(`${alone}/events.csv`).filter(
      ({ tick, kind }) => Number(tick) >= 12 && Number(tick) <= 25 && (kind === "promise_broken" || kind === "thanks"),
    );
    expect(events.length).toBeGreaterThan(5);
    expect(own("events")).toEqual(events);
  });

  test("of a kind of ties are those rows alone", async () => {
    expect((await run("kind", "tables: {ties: {where: strong cross ties of focal}}")).code).toBe(0);
    const kept = rowsOf("kind/ties.csv");
    const isFocal = (agent: string | undefined) => Number(agent) % 5 === 0;
    const expected = rowsOf("keeps/ties.csv").filter(
      (row) =>
        row.tick === "30" &&
        Number(row.strength) >= 0.4 &&
        row.from_circle !== row.to_circle &&
        (isFocal(row.from) || isFocal(row.to)),
    );
    expect(expected.length).toBeGreaterThan(0);
    expect([...kept]).toEqual(expected);
    for (const gone of ["agents.csv", "events.csv"]) expect(filesIn("kind")).not.toContain(gone);
  });
});

test("tables change no run, and are the same however the experiment ran", async () => {
  expect((await run("steps", "", 1)).code).toBe(0);
  const hashes = rowsOf("steps/runs.csv").map(({ state_hash: hash }) => hash);
  expect((await run("steps", "tables: {agents: end}", 1)).code).toBe(0);
  expect(filesIn("steps")).toContain("agents.csv");
  expect((await run("steps", ALL)).code).toBe(0);
  expect(finishedFiles(place, "steps")).toEqual(finishedFiles(place, "keeps"));
  expect(rowsOf("keeps/runs.csv").map(({ state_hash: hash }) => hash)).toEqual(expect.arrayContaining(hashes));
  expect((await run("steps", "")).code).toBe(0);
  for (const gone of ["ties.csv", "agents.csv", "events.csv"]) expect(filesIn("steps")).not.toContain(gone);
});

test("shards bring their tables along", async () => {
  for (const shard of ["1/2", "2/2"]) expect((await run("parts", ALL, 2, "--shard", shard)).code).toBe(0);
  await place.succeed("merge", "parts");
  expect(finishedFiles(place, "parts")).toEqual(finishedFiles(place, "keeps"));
});

test("Parquet has the same rows", async () => {
  expect((await run("packed", ALL, 2, "--parquet")).code).toBe(0);
  for (const name of ["ties", "agents", "events"]) {
    const rows = await parquetReadObjects({ file: bytesOf(`packed/${name}.parquet`) });
    const csv = rowsOf(`keeps/${name}.csv`);
    expect(rows).toHaveLength(csv.length);
    const cells = (row: Record<string, unknown>) =>
      Object.values(row).map((cell) => (cell === null ? "" : typeof cell === "boolean" ? String(Number(cell)) : String(cell)));
    expect(rows.map(cells)).toEqual(csv.map((row) => Object.values(row)));
  }
  expect((await run("packed", "")).code).toBe(0);
  expect(filesIn("packed").filter((file) => file.endsWith(".parquet"))).toEqual(["runs.parquet"]);
});
