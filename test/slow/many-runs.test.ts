import { expect, test, vi } from "vitest";
import { Workplace } from "../helpers/command-line.ts";

vi.setConfig({ testTimeout: 300_000 });

const place = new Workplace();

/** Each run keeps some 200 numbers, so that all runs together do not fit in the memory that the program has here. */
const MANY = `
ticks: 20
replicates: 10000
parameters: {agents: 4, circle_size: 4, ties_within: 2}
outcomes: [mean_trust_score]
series:
  every: 1
  measures: [weak_ties, mean_trust_score, mean_strength, known_ties, encounters, reach, payoff, gossip, clustering, mean_overlap]
`;

/** Megabytes of heap: enough for the program, and for hardly anything else. */
const HEAP = 40;

test("10,000 tiny runs and their series need no more memory than a few runs", () => {
  place.write("many.yaml", MANY);
  const limit = { NODE_OPTIONS: `--max-old-space-size=${HEAP}` };
  const { code, stdout } = place.weaktiesWith(limit, "experiment", "many.yaml", "--out", "many");
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining("10,000 of 10,000 runs finished") });
  expect(place.read("many/runs.csv").split("\n")).toHaveLength(10_002);
  const again = place.weaktiesWith(limit, "report", "many");
  expect(again.code).toBe(0);
});
