import { readConfig } from "../../formats/config.ts";
import { scenarioInterventions } from "../../formats/list-interventions.ts";
import type { FileReference } from "../../formats/table-reader.ts";
import { formatValue } from "../../sim/errors.ts";
import { definitions } from "../../sim/parameters/definitions.ts";
import type { InputFile } from "../../workers/messages.ts";
import type { RecordedStart } from "../state/from-file.ts";

/** A run.json, and the files that it names. */
export interface RecordRead {
  readonly record: RecordedStart;
  readonly network: FileReference | undefined;
  readonly agents: FileReference | undefined;
}

/** Whether a text is the run.json of a run. */
export function isRecord(text: string): boolean {
  return text.trimStart().startsWith("{") && parse(text).program === "weakties" && "state_hash" in parse(text);
}

/** @throws InputError with every fault */
export function readRecord(text: string, file: string): RecordRead {
  const config = readConfig(text, file);
  const { version, state_hash: stateHash } = parse(text);
  const { scenario = "default", seed, ticks, parameters } = config;
  if (seed === undefined || ticks === undefined)
    throw new Error(`${file}: must contain seed and ticks, as weakties run writes them`);
  const record: RecordedStart = {
    scenario,
    seed,
    ticks,
    settled: config.settled ?? 0,
    parameters,
    domains: Number(parameters.domains ?? definitions.domains.default),
    interventions: (config.interventions ?? scenarioInterventions(scenario)).given as RecordedStart["interventions"],
    stateHash: String(stateHash),
    version: String(version),
  };
  return { record, network: config.network, agents: config.agents };
}

/** What keeps a file that was opened with a run.json from being the one that it names. */
export function referenceProblems(
  file: string,
  kind: string,
  named: FileReference | undefined,
  given: InputFile | undefined,
): string[] {
  if (named === undefined) return given === undefined ? [] : [`${given.file}: ${file} names no such file; open one of the two`];
  const name = nameOf(named);
  if (given === undefined) return [`${file}: needs its ${kind} ${formatValue(name)}; open both files together`];
  if (named.sha256 === undefined || given.sha256 === undefined || named.sha256 === given.sha256) return [];
  return [
    `${given.file}: has changed: SHA-256 ${given.sha256}, recorded ${named.sha256}; open the file ${formatValue(name)} that ${file} was made with`,
  ];
}

/** The name of a file without its folders, as the page knows it. */
export function nameOf({ file }: FileReference): string {
  return file.split(/[/\\]/).at(-1) ?? file;
}

function parse(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
