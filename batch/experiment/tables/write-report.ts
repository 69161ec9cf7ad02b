import { join } from "node:path";
import { VERSION } from "../../../sim/index.ts";
import type { PrecisionTarget } from "../../../study/precision.ts";
import type { ReportData } from "../../../study/report-data.ts";
import { replaceFile } from "../../files/replace-file.ts";
import { makerText } from "../../run/makers.ts";
import { shellQuoted } from "../../text/shell-quoted.ts";
import { moveReference, pathFrom, RECORD } from "../folder/experiment-record.ts";
import type { DerivedFile, TableSource } from "./derived-file.ts";
import { writeFigures } from "./write-figures.ts";
import type { Tables } from "./write-tables.ts";

const REPORT = "report.html";

/**
 * Writes the report of an experiment from its record and from the tables that were just written, and what stands beside it: the figures
 * with their data, and programs in R and Python.
 */
export async function writeReport(source: TableSource, tables: Tables): Promise<{ report: DerivedFile; beside: DerivedFile[] }> {
  // The libraries for figures load only if a report is written.
  const { reportFiles } = await import("../../../report/report-files.ts");
  const { html, figures, scripts } = await reportFiles(reportData(source, tables));
  const { path } = source.folder;
  const write = (name: string, text: string): DerivedFile => ({ name, bytes: replaceFile(join(path, name), text) });
  const report = write(REPORT, html);
  const beside = figures.length === 0 ? [] : [writeFigures(path, figures)];
  return { report, beside: [...beside, ...Object.entries(scripts).map(([name, text]) => write(name, text))] };
}

function reportData(
  { index, record, replicates, folder, results }: TableSource,
  { analysis, runs, failed, failures, overTime }: Tables,
): ReportData {
  const { experiment, points, combinations } = index.plan;
  const { hash, files, network, agents, until_precision: untilPrecision } = record;
  return {
    experiment,
    version: VERSION,
    makers: (record.made_by ?? []).map(makerText),
    hash,
    points,
    ...analysis,
    progress: {
      planned: combinations * replicates,
      done: runs,
      failed,
      replicatesUsed: replicates,
      ...(untilPrecision !== undefined && { untilPrecision }),
    },
    failures,
    ...(overTime && { overTime }),
    ...(files !== undefined && { people: files.found }),
    files: [network, agents].flatMap((file) => (file === undefined ? [] : [moveReference(file, results, folder)])),
    repeat: repeatCommands(pathFrom(folder, results.path), untilPrecision),
  };
}

/**
 * The record is an experiment file itself, so the folder with the results is all a reader needs.
 *
 * @param path of that folder, from the report; empty if the report is in it
 */
function repeatCommands(path: string, untilPrecision: PrecisionTarget | undefined): string[] {
  const precision = untilPrecision === undefined ? "" : ` --until-precision ${untilPrecision}`;
  return [
    `npx weakties experiment ${shellQuoted(join(path, RECORD))} --out again${precision}`,
    `npx weakties status ${shellQuoted(path || ".")} --run ID > run.json`,
    "npx weakties run --config run.json --out one-run",
  ];
}
