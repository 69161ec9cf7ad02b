import { join } from "node:path";
import type { TableName } from "../../../sim/index.ts";
import { TextFile } from "../../files/text-file.ts";
import { type TableFormat, tableFileName } from "../run-file-names.ts";
import { CsvTable } from "./csv-table.ts";
import type { TableWriter } from "./table-writer.ts";

/**
 * Creates the file of a table.
 *
 * @param hasCircleNames whether the circles of the run have labels
 * @throws WriteError if the system refuses, as do the methods of the writer
 */
export async function openTable(
  folder: string,
  table: TableName,
  { format, hasCircleNames }: { readonly format: TableFormat; readonly hasCircleNames: boolean },
): Promise<TableWriter> {
  const path = join(folder, tableFileName(table, format));
  if (format === "parquet") return (await import("./parquet-table.ts")).ParquetTable.open(path, table, hasCircleNames);
  const encoding = format === "gzip" ? (await import("../../files/gzip-encoding.ts")).gzipEncoding() : undefined;
  const file = new TextFile(path, undefined, encoding);
  const csv = new CsvTable(table, file);
  await csv.begin();
  return {
    name: file.name,
    get bytes() {
      return file.bytes;
    },
    write: (rows, pause) => csv.write(rows, pause),
    close: () => file.close(),
    abandon: () => file.abandon(),
  };
}
