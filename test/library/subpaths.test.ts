import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readConfiguration, readInterventions, readPeople } from "../../library/formats.ts";
import { advance, createRun, runRecord, stateHash } from "../../library/index.ts";
import { gini, networkMeasures, spearman } from "../../library/measures.ts";
import { analyzeRuns, createExperiment, experimentRuns, performRun, readExperiment } from "../../library/study.ts";
import { Workplace } from "../helpers/command-line.ts";

const place = new Workplace();

describe("weakties/study", () => {
  const file = `
seed: library
ticks: 8
replicates: 3
parameters: {agents: 12, circle_size: 6, ties_within: 2}
vary: {blow_off: [0.1, 0.5]}
arms: {plain: {}, quiet: {parameters: {gossip: off}}}
outcomes: [mean_trust_share]
contrasts:
  less: {difference: [{blow_off: 0.1}, {blow_off: 0.5}], expect: "> 0"}
`;

  test("gives the numbers of the command line, in whatever order the runs are made", async () => {
    const experiment = readExperiment(file, "e.yaml");
    const runs = [...experimentRuns(experiment)].reverse().map((planned) => performRun(experiment, planned));
    place.write("e.yaml", file);
    await place.succeed("experiment", "e.yaml", "--out", "e", "--progress", "none", "--jobs", "1");
    const byId = new Map(place.records("e/runs.csv").map((row) => [row.id, row]));
    expect(byId.size).toBe(12);
    for (const { id, values, stateHash } of runs) {
      expect(byId.get(id)?.state_hash).toBe(stateHash);
      expect(Number(byId.get(id)?.mean_trust_share)).toBe(values.mean_trust_share);
    }
    const { summary, contrasts } = analyzeRuns(experiment, runs);
    const written = place
      .records("e/summary.csv")
      .map((row) => [row.arm, Number(row.mean), Number(row.low), Number(row.difference)]);
    expect(summary.map((row) => [row.arm, row.mean, row.low, row.difference?.mean ?? 0])).toEqual(written);
    const rows = place.records("e/contrasts.csv").map((row) => [row.contrast, Number(row.estimate), row.verdict]);
    expect(contrasts.map((row) => [row.contrast, row.estimate, row.verdict ?? ""])).toEqual(rows);
  });

  test("reports every fault of an experiment, and files that it can't open", () => {
    expect(() => createExperiment({ vary: { blow_of: [0, 1] }, outcomes: ["trust"] })).toThrow(/blow_of.*trust/s);
    expect(() => createExperiment({ network: "friends.csv", outcomes: ["mean_trust_share"] })).toThrow("network names a file");
    expect(() => createExperiment({ parameters: { active_from: 0.9 }, outcomes: ["mean_trust_share"] })).toThrow(
      "active_from must be",
    );
  });
});

describe("weakties/formats", () => {
  test("reads people as the command line does", async () => {
    const karate = readFileSync("examples/karate.csv", "utf8");
    const run = createRun({ people: readPeople({ network: { text: karate } }), seed: 1973 });
    advance(run, 26);
    place.write("karate.csv", karate);
    const { stdout } = await place.succeed("run", "--network", "karate.csv", "--ticks", "26", "--out", "karate");
    expect(stdout).toContain(`state hash ${stateHash(run)}`);
  });

  test("reports the faults of both files at once", () => {
    const network = { text: "from,to\nAna,\n", file: "n.csv" };
    const agents = { text: "name,expertise\nAna,7\n", file: "a.csv" };
    expect(() => readPeople({ network, agents })).toThrow(/n\.csv.*a\.csv/s);
    expect(() => readPeople({})).toThrow("readPeople needs network or agents");
    expect(() => createRun({ people: readPeople({ agents: { text: "name\nAna\nBo\n" } }), parameters: { agents: 3 } })).toThrow(
      "agents cannot be set, because people gives it",
    );
  });

  test("reads interventions and records back", () => {
    const interventions = readInterventions("- {tick: 2, set: {blow_off: 0.6}}\n");
    const parameters = { agents: 20, circle_size: 10, ties_within: 3 };
    const run = createRun({ parameters, seed: 3, interventions });
    advance(run, 4);
    const { options, ticks = 0 } = readConfiguration(JSON.stringify(runRecord(run)));
    const again = createRun(options);
    advance(again, ticks);
    expect(stateHash(again)).toBe(stateHash(run));
  });
});

describe("weakties/measures", () => {
  test("Gini coefficient of 1, 2, 3, 4 is 1/4, and that of one who has everything is (n − 1)/n", () => {
    expect(gini([4, 1, 3, 2])).toBeCloseTo(0.25, 12);
    expect(gini([0, 0, 0, 8])).toBeCloseTo(0.75, 12);
  });

  test("Spearman's correlation by hand: 1 − 6·Σd²/(n·(n² − 1)) with ranks 1 to 5", () => {
    expect(spearman([10, 20, 30, 40, 50], [1, 3, 2, 5, 4])).toBeCloseTo(1 - (6 * 4) / (5 * 24), 12);
    expect(() => spearman([1, 2], [1])).toThrow(RangeError);
  });

  test("describes the columns of a series", () => {
    expect(networkMeasures[0]?.name).toBe("tick");
  });
});
