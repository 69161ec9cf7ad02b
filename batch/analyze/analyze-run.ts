import { waveTicks } from "../../formats/export/replay-waves.ts";
import { advance, csvLine, stateHash, tickOf } from "../../sim/index.ts";
import type { AnalysisRow } from "../../study/run-analysis/analysis-row.ts";
import {
  type AnalysisTable,
  analysisColumns,
  analysisLine,
  closureLine,
  measureLines,
  removalLine,
} from "../../study/run-analysis/analysis-tables.ts";
import { createRunAnalyzer, type WaveAnalysis } from "../../study/run-analysis/run-analyzer.ts";
import { checkEnd } from "../export/export-run.ts";
import type { TextFile } from "../files/text-file.ts";
import type { OutputFolder } from "../run/check-run-folder.ts";
import type { RunCallbacks } from "../run/make-run.ts";
import type { PlannedRun } from "../run/plan-run.ts";
import { RunFolder } from "../run/run-folder.ts";
import { startRun } from "../run/start-run.ts";

export interface AnalyzeOptions {
  /** ticks between two waves; there is also a wave at the start and at the end */
  readonly every: number;
  /** shuffles of each kind at each wave */
  readonly shuffles: number;
  readonly callbacks: RunCallbacks;
}

/** What was written, and the rows of the last wave. */
interface Analyzed {
  readonly files: readonly TextFile[];
  readonly last: readonly AnalysisRow[];
}

/**
 * Replays a run and writes the tables of its analysis. The folder appears once all of them are complete. If anything goes wrong,
 * nothing remains.
 *
 * @throws InputError if the replay ends in another state than the recorded run
 */
export async function analyzeRun(planned: PlannedRun, output: OutputFolder, options: AnalyzeOptions): Promise<Analyzed> {
  const folder = new RunFolder(output);
  try {
    const names = Object.keys(analysisColumns) as AnalysisTable[];
    const files = new Map(names.map((name) => [name, folder.create(name)]));
    const write = (name: AnalysisTable, text: string) => files.get(name)?.write(text);
    for (const name of names) write(name, csvLine(analysisColumns[name]));
    for (const line of measureLines()) write("measures.csv", line);
    const last = await replay(planned, options, ({ rows, removal, closure }) => {
      for (const row of rows) write("analysis.csv", analysisLine(row));
      for (const point of removal) write("removal.csv", removalLine(point));
      for (const point of closure) write("closure.csv", closureLine(point));
    });
    for (const file of files.values()) file.close();
    folder.publish();
    return { files: [...files.values()], last };
  } catch (error) {
    folder.discard();
    throw error;
  }
}

/** @returns the rows of the last wave */
async function replay(
  planned: PlannedRun,
  { every, shuffles, callbacks }: AnalyzeOptions,
  onWave: (wave: WaveAnalysis) => void,
): Promise<readonly AnalysisRow[]> {
  const { setup, plan } = planned;
  const run = startRun(setup);
  while (tickOf(run) < 0) {
    advance(run);
    callbacks.report(tickOf(run));
    await callbacks.pause();
  }
  const analyzer = createRunAnalyzer(run, { ticks: waveTicks(plan.ticks, every), shuffles, seed: setup.seed });
  for (;;) {
    const wave = analyzer.observe();
    if (wave !== undefined) onWave(wave);
    callbacks.report(tickOf(run));
    await callbacks.pause();
    if (tickOf(run) >= plan.ticks) {
      checkEnd(planned, stateHash(run));
      return wave?.rows ?? [];
    }
    advance(run);
  }
}
