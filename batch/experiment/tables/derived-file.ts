import { formatBytes } from "../../text/amounts.ts";
import { alignColumns } from "../../text/columns.ts";
import type { ExperimentFolder } from "../folder/experiment-folder.ts";
import type { ExperimentRecord } from "../folder/experiment-record.ts";
import type { ExperimentLog } from "../log/experiment-log.ts";
import type { RunIndex } from "../log/run-index.ts";

/** What tables and reports are derived from. */
export interface TableSource {
  /** where they are written */
  readonly folder: ExperimentFolder;
  /** the folder with the results, often the same */
  readonly results: ExperimentFolder;
  readonly record: ExperimentRecord;
  readonly log: ExperimentLog;
  readonly index: RunIndex;
  /** how many replicates of each combination to include */
  readonly replicates: number;
}

/** A file that was written. */
export interface DerivedFile {
  readonly name: string;
  readonly bytes: number;
}

/** A folder and the files that were written to it, for a person. */
export function filesText({ name }: ExperimentFolder, written: readonly DerivedFile[]): string {
  if (written.length === 0) return name;
  return `${name}\n${alignColumns(written.map((file) => [file.name, formatBytes(file.bytes)]))}`;
}
