import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Attributions } from "../../../study/attribution/attribution.ts";
import type { JudgedContrast } from "../../../study/contrasts/contrast-analyzer.ts";
import { runTableNames } from "../../../study/run-tables.ts";
import { writing } from "../../files/write-error.ts";
import type { DerivedFile, TableSource } from "./derived-file.ts";
import { FIGURES } from "./write-figures.ts";
import { writeParquet } from "./write-parquet.ts";
import { writeReport } from "./write-report.ts";
import { writeTables } from "./write-tables.ts";

/** Every file that is derived from the log of some experiment. */
const derivedNames: readonly string[] = [
  "report.html",
  FIGURES,
  "analysis.R",
  "analysis.py",
  "runs.csv",
  "series.csv",
  "series-summary.csv",
  "summary.csv",
  "contrasts.csv",
  "design.csv",
  "indices.csv",
  "attribution.csv",
  "dictionary.csv",
  "runs.parquet",
  "series.parquet",
  ...runTableNames.flatMap((name) => [`${name}.csv`, `${name}.parquet`]),
];

/** Whether a file of this name can be one that this module wrote, complete or not. */
export function isDerivedFile(name: string): boolean {
  return derivedNames.includes(name.replace(/^\.(.+)\.new-\d+$/, "$1"));
}

export interface DerivedFiles {
  readonly written: readonly DerivedFile[];
  readonly contrasts: readonly JudgedContrast[];
  /** of a Shapley design */
  readonly attributions?: Attributions;
}

/**
 * Writes everything that is derived from the log of an experiment: the tables, the report and, if asked for or already there, Parquet
 * files. Removes tables of an earlier state of the experiment that it no longer has, so that all files agree.
 *
 * @returns the files, in the order in which a person would open them, and what contrasts and causes came to
 */
export async function writeDerivedFiles(source: TableSource, { parquet }: { readonly parquet: boolean }): Promise<DerivedFiles> {
  const { path } = source.folder;
  const hasParquet = existsSync(join(path, "runs.parquet"));
  const tables = writeTables(source);
  const { report, beside } = await writeReport(source, tables);
  const inParquet = parquet || hasParquet ? await writeParquet(source) : [];
  const written = [report, ...tables.written, ...inParquet, ...beside];
  for (const name of derivedNames)
    if (!written.some((file) => file.name.replace("/", "") === name))
      writing(name, () => rmSync(join(path, name), { force: true, recursive: true }));
  const { contrasts, attributions } = tables.analysis;
  return { written, contrasts, ...(attributions && { attributions }) };
}
