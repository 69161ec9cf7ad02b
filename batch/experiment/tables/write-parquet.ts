import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { BasicType } from "hyparquet-writer";
import type { Cell } from "../../../sim/index.ts";
import type { Experiment, Factor } from "../../../study/experiment.ts";
import { keptTables, runTableColumns } from "../../../study/run-tables.ts";
import { levelCell } from "../../../study/tables/factor-text.ts";
import {
  type FinishedRun,
  rowsOfRunTable,
  runsColumns,
  runsRow,
  runTableColumnsOf,
  seriesColumns,
  seriesRows,
} from "../../../study/tables/runs-table.ts";
import { flushFolder } from "../../files/flush-folder.ts";
import { pathAside } from "../../files/replace-file.ts";
import { writing } from "../../files/write-error.ts";
import { columnType } from "../../run/tables/parquet-table.ts";
import type { LogReader } from "../log/log-reader.ts";
import type { DerivedFile, TableSource } from "./derived-file.ts";
import { readFinishedRuns } from "./finished-runs.ts";

/** Rows in memory at a time. */
const GROUP = 10_000;

/** The types of a table's columns. Factors have types of their own, and all other columns are doubles. */
type ColumnTypes = ReadonlyMap<string, BasicType>;

// biome-ignore format: a table
const typesOfIds: readonly (readonly [string, BasicType])[] = [["id", "STRING"], ["arm", "STRING"], ["replicate", "INT32"], ["seed", "STRING"]];

/** A table of the results. */
interface ParquetTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly types: ColumnTypes;
  rowsOf(run: FinishedRun): Iterable<readonly Cell[]>;
}

/**
 * Writes runs.parquet, series.parquet if the experiment keeps series, and the tables of its runs. They have the rows and columns of the CSV files. A number
 * is a double, a switch is a boolean, a choice is text, and `never` is infinity.
 *
 * @throws WriteError if the system refuses a write; incomplete files are removed
 */
export async function writeParquet(source: TableSource): Promise<DerivedFile[]> {
  const { experiment } = source.index.plan;
  const runs: ParquetTable = {
    name: "runs.parquet",
    columns: runsColumns(experiment),
    types: new Map([...typesOfIds, ["state_hash", "STRING"], ["error", "STRING"]]),
    rowsOf: (run) => [runsRow(experiment, run)],
  };
  const series: ParquetTable = {
    name: "series.parquet",
    columns: seriesColumns(experiment),
    types: new Map([...typesOfIds, ["tick", "INT32"], ["measure", "STRING"]]),
    rowsOf: (run) => seriesRows(experiment, run),
  };
  const written = [await writeTable(source, runs)];
  if (experiment.series !== undefined) written.push(await writeTable(source, series));
  const typeOfCircle = source.record.network === undefined && source.record.agents === undefined ? "INT32" : "STRING";
  for (const name of keptTables(experiment)) {
    const types = runTableColumns[name].map((column) => [column, columnType(column, typeOfCircle === "STRING")] as const);
    const table: ParquetTable = {
      name: `${name}.parquet`,
      columns: runTableColumnsOf(experiment, name),
      types: new Map([...types, ...typesOfIds]),
      rowsOf: (run) => rowsOfRunTable(experiment, name, run),
    };
    written.push(await writeTable(source, table));
  }
  return written;
}

async function writeTable(source: TableSource, table: ParquetTable): Promise<DerivedFile> {
  // The library loads only if Parquet is asked for, so that other commands start quickly.
  const { fileWriter, parquetWriteRows } = await import("hyparquet-writer");
  const { name } = table;
  const columns = table.columns.map((column) => ({
    name: column,
    type: typeOf(column, table.types, source.index.plan.experiment),
  }));
  const path = join(source.folder.path, name);
  const aside = pathAside(path);
  const log = source.log.openReader();
  try {
    return writing(name, () => {
      parquetWriteRows({
        writer: fileWriter(aside),
        rows: tableRows(source, log, table, columns),
        columns: columns.map((column) => ({ ...column, nullable: true })),
        rowGroupSize: GROUP,
      });
      flushFile(aside);
      renameSync(aside, path);
      flushFolder(dirname(path));
      return { name, bytes: statSync(path).size };
    });
  } finally {
    log.close();
    rmSync(aside, { force: true });
  }
}

function* tableRows(
  { index, replicates }: TableSource,
  log: LogReader,
  { rowsOf }: ParquetTable,
  columns: readonly { readonly name: string; readonly type: BasicType }[],
): Generator<Record<string, Cell>> {
  for (let combination = 0; combination < index.plan.combinations; combination++) {
    for (const run of readFinishedRuns(index, log, combination, replicates)) {
      for (const cells of rowsOf(run))
        yield Object.fromEntries(columns.map(({ name, type }, at) => [name, convertCell(cells[at], type)]));
    }
  }
}

/** An outcome can have the same name as a column of the other table. */
function typeOf(column: string, types: ColumnTypes, { factors }: Experiment): BasicType {
  const factor = factors.find(({ name }) => name === column);
  if (factor !== undefined) return typeOfFactor(factor);
  return types.get(column) ?? "DOUBLE";
}

function typeOfFactor({ values }: Factor): BasicType {
  if (!("levels" in values)) return "DOUBLE";
  if (values.levels.every((level) => typeof level === "boolean")) return "BOOLEAN";
  return values.levels.every((level) => typeof levelCell(level) === "number") ? "DOUBLE" : "STRING";
}

function convertCell(cell: Cell, type: BasicType): Cell {
  return type === "STRING" && cell !== undefined ? String(cell) : cell;
}

function flushFile(path: string): void {
  const file = openSync(path, "r+");
  fsyncSync(file);
  closeSync(file);
}
