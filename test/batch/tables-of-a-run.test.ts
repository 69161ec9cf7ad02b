import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parquetReadObjects } from "hyparquet";
import { beforeAll, describe, expect, test } from "vitest";
import { unescapeFromSpreadsheet } from "../../sim/index.ts";
import { Workplace } from "../helpers/command-line.ts";

const place = new Workplace();
const names = ["series", "agents", "ties", "events"];
const files = (folder: string) =>
  place
    .listing()
    .filter((line) => line.startsWith(`${folder}/`))
    .map((line) => line.split(/[/ ]/)[1]);
const run = (...args: string[]) => place.succeed("run", "--network", "club.csv", "--ticks", "20", "--quiet", ...args);

async function readParquet(file: string): Promise<Record<string, unknown>[]> {
  const { buffer, byteOffset, byteLength } = readFileSync(place.path(file));
  const bytes = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  return parquetReadObjects({ file: bytes, compressors: { GZIP: (page) => gunzipSync(page) } });
}

/** A cell of Parquet as CSV has it, but with the name as it is. */
function asCell(value: unknown): string {
  if (typeof value === "boolean") return value ? "1" : "0";
  return value === undefined || value === null ? "" : String(value);
}

beforeAll(async () => {
  const people = Array.from({ length: 30 }, (_, k) => (k === 3 ? "=1+1" : `p${k}`));
  const circle = (k: number) => (k % 2 === 0 ? "A" : "+B");
  const ties = people.flatMap((name, k) =>
    [1, 2, 7].map((step) => `${name},${people[(k + step) % 30]},${circle(k)},${circle((k + step) % 30)}`),
  );
  place.write("club.csv", ["from,to,from_circle,to_circle", ...ties].join("\n"));
  await run("--events", "--ties-every", "7", "--out", "plain");
});

