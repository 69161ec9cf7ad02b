import { join } from "node:path";
import { VERSION } from "../../../sim/index.ts";
import type { ReportData } from "../../../study/report-data.ts";
import { replaceFile } from "../../files/replace-file.ts";
import type { ExperimentFolder } from "../folder/experiment-folder.ts";
import type { ExperimentRecord } from "../folder/experiment-record.ts";
import type { RunIndex } from "../log/run-index.ts";
import type { Tables, WrittenTable } from "./write-tables.ts";

const REPORT = "report.html";

/**
 * Writes the report of an experiment, from the tables that have just been written and its record.
 *
 * @param replicates as the tables have them
 */
export async function writeReport(
  folder: ExperimentFolder,
  { plan }: RunIndex,
  record: ExperimentRecord,
  tables: Tables,
  replicates: number,
): Promise<WrittenTable> {
  const { reportHtml } = await import("../../../report/report-html.ts");
  const text = await reportHtml(
    reportData(plan.experiment, plan.points, plan.combinations * replicates, record, tables, replicates),
  );
  return { name: REPORT, bytes: replaceFile(join(folder.path, REPORT), text) };
}

function reportData(
  experiment: ReportData["experiment"],
  points: ReportData["points"],
  planned: number,
  record: ExperimentRecord,
  { analysis, runs, failed, failures }: Tables,
  replicatesUsed: number,
): ReportData {
  const { hash, files, network, agents, until_precision: untilPrecision } = record as Readonly<Record<string, never>>;
  return {
    experiment,
    version: VERSION,
    hash: String(hash),
    points,
    ...analysis,
    progress: { planned, done: runs, failed, replicatesUsed, untilPrecision },
    failures,
    people: (files as { found?: string } | undefined)?.found,
    files: [network, agents].filter((file) => file !== undefined),
    repeat: repeatCommands(untilPrecision),
  };
}

/** The record is an experiment file itself, so that a folder is all it takes. */
function repeatCommands(untilPrecision: number | undefined): string[] {
  const precision = untilPrecision === undefined ? "" : ` --until-precision ${untilPrecision}`;
  return [
    `npx weakties experiment experiment.json --out again${precision}`,
    "npx weakties status . --run ID > run.json",
    "npx weakties run --config run.json --out one-run",
  ];
}
