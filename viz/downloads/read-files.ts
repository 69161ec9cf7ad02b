import { readAgents } from "../../formats/agents.ts";
import { decodeText } from "../../formats/decode-text.ts";
import { kindOfFile } from "../../formats/kind-of-file.ts";
import { readNetwork } from "../../formats/network/read-network.ts";
import { peopleOfFiles } from "../../formats/people-of-files.ts";
import type { InputFile, Start } from "../../workers/messages.ts";
import type { ReadOptions } from "../state/from-file.ts";
import type { FileCommands, GivenFile, PeopleRead } from "./file-messages.ts";

/** The commands of the worker that reads files. */
export const fileReader: FileCommands = { read: readFiles };

interface Input extends InputFile {
  readonly text: string;
  readonly kind: "network" | "agents";
}

/**
 * Reads a network file, an agents file, or both, told apart by their content.
 *
 * @throws Error with every fault, a line each
 */
async function readFiles(given: readonly GivenFile[], { seed, domains }: ReadOptions): Promise<PeopleRead> {
  const problems: string[] = [];
  const inputs: Input[] = [];
  for (const file of given) {
    const input = await readInput(file);
    if (input === undefined) problems.push(`${file.name}: cannot be read; is it a file, and still as it was?`);
    else inputs.push(input);
  }
  const network = onlyOne("network", inputs, problems);
  const agents = onlyOne("agents", inputs, problems);
  stopAt(problems);
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  const ties = network && attempt(() => ({ file: network.file, value: readNetwork(network.text, { file: network.file, seed }) }));
  const rows = agents && attempt(() => ({ file: agents.file, value: readAgents(agents.text, agents.file, { domains }) }));
  stopAt(problems);
  const { people, imported, note } = peopleOfFiles(ties, rows, seed);
  if (people === undefined) throw new Error("no file was given");
  return { people, imported, note, files: filesOf(network, agents) };
}

/** @returns undefined where it cannot be read, as a folder */
async function readInput(file: GivenFile): Promise<Input | undefined> {
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return undefined;
  }
  const text = decodeText(new Uint8Array(bytes));
  return { file: file.name, sha256: await sha256Of(bytes), text, kind: kindOfFile(text) };
}

/** @returns undefined in a page that came over plain http from another machine, where browsers have no SHA-256 */
async function sha256Of(bytes: ArrayBuffer): Promise<string | undefined> {
  if (globalThis.crypto?.subtle === undefined) return undefined;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const calledBy = { network: "a network", agents: "a list of people" } as const;

function onlyOne(kind: Input["kind"], inputs: readonly Input[], problems: string[]): Input | undefined {
  const found = inputs.filter((input) => input.kind === kind);
  if (found.length > 1)
    problems.push(`${found.map(({ file }) => file).join(", ")}: each is ${calledBy[kind]}; only one can be opened`);
  return found[0];
}

function stopAt(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

function filesOf(network: Input | undefined, agents: Input | undefined): Start["files"] {
  const recordOf = (input: Input | undefined): InputFile | undefined => input && { file: input.file, sha256: input.sha256 };
  return { network: recordOf(network), agents: recordOf(agents) };
}