describe("--gzip", () => {
  test("writes the same bytes, compressed, and the same file each time", async () => {
    await run("--events", "--ties-every", "7", "--gzip", "--out", "zipped");
    await run("--config", "zipped/run.json", "--out", "again");
    expect(files("zipped").sort()).toEqual(["run.json", ...names.map((name) => `${name}.csv.gz`)].sort());
    for (const name of names) {
      const bytes = readFileSync(place.path(`zipped/${name}.csv.gz`));
      expect(gunzipSync(bytes).toString()).toBe(place.read(`plain/${name}.csv`));
      expect(readFileSync(place.path(`again/${name}.csv.gz`)).equals(bytes)).toBe(true);
      // No time, and no system: RFC 1952, section 2.3.
      expect([...bytes.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
    }
  });
});

describe("--parquet", () => {
  test("writes the rows of the CSV tables, with names as they are", async () => {
    await run("--events", "--ties-every", "7", "--parquet", "--out", "columns");
    expect(files("columns").sort()).toEqual(["run.json", ...names.map((name) => `${name}.parquet`)].sort());
    for (const name of names) {
      const rows = await readParquet(`columns/${name}.parquet`);
      const expected = place.records(`plain/${name}.csv`);
      expect(Object.keys(rows[0])).toEqual(Object.keys(expected[0]));
      const cells = rows.map((row) => Object.values(row).map(asCell));
      expect(cells).toEqual(expected.map((row) => Object.values(row).map(unescapeFromSpreadsheet)));
    }
    expect((await readParquet("columns/agents.parquet")).map(({ name }) => name)).toContain("=1+1");
  });

  test("writes the same row groups each time, in at most a quarter of the space of CSV", async () => {
    const large = ["run", "--set", "agents=400", "--ticks", "18", "--tables", "events", "--quiet", "--out"];
    await place.succeed(...large, "csv");
    await place.succeed("run", "--config", "csv/run.json", "--parquet", "--quiet", "--out", "one");
    await place.succeed("run", "--config", "one/run.json", "--quiet", "--out", "two");
    const [csv, one, two] = ["csv/events.csv", "one/events.parquet", "two/events.parquet"].map((file) =>
      readFileSync(place.path(file)),
    );
    expect(one.equals(two)).toBe(true);
    // Across circles, each encounter has a richness of its own, which takes eight bytes.
    expect(one.length).toBeLessThan(csv.length / 4);
    expect((await readParquet("one/events.parquet")).length).toBeGreaterThan(1 << 16);
  }, 60_000);
});

describe("the choice of tables", () => {
  test.each<[string, string[], string[]]>([
    ["--tables", ["--tables", "agents,series"], ["series", "agents"]],
    ["--tables with events", ["--tables", "events"], ["events"]],
    ["--tables and --events", ["--tables", "series", "--events"], ["series", "events"]],
    ["--no-ties", ["--no-ties"], ["series", "agents"]],
    ["--no-ties and --events", ["--no-ties", "--events"], ["series", "agents", "events"]],
  ])("%s", async (title, flags, chosen) => {
    const folder = title.replace(/\W+/g, "-").replace(/^-/, "");
    await run(...flags, "--out", folder);
    const expected = ["run.json", ...chosen.map((name) => `${name}.csv`)].sort();
    expect(files(folder).sort()).toEqual(expected);
    const plain = JSON.parse(place.read("plain/run.json"));
    expect(JSON.parse(place.read(`${folder}/run.json`)).state_hash).toBe(plain.state_hash);
    for (const name of chosen.filter((one) => one !== "ties"))
      expect(place.read(`${folder}/${name}.csv`)).toBe(place.read(`plain/${name}.csv`));
    await run("--config", `${folder}/run.json`, "--out", `${folder}-again`);
    expect(files(`${folder}-again`).sort()).toEqual(expected);
  });

  test("a flag replaces what the configuration chose", async () => {
    await run("--config", "no-ties/run.json", "--tables", "ties", "--out", "ties");
    expect(files("ties").sort()).toEqual(["run.json", "ties.csv"]);
    await run("--config", "plain/run.json", "--no-ties", "--out", "fewer");
    expect(files("fewer").sort()).toEqual(["agents.csv", "events.csv", "run.json", "series.csv"]);
    expect(JSON.parse(place.read("fewer/run.json"))).not.toHaveProperty("ties_every");
  });
});

describe("a choice of rows", () => {
  const lines = (file: string) => place.read(file).split("\n");

  test("--ties-at has the ties at these ticks alone, and run.json repeats them", async () => {
    await run("--ties-at", "14,0,14", "--out", "at");
    const [header = "", ...rows] = lines("plain/ties.csv");
    const start = lines("at/ties.csv").filter((line) => line.startsWith("0,"));
    expect(start).toHaveLength(180);
    expect(lines("at/ties.csv")).toEqual([header, ...start, ...rows.filter((line) => line.startsWith("14,")), ""]);
    expect(JSON.parse(place.read("at/run.json"))).toMatchObject({ ties_at: [0, 14] });
    await run("--config", "at/run.json", "--out", "at-again");
    expect(place.read("at-again/ties.csv")).toBe(place.read("at/ties.csv"));
    await run("--config", "at/run.json", "--ties-every", "7", "--out", "at-not");
    expect(place.read("at-not/ties.csv")).toBe(place.read("plain/ties.csv"));
  });

  test("--ties-where has the ties of a kind alone, and run.json repeats them", async () => {
    await run("--ties-at", "5,14", "--out", "whole");
    await run("--ties-at", "5,14", "--ties-where", " weak  cross ties", "--out", "where");
    const { strong_from: strong, active_from: active } = JSON.parse(place.read("whole/run.json")).parameters;
    const wanted = place.records("whole/ties.csv").filter(({ strength, from_circle: one, to_circle: other }) => {
      const value = Number(strength);
      return value >= active && value < strong && one !== other;
    });
    expect(new Set(wanted.map(({ tick }) => tick))).toEqual(new Set(["5", "14"]));
    expect(place.records("where/ties.csv")).toEqual(wanted);
    expect(wanted.length).toBeLessThan(place.records("whole/ties.csv").length / 2);
    expect(JSON.parse(place.read("where/run.json"))).toMatchObject({ ties_where: "weak cross ties" });
    await run("--config", "where/run.json", "--out", "where-again");
    expect(place.read("where-again/ties.csv")).toBe(place.read("where/ties.csv"));
    await run("--config", "where/run.json", "--ties-where", "ties of circle 1", "--out", "one-circle");
    const ends = place.records("one-circle/ties.csv");
    expect(ends.length).toBeGreaterThan(10);
    // The second circle that the network names is circle 1.
    for (const { from_circle: one, to_circle: other } of ends) expect([one, other]).toContain("'+B");
  });

  test("--event-kinds has the events of these kinds alone, in the same run", async () => {
    await run("--events", "--event-kinds", "thanks,promise_broken", "--out", "kinds");
    const kept = lines("plain/events.csv").filter((line, at) => at === 0 || /^\d+,(thanks|promise_broken),/.test(line));
    expect(kept.length).toBeGreaterThan(10);
    expect(lines("kinds/events.csv")).toEqual([...kept, ""]);
    const record = JSON.parse(place.read("kinds/run.json"));
    expect(record.event_kinds).toEqual(["promise_broken", "thanks"]);
    expect(record.state_hash).toBe(JSON.parse(place.read("plain/run.json")).state_hash);
    await run("--config", "kinds/run.json", "--out", "kinds-again");
    expect(place.read("kinds-again/events.csv")).toBe(place.read("kinds/events.csv"));
  });
});
