import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formatNumber } from "../sim/index.ts";
import { Workplace } from "./helpers/command-line.ts";

const place = new Workplace();

test("README's first result matches the tables of the default run", async () => {
  await place.succeed("run", "--out", "run", "--quiet");
  const strongFrom = JSON.parse(place.read("run/run.json")).parameters.strong_from;
  // Each tie has a row for each direction; one is enough.
  const ties = place.records("run/ties.csv").filter(({ from, to }) => Number(from) < Number(to));
  const isStrong = (tie: Record<string, string>) => Number(tie.strength) >= strongFrom;
  const strong = ties.filter(isStrong);
  const strongAcross = strong.filter((tie) => tie.from_circle !== tie.to_circle);
  const bridges = ties.filter((tie) => tie.local_bridge === "1");
  const weakBridges = bridges.filter((tie) => !isStrong(tie));
  const readme = readFileSync("README.md", "utf8").replaceAll("\n", " ");
  const count = (list: readonly unknown[]) => formatNumber(list.length);
  expect(readme).toContain(
    `${count(strong)} ties are strong, and ${count(strongAcross)} of them join people of different circles.`,
  );
  expect(readme).toContain(`${count(bridges)} ties are local bridges`);
  expect(readme).toContain(`Of these bridges, ${count(weakBridges)} are weak.`);
});
