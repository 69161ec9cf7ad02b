import { readAgents } from "../../formats/agents.ts";
import { decodeText } from "../../formats/decode-text.ts";
import { kindOfFile } from "../../formats/kind-of-file.ts";
import { previewTable } from "../../formats/network/preview-table.ts";
import { readNetwork } from "../../formats/network/read-network.ts";
import { type Reading, readingOf as readingAlone, readOptionsOf } from "../../formats/network/read-options.ts";
import { peopleOfFiles } from "../../formats/people-of-files.ts";
import type { FileReference } from "../../formats/table-reader.ts";
import type { InputFile } from "../../workers/messages.ts";
import type { FileChoice, ReadOptions } from "../state/from-file.ts";
import type { FileCommands, FilesRead, GivenFile, PreviewedFile } from "./file-messages.ts";
import { isRecord, nameOf, type RecordRead, readRecord, referenceProblems } from "./read-record.ts";

/** The commands of the worker that reads files. */
export const fileReader: FileCommands = { read: readFiles, preview: previewFiles };

interface Input {
  /** name and SHA-256, for the record of the run */
  readonly source: InputFile;
  readonly text: string;
  readonly kind: "network" | "agents" | "record";
  /** how a person wants it to be read, if they said so */
  readonly reading?: Reading;
}

/**
 * Reads a network file, an agents file, or both, and tells them apart by their content.
 *
 * @throws Error with every fault, one per line
 */
async function readFiles(given: readonly GivenFile[], options: ReadOptions): Promise<FilesRead> {
  const problems: string[] = [];
  const inputs: Input[] = [];
  for (const file of given) {
    const input = await readInput(file, options.choices?.[file.name]);
    if (input === undefined) problems.push(`${file.name}: cannot be read; it may be a folder, or have changed since you chose it`);
    else inputs.push(input);
  }
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  const recordInput = onlyOne("record", inputs, problems);
  const recorded = recordInput && attempt(() => readRecord(recordInput.text, recordInput.source.file));
  const known = inputs.map((input) => ({ ...input, kind: recordedKind(input, recorded) ?? input.kind }));
  const network = onlyOne("network", known, problems);
  const agents = onlyOne("agents", known, problems);
  stopAt(problems);
  if (recordInput !== undefined && recorded !== undefined) {
    problems.push(...referenceProblems(recordInput.source.file, "network", recorded.network, network?.source));
    problems.push(...referenceProblems(recordInput.source.file, "list of people", recorded.agents, agents?.source));
  }
  stopAt(problems);
  const record = recorded?.record;
  const { seed, domains } = record !== undefined && options.isAgain !== true ? record : options;
  const readings = { network: readingOf(network, recorded?.network), agents: readingOf(agents, recorded?.agents) };
  const ties = network && attempt(() => readTies(network, readings.network, seed));
  const rows = agents && attempt(() => readRows(agents, readings.agents, domains));
  stopAt(problems);
  const { people, imported, note, notices } = peopleOfFiles(ties, rows, seed);
  if (people === undefined && record === undefined) throw new Error("no file was chosen");
  const files = {
    ...(network && { network: { ...network.source, ...readings.network } }),
    ...(agents && { agents: { ...agents.source, ...readings.agents } }),
  };
  const tables = [network, agents].filter((input) => input !== undefined && previewTable(input.text) !== undefined);
  return {
    ...(people && { people }),
    ...(record && { record }),
    files,
    ...(imported && { imported }),
    notices,
    canChoose: record === undefined && tables.length > 0,
    ...(note !== undefined && { note }),
  };
}

/** What a record says a file lists; undefined if it does not name the file. */
function recordedKind({ source: { file } }: Input, recorded: RecordRead | undefined): "network" | "agents" | undefined {
  const isNamed = (reference: FileReference | undefined): boolean => reference !== undefined && nameOf(reference) === file;
  if (isNamed(recorded?.network)) return "network";
  return isNamed(recorded?.agents) ? "agents" : undefined;
}

/** How a file is to be read: as a person has chosen, or else as a record says. */
function readingOf(input: Input | undefined, recorded: Reading | undefined): Reading {
  return input?.reading ?? (recorded === undefined ? {} : readingAlone(recorded));
}

function readTies({ source: { file }, text }: Input, reading: Reading, seed: string) {
  return { file, value: readNetwork(text, { file, seed, ...readOptionsOf(reading) }) };
}

function readRows({ source: { file }, text }: Input, reading: Reading, domains: number) {
  return { file, value: readAgents(text, file, { domains, ...readOptionsOf(reading) }) };
}

/** @returns undefined if the file cannot be read, for example because it is a folder */
async function readInput(file: GivenFile, choice?: FileChoice): Promise<Input | undefined> {
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return undefined;
  }
  const text = decodeText(new Uint8Array(bytes));
  const sha256 = await sha256Of(bytes);
  const source = { file: file.name, ...(sha256 !== undefined && { sha256 }) };
  const kind = isRecord(text) ? "record" : (choice?.kind ?? kindOfFile(text));
  return { source, text, kind, ...(choice && { reading: choice.reading }) };
}

/** The beginning of each file that is a table. */
async function previewFiles(given: readonly GivenFile[]): Promise<PreviewedFile[]> {
  const previews: PreviewedFile[] = [];
  for (const file of given) {
    const input = await readInput(file);
    const preview = input === undefined || input.kind === "record" ? undefined : previewTable(input.text);
    if (preview !== undefined) previews.push({ name: file.name, ...preview });
  }
  return previews;
}

/** @returns undefined on a page loaded over plain http from another machine: there, browsers offer no SHA-256 */
async function sha256Of(bytes: ArrayBuffer): Promise<string | undefined> {
  if (globalThis.crypto?.subtle === undefined) return undefined;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const plurals = { network: "networks", agents: "lists of people", record: "records of runs" } as const;

function onlyOne(kind: Input["kind"], inputs: readonly Input[], problems: string[]): Input | undefined {
  const found = inputs.filter((input) => input.kind === kind);
  if (found.length > 1)
    problems.push(
      `${found.map(({ source }) => source.file).join(" and ")}: these are ${found.length} ${plurals[kind]}; open one at a time`,
    );
  return found[0];
}

function stopAt(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.join("\n"));
}
