import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { mean, sampleStandardDeviation } from "simple-statistics";
import { beforeAll, describe, expect, test } from "vitest";
import { findMatplotlib, findNetworkx, findPandas, findR } from "../../scripts/find-r-and-python.mjs";
import { Workplace } from "../helpers/command-line.ts";

const examples = resolve("examples");
const place = new Workplace();
const exportFormats = ["siena", "goldfish", "networkdynamic", "graphml", "tidygraph", "node-link", "gexf"];

beforeAll(async () => {
  await place.succeed("run", "--config", resolve(examples, "quiet-year.yaml"), "--quiet");
  await place.succeed("experiment", resolve(examples, "keep-your-word.yaml"), "--progress", "none");
  for (const format of exportFormats) await place.succeed("export", "runs/quiet-year-1973", "--to", format);
});

/** Prints of an example, which must end well and warn of nothing. */
function runScript(program: string | undefined, script: string, folder: string): string {
  return runIn(place.folder, program, resolve(examples, script), folder);
}

function runIn(cwd: string, program: string | undefined, script: string, ...args: string[]): string {
  if (program === undefined) throw new Error(`the program that runs ${script} is not installed`);
  const { status, stdout, stderr } = spawnSync(program, [script, ...args], { cwd, encoding: "utf8" });
  expect({ status, stderr }, stdout).toEqual({ status: 0, stderr: "" });
  return stdout;
}

test("the R script finds the mean of the paired differences, and an interval of t with 7 degrees of freedom", () => {
  const printed = runScript(findR(), "paired-difference.R", "runs/keep-your-word").trim().split("\n");
  const runs = place.records("runs/keep-your-word/runs.csv");
  const expected = ["0", "0.6"].map((level) => {
    const trust = (arm: string) =>
      runs.filter((run) => run.arm === arm && run.blow_off === level).map((run) => Number(run.focal_trust));
    const [kept, asTheyAre] = [trust("keep_word"), trust("as_they_are")];
    const differences = kept.map((value, k) => value - asTheyAre[k]);
    const center = mean(differences);
    // The 97.5% quantile of Student's t with 7 degrees of freedom.
    const half = (2.364624 * sampleStandardDeviation(differences)) / Math.sqrt(8);
    return `blow_off ${Number(level).toFixed(1)}: +${center.toFixed(4)} [${(center - half).toFixed(4)}, ${(center + half).toFixed(4)}], n = 8`;
  });
  expect(printed).toEqual(expected);
});

test("the Python script counts the weak and the strong ties of the last tick in both directions", () => {
  const printed = runScript(findPandas(), "who_is_trusted.py", "runs/quiet-year-1973");
  const last = place.records("runs/quiet-year-1973/series.csv").at(-1);
  const count = (kind: string) => Number(new RegExp(`^${kind} +(\\d+) `, "m").exec(printed)?.[1]);
  expect({ weak: count("weak"), strong: count("strong") }).toEqual({
    weak: 2 * Number(last?.weak_ties),
    strong: 2 * Number(last?.strong_ties),
  });
});

describe("the exports of a run", () => {
  const last = () => place.records("runs/quiet-year-1973/series.csv").at(-1) ?? {};
  const agents = () => place.records("runs/quiet-year-1973/agents.csv").length;

  test("R's packages load the people and the active ties of the last tick", () => {
    const printed = runScript(findR(), "export-in-r.R", "runs/quiet-year-1973");
    const ties = Number(last().active_ties);
    // A run of 208 ticks has waves at 0, 52, 104, 156 and 208.
    expect(printed).toMatch(new RegExp(`^siena 5 waves, ${ties} ties, `, "m"));
    expect(printed).toMatch(new RegExp(`^goldfish ${agents()} nodes, \\d+ encounters$`, "m"));
    expect(printed).toMatch(new RegExp(`^networkdynamic ${agents()} vertices, ${ties} edges$`, "m"));
    expect(printed).toMatch(new RegExp(`^graphml ${agents()} vertices, ${2 * ties} edges, `, "m"));
    expect(printed).toMatch(new RegExp(`^tidygraph ${agents()} nodes, ${2 * ties} edges$`, "m"));
  });

  test("networkx loads them, and with GEXF every tie of any wave", () => {
    const printed = runScript(findNetworkx(), "export_in_networkx.py", "runs/quiet-year-1973");
    const ties = Number(last().active_ties);
    expect(printed).toContain(`graphml ${agents()} nodes, ${2 * ties} edges\n`);
    expect(printed).toContain(`node-link ${agents()} nodes, ${2 * ties} edges\n`);
    const everyWave = Number(/^gexf \d+ nodes, (\d+) edges$/m.exec(printed)?.[1]);
    expect(everyWave).toBeGreaterThan(ties);
  });
});

describe("the scripts that an experiment writes", () => {
  const base = "ticks: 3\nreplicates: 3\nparameters: {agents: 12, circle_size: 6, ties_within: 2}\noutcomes: [mean_trust_share]\n";
  const space = "{blow_off: {from: 0, to: 0.8}, hearsay: {from: 0, to: 1}}";
  const designs = {
    arms: "arms: {plain: {}, quiet: {parameters: {gossip: off}}}\n",
    words: "vary: {follow_up_interval: [4, never], gossip: [on, off]}\n",
    many: "vary: {blow_off: {from: 0, to: 0.8, steps: 6}, hearsay: {from: 0, to: 1, steps: 6}}\n",
    spread: `vary: ${space}\ndesign: {kind: latin_hypercube, points: 30}\n`,
    morris: `vary: ${space}\ndesign: {kind: morris, trajectories: 3}\n`,
  };

  test.each(Object.entries(designs))(
    "%s: R and Python find the means of summary.csv and draw the first figure",
    async (name, design) => {
      const text = name === "spread" ? base.replace("replicates: 3", "replicates: 1") : base;
      place.write(`${name}.yaml`, text + design);
      await place.succeed("experiment", `${name}.yaml`, "--out", name, "--progress", "none");
      const folder = place.path(name);
      const inR = runIn(folder, findR(), "analysis.R");
      const inPython = runIn(folder, findMatplotlib(), "analysis.py");
      expect(
        readFileSync(place.path(`${name}/figure-1-r.pdf`))
          .subarray(0, 5)
          .toString(),
      ).toBe("%PDF-");
      expect(
        readFileSync(place.path(`${name}/figure-1-python.pdf`))
          .subarray(0, 5)
          .toString(),
      ).toBe("%PDF-");
      const summary = place.records(`${name}/summary.csv`);
      // The values of a Latin hypercube are all different, so the scripts don't group by them.
      const means = name !== "spread" ? summary.map((row) => Number(row.mean)) : [mean(summary.map((row) => Number(row.mean)))];
      for (const printed of [inR, inPython]) {
        const found = printed.match(/0\.\d+/g)?.map(Number) ?? [];
        for (const one of means)
          expect(
            found.some((value) => Math.abs(value - one) < 1e-6),
            printed,
          ).toBe(true);
      }
    },
  );
});
