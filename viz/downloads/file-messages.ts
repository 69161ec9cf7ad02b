import type { Start } from "../../workers/messages.ts";
import type { ReadOptions } from "../state/from-file.ts";

/** A file that somebody dropped or chose: a `File`, as far as it is read. */
export interface GivenFile {
  readonly name: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** People, and ties where a network was among the files, as a run begins with them. */
export interface PeopleRead extends Pick<Start, "imported" | "files"> {
  readonly people: NonNullable<Start["people"]>;
  /** a line on what was found in a network */
  readonly note?: string;
}

/** Commands to the worker that reads files. */
export interface FileCommands {
  /** @throws Error with every fault, a line each */
  read(files: readonly GivenFile[], options: ReadOptions): Promise<PeopleRead>;
}
