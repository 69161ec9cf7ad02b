import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formatNumber } from "../sim/index.ts";
import { circleSizes } from "../sim/parameters/circle-sizes.ts";
import { defaultParameters } from "../sim/parameters/definitions.ts";
import { scenarioNames } from "../sim/parameters/scenarios.ts";
import { SETTLE_TICKS } from "../sim/parameters/settled.ts";
import { traitNames } from "../sim/parameters/trait-names.ts";

const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const hundreds = ["", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

const { agents, circleSize, circleSpread, domains } = defaultParameters;
const sizes = circleSizes(agents, circleSize, circleSpread);
const circles = `circles of ${Math.min(...sizes)} to ${Math.max(...sizes)}`;

/** What each document says about numbers that the program decides. */
const statements: readonly (readonly [path: string, statement: string])[] = [
  ["README.md", `${hundreds[agents / 100]} hundred people in ${circles}`],
  ["README.md", `${words[scenarioNames.length]} worlds to start from`],
  ["CHANGELOG.md", `${agents} people in ${circles}`],
  ["CHANGELOG.md", `agents with ${words[traitNames.length]} traits`],
  ["docs/model.md", `${agents} agents in ${sizes.length} ${circles} and ${words[domains]} domains`],
  ["docs/model.md", `${words[traitNames.length]} traits, below`],
  ["docs/model.md", `leave out ticks 1 to ${formatNumber(SETTLE_TICKS)}`],
  ["docs/files.md", `a burn-in of ${formatNumber(SETTLE_TICKS)} ticks`],
  ["docs/files.md", `Then follow the ${words[traitNames.length]} traits`],
  ["docs/experiments.md", `\`on\` for ${formatNumber(SETTLE_TICKS)} ticks`],
  ["docs/calibration.md", `a burn-in of ${formatNumber(SETTLE_TICKS)} ticks, ${SETTLE_TICKS / 52} years`],
];

test.each(statements)("%s says: %s", (path, statement) => {
  expect(readFileSync(path, "utf8").replace(/\s+/g, " ")).toContain(statement);
});
