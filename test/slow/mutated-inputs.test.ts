import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAgents } from "../../formats/agents.ts";
import { readConfig } from "../../formats/config.ts";
import { readExperiment } from "../../formats/experiment/read-experiment.ts";
import { checkReadInterventions, readInterventions } from "../../formats/interventions.ts";
import { joinPeople, peopleOf } from "../../formats/join-people.ts";
import { kindOfFile } from "../../formats/kind-of-file.ts";
import { readNetwork } from "../../formats/network/read-network.ts";
import { csvLine, defaultParameters, escapeForSpreadsheet, InputError } from "../../sim/index.ts";
import {
  agentSamples,
  configurations,
  experiments,
  interventionLists,
  interventionTables,
  networkSamples,
} from "../helpers/format-samples.ts";
import { mutate } from "../helpers/mutate.ts";

/** Seconds of CPU time within which any input is answered. */
const LONGEST = 2;

const known = { parameters: defaultParameters, names: ["Ana", "Bo"], circleNames: ["Sales"] };

/** Names and circles as a run writes them. */
interface Read {
  readonly names: readonly string[];
  readonly circles: readonly (string | undefined)[];
}

function readTies(text: string): Read {
  const { people } = readNetwork(text, { file: "x", seed: "1" });
  return { names: people.names, circles: Array.from(people.circle, (circle) => people.circleNames[circle]) };
}

function readPeople(text: string): Read {
  const rows = readAgents(text, "x", { domains: 6 });
  const people = peopleOf(rows, { file: "x", seed: "1" });
  const circles = Array.from(people.circle, (circle) => people.circleNames[circle]);
  joinPeople(readNetwork("Ana,Bo\nBo,Cy\n", { file: "y", seed: "1" }), rows, { file: "x", seed: "1" });
  return { names: people.names, circles };
}

type Reader = (text: string) => Read | undefined;

const readList: Reader = (text) => void checkReadInterventions(readInterventions(text, "x", known), known);

const readers: readonly (readonly [format: string, read: Reader, samples: readonly string[]])[] = [
  ...Object.entries(networkSamples).map(([format, samples]) => [format, readTies, samples] as const),
  ["an agents file", readPeople, agentSamples],
  ["a table of interventions", readList, interventionTables],
  ["a list of interventions", readList, interventionLists],
  ["a configuration", (text) => void readConfig(text, "x"), configurations],
  ["an experiment", (text) => void readExperiment(text, "x"), experiments],
];

/**
 * Reads an input, and what was accepted a second time from files that this program writes.
 *
 * @returns whether the input was accepted
 */
function answer(read: Reader, text: string): boolean {
  const before = process.cpuUsage();
  let accepted: Read | undefined;
  let refused = false;
  try {
    kindOfFile(text);
    accepted = read(text);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    refused = true;
    for (const problem of error.problems) expect(problem).toMatch(/^[xy](, line \d+)?: /);
  }
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6, `seconds for ${JSON.stringify(text.slice(0, 300))}`).toBeLessThan(LONGEST);
  if (accepted !== undefined) readAgain(accepted);
  return !refused;
}

/** Writes names as an edge list and as a table of agents, and reads both. */
function readAgain({ names, circles }: Read): void {
  const cell = (text: string) => escapeForSpreadsheet(text);
  const pairs = names.slice(1).map((name, at) => csvLine([cell(names[at] ?? ""), cell(name)]));
  const ties = readNetwork(csvLine(["from", "to"]) + pairs.join(""), {
    file: "ties",
    seed: "1",
    columns: { from: "from", to: "to" },
  });
  expect(ties.people.names).toEqual(names);
  const lines = names.map((name, at) => csvLine([cell(name), cell(circles[at] ?? "")]));
  const rows = readAgents(csvLine(["name", "circle"]) + lines.join(""), "agents", { domains: 6 });
  expect(rows.names).toEqual(names);
  expect(rows.circles).toEqual(circles);
}

describe("mutated inputs", () => {
  test.each(readers)("%s: samples are accepted", (_format, read, samples) => {
    expect(samples.map((sample) => answer(read, sample))).toEqual(samples.map(() => true));
  });

  test.each(readers)(
    "%s: 10,000 mutations give a result or an InputError, in time, and names can be read back",
    (_f, read, samples) => {
      let accepted = 0;
      const runs = 10_000;
      fc.assert(
        fc.property(fc.constantFrom(...samples).chain(mutate), (text) => {
          if (answer(read, text)) accepted++;
        }),
        { numRuns: runs, seed: 1973 },
      );
      // If nothing or everything were accepted, the mutations would say little.
      expect(accepted).toBeGreaterThan(runs / 50);
      expect(accepted).toBeLessThan(runs);
    },
  );
});
