import { gunzipSync, gzipSync } from "node:zlib";
import type { Cell } from "../../../sim/index.ts";
import { type RunTableName, runTableNames, type TableRows } from "../../../study/run-tables.ts";

/** The rows of a run's tables, each as compressed JSON in letters and digits, so that they fit into a line of the log. */
export type PackedTables = Partial<Record<RunTableName, string>>;

export function packTables(tables: TableRows): PackedTables {
  const entries = runTableNames.flatMap((name) => {
    const rows = tables[name];
    return rows === undefined ? [] : [[name, gzipSync(JSON.stringify(rows)).toString("base64")]];
  });
  return Object.fromEntries(entries);
}

/** @param packed undefined for no rows */
export function unpackRows(packed: string | undefined): Cell[][] {
  if (packed === undefined) return [];
  const rows = JSON.parse(gunzipSync(Buffer.from(packed, "base64")).toString()) as (Cell | null)[][];
  return rows.map((row) => row.map((cell) => cell ?? undefined));
}
