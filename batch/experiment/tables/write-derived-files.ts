import type { DerivedFile, TableSource } from "./derived-file.ts";
import { writeParquet } from "./write-parquet.ts";
import { writeReport } from "./write-report.ts";
import { writeTables } from "./write-tables.ts";

/**
 * Writes everything that is derived from the log of an experiment: the tables, the report and, if asked for, Parquet files.
 *
 * @returns the files, in the order in which a person would open them
 */
export async function writeDerivedFiles(source: TableSource, { parquet }: { readonly parquet: boolean }): Promise<DerivedFile[]> {
  const tables = writeTables(source);
  const report = await writeReport(source, tables);
  const inParquet = parquet ? await writeParquet(source) : [];
  return [report, ...tables.written, ...inParquet];
}
