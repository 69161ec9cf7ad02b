import { beforeAll, describe, expect, test } from "vitest";
import { Workplace } from "../../helpers/command-line.ts";
import { refused } from "../../helpers/refused.ts";

const place = new Workplace();
const SETTLED = 200;

const run = ["run", "--scenario", "class_of_25", "--seed", "one", "--quiet", "--every", "10", "--ties-every", "25", "--events"];
const settle = ["--settle", `${SETTLED}`];

beforeAll(async () => {
  place.write(
    "changes.yaml",
    "- {tick: 1, set: {gossip: off}, until: 30}\n- {tick: 20, remove: 3}\n- {tick: 40, add: 2, circle: 0}\n",
  );
  place.write(
    "later.yaml",
    "- {tick: 201, set: {gossip: off}, until: 230}\n- {tick: 220, remove: 3}\n- {tick: 240, add: 2, circle: 0}\n",
  );
  place.write(
    "config.yaml",
    `scenario: class_of_25\nseed: one\nevery: 10\nties_every: 25\nevents: on\nsettled: ${SETTLED}\nticks: 60\n`,
  );
  await place.succeed(...run, ...settle, "--ticks", "60", "--interventions", "changes.yaml", "--out", "settled", "--checkpoint");
  await place.succeed(...run, "--ticks", "260", "--interventions", "later.yaml", "--out", "through");
});

const recordOf = (folder: string) => JSON.parse(place.read(`${folder}/run.json`));

/** The lines of a table from a tick on, without their ticks. */
function linesFrom(file: string, tick: number): string[] {
  const lines = place.read(file).trimEnd().split("\n").slice(1);
  return lines.filter((line) => Number(line.split(",")[0]) >= tick).map((line) => line.replace(/^\d+,/, ""));
}

describe("a settled run", () => {
  test("reaches the state of a run that goes through its burn-in like any other ticks", () => {
    expect(recordOf("settled").state_hash).toBe(recordOf("through").state_hash);
    const through = place
      .records("through/agents.csv")
      .map((agent) => ({ ...agent, since: String(Number(agent.since) - SETTLED) }));
    expect(place.records("settled/agents.csv")).toEqual(through);
    expect(linesFrom("settled/series.csv", 1)).toEqual(linesFrom("through/series.csv", SETTLED + 1));
    expect(linesFrom("settled/events.csv", 1)).toEqual(linesFrom("through/events.csv", SETTLED + 1));
  });

  test("counts its ticks from the end of the burn-in, in every table and in its record", () => {
    expect(place.records("settled/series.csv").map(({ tick }) => tick)).toEqual(["0", "10", "20", "30", "40", "50", "60"]);
    expect(new Set(place.records("settled/ties.csv").map(({ tick }) => tick))).toEqual(new Set(["25", "50", "60"]));
    const encounters = place.records("settled/ties.csv").map(({ last_encounter }) => Number(last_encounter));
    expect(Math.max(...encounters)).toBe(60);
    const record = recordOf("settled");
    expect(record).toMatchObject({ settled: SETTLED, ticks: 60 });
    expect(record.interventions[0]).toEqual({ tick: 1, set: { gossip: false }, until: 30 });
  });

  test("has every measure at its first tick, because they look back into the burn-in", () => {
    const emptyCells = (folder: string, tick: number) => {
      const row = place.records(`${folder}/series.csv`).find((one) => one.tick === String(tick)) ?? {};
      return Object.entries(row).flatMap(([name, cell]) => (cell === "" ? [name] : []));
    };
    expect(emptyCells("settled", 0)).toEqual(emptyCells("through", SETTLED));
  });

  test("is repeated by its record, and by a configuration", async () => {
    await place.succeed("run", "--config", "settled/run.json", "--out", "repeated", "--quiet");
    await place.succeed("run", "--config", "config.yaml", "--interventions", "changes.yaml", "--out", "configured", "--quiet");
    for (const folder of ["repeated", "configured"])
      for (const file of ["run.json", "series.csv", "agents.csv", "ties.csv", "events.csv"])
        expect(place.read(`${folder}/${file}`)).toBe(place.read(`settled/${file}`));
  });

  test("says what it did", async () => {
    const { stdout } = await place.succeed("run", "--config", "config.yaml", "--out", "told");
    expect(stdout).toContain("config, seed one, 60 ticks after 200 ticks of burn-in");
  });

  test("is continued, from its checkpoint or without one, as if it had not ended", async () => {
    const long = ["--interventions", "changes.yaml", "--ticks", "90"];
    await place.succeed(...run, ...settle, ...long, "--out", "long");
    await place.succeed("run", "--config", "settled/run.json", "--out", "bare", "--quiet");
    for (const folder of ["settled", "bare"]) {
      await place.succeed("run", "--from", folder, "--ticks", "90", "--out", `${folder}-on`, "--quiet");
      expect(place.read(`${folder}-on/run.json`)).toBe(place.read("long/run.json"));
      expect(linesFrom(`${folder}-on/series.csv`, 0)).toEqual(linesFrom("long/series.csv", 60));
      expect(linesFrom(`${folder}-on/events.csv`, 0)).toEqual(linesFrom("long/events.csv", 61));
    }
  });

  test("begins again at its tables without settling, with its own ticks", async () => {
    const tables = ["--network", "settled/ties.csv", "--agents", "settled/agents.csv", "--ticks", "60", "--out", "tables"];
    await place.succeed(...run, ...settle, ...tables);
    expect(recordOf("tables")).toMatchObject({ settled: SETTLED, ticks: 60 });
    expect(linesFrom("tables/ties.csv", 0)).toEqual(linesFrom("settled/ties.csv", 60));
    const sinceOf = (folder: string) => place.records(`${folder}/agents.csv`).map(({ since }) => since);
    expect(sinceOf("tables")).toEqual(sinceOf("settled"));
    expect(place.records("tables/series.csv").map(({ tick }) => tick)).toEqual(["60"]);
  });

  test("is exported with its own ticks", async () => {
    await place.succeed("export", "settled", "--to", "goldfish", "--every", "30", "--out", "goldfish");
    const times = place.records("goldfish/events_encounter.csv").map(({ time }) => Number(time));
    expect(Math.min(...times)).toBe(1);
    expect(Math.max(...times)).toBe(60);
    await place.succeed("export", "settled", "--to", "node-link", "--out", "node-link");
    expect(JSON.parse(place.read("node-link/network.json")).graph).toEqual({ tick: 60 });
  });
});

describe("--settle", () => {
  test("without a number takes the usual length", async () => {
    await place.succeed("run", "--scenario", "class_of_25", "--settle", "--ticks", "1", "--out", "usual", "--quiet");
    expect(recordOf("usual").settled).toBe(1040);
  });

  test("0 is no burn-in, whatever the configuration says", async () => {
    await place.succeed("run", "--config", "config.yaml", "--settle", "0", "--ticks", "5", "--out", "none", "--quiet");
    expect(recordOf("none").settled ?? false).toBe(false);
  });

  test.each([
    [["--settle", "-1"], "--settle must be a whole number from 0 to 1,000,000"],
    [["--settle", "ten"], '--settle must be a whole number from 0 to 1,000,000, written in digits only, got "ten"'],
    [["--settle", "5", "--settle", "6"], '--settle can be given only once, got "5" and "6"'],
    [
      ["--from", "settled", "--ticks", "90", "--settle", "5"],
      "--settle cannot be combined with --from: the run in settled has its own; leave --settle out",
    ],
  ])("is refused: %j", async (flags, problem) => {
    expect((await refused(place, "run", ...flags)).join("\n")).toContain(problem);
  });
});
