/** Files of people, interventions and configurations, from text. */
import { readAgents } from "../formats/agents.ts";
import { readConfig } from "../formats/config.ts";
import { readInterventions as readGiven } from "../formats/interventions.ts";
import { readNetwork } from "../formats/network/read-network.ts";
import { type Reading, readOptionsOf } from "../formats/network/read-options.ts";
import { peopleOfFiles, type ReadFile } from "../formats/people-of-files.ts";
import { defaultParameters, InputError, type PlainValue } from "../sim/index.ts";
import type { Intervention } from "./change.ts";
import type { ParameterSettings } from "./parameter-types.ts";
import type { RealPeople, RunOptions } from "./run-options.ts";

/** The text of a file, and how to read it: the choices are those of the flags of `weakties run`. */
export interface TextFile extends Reading {
  readonly text: string;
  /** its name in messages */
  readonly file?: string;
}

export interface PeopleFiles {
  /** ties: an edge list, a matrix, JSON, GraphML, GEXF, GML, Pajek or DL */
  readonly network?: TextFile;
  /** facts about people: a table with `name`, `circle`, traits and so on */
  readonly agents?: TextFile;
  /** of the run: communities of a network without groups depend on it; default: 1973 */
  readonly seed?: string | number;
  /** of the run, if it isn't the default */
  readonly domains?: number;
}

/** Real people, for the option `people` of `createRun`. */
export interface ReadPeople extends RealPeople {
  /** what was understood, and what looks wrong: show it to a person */
  readonly notes: readonly string[];
}

/**
 * Reads a network, a file about people, or both.
 *
 * @throws InputError with every fault of both files and its line
 */
export function readPeople({ network, agents, seed = "1973", domains = defaultParameters.domains }: PeopleFiles): ReadPeople {
  const problems: string[] = [];
  const ties = read(network, "network", problems, ({ text, file, reading }) =>
    readNetwork(text, { file, seed: String(seed), ...readOptionsOf(reading) }),
  );
  const rows = read(agents, "agents", problems, ({ text, file, reading }) =>
    readAgents(text, file, { domains, ...readOptionsOf(reading) }),
  );
  if (problems.length > 0) throw new InputError(problems);
  if (ties === undefined && rows === undefined) throw new InputError(["readPeople needs network or agents, got neither"]);
  const { people, imported, note, notices } = peopleOfFiles(ties, rows, String(seed));
  return { ...(people && { people }), ...(imported && { imported }), notes: [...(note === undefined ? [] : [note]), ...notices] };
}

function read<T>(
  given: TextFile | undefined,
  name: string,
  problems: string[],
  by: (input: { text: string; file: string; reading: Reading }) => T,
): ReadFile<T> | undefined {
  if (given === undefined) return undefined;
  const { text, file = name, ...reading } = given;
  try {
    return { file, value: by({ text, file, reading }) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

/**
 * Reads interventions in YAML, JSON or CSV, for the option `interventions` of `createRun`, which checks them.
 *
 * @param file its name in messages
 * @throws InputError with every fault of the form
 */
export function readInterventions(text: string, file = "interventions"): Intervention[] {
  return readGiven(text, file).given as Intervention[];
}

/** A configuration, or the record of a run. */
export interface ReadConfiguration {
  /** for `createRun` */
  readonly options: RunOptions;
  /** length of the run; undefined if the file gives none */
  readonly ticks: number | undefined;
  /** paths of the files about people, as written */
  readonly network: string | undefined;
  readonly agents: string | undefined;
}

/**
 * Reads a configuration as for `weakties run --config`, such as the `run.json` of a run.
 *
 * @param file its name in messages
 * @throws InputError with every fault and its line
 */
export function readConfiguration(text: string, file = "configuration"): ReadConfiguration {
  const { scenario, seed, settled, every, ticks, parameters, interventions, network, agents } = readConfig(text, file);
  return {
    options: {
      ...(scenario !== undefined && { scenario }),
      ...(seed !== undefined && { seed }),
      ...(settled !== undefined && { settle: settled }),
      ...(every !== undefined && { every }),
      parameters: parameters as Readonly<Record<string, PlainValue>> as ParameterSettings,
      ...(interventions !== undefined && { interventions: interventions.given as Intervention[] }),
    },
    ticks,
    network: network?.file,
    agents: agents?.file,
  };
}
