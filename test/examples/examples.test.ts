import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { advance, createRun, defaultParameters, stateHash } from "../../sim/index.ts";
import { Workplace } from "../helpers/command-line.ts";

const examples = resolve("examples");
const place = new Workplace();

test("the table of the examples lists every file", () => {
  const listed = [...readFileSync("examples/README.md", "utf8").matchAll(/^\| \[([^\]]+)\]/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual(
    readdirSync(examples)
      .filter((name) => name !== "README.md")
      .sort(),
  );
});

describe("the library in a program of your own", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(examples, "library.mjs")], { encoding: "utf8" });

  test("it runs", () => {
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  test("it prints a line a year and the state hashes of both worlds", () => {
    const hashAfterThreeYears = (gossip: boolean) => {
      const run = createRun({ parameters: { ...defaultParameters, gossip }, seed: "1973" });
      for (let tick = 0; tick < 156; tick++) advance(run);
      return stateHash(run);
    };
    const lines = stdout.trim().split("\n");
    expect(lines.slice(1, -1).map((line) => line.trim().split(/ +/)[0])).toEqual(["1", "2", "3"]);
    expect(lines.at(-1)).toBe(`state hashes ${hashAfterThreeYears(true)} and ${hashAfterThreeYears(false)}`);
  });
});

test("the configuration runs, and nobody gossips in its quiet year", async () => {
  await place.succeed("run", "--config", resolve(examples, "quiet-year.yaml"), "--every", "52", "--quiet");
  const byTick = new Map(place.records("runs/quiet-year-1973/series.csv").map((row) => [row.tick, Number(row.gossip)]));
  expect(byTick.get("156")).toBe(0);
  expect(byTick.get("104")).toBeGreaterThan(0);
  expect(byTick.get("208")).toBeGreaterThan(0);
});

test("the experiment runs and compares two arms at two points", async () => {
  await place.succeed("experiment", resolve(examples, "keep-your-word.yaml"), "--progress", "none");
  const runs = place.records("runs/keep-your-word/runs.csv");
  expect(runs).toHaveLength(32);
  expect(runs.filter(({ error }) => error !== "")).toEqual([]);
});

test("the question about gossip takes less than 30 lines, and the first sentence of its report answers it", async () => {
  const text = readFileSync(resolve(examples, "gossip-protects.yaml"), "utf8");
  expect(text.trimEnd().split("\n").length).toBeLessThan(30);
  // The same experiment in a smaller world, with fewer and shorter runs.
  const small = [
    ["agents: 100", "agents: 40"],
    ["ticks: 260", "ticks: 26"],
    ["burn_in: 104", "burn_in: 0"],
    ["replicates: 20", "replicates: 3"],
    ["every: 52", "every: 13"],
  ].reduce((before, [from = "", to = ""]) => {
    expect(before).toContain(from);
    return before.replaceAll(from, to);
  }, text);
  place.write("gossip-protects.yaml", small);
  const { stdout } = await place.succeed(
    "experiment",
    "gossip-protects.yaml",
    "--out",
    "gossip",
    "--progress",
    "none",
    "--jobs",
    "1",
  );
  expect(stdout).toMatch(/\nprotection (holds|fails|is undecided at n = 3): expected > 0, got /);
  const [, first] = /<h1>.*?<\/h1>\s*<p class="answer">(.*?)<\/p>/s.exec(place.read("gossip/report.html")) ?? [];
  expect(first).toMatch(/^(Yes|No|Undecided).+95% interval .+ to .+, 3 replicates\); expected &gt; 0\.$/);
});

test("the five ways share what they bring together", async () => {
  const text = readFileSync(resolve(examples, "what-each-way-brings.yaml"), "utf8");
  place.write(
    "ways.yaml",
    text.replace("agents: 100", "agents: 40").replace("ticks: 260", "ticks: 105").replace("replicates: 10", "replicates: 2"),
  );
  const { stdout } = await place.succeed("experiment", "ways.yaml", "--progress", "none", "--jobs", "1");
  expect(stdout).toMatch(/\nThe 5 causes together change trust by [\d.]+ \(95% interval/);
  const shares = place
    .records("runs/ways/attribution.csv")
    .flatMap(({ outcome, share }) => (outcome === "trust" && share ? [Number(share)] : []));
  expect(shares).toHaveLength(5);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
});
