import { readAgents } from "../../formats/agents.ts";
import { decodeText } from "../../formats/decode-text.ts";
import { kindOfFile } from "../../formats/kind-of-file.ts";
import { readNetwork } from "../../formats/network/read-network.ts";
import { peopleOfFiles } from "../../formats/people-of-files.ts";
import type { InputFile } from "../../workers/messages.ts";
import type { ReadOptions } from "../state/from-file.ts";
import type { FileCommands, FilesRead, GivenFile } from "./file-messages.ts";
import { isRecord, readRecord, referenceProblems } from "./read-record.ts";

/** The commands of the worker that reads files. */
export const fileReader: FileCommands = { read: readFiles };

interface Input {
  /** name and SHA-256, for the record of the run */
  readonly source: InputFile;
  readonly text: string;
  readonly kind: "network" | "agents" | "record";
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
    const input = await readInput(file);
    if (input === undefined) problems.push(`${file.name}: cannot be read; it may be a folder, or have changed since you chose it`);
    else inputs.push(input);
  }
  const network = onlyOne("network", inputs, problems);
  const agents = onlyOne("agents", inputs, problems);
  const recordInput = onlyOne("record", inputs, problems);
  stopAt(problems);
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  const recorded = recordInput && attempt(() => readRecord(recordInput.text, recordInput.source.file));
  if (recordInput !== undefined && recorded !== undefined) {
    problems.push(...referenceProblems(recordInput.source.file, "network", recorded.network, network?.source));
    problems.push(...referenceProblems(recordInput.source.file, "list of people", recorded.agents, agents?.source));
  }
  stopAt(problems);
  const record = recorded?.record;
  const { seed, domains } = record !== undefined && options.isAgain !== true ? record : options;
  const ties = network && attempt(() => readTies(network, seed));
  const rows = agents && attempt(() => readRows(agents, domains));
  stopAt(problems);
  const { people, imported, note, notices } = peopleOfFiles(ties, rows, seed);
  if (people === undefined && record === undefined) throw new Error("no file was chosen");
  const files = { ...(network && { network: network.source }), ...(agents && { agents: agents.source }) };
  return {
    ...(people && { people }),
    ...(record && { record }),
    files,
    ...(imported && { imported }),
    notices,
    ...(note !== undefined && { note }),
  };
}

function readTies({ source: { file }, text }: Input, seed: string) {
  return { file, value: readNetwork(text, { file, seed }) };
}

function readRows({ source: { file }, text }: Input, domains: number) {
  return { file, value: readAgents(text, file, { domains }) };
}

/** @returns undefined if the file cannot be read, for example because it is a folder */
async function readInput(file: GivenFile): Promise<Input | undefined> {
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return undefined;
  }
  const text = decodeText(new Uint8Array(bytes));
  const sha256 = await sha256Of(bytes);
  const source = { file: file.name, ...(sha256 !== undefined && { sha256 }) };
  return { source, text, kind: isRecord(text) ? "record" : kindOfFile(text) };
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
