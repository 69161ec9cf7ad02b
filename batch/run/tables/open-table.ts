import { join } from "node:path";
import type { TableName } from "../../../sim/index.ts";
import { type FileState, TextFile } from "../../files/text-file.ts";
import { type TableFormat, tableFileName } from "../run-file-names.ts";
import { CsvTable } from "./csv-table.ts";
import type { TableWriter } from "./table-writer.ts";

/**
 * Creates the file of a table.
 *
 * @param hasCircleNames whether the circles of the run have labels
 * @param from the state of a table that continues
 * @throws WriteError if the system refuses, as do the methods of the writer
 */
export async function openTable(
  folder: string,
  table: TableName,
  { format, hasCircleNames }: { readonly format: TableFormat; readonly hasCircleNames: boolean },
  from?: unknown,
): Promise<TableWriter> {
  const path = join(folder, tableFileName(table, format));
  if (format === "parquet") return (await import("./parquet-table.ts")).ParquetTable.open(path, table, hasCircleNames, from);
  const before = from as FileState | undefined;
  const encoding = format === "gzip" ? (await import("../../files/gzip-encoding.ts")).gzipEncoding(before?.encoding) : undefined;
  const file = new TextFile(path, undefined, encoding, before);
  const csv = new CsvTable(table, file, before !== undefined);
  await csv.begin();
  return {
    name: file.name,
    get bytes() {
      return file.bytes;
    },
    write: (rows, pause) => csv.write(rows, pause),
    state: () => file.state(),
    close: () => file.close(),
    abandon: () => file.abandon(),
  };
}
