import { join } from "node:path";
import { formatNumber } from "../../../sim/index.ts";
import { attributionSentences } from "../../../study/attribution/attribution-text.ts";
import { verdictLine } from "../../../study/contrasts/answer-text.ts";
import { CONFIDENCE } from "../../../study/contrasts/contrast.ts";
import type { JudgedContrast } from "../../../study/contrasts/contrast-analyzer.ts";
import type { Experiment } from "../../../study/experiment.ts";
import type { Shard } from "../../../study/plan.ts";
import { countThings, formatBytes } from "../../text/amounts.ts";
import type { ExperimentFolder } from "../folder/experiment-folder.ts";
import { BURN_INS, CHECKPOINTS, countStates } from "../folder/state-files.ts";
import type { LoggedRuns } from "../log/experiment-log.ts";
import { MISSING, PARTIAL } from "../log/run-index.ts";
import type { PlannedExperiment } from "../plan/plan-experiment.ts";
import { filesText } from "../tables/derived-file.ts";
import type { DerivedFiles } from "../tables/write-derived-files.ts";
import type { Performed } from "./perform-experiment.ts";

/** Lines for a person before the work starts: how much there is to do, and how much is already done. */
export function sizeLines(
  { plan, burnIns }: Pick<PlannedExperiment, "plan" | "burnIns">,
  { index, damaged, others, shorter }: LoggedRuns,
  shard: Shard | undefined,
): string[] {
  const { points, experiment, runs } = plan;
  const { arms, replicates, settled } = experiment;
  const factors = [
    countThings(points.length, "design point"),
    countThings(arms.length, "arm"),
    countThings(replicates, "replicate"),
  ];
  const lines = [
    `${factors.join(" × ")} = ${countThings(runs, "run")}${shard === undefined ? "" : `; this is shard ${shard.number} of ${shard.of}`}`,
  ];
  if (settled !== undefined) {
    const worlds = new Set(burnIns).size * replicates;
    lines.push(`each run starts after a burn-in of ${countThings(settled, "tick")}: ${countThings(worlds, "burn-in")} in all`);
  }
  const recorded = runs - index.count(MISSING);
  const partial = index.count(PARTIAL);
  if (recorded > 0) lines.push(`${areRuns(recorded)} already recorded`);
  if (partial > 0)
    lines.push(`${areRuns(partial)} made again, because the experiment asks for more: each must give the same result as before`);
  if (shorter > 0)
    lines.push(
      `${areRuns(shorter)} recorded with fewer ticks: ${shorter === 1 ? "it continues from its checkpoint, or starts again without one" : "each continues from its checkpoint, or starts again without one"}`,
    );
  if (others > 0) lines.push(`${areRuns(others)} no longer in the design: log.jsonl keeps them, the tables leave them out`);
  if (damaged > 0)
    lines.push(
      `log.jsonl has ${countThings(damaged, "damaged line")}: ${damaged === 1 ? "its run is" : "their runs are"} made again`,
    );
  return lines;
}

function areRuns(number: number): string {
  return `${countThings(number, "run")} ${number === 1 ? "is" : "are"}`;
}

/** What a folder holds for the runs that are left. */
function keptText({ count, bytes }: { readonly count: number; readonly bytes: number }): string {
  return `The folder keeps ${countThings(count, "burn-in")} for the runs that are left: ${formatBytes(bytes)}.`;
}

/** What the folder holds for longer runs. */
function checkpointsText({ count, bytes }: { readonly count: number; readonly bytes: number }): string {
  return `The folder keeps the checkpoints of ${countThings(count, "run")}: ${formatBytes(bytes)}. Raise ticks and the runs continue from there; without that plan, remove checkpoints/ or use --no-checkpoints.`;
}

/** The summary for a person at the end. */
export function summaryText(
  folder: ExperimentFolder,
  performed: Performed,
  { written, contrasts, attributions }: DerivedFiles,
  isStopped: boolean,
): string {
  const { planned, done, failed, replicates, index, made, continued, burnIns } = performed;
  const most = index.plan.experiment.replicates;
  const isEnough = replicates < most;
  const precision = isEnough
    ? `The results are precise enough after ${formatNumber(replicates)} of ${countThings(most, "replicate")}, so later replicates don't count. `
    : "";
  const which = isEnough ? " that count" : "";
  const worlds = burnIns.made > 0 ? ` after ${countThings(burnIns.made, "burn-in")}` : "";
  const from = continued > 0 ? `, ${formatNumber(continued)} of them from checkpoints` : "";
  const parts = [
    `Made ${countThings(made, "run")}${worlds}${from}. ${precision}${formatNumber(done)} of ${countThings(planned, "run")}${which} finished, ${formatNumber(failed)} failed.`,
  ];
  const { experiment } = index.plan;
  const { confidence = CONFIDENCE } = experiment;
  const shares = attributions === undefined ? [] : attributionSentences(experiment, attributions, confidence);
  const answers = [...shares, ...verdictLines(experiment, contrasts)];
  if (answers.length > 0) parts.push(answers.join("\n"));
  if (failed > 0) parts.push("runs.csv lists the error of each failed run. To make these runs again, add --again failed.");
  if (isStopped) parts.push("Stopped. Run the same command again to resume.");
  const kept = countStates(join(folder.path, BURN_INS));
  if (kept.count > 0) parts.push(keptText(kept));
  const checkpoints = countStates(join(folder.path, CHECKPOINTS));
  if (checkpoints.count > 0) parts.push(checkpointsText(checkpoints));
  parts.push(filesText(folder, written));
  return `${parts.join("\n\n")}\n`;
}

/** A line for each contrast of the experiment file. */
function verdictLines({ confidence = CONFIDENCE }: Experiment, contrasts: readonly JudgedContrast[]): string[] {
  return contrasts.filter(({ origin }) => origin === "file").map((contrast) => verdictLine(contrast, confidence));
}
