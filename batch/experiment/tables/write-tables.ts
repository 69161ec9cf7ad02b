import { join } from "node:path";
import { csvLine } from "../../../sim/index.ts";
import { type Analysis, createAnalyzer } from "../../../study/analysis.ts";
import { designRoles } from "../../../study/designs/design-roles.ts";
import type { FailedRun } from "../../../study/report-data.ts";
import { designLines } from "../../../study/tables/design-table.ts";
import { dictionaryLines } from "../../../study/tables/dictionary.ts";
import { indicesLines } from "../../../study/tables/indices-table.ts";
import { type FinishedRun, runsColumns, runsRow, seriesColumns, seriesRows } from "../../../study/tables/runs-table.ts";
import { summaryLines } from "../../../study/tables/summary-table.ts";
import { FileInPlace } from "../../files/replace-file.ts";
import type { ExperimentFolder } from "../folder/experiment-folder.ts";
import { LogReader } from "../log/log-reader.ts";
import { LOG } from "../log/logged-runs.ts";
import type { RunIndex } from "../log/run-index.ts";
import { finishedRuns } from "./finished-runs.ts";

/** Failed runs that a report names. */
const FAILURES_TOLD = 100;

/** A file that was written. */
export interface WrittenTable {
  readonly name: string;
  readonly bytes: number;
}

/** What came of writing the tables. */
export interface Tables {
  readonly written: readonly WrittenTable[];
  readonly analysis: Analysis;
  /** rows of runs.csv */
  readonly runs: number;
  readonly failed: number;
  /** the first of them */
  readonly failures: readonly FailedRun[];
}

/**
 * Writes the tables of an experiment from its log, in the order of the design: each takes the place of the one that was there when it
 * is whole. The runs of one design point are all that is in memory.
 *
 * @param replicates the first so many of each combination
 * @throws WriteError where the system refuses; files that are not whole are not there
 */
export function writeTables(folder: ExperimentFolder, index: RunIndex, replicates: number): Tables {
  const { plan } = index;
  const { experiment } = plan;
  const files = new OpenTables(folder.path);
  const log = new LogReader(join(folder.path, LOG));
  try {
    const runs = files.create("runs.csv");
    const series = experiment.series && files.create("series.csv");
    runs.write(csvLine(runsColumns(experiment)));
    series?.write(csvLine(seriesColumns(experiment)));
    const analyzer = createAnalyzer(plan);
    const failures: FailedRun[] = [];
    let count = 0;
    let failed = 0;
    for (let point = 0; point < plan.points.length; point++) {
      const values = experiment.arms.map((_, arm) => {
        const columns = experiment.outcomes.map(() => new Float64Array(replicates).fill(Number.NaN));
        for (const run of finishedRuns(index, log, point * experiment.arms.length + arm, replicates)) {
          runs.write(csvLine(runsRow(experiment, run)));
          for (const row of series === undefined ? [] : seriesRows(experiment, run)) series?.write(csvLine(row));
          for (const [at, { name }] of experiment.outcomes.entries())
            columns[at][run.planned.replicate - 1] = run.values[name] ?? Number.NaN;
          count++;
          if (run.error === "") continue;
          failed++;
          if (failures.length < FAILURES_TOLD) failures.push(asFailed(run));
        }
        return columns;
      });
      analyzer.add(values);
    }
    const analysis = analyzer.finish();
    const write = (name: string, lines: Iterable<string>) => {
      const file = files.create(name);
      for (const line of lines) file.write(line);
    };
    write("summary.csv", summaryLines({ experiment, points: plan.points, ...analysis }));
    const roles = designRoles(experiment);
    if (roles !== undefined) write("design.csv", designLines(plan, roles));
    if (analysis.indices !== undefined) write("indices.csv", indicesLines(experiment, analysis.indices));
    write("dictionary.csv", dictionaryLines(experiment));
    return { written: files.finish(), analysis, runs: count, failed, failures };
  } catch (error) {
    files.discard();
    throw error;
  } finally {
    log.close();
  }
}

function asFailed({ planned, error }: FinishedRun): FailedRun {
  const { id, arm, point, replicate, seed } = planned;
  return { id, arm: arm.name, point, replicate, seed, error };
}

/** Tables that are being written and take their places together, when all are whole. */
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

  finish(): WrittenTable[] {
    return this.#open.map(({ name, file }) => ({ name, bytes: file.finish() }));
  }

  discard(): void {
    for (const { file } of this.#open) file.discard();
  }
}
