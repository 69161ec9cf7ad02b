import { type TableName, tableNames } from "../../sim/index.ts";

/** The state of a run some ticks before its end, from which `weakties run --from` continues. */
export const CHECKPOINT_FILE = "checkpoint.bin";

/** How the tables of a run are written: plain CSV, or one of the formats that a user can choose. */
const tableFormats = ["gzip", "parquet"] as const;

export type TableFormat = "csv" | (typeof tableFormats)[number];

const endings: Readonly<Record<TableFormat, string>> = { csv: "csv", gzip: "csv.gz", parquet: "parquet" };

export function tableFileName(table: TableName, format: TableFormat): string {
  return `${table}.${endings[format]}`;
}

/** The files that the folder of a run can contain. */
export const runFileNames: readonly string[] = [
  "run.json",
  ...(["csv", ...tableFormats] as const).flatMap((format) => tableNames.map((table) => tableFileName(table, format))),
  CHECKPOINT_FILE,
];
