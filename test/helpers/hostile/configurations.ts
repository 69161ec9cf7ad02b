import { filled, type Make, nested, parts } from "./make-text.ts";

export const configurations: Readonly<Record<string, Make>> = {
  "unknown parameters": filled("parameters:\n", (k) => `  gosip${k}: 1\n`),
  "faulty parameters": filled("parameters: {network: ", "r", "}\n"),
  tables: filled("tables: [agents", ", agents", "]\n"),
  "unknown tables": filled("tables: [agents", ", agent", "]\n"),
  columns: filled("network: {file: a, columns: 'from=a", ",form=b", "'}\n"),
  "keys of a file": filled("network: {file: a", (k) => `, column${k}: b`, "}\n"),
  "a checksum": filled("network: {file: a, sha256: ", "a", "}\n"),
  "many interventions": filled("interventions:\n", (k) => `- {tick: ${k + 1}, set: {gossip: off}}\n`),
};

export const experiments: Readonly<Record<string, Make>> = {
  outcomes: filled("outcomes: [a", ",a", "]"),
  "distinct outcomes": filled("outcomes: [a", (k) => `,weak_tie${k}`, "]"),
  "one outcome": filled("outcomes: [weak_ties", ",weak_ties", "]"),
  "a table of outcomes": filled("outcomes:\n", (k) => `  o${k}: weak_ties\n`),
  "keys of an outcome": filled("outcomes: {a: {measure: weak_ties", (k) => `, mesure${k}: 1`, "}}"),
  levels: filled("outcomes: [weak_ties]\nvary: {gossip: [on", ",on", "]}"),
  "distinct levels": filled("outcomes: [weak_ties]\nvary: {blow_off: [0", (k) => `,0.${k}`, "]}"),
  "faulty levels": filled("outcomes: [weak_ties]\nvary: {blow_off: [0", ",x", "]}"),
  factors: filled("outcomes: [weak_ties]\nvary:\n", (k) => `  blow_of${k}: [0, 1]\n`),
  arms: filled("outcomes: [weak_ties]\narms:\n", (k) => `  arm${k}: {}\n`),
  "faulty arms": filled("outcomes: [weak_ties]\narms:\n", (k) => `  arm${k}: 1\n`),
  "parameters of an arm": filled("outcomes: [weak_ties]\narms: {a: {parameters: {b: 1", (k) => `, gosip${k}: 1`, "}}}\n"),
  "traits of an arm": filled("outcomes: [weak_ties]\narms: {a: {focal_traits: {b: 1", (k) => `, sharin${k}: 1`, "}}}\n"),
  "arms with interventions": filled("outcomes: [weak_ties]\narms:\n", (k) => `  a${k}: {interventions: [{tick: 1, remove: 0}]}\n`),
  points: filled("outcomes: [weak_ties]\ndesign: {kind: list, points: [{blow_off: 0}", ",{blow_off: 0}", "]}"),
  "distinct points": filled(
    "outcomes: [weak_ties]\ndesign: {kind: list, points: [{blow_off: 0}",
    (k) => `,{blow_off: 0.${k}}`,
    "]}",
  ),
  "factors of a point": filled("outcomes: [weak_ties]\ndesign: {kind: list, points: [{blow_off: 0", (k) => `,a${k}: 0`, "}]}"),
  "unknown factors of two points": parts(
    filled("outcomes: [weak_ties]\ndesign: {kind: list, points: [{blow_off: 0", (k) => `,a${k}: 0`, "},"),
    filled("{blow_off: 1", (k) => `,b${k}: 0`, "}]}"),
  ),
  "keys of a design": filled("outcomes: [weak_ties]\ndesign: {kind: sobol, points: 4", (k) => `,a${k}: 0`, "}"),
  series: filled("outcomes: [weak_ties]\nseries: {measures: [weak_ties", ",weak_ties", "]}"),
  "faulty series": filled("outcomes: [weak_ties]\nseries: {measures: [weak_ties", ",weak_tie", "]}"),
  "focal agents": filled("outcomes: [weak_ties]\nfocal_agents: [0", ",0", "]"),
  "faulty focal agents": filled("outcomes: [weak_ties]\nfocal_agents: [0", ",-1", "]"),
  "deep focal agents": nested("outcomes: [weak_ties]\nfocal_agents: ", "[", "]"),
  interventions: filled("outcomes: [weak_ties]\ninterventions:\n", (k) => `- {tick: ${k + 1}, remove: 0}\n`),
  "a long question": filled("outcomes: [weak_ties]\nquestion: >\n", "  why\n"),
};
