import { completeExperiment } from "../../formats/experiment/complete-experiment.ts";
import { readExperiment } from "../../formats/experiment/read-experiment.ts";
import { type Example, provoke, provokeAll } from "./example.ts";

const FILE = "study.yaml";

/** Files that are wrong as a whole. */
const wholeFiles = [
  "- question: 1",
  "question: [1, }",
  "question: !!set {a}",
  "question: &a x\nseed: *a\noutcomes: [reach]",
  "question: what?",
  "outcomes:",
  "outcomes: [weak_ties, 3]",
  "outcomes: [weak_ties, weak_ties]",
  "outcomes: {a: 3}",
  "outcomes: {a: {at: end}}",
  "outcomes: {a: {measure: 3}}",
  "outcomes: {a: {measure: incoming_trust}}",
  "outcomes: {a: {measure: weak_ties, of: everybody}}",
  "outcomes: {a: degree}",
  "outcomes: {a: {measure: local_bridges, of: agents}}",
  "outcomes: {a: {measure: degree, of: focal}}",
  "outcomes: {a: {measure: weak_ties, at: end, mean: window}}",
  "outcomes: {a: {measure: weak_ties, at: later}}",
  "outcomes: {a: {measure: weak_ties, mean: 52}}",
  "outcomes: {a: {measure: weak_ties, every: 13}}",
  "outcomes: {a: {measure: weak_ties, precision: 0}}",
  "outcomes: {a: {measure: weak_ties, at: 521}}",
  "outcomes: {a: {measure: weak_ties, mean: [52, 52]}}",
  "outcomes: {state_hash: weak_ties}",
  "outcomes: {1a: weak_ties}",
  "vary: {gossip: [on, off]}\noutcomes: [gossip]",
];

/** Lines to which `outcomes: [weak_ties]` is added, so that they are the only fault. */
const lines = [
  "replicate: 5",
  "scenario: defualt",
  "scenario: default\nconfig: a.yaml",
  "config: 3",
  "replicates: 0",
  "settled: long",
  "seed: [1]",
  "run_limit: 0",
  "network: {path: x}",
  "network: {file: x.csv, sha256: abc}",
  "ticks: 52\nburn_in: 52",
  "replicates: 100000\nvary: {blow_off: {from: 0, to: 0.5, steps: 200}}",
  "parameters: {blow_of: 0.1}",
  "parameters: {gossip: maybe}",
  "vary: [blow_off]",
  "vary: {blow_off: 0.3}",
  "vary: {blow_off: [0.3]}",
  "vary: {blow_off: [0.3, 0.1, 0.30]}",
  "vary: {blow_of: [0, 1]}",
  "vary: {follow_throgh: [0.2, 0.9]}",
  "vary: {blow_off: {from: 0, to: 0.5}}",
  "vary: {blow_off: {from: 0.5, to: 0.1, steps: 3}}",
  "vary: {blow_off: {from: 0.5, to: 0.9, steps: 3}}",
  "vary: {blow_off: {from: 0.5, steps: 3}}",
  "vary: {blow_off: {from: 0, to: 0.5, steps: 1}}",
  "vary: {blow_off: {from: 0, to: 0.5, steps: 3, step: 1}}",
  "vary: {gossip: {from: 0, to: 1, steps: 2}}",
  "vary: {follow_up_interval: {from: 2, to: never, steps: 2}}",
  "vary: {domains: {from: 1, to: 2, steps: 3}}",
  "vary: {agents: {from: 100, to: 101, steps: 3}}",
  "vary: {blow_off: {from: 0.1, to: 0.10000000000000002, steps: 3}}",
  "design: latin",
  "vary: {noise: [0, 0.1]}\ndesign: {points: 3}",
  "vary: {noise: [0, 0.1]}\ndesign: {kind: random, points: 3}",
  "vary: {noise: [0, 0.1]}\ndesign: {kind: sobol}",
  "vary: {noise: [0, 0.1]}\ndesign: {kind: saltelli, base: 4, points: 3}",
  "vary: {noise: [0, 0.1]}\ndesign: {kind: morris, trajectories: 4, levels: 5}",
  "design: {kind: sobol, points: 8}",
  "vary: {noise: {from: 0, to: 0.1, steps: 2}}\ndesign: {kind: sobol, points: 8}",
  "vary: {noise: [0, 0.1]}\ndesign: {kind: list, points: [{blow_off: 0}]}",
  "design: {kind: list}",
  "design: {kind: list, points: []}",
  "design: {kind: list, points: [0.3, {noise: 0}]}",
  "design: {kind: list, points: [{noise: 0}, 0.3]}",
  "design: {kind: list, points: [{noise: 0, gossip: on}, {gossip: on}]}",
  "design: {kind: list, points: [{noise: 0}, {noise: 0.1}, {noise: 0.0}]}",
  "design: {kind: list, points: [{nose: 0}, {nose: 1}]}",
  "design: {kind: list, points: [{noise: 0}, {noise: 1}]}",
  "arms: [none]",
  "arms: {}",
  "arms: {a: 3}",
  "arms: {No: {}}",
  "arms: {a: {setting: 3}}",
  "arms: {a: {interventions: 3}}",
  "focal_agents: all\narms: {a: {focal_traits: {kindness: 1}}}",
  "focal_agents: all\narms: {a: {focal_traits: {sharing: 1.5}}}",
  "arms: {a: {focal_traits: {sharing: 1}}}",
  "vary: {gossip: [on, off]}\narms: {a: {parameters: {gossip: on}}}",
  "vary: {focal.sharing: [0, 1]}",
  "focal_agents: {evry: 10}",
  "focal_agents: {every: 0}",
  "focal_agents: []",
  "focal_agents: {top: 3, by: fame}",
  "network: a.csv\nvary: {agents: [50, 100]}",
  "series: 13",
  "series: []",
  "series: {every: 0}",
  "series: [reach, 3]",
  "series: [reach, reach]",
  "series: [degree]",
  "series: [tick]",
];

export function experimentExamples(): Example[] {
  const read = (text: string) => {
    readExperiment(text, FILE);
    return undefined;
  };
  return [
    ...provokeAll(wholeFiles, read),
    ...provokeAll(
      lines.map((text) => `outcomes: [weak_ties]\n${text}`),
      read,
    ),
    provoke("config: my.yaml (with ticks: 0)\noutcomes: [weak_ties]", () => {
      const config = { ticks: 0, parameters: {} };
      completeExperiment(readExperiment("config: my.yaml\noutcomes: [weak_ties]", FILE), {
        scenarioName: "default",
        configFile: "my.yaml",
        config,
      });
      return undefined;
    }),
    ...provokeAll(
      [
        "outcomes: [weak_ties]\nvary: {noise: [0, 0.1]}\ndesign: {kind: sobol, points: 6}",
        "outcomes: {ties: {measure: weak_ties, mean: window}}",
      ],
      (text) =>
        completeExperiment(readExperiment(text, FILE), {
          scenarioName: "default",
          configFile: "",
          config: { parameters: {} },
        }).notes,
    ),
  ];
}
