import { readdirSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Workplace } from "../../helpers/command-line.ts";

const place = new Workplace();

const file = (outcomes: string) => `
ticks: 2
replicates: 2
parameters: {agents: 6, circle_size: 6, ties_within: 2}
vary: {blow_off: [0, 0.4], follow_up_interval: [4, 8], gossip: [on, off]}
outcomes: [${outcomes}]
`;

test("figures stand beside the report, and those that it no longer has are removed", async () => {
  place.write("e.yaml", file("weak_ties, mean_trust_share"));
  const { stdout } = await place.succeed("experiment", "e.yaml", "--out", "e", "--progress", "none", "--jobs", "1");
  expect(stdout).toMatch(/\n {2}figures\/ +\d+ kB\n {2}analysis.R +\d kB\n {2}analysis.py +\d kB\n/);
  const names = () => readdirSync(place.path("e/figures")).sort();
  expect(names()).toEqual(["figure-1.csv", "figure-1.svg", "figure-2.csv", "figure-2.svg"]);
  // The remains of a killed process, and a file of somebody else.
  writeFileSync(place.path("e/figures/.figure-9.svg.new-1"), "");
  writeFileSync(place.path("e/figures/notes.txt"), "mine");
  place.write("e.yaml", file("weak_ties"));
  await place.succeed("experiment", "e.yaml", "--out", "e", "--progress", "none", "--jobs", "1");
  expect(names()).toEqual(["figure-1.csv", "figure-1.svg", "notes.txt"]);
  expect(place.read("e/analysis.R")).not.toContain("mean_trust_share");
});
