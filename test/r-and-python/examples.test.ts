import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { mean, sampleStandardDeviation } from "simple-statistics";
import { beforeAll, describe, expect, test } from "vitest";
import { findNetworkx, findPandas, findR } from "../../scripts/find-r-and-python.mjs";
import { Workplace } from "../helpers/command-line.ts";

const examples = resolve("examples");
const place = new Workplace();
const exportFormats = ["siena", "goldfish", "networkdynamic", "graphml", "tidygraph", "node-link", "gexf"];

beforeAll(async () => {
  await place.succeed("run", "--config", resolve(examples, "quiet-year.yaml"), "--quiet");
  await place.succeed("experiment", resolve(examples, "keep-your-word.yaml"), "--progress", "none");
  for (const format of exportFormats) await place.succeed("export", "runs/quiet-year-1973", "--to", format);
});

/** Prints of a script, which must end well and warn of nothing. */
function runScript(program: string | undefined, script: string, folder: string): string {
  if (program === undefined) throw new Error(`the program that runs ${script} is not installed`);
  const { status, stdout, stderr } = spawnSync(program, [resolve(examples, script), folder], {
    cwd: place.folder,
    encoding: "utf8",
  });
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
