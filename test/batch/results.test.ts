import { existsSync, readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { eventKinds, seriesColumns } from "../../sim/index.ts";
import { Workplace } from "../helpers/command-line.ts";

const place = new Workplace();

/** Small enough to be quick, and long enough for most things to happen. */
const world = ["agents=60", "circle_size=15", "circle_spread=0", "ties_within=9", "ties_across=4", "moves=0"];
const small = [...world.flatMap((set) => ["--set", set]), "--ticks", "50", "--seed", "seven", "--quiet"];

// The columns as issue and docs have them; those of series.csv stand in the docs, and in one list in the program.
const traits = "sharing,boasting,status_bias,follow_through,openness,generosity,initiative,gratitude,curiosity,trusting";
const columns = {
  "agents.csv": `agent,name,circle,domain,expertise,status,sociality,since,${traits},incoming_trust_score,incoming_trust_share,degree,weak_ties,strong_ties,cross_ties,hidden_ties,reach,payoff,promises_kept,promises_broken`,
  "ties.csv":
    "tick,from,to,credibility,reliability,intimacy,self_orientation,evidence,trust_score,trust_share,strength,last_encounter,from_circle,to_circle,overlap,local_bridge",
  "events.csv":
    "tick,kind,from,to,about,value,from_trust_before,from_trust_after,to_trust_before,to_trust_after,strength_before,strength_after",
  "series.csv": seriesColumns.join(","),
};
const tables = Object.keys(columns) as (keyof typeof columns)[];

function hashOf(folder: string): string {
  return JSON.parse(place.read(`${folder}/run.json`)).state_hash;
}

beforeAll(async () => {
  await place.succeed("run", ...small, "--events", "--ties-every", "20", "--out", "whole");
});

describe("the files of a run", () => {
  test("are run.json, series.csv, agents.csv and ties.csv, and events.csv with --events alone", async () => {
    await place.succeed("run", ...small, "--out", "plain");
    expect(readdirSync(place.path("plain")).sort()).toEqual(["agents.csv", "run.json", "series.csv", "ties.csv"]);
    expect(readdirSync(place.path("whole")).sort()).toEqual(["agents.csv", "events.csv", "run.json", "series.csv", "ties.csv"]);
  });

  test("are the same to the last byte if the run is repeated", async () => {
    await place.succeed("run", ...small, "--events", "--ties-every", "20", "--out", "again");
    for (const file of [...tables, "run.json"]) {
      expect(readFileSync(place.path(`again/${file}`)).equals(readFileSync(place.path(`whole/${file}`))), file).toBe(true);
    }
  });

  test("another seed gives another run", async () => {
    await place.succeed("run", ...small.with(small.indexOf("seven"), "eight"), "--out", "eight");
    expect(hashOf("eight")).not.toBe(hashOf("whole"));
    expect(place.read("eight/series.csv")).not.toBe(place.read("plain/series.csv"));
  });

  test.each([[["--every", "1"]], [["--every", "1000"]], [["--ties-every", "7"]], [["--events"]]])(
    "%s changes no hash",
    async (flags) => {
      const folder = `looked${flags.join("")}`;
      await place.succeed("run", ...small, ...flags, "--out", folder);
      expect(hashOf(folder)).toBe(hashOf("whole"));
    },
  );
});

describe("each table", () => {
  test.each(tables)("%s has exactly the documented columns", (file) => {
    expect(place.read(`whole/${file}`).split("\n", 1)[0]).toBe(columns[file]);
  });

  test.each(tables)("%s is UTF-8 with line feeds and no byte order mark, each row as long as the header", (file) => {
    const bytes = readFileSync(place.path(`whole/${file}`));
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    expect(text).not.toContain("\r");
    expect(text.charCodeAt(0)).not.toBe(0xfeff);
    expect(text.endsWith("\n") && !text.endsWith("\n\n")).toBe(true);
    const [header, ...rows] = place.table(`whole/${file}`);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => row.length !== header.length)).toEqual([]);
  });

  // A number in the shortest digits that read back equal is what JavaScript prints.
  test.each(tables)("%s has only empty cells and numbers in their shortest form, except for names and kinds", (file) => {
    const texts = ["name", "kind"];
    const wrong = place
      .records(`whole/${file}`)
      .flatMap((record) => Object.entries(record))
      .filter(([column, cell]) => !texts.includes(column) && cell !== "")
      .filter(([, cell]) => String(Number(cell)) !== cell || !Number.isFinite(Number(cell)));
    expect(wrong).toEqual([]);
  });
});

