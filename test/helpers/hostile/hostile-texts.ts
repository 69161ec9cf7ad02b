import { expect } from "vitest";
import { readAgents } from "../../../formats/agents.ts";
import { readConfig } from "../../../formats/config.ts";
import { completeExperiment } from "../../../formats/experiment/complete-experiment.ts";
import { readExperiment } from "../../../formats/experiment/read-experiment.ts";
import { checkReadInterventions, readInterventions } from "../../../formats/interventions.ts";
import { joinPeople, peopleOf } from "../../../formats/join-people.ts";
import { kindOfFile } from "../../../formats/kind-of-file.ts";
import { readNetwork } from "../../../formats/network/read-network.ts";
import { defaultParameters, InputError } from "../../../sim/index.ts";
import { configurations, experiments } from "./configurations.ts";
import { gexf, gml, graphml, json, xml } from "./declared-graphs.ts";
import type { Make } from "./make-text.ts";
import { dl, matrices, pajek } from "./matrices.ts";
import { ownTables } from "./own-tables.ts";
import { agents, interventions } from "./people.ts";
import { tables } from "./tables.ts";
import { yaml } from "./yaml.ts";

const network = (text: string): unknown => readNetwork(text, { file: "x", seed: "1" });

/** Reads an agents file, and joins it with a network. */
function people(text: string): unknown {
  const rows = readAgents(text, "x", { domains: 6 });
  const given = readNetwork("Ana,Bo\nBo,Cy\n", { file: "y", seed: "1" });
  return [peopleOf(rows, { file: "x", seed: "1" }), joinPeople(given, rows, { file: "x", seed: "1" })];
}

const crowd = Array.from({ length: 50_000 }, (_, k) => `person${k}`);

/** Reads interventions of a run with many names. */
function list(text: string): unknown {
  const known = { parameters: { ...defaultParameters, agents: crowd.length }, names: crowd, circleNames: crowd };
  return checkReadInterventions(readInterventions(text, "x", known), known);
}

const configuration = (text: string): unknown => readConfig(text, "x");

function experiment(text: string): unknown {
  return completeExperiment(readExperiment(text, "x"), { scenarioName: "default", config: { parameters: {} } });
}

/** A reader, and texts that are hard for it. */
export interface Hostile {
  readonly format: string;
  readonly read: (text: string) => unknown;
  readonly what: string;
  readonly make: Make;
}

function hostile(format: string, read: Hostile["read"], makes: Readonly<Record<string, Make>>): Hostile[] {
  return Object.entries(makes).map(([what, make]) => ({ format, read, what, make }));
}

/** Hostile texts of every format. */
const hostileTexts: readonly Hostile[] = [
  ...hostile("table of ties", network, tables),
  ...hostile("ties.csv of a run", network, ownTables),
  ...hostile("matrix", network, matrices),
  ...hostile("UCINET DL", network, dl),
  ...hostile("Pajek", network, pajek),
  ...hostile("GML", network, gml),
  ...hostile("XML", network, xml),
  ...hostile("GraphML", network, graphml),
  ...hostile("GEXF", network, gexf),
  ...hostile("JSON", network, json),
  ...hostile("agents file", people, { ...tables, ...agents }),
  ...hostile("interventions", list, interventions),
  ...hostile("configuration", configuration, { ...configurations, ...yaml }), // one of the three readers of YAML
  ...hostile("experiment", experiment, experiments),
];

/** The formats of hostile texts. */
export const hostileFormats: readonly string[] = [...new Set(hostileTexts.map(({ format }) => format))];

/** The hostile texts of a format, each with what is hard about it first, as the title of a test. */
export function hostileTextsOf(format: string): (readonly [what: string, hostile: Hostile])[] {
  return hostileTexts.filter((one) => one.format === format).map((one) => [one.what, one]);
}

/** Reads a text. What is refused must be refused with few and short messages. */
export function answer({ read }: Hostile, text: string): void {
  try {
    kindOfFile(text);
    read(text);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const problem of error.problems) expect(problem.slice(0, 200)).toMatch(/^[xy](, line \d+)?: /);
    expect(error.problems.length).toBeLessThan(25);
    expect(Math.max(...error.problems.map((problem) => problem.length))).toBeLessThan(2100);
  }
}
