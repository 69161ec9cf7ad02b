import type { Start } from "../../workers/messages.ts";
import type { ReadOptions } from "../state/from-file.ts";

/** What the reader needs of a `File` that someone dropped or chose. */
export interface GivenFile {
  readonly name: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** People to start a run with, and their ties if one of the files was a network. */
export interface PeopleRead extends Pick<Start, "imported" | "files"> {
  readonly people: NonNullable<Start["people"]>;
  /** one line about a network: what was found, and what was changed */
  readonly note?: string;
  /** what else a person should know of the files, one line each */
  readonly notices: readonly string[];
}

/** Commands to the worker that reads files. */
export interface FileCommands {
  /** @throws Error with every fault, one per line */
  read(files: readonly GivenFile[], options: ReadOptions): Promise<PeopleRead>;
}
