import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { experimentKeys, recordKeys } from "../../../formats/experiment/experiment-keys.ts";
import { experimentSchema } from "../../../formats/experiment/experiment-schema.ts";
import { readExperiment } from "../../../formats/experiment/read-experiment.ts";
import { definitions, experimentMeasures, groupMeasureColumns, traitNames } from "../../../sim/index.ts";
import { fitsSchema } from "../../helpers/fits-schema.ts";

const schema = JSON.parse(readFileSync("docs/experiment.schema.json", "utf8"));

test("docs/experiment.schema.json is that of the definitions: if not, run `npm run docs`", () => {
  expect(schema, "docs/experiment.schema.json and the definitions differ: run `npm run docs`").toEqual(experimentSchema());
});

test("it knows every key, every factor, every measure, and says of each key what it means", () => {
  expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining([...experimentKeys, ...recordKeys]));
  expect(Object.keys(schema.properties)).toHaveLength(experimentKeys.length + recordKeys.length);
  for (const key of experimentKeys) expect(schema.properties[key].description, key).toMatch(/\w/);
  const factors = [...Object.values(definitions).map(({ name }) => name), ...traitNames.map((trait) => `focal.${trait}`)];
  expect(Object.keys(schema.properties.vary.properties)).toEqual(factors);
  const measures = (def: string) => schema.$defs[def].anyOf.map((one: { const: string }) => one.const);
  expect(measures("network_measure")).toEqual(experimentMeasures.slice(1).map(({ name }) => name));
  expect(measures("group_measure")).toEqual(groupMeasureColumns.map(({ name }) => name));
});

/** What the reader and the schema say of a file. */
function verdicts(text: string): { reader: boolean; schema: boolean } {
  let reader = true;
  try {
    readExperiment(text, "x");
  } catch {
    reader = false;
  }
  return { reader, schema: fitsSchema(schema, parse(text)) };
}

const base = "outcomes: [weak_ties]\nfocal_agents: {every: 10}\n";

describe("schema and reader take", () => {
  test.each([
    base,
    `${base}question: 7\nseed: 007\nscenario: conference\nticks: 10\nburn_in: 5\nreplicates: 1\nrun_limit: 0.5`,
    `${base}config: a.yaml\nnetwork: a.csv\nagents: {file: b.csv, sha256: ${"0f".repeat(32)}}`,
    `${base}parameters: {gossip: off, follow_up_interval: never, network: random, noise: 0}`,
    `${base}parameters:\ninterventions:\nvary:\narms:\nseries:\ndesign:`,
    `${base}interventions: [{tick: 1, set: {gossip: off}, until: 5}, {tick: 2, remove: [0, Ana]}, {tick: 3, add: 2, circle: 1}]`,
    `${base}vary: {follow_up_interval: [2, never], gossip: [on, false], focal.openness: [0, 1], noise: {from: 0, to: 0.1, steps: 2}}`,
    `${base}vary: {noise: {from: 0, to: 0.1}, gossip: [on, off]}\ndesign: {kind: sobol, points: 8}`,
    `${base}vary: {noise: [0, 0.1]}\ndesign: {kind: morris, trajectories: 4, levels: 6}`,
    `${base}vary: {noise: [0, 0.1]}\ndesign: {kind: saltelli, base: 8}`,
    `${base}vary: {noise: [0, 0.1], memory: [20, 40], news: [on, off]}\ndesign: {kind: saltelli, base: 8, groups: {a: [noise, news]}, second_order: on}`,
    `${base}vary: {noise: [0, 0.1]}\ndesign: {kind: latin_hypercube, points: 8}`,
    `${base}vary: {noise: [0, 0.1]}\ndesign: {kind: grid}`,
    `${base}design: {kind: list, points: [{noise: 0, focal.openness: 1}, {noise: 0.1, focal.openness: 0}]}`,
    `${base}arms: {none: , b_2: {parameters: {gossip: on}, focal_traits: {sharing: 1}, interventions: [{tick: 1, cut_ties: [[0, 1]]}]}}`,
    "outcomes: {a: weak_ties, b: {measure: degree, of: agents, mean: [1, end], every: 2}, c: {measure: reach, change: window}}",
    "outcomes: {a: {measure: weak_ties, at: 3, precision: 0.1}, b: {measure: weak_ties, of: network, at: end}}",
    `${base}vary: {noise: [0, 0.1]}\nconfidence: 0.99\ncontrasts: {a: {difference: [{noise: 0}, all], expect: "> 0", precision: 1, claim: 7}, b: {slope: noise}}`,
    `${base}arms: {x: , y: }\ncontrasts: {a: {outcome: weak_ties, difference: [[x, y], [y, x]]}, b: {ratio: [{arm: x}, y], expect: ≥ 2}}`,
    `${base}series: on`,
    `${base}series: [weak_ties]`,
    `${base}series: {every: 2, measures: [weak_ties, gossip]}`,
    "outcomes: [weak_ties]\nfocal_agents: {top: 3, by: degree}",
    "outcomes: [weak_ties]\nfocal_agents: [Ana, 3]",
    "outcomes: [weak_ties]\nfocal_agents: all",
  ])("%s", (text) => {
    expect(verdicts(text)).toEqual({ reader: true, schema: true });
  });
});

