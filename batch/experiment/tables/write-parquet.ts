import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { BasicType } from "hyparquet-writer";
import type { Cell } from "../../../sim/index.ts";
import type { Experiment, Factor } from "../../../study/experiment.ts";
import { type FinishedRun, runsColumns, runsRow, seriesColumns, seriesRows } from "../../../study/tables/runs-table.ts";
import { flushFolder } from "../../files/flush-folder.ts";
import { asideOf } from "../../files/replace-file.ts";
import { writing } from "../../files/write-error.ts";
import type { ExperimentFolder } from "../folder/experiment-folder.ts";
import { LogReader } from "../log/log-reader.ts";
import { LOG } from "../log/logged-runs.ts";
import type { RunIndex } from "../log/run-index.ts";
import { finishedRuns } from "./finished-runs.ts";
import type { WrittenTable } from "./write-tables.ts";

/** Rows that are in memory at once. */
const GROUP = 10_000;

/** The columns of a file that are neither factors nor doubles. */
type ColumnTypes = ReadonlyMap<string, BasicType>;

// biome-ignore format: a table
const typesOfIds: readonly (readonly [string, BasicType])[] = [["id", "STRING"], ["arm", "STRING"], ["replicate", "INT32"], ["seed", "STRING"]];
const typesOfRuns: ColumnTypes = new Map([...typesOfIds, ["state_hash", "STRING"], ["error", "STRING"]]);
const typesOfSeries: ColumnTypes = new Map([...typesOfIds, ["tick", "INT32"], ["measure", "STRING"]]);

/**
 * Writes runs.parquet and, where series are kept, series.parquet: the rows and columns of the CSV files. A number is a double, a
 * switch a boolean, a factor with both numbers and words text.
 *
 * @param replicates the first so many of each combination
 * @throws WriteError where the system refuses; files that are not whole are not there
 */
export async function writeParquet(folder: ExperimentFolder, index: RunIndex, replicates: number): Promise<WrittenTable[]> {
  const { experiment } = index.plan;
  const written = [
    await writeTable(folder, index, replicates, "runs.parquet", runsColumns(experiment), typesOfRuns, (run) => [
      runsRow(experiment, run),
    ]),
  ];
  if (experiment.series !== undefined)
    written.push(
      await writeTable(folder, index, replicates, "series.parquet", seriesColumns(experiment), typesOfSeries, (run) =>
        seriesRows(experiment, run),
      ),
    );
  return written;
}

async function writeTable(
  folder: ExperimentFolder,
  index: RunIndex,
  replicates: number,
  name: string,
  columns: readonly string[],
  own: ColumnTypes,
  rowsOf: (run: FinishedRun) => Iterable<readonly Cell[]>,
): Promise<WrittenTable> {
  // Only where it is asked for: a start of the program takes no longer than it must.
  const { fileWriter, parquetWriteRows } = await import("hyparquet-writer");
  const types = columns.map((column) => typeOf(column, own, index.plan.experiment));
  const path = join(folder.path, name);
  const aside = asideOf(path);
  const log = new LogReader(join(folder.path, LOG));
  const rows = function* () {
    for (let combination = 0; combination < index.plan.combinations; combination++) {
      for (const run of finishedRuns(index, log, combination, replicates)) {
        for (const cells of rowsOf(run)) yield Object.fromEntries(cells.map((cell, at) => [columns[at], inType(cell, types[at])]));
      }
    }
  };
  try {
    return writing(name, () => {
      parquetWriteRows({
        writer: fileWriter(aside),
        rows: rows(),
        columns: columns.map((column, at) => ({ name: column, type: types[at], nullable: true })),
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

/** An outcome may be called as a column of the other file is. */
function typeOf(column: string, own: ColumnTypes, { factors }: Experiment): BasicType {
  const factor = factors.find(({ name }) => name === column);
  if (factor !== undefined) return typeOfFactor(factor);
  return own.get(column) ?? "DOUBLE";
}

function typeOfFactor({ values }: Factor): BasicType {
  if (!("levels" in values)) return "DOUBLE";
  if (values.levels.every((level) => typeof level === "boolean")) return "BOOLEAN";
  return values.levels.every((level) => typeof level === "number") ? "DOUBLE" : "STRING";
}

function inType(cell: Cell, type: BasicType): Cell {
  return type === "STRING" && cell !== undefined ? String(cell) : cell;
}

function flushFile(path: string): void {
  const file = openSync(path, "r+");
  fsyncSync(file);
  closeSync(file);
}
