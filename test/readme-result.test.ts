import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Workplace } from "./helpers/command-line.ts";

const place = new Workplace();

test("README's first result matches the tables of the default run", async () => {
  await place.succeed("run", "--out", "run", "--quiet");
  const strongFrom = JSON.parse(place.read("run/run.json")).parameters.strong_from;
  // Each tie has a row for each direction; one is enough.
  const ties = place.records("run/ties.csv").filter(({ from, to }) => Number(from) < Number(to));
  const isStrong = (tie: Record<string, string>) => Number(tie.strength) >= strongFrom;
  const bridges = ties.filter((tie) => tie.local_bridge === "1");
  const weakBridges = bridges.filter((tie) => !isStrong(tie));
  const readme = readFileSync("README.md", "utf8").replaceAll("\n", " ");
  expect(readme).toContain(`${ties.filter(isStrong).length} ties are strong.`);
  expect(readme).toContain(`${bridges.length} ties are local bridges`);
  expect(readme).toContain(`All ${weakBridges.length} local bridges are weak.`);
});
