import type { ExperimentFolder } from "../folder/experiment-folder.ts";
import { readRecordOf } from "../folder/experiment-record.ts";
import type { RunIndex } from "../log/run-index.ts";
import { writeParquet } from "./write-parquet.ts";
import { writeReport } from "./write-report.ts";
import { type WrittenTable, writeTables } from "./write-tables.ts";

/**
 * Writes all that follows from the log of an experiment: tables, the report and, where they are asked for, Parquet files.
 *
 * @returns the files, in the order in which a person would open them
 */
export async function writeResultFiles(
  folder: ExperimentFolder,
  { index, replicates }: { readonly index: RunIndex; readonly replicates: number },
  { parquet }: { readonly parquet: boolean },
): Promise<WrittenTable[]> {
  const tables = writeTables(folder, index, replicates);
  const report = await writeReport(folder, index, readRecordOf(folder) ?? {}, tables, replicates);
  const inParquet = parquet ? await writeParquet(folder, index, replicates) : [];
  return [report, ...tables.written, ...inParquet];
}
