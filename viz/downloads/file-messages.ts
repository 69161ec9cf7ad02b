import type { TablePreview } from "../../formats/network/preview-table.ts";
import type { Start } from "../../workers/messages.ts";
import type { ReadOptions, RecordedStart } from "../state/from-file.ts";

/** What the reader needs of a `File` that someone dropped or chose. */
export interface GivenFile {
  readonly name: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What files contain: people, and their ties if one of them was a network; or the record of a run, and its people if it has some. */
export interface FilesRead extends Pick<Start, "people" | "imported" | "files"> {
  /** the run to repeat, if one of the files was a run.json */
  readonly record?: RecordedStart;
  /** one line about a network: what was found, and what was changed */
  readonly note?: string;
  /** what else a person should know of the files, one line each */
  readonly notices: readonly string[];
  /** whether a person can choose columns in one of the files */
  readonly canChoose: boolean;
}

/** A table whose columns a person can choose. */
export interface PreviewedFile extends TablePreview {
  /** of the file */
  readonly name: string;
}

/** Commands to the worker that reads files. */
export interface FileCommands {
  /** @throws Error with every fault, one per line */
  read(files: readonly GivenFile[], options: ReadOptions): Promise<FilesRead>;
  /** The beginning of each file that is a table. */
  preview(files: readonly GivenFile[]): Promise<PreviewedFile[]>;
}