describe("series.csv", () => {
  test("has a row at the start, every K ticks, and at the end", async () => {
    expect(place.records("whole/series.csv").map(({ tick }) => tick)).toEqual(["0", "13", "26", "39", "50"]);
    await place.succeed("run", ...small, "--every", "20", "--out", "every-20");
    expect(place.records("every-20/series.csv").map(({ tick }) => tick)).toEqual(["0", "20", "40", "50"]);
  });

  test("leaves a cell empty if a measure is undefined, such as a rate before the first tick", () => {
    const [start, later] = place.records("whole/series.csv");
    expect(start.encounters).toBe("");
    expect(Number(later.encounters)).toBeGreaterThan(0);
  });

  test("--out - writes the same bytes and nothing else to standard output, and no file", async () => {
    const before = place.listing();
    const { stdout, stderr } = await place.succeed("run", ...small, "--out", "-");
    expect(stdout).toBe(place.read("plain/series.csv"));
    expect(stderr).toBe("");
    expect(place.listing()).toEqual(before);
  });

  test("--out - has the summary on standard error", async () => {
    const { stdout, stderr } = await place.succeed("run", ...small.filter((flag) => flag !== "--quiet"), "--out", "-");
    expect(stdout).toBe(place.read("plain/series.csv"));
    expect(stderr).toContain(`state hash ${hashOf("plain")}`);
  });
});

describe("ties.csv", () => {
  test("has a wave every --ties-every ticks and at the end, or only at the end without the flag", () => {
    const waves = (folder: string) => [...new Set(place.records(`${folder}/ties.csv`).map(({ tick }) => tick))];
    expect(waves("whole")).toEqual(["20", "40", "50"]);
    expect(waves("plain")).toEqual(["50"]);
  });

  test("has one row per direction: every tie from both ends, no duplicates and no loops", () => {
    const pairs = place.records("plain/ties.csv").map(({ from, to }) => `${from} ${to}`);
    const there = new Set(pairs);
    expect(there.size).toBe(pairs.length);
    expect(pairs.filter((pair) => !there.has(pair.split(" ").reverse().join(" ")))).toEqual([]);
    expect(pairs.filter((pair) => new Set(pair.split(" ")).size === 1)).toEqual([]);
  });

  test("has the trust score that the equation gives for the beliefs in the row", () => {
    for (const row of place.records("plain/ties.csv")) {
      const [c, r, i, s] = [row.credibility, row.reliability, row.intimacy, row.self_orientation].map(
        (belief) => 1 + 9 * Number(belief),
      );
      expect(Number(row.trust_score)).toBeCloseTo((c + r + i) / s, 12);
      expect(Number(row.trust_share)).toBeCloseTo(((11 * ((c + r + i) / 3)) / ((c + r + i) / 3 + s) - 1) / 9, 12);
    }
  });

  test("marks local bridges with 1 or 0 if the tie is active, and has an empty cell if it is not", () => {
    for (const { strength, overlap, local_bridge } of place.records("plain/ties.csv")) {
      expect(local_bridge).toMatch(Number(strength) >= 0.05 ? /^[01]$/ : /^$/);
      if (local_bridge === "1") expect(["0", ""]).toContain(overlap);
    }
  });
});

describe("agents.csv", () => {
  test("has one row per agent, in order, with empty names if agents have none", () => {
    const agents = place.records("plain/agents.csv");
    expect(agents.map(({ agent }) => agent)).toEqual(Array.from({ length: 60 }, (_, agent) => String(agent)));
    expect(agents.map(({ circle }) => circle)).toEqual(Array.from({ length: 60 }, (_, agent) => String(Math.floor(agent / 15))));
    expect(agents.every(({ name }) => name === "")).toBe(true);
  });

  test("counts the ties of ties.csv", () => {
    const ties = place.records("plain/ties.csv");
    for (const { agent, degree, weak_ties, strong_ties } of place.records("plain/agents.csv")) {
      const strengths = ties.filter(({ from }) => from === agent).map(({ strength }) => Number(strength));
      expect(Number(strong_ties)).toBe(strengths.filter((strength) => strength >= 0.4).length);
      expect(Number(weak_ties)).toBe(strengths.filter((strength) => strength >= 0.05 && strength < 0.4).length);
      expect(Number(degree)).toBe(Number(weak_ties) + Number(strong_ties));
    }
  });
});

