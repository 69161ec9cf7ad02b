import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readAgents } from "../../formats/agents.ts";
import { readConfig } from "../../formats/config.ts";
import { checkReadInterventions, readInterventions } from "../../formats/interventions.ts";
import { describeNetwork } from "../../formats/network/network-summary.ts";
import { checkParameters, defaultParameters, traitNames } from "../../sim/index.ts";
import { networkOf } from "../helpers/read-sample.ts";

const text = readFileSync("docs/files.md", "utf8");

/** The examples of a kind, from the comments before their blocks. */
function examples(kind: string): string[] {
  return [...text.matchAll(/<!-- read as: (\w+) -->\n```\w+\n(.*?)```/gs)]
    .filter((match) => match[1] === kind)
    .map((match) => match[2]);
}

test("docs/files.md: the network is read, and its summary is the one shown", () => {
  const [network] = examples("network");
  expect(text).toContain(`\`${describeNetwork(networkOf([network]).summary)}\``);
});

test("docs/files.md: the agents file is read, and all traits are named", () => {
  const [agents] = examples("agents");
  expect(readAgents(agents, "docs", { domains: 6 }).names).toEqual(["Ana", "Bo"]);
  for (const trait of traitNames) expect(text).toContain(`\`${trait}\``);
});

test("docs/files.md: the configuration is read and sound", () => {
  const [config] = examples("config");
  const { seed, parameters, interventions } = readConfig(config, "docs");
  expect(seed).toBe("007");
  expect(checkParameters(parameters).problems).toEqual([]);
  expect(interventions?.given).toHaveLength(1);
});

test("docs/files.md: the interventions are sound, and the same as a list and as a table", () => {
  const known = { parameters: defaultParameters, names: [], circleNames: [] };
  const [list, table] = examples("interventions").map((one) =>
    checkReadInterventions(readInterventions(one, "docs", known), known),
  );
  expect(table.map(({ label: _label, ...one }) => one)).toEqual(list);
});

test("docs/files.md: the ratings and the contacts are read as such", () => {
  const [ratings] = examples("ratings");
  expect(networkOf([ratings]).summary.notes).toEqual(["2 trust ratings by direction, 1 of them distrust"]);
  const [contacts] = examples("contacts");
  expect(networkOf([contacts]).summary.notes).toEqual(["3 contacts over 10 ticks"]);
});
