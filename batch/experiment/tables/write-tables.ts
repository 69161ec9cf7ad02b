import { join } from "node:path";
import { csvLine } from "../../../sim/index.ts";
import { type Analysis, createAnalyzer } from "../../../study/analysis.ts";
import { designRoles } from "../../../study/designs/design-roles.ts";
import type { FailedRun } from "../../../study/report-data.ts";
import { keptTables } from "../../../study/run-tables.ts";
import { createSeriesAnalyzer, type SeriesSummary } from "../../../study/series/series-analyzer.ts";
import { attributionLines } from "../../../study/tables/attribution-table.ts";
import { contrastsLines } from "../../../study/tables/contrasts-table.ts";
import { designLines } from "../../../study/tables/design-table.ts";
import { dictionaryLines } from "../../../study/tables/dictionary.ts";
import { indicesLines } from "../../../study/tables/indices-table.ts";
import {
  type FinishedRun,
  rowsOfRunTable,
  runsColumns,
  runsRow,
  runTableColumnsOf,
  seriesColumns,
  seriesRows,
} from "../../../study/tables/runs-table.ts";
import { seriesSummaryColumns, seriesSummaryRows } from "../../../study/tables/series-summary-table.ts";
import { summaryLines } from "../../../study/tables/summary-table.ts";
import { FileInPlace } from "../../files/replace-file.ts";
import type { LogReader } from "../log/log-reader.ts";
import type { DerivedFile, TableSource } from "./derived-file.ts";
import { readFinishedRuns, valuesByOutcome } from "./finished-runs.ts";

/** How many failed runs a report lists. */
const MOST_FAILURES = 100;

/** The tables that were written, and what the report needs of them. */
export interface Tables extends RunRows {
  readonly written: readonly DerivedFile[];
  readonly analysis: Analysis;
}

/** What was found while writing the rows of runs. */
interface RunRows {
  /** rows of runs.csv */
  readonly runs: number;
  readonly failed: number;
  /** the first failed runs */
  readonly failures: readonly FailedRun[];
  /** undefined if the experiment keeps no series */
  readonly overTime?: SeriesSummary;
}

/**
 * Writes the tables of an experiment from its log, in the order of the design. Each replaces the previous one when it is complete. Only
 * the runs of one design point are in memory.
 *
 * @throws WriteError if the system refuses a write; incomplete files are removed
 */
export function writeTables(source: TableSource): Tables {
  const { plan } = source.index;
  const { experiment, points } = plan;
  const files = new OpenTables(source.folder.path);
  const log = source.log.openReader();
  try {
    const analyzer = createAnalyzer(plan);
    const rows = writeRunRows(source, log, files, (values) => analyzer.add(values));
    const analysis = analyzer.finish();
    files.write("summary.csv", summaryLines({ experiment, points, ...analysis }));
    if (experiment.contrasts !== undefined || analysis.contrasts.length > 0)
      files.write("contrasts.csv", contrastsLines(analysis.contrasts));
    const roles = designRoles(experiment);
    if (roles !== undefined) files.write("design.csv", designLines(plan, roles));
    if (analysis.indices !== undefined) files.write("indices.csv", indicesLines(experiment, analysis.indices));
    if (analysis.attributions !== undefined) files.write("attribution.csv", attributionLines(experiment, analysis.attributions));
    files.write("dictionary.csv", dictionaryLines(experiment));
    return { ...rows, written: files.finish(), analysis };
  } catch (error) {
    files.discard();
    throw error;
  } finally {
    log.close();
  }
}

/** @param analyzePoint receives the values of each point: by arm, outcome and replicate; NaN if a run is missing or has none */
function writeRunRows(
  { index, replicates }: TableSource,
  log: LogReader,
  files: OpenTables,
  analyzePoint: (values: readonly (readonly Float64Array[])[]) => void,
): RunRows {
  const { points, experiment } = index.plan;
  const { arms } = experiment;
  const runs = files.create("runs.csv");
  const series = experiment.series && files.create("series.csv");
  runs.write(csvLine(runsColumns(experiment)));
  series?.write(csvLine(seriesColumns(experiment)));
  const summary = experiment.series && files.create("series-summary.csv");
  summary?.write(csvLine(seriesSummaryColumns(experiment)));
  const kept = keptTables(experiment).map((name) => ({ name, file: files.create(`${name}.csv`) }));
  for (const { name, file } of kept) file.write(csvLine(runTableColumnsOf(experiment, name)));
  const analyzer = createSeriesAnalyzer(index.plan);
  const failures: FailedRun[] = [];
  let count = 0;
  let failed = 0;
  // Each run is written when it is read, so that only its outcomes stay in memory.
  function* writeEach(finished: Iterable<FinishedRun>): Generator<FinishedRun> {
    for (const run of finished) {
      runs.write(csvLine(runsRow(experiment, run)));
      if (run.error === "") analyzer?.add(run.planned.replicate, run.series);
      if (series !== undefined) for (const row of seriesRows(experiment, run)) series.write(csvLine(row));
      for (const { name, file } of kept) for (const row of rowsOfRunTable(experiment, name, run)) file.write(csvLine(row));
      count++;
      if (run.error !== "") failed++;
      if (run.error !== "" && failures.length < MOST_FAILURES) failures.push(asFailed(run));
      yield run;
    }
  }
  for (const point of points.keys()) {
    const values = arms.map((_, arm) => {
      analyzer?.begin(point, arm);
      const finished = readFinishedRuns(index, log, point * arms.length + arm, replicates);
      const own = valuesByOutcome(experiment, writeEach(finished), replicates);
      if (analyzer !== undefined) for (const row of seriesSummaryRows(experiment, analyzer.end())) summary?.write(csvLine(row));
      return own;
    });
    analyzePoint(values);
  }
  const overTime = analyzer?.finish();
  return { runs: count, failed, failures, ...(overTime && { overTime }) };
}

function asFailed({ planned, error }: FinishedRun): FailedRun {
  const { id, arm, point, replicate, seed } = planned;
  return { id, arm: arm.name, point, replicate, seed, error };
}

/** New tables, which replace the previous ones together when all are complete. */
class OpenTables {
  readonly #folder: string;
  readonly #open: { readonly name: string; readonly file: FileInPlace }[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  create(name: string): FileInPlace {
    const file = new FileInPlace(join(this.#folder, name));
    this.#open.push({ name, file });
    return file;
  }

  write(name: string, lines: Iterable<string>): void {
    const file = this.create(name);
    for (const line of lines) file.write(line);
  }

  finish(): DerivedFile[] {
    return this.#open.map(({ name, file }) => ({ name, bytes: file.finish() }));
  }

  discard(): void {
    for (const { file } of this.#open) file.discard();
  }
}