describe("events.csv", () => {
  test("has only known kinds, ascending ticks from 1 to the last, and existing agents", () => {
    const events = place.records("whole/events.csv");
    expect(events.filter(({ kind }) => !eventKinds.includes(kind as never))).toEqual([]);
    const ticks = events.map(({ tick }) => Number(tick));
    expect(ticks).toEqual([...ticks].sort((a, b) => a - b));
    expect([...new Set(ticks)]).toEqual(Array.from({ length: 50 }, (_, tick) => tick + 1));
    expect(events.filter(({ from, to }) => !/^[0-5]?\d$/.test(from) || !/^[0-5]?\d$/.test(to))).toEqual([]);
  });

  test("has encounters with their richness and depth, and news with their item and whether they were new", () => {
    const events = place.records("whole/events.csv");
    const encounters = events.filter(({ kind }) => kind === "encounter");
    const richness = encounters.map(({ value }) => Number(value));
    // From a follow-up to a visit, and in between across circles.
    expect([Math.min(...richness), Math.max(...richness)]).toEqual([0.22, 0.9]);
    expect(richness.some((value) => value > 0.22 && value < 0.9)).toBe(true);
    for (const { about } of encounters) expect(about).toMatch(/^[1-9]\d*$/);
    for (const { about, value } of events.filter(({ kind }) => kind === "news_offered")) {
      expect(about).toMatch(/^\d+$/);
      expect(value).toMatch(/^[01]$/);
    }
  });

  test("counts as many kept and broken promises in a run of less than a year as agents.csv", () => {
    const events = place.records("whole/events.csv");
    const sum = (column: string) => place.records("whole/agents.csv").reduce((total, agent) => total + Number(agent[column]), 0);
    expect(sum("promises_kept")).toBeGreaterThan(0);
    expect(sum("promises_kept")).toBe(events.filter(({ kind }) => kind === "promise_kept").length);
    expect(sum("promises_broken")).toBe(events.filter(({ kind }) => kind === "promise_broken").length);
  });
});

describe("defaults", () => {
  test("--ticks 0 writes the start", async () => {
    await place.succeed("run", ...small.with(small.indexOf("50"), "0"), "--events", "--out", "start");
    expect(place.records("start/series.csv").map(({ tick }) => tick)).toEqual(["0"]);
    expect(place.records("start/agents.csv")).toHaveLength(60);
    const ties = place.records("start/ties.csv");
    expect(new Set(ties.map(({ tick, strength, evidence }) => `${tick} ${strength} ${evidence}`))).toEqual(new Set(["0 0.15 7.8"]));
    expect(place.read("start/events.csv")).toBe(`${columns["events.csv"]}\n`);
    expect(JSON.parse(place.read("start/run.json")).ticks).toBe(0);
  });

  test("without --seed and --out the seed is the scenario's, and the folder is named for both", async () => {
    await place.succeed("run", "--scenario", "class_of_25", "--ticks", "2", "--quiet");
    const record = JSON.parse(place.read("runs/class_of_25-25/run.json"));
    expect(record).toMatchObject({ scenario: "class_of_25", seed: "25", ticks: 2, parameters: { agents: 25 } });
  });

  test("without --ticks a run is as long as its scenario", async () => {
    await place.succeed("run", "--scenario", "class_of_25", "--quiet", "--out", "class");
    expect(JSON.parse(place.read("class/run.json")).ticks).toBe(156);
  });

  test("a seed with special characters is unchanged in run.json and made safe in the folder's name", async () => {
    const seed = "../été: a/b \u{1F98A}";
    await place.succeed("run", ...small.with(small.indexOf("seven"), seed).with(small.indexOf("50"), "0"));
    const folders = readdirSync(place.path("runs")).filter((name) => name.startsWith("default-"));
    expect(folders).toEqual([expect.stringMatching(/^default-\.\.__t___a_b___-[\da-f]{8}$/)]);
    expect(JSON.parse(place.read(`runs/${folders[0]}/run.json`)).seed).toBe(seed);
    expect(existsSync(place.path("../été: a"))).toBe(false);
  });

  test("--set accepts numbers, words and switches, and other parameters keep their defaults", async () => {
    await place.succeed(
      "run",
      ...small.with(small.indexOf("50"), "0"),
      "--set",
      "gossip=off",
      "--set",
      "follow_up_interval=never",
      "--set=network=random",
      "--out",
      "set",
    );
    const { parameters } = JSON.parse(place.read("set/run.json"));
    expect(parameters).toMatchObject({ gossip: false, follow_up_interval: "never", network: "random", thanks: true, agents: 60 });
  });
});

describe("the output of a run", () => {
  test("without --quiet it ends with a summary on standard output: measures, files and hash", async () => {
    const { stdout, stderr } = await place.succeed("run", ...small.filter((flag) => flag !== "--quiet"), "--out", "told");
    expect(stdout.split("\n")[0]).toBe("default, seed seven, 50 ticks");
    for (const text of [
      "start",
      "tick 50",
      "weak ties",
      "mean trust score",
      "told\n  run.json",
      "series.csv",
      "agents.csv",
      "ties.csv",
    ])
      expect(stdout).toContain(text);
    const end = place.records("told/series.csv").at(-1);
    expect(stdout).toMatch(new RegExp(`^ +strong ties +0 +${end?.strong_ties}$`, "m"));
    expect(stdout.trimEnd().split("\n").at(-1)).toBe(`state hash ${hashOf("told")}`);
    // No progress line without a terminal.
    expect(stderr).toBe("");
  });

  test("with --quiet it prints nothing", async () => {
    expect(await place.succeed("run", ...small, "--out", "quiet")).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});
