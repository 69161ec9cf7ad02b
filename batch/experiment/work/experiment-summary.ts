import { formatNumber } from "../../../sim/index.ts";
import type { Plan, Shard } from "../../../study/plan.ts";
import { countThings } from "../../text/amounts.ts";
import type { ExperimentFolder } from "../folder/experiment-folder.ts";
import type { LoggedRuns } from "../log/experiment-log.ts";
import { MISSING, PARTIAL } from "../log/run-index.ts";
import { type DerivedFile, filesText } from "../tables/derived-file.ts";
import type { Performed } from "./perform-experiment.ts";

/** Lines for a person before the work starts: how much there is to do, and how much is already done. */
export function sizeLines(plan: Plan, { index, damaged, others }: LoggedRuns, shard: Shard | undefined): string[] {
  const { points, experiment, runs } = plan;
  const { arms, replicates } = experiment;
  const factors = [
    countThings(points.length, "design point"),
    countThings(arms.length, "arm"),
    countThings(replicates, "replicate"),
  ];
  const lines = [
    `${factors.join(" × ")} = ${countThings(runs, "run")}${shard === undefined ? "" : `; this is shard ${shard.number} of ${shard.of}`}`,
  ];
  const recorded = runs - index.count(MISSING);
  const partial = index.count(PARTIAL);
  if (recorded > 0) lines.push(`${areRuns(recorded)} already recorded`);
  if (partial > 0)
    lines.push(`${areRuns(partial)} made again, because the experiment asks for more: each must give the same result as before`);
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

/** The summary for a person at the end. */
export function summaryText(
  folder: ExperimentFolder,
  performed: Performed,
  written: readonly DerivedFile[],
  isStopped: boolean,
): string {
  const { planned, done, failed, replicates, index, made } = performed;
  const most = index.plan.experiment.replicates;
  const precision =
    replicates < most
      ? `The results are precise enough after ${replicates} of ${most} replicates, so only their ${countThings(planned, "run")} ${planned === 1 ? "counts" : "count"}. `
      : "";
  const parts = [
    `Made ${countThings(made, "run")}. ${precision}${formatNumber(done)} of ${countThings(planned, "run")} finished, ${formatNumber(failed)} failed.`,
  ];
  if (failed > 0) parts.push("runs.csv lists the error of each failed run. To make these runs again, add --again failed.");
  if (isStopped) parts.push("Stopped. Run the same command again to resume.");
  parts.push(filesText(folder, written));
  return `${parts.join("\n\n")}\n`;
}