describe("schema and reader refuse", () => {
  test.each([
    `${base}confidence: 0.5`,
    `${base}contrasts: {a: 3}`,
    `${base}contrasts: {A: {difference: [all, base]}}`,
    `${base}contrasts: {a: {difference: [all]}}`,
    `${base}contrasts: {a: {difference: [all, base], diff: 1}}`,
    "question: what?",
    "outcomes: []",
    "outcomes: [nothing]",
    "outcomes: [tick]",
    "outcomes: [weak_ties, weak_ties]",
    "outcomes: {A: weak_ties}",
    "outcomes: {a: degree}",
    "outcomes: {a: {of: agents}}",
    "outcomes: {a: {measure: local_bridges, of: agents}}",
    "outcomes: {a: {measure: degree}}",
    "outcomes: {a: {measure: weak_ties, at: end, mean: window}}",
    "outcomes: {a: {measure: weak_ties, every: 3}}",
    "outcomes: {a: {measure: weak_ties, mean: [1]}}",
    "outcomes: {a: {measure: weak_ties, mean: [end, 3]}}",
    "outcomes: {a: {measure: weak_ties, precision: 0}}",
    `${base}outcome: x`,
    `${base}question: [a]`,
    `${base}scenario: none`,
    `${base}scenario: default\nconfig: a.yaml`,
    `${base}ticks: 0`,
    `${base}replicates: 100001`,
    `${base}run_limit: 0`,
    `${base}network: {path: a}`,
    `${base}agents: {file: a, sha256: 12}`,
    `${base}parameters: {gossip: maybe}`,
    `${base}interventions: none`,
    `${base}vary: {noise: 0.1}`,
    `${base}vary: {noise: [0.1]}`,
    `${base}vary: {noise: [0.1, 0.1]}`,
    `${base}vary: {noise: [0.1, 3]}`,
    `${base}vary: {noise: {from: 0}}`,
    `${base}vary: {noise: {from: 0, to: 0.1, steps: 1}}`,
    `${base}vary: {follow_up_interval: {from: 1, to: never, steps: 3}}`,
    `${base}vary: {gossip: {from: 0, to: 1, steps: 2}}`,
    `${base}vary: {nose: [0, 1]}`,
    `${base}vary: {focal.openness: [0, 2]}`,
    `${base}design: sobol`,
    `${base}vary: {noise: [0, 0.1]}\ndesign: {kind: sobol}`,
    `${base}vary: {noise: [0, 0.1]}\ndesign: {kind: morris, trajectories: 4, levels: 3}`,
    `${base}vary: {noise: [0, 0.1]}\ndesign: {kind: saltelli, base: 1}`,
    `${base}vary: {noise: [0, 0.1], news: [on, off]}\ndesign: {kind: saltelli, base: 8, groups: {a: [noise]}}`,
    `${base}vary: {noise: [0, 0.1], news: [on, off]}\ndesign: {kind: saltelli, base: 8, second_order: both}`,
    `${base}design: {kind: list, points: []}`,
    `${base}design: {kind: list, points: [{}]}`,
    `${base}arms: {}`,
    `${base}arms: [a]`,
    `${base}arms: {a: 3}`,
    `${base}arms: {a: {traits: {}}}`,
    `${base}arms: {a: {focal_traits: {sharing: 2}}}`,
    `${base}series: all`,
    `${base}series: []`,
    `${base}series: [degree]`,
    "outcomes: [weak_ties]\nfocal_agents: {evry: 10}",
    "outcomes: [weak_ties]\nfocal_agents: []",
    "outcomes: [weak_ties]\nfocal_agents:",
  ])("%s", (text) => {
    expect(verdicts(text)).toEqual({ reader: false, schema: false });
  });
});
