import type { Plan, Shard } from "../../../study/plan.ts";
import { grouped } from "../../run/run-progress.ts";
import { aligned, size } from "../../text/columns.ts";
import type { ExperimentFolder } from "../folder/experiment-folder.ts";
import type { LoggedRuns } from "../log/logged-runs.ts";
import { MISSING, PARTIAL } from "../log/run-index.ts";
import type { WrittenTable } from "../tables/write-tables.ts";
import type { Performed } from "./perform-experiment.ts";

/** What a person is told before the work begins: how much it is, and how much of it is done. */
export function sizeText(plan: Plan, { index, damaged, others }: LoggedRuns, shard: Shard | undefined): string[] {
  const { points, experiment, runs } = plan;
  const { arms, replicates } = experiment;
  const of = [counted(points.length, "design point"), counted(arms.length, "arm"), counted(replicates, "replicate")].join(" × ");
  const lines = [`${of} = ${counted(runs, "run")}${shard === undefined ? "" : `, of which shard ${shard.number} of ${shard.of}`}`];
  const recorded = runs - index.count(MISSING);
  if (recorded > 0) lines.push(`${counted(recorded, "run")} recorded already`);
  const partial = index.count(PARTIAL);
  if (partial > 0) lines.push(`${counted(partial, "run")} of them made again, for what is new: each must come out the same`);
  if (others > 0)
    lines.push(`${counted(others, "recorded run")} no longer in the design: kept in log.jsonl, left out of the tables`);
  if (damaged > 0) lines.push(`${counted(damaged, "line")} of log.jsonl damaged: the runs are made again`);
  return lines;
}

/** What a person is told in the end. */
export function resultsText(
  folder: ExperimentFolder,
  performed: Performed,
  written: readonly WrittenTable[],
  stopped: boolean,
): string {
  const { planned, done, failed, replicates, index, made } = performed;
  const most = index.plan.experiment.replicates;
  const parts = [
    `${grouped(done + failed)} of ${counted(planned, "run")} done, ${grouped(made)} of them now, ${grouped(failed)} failed`,
  ];
  if (replicates < most) parts[0] += `; precise enough after ${replicates} of ${most} replicates`;
  if (failed > 0) parts.push("Failed runs have their error in runs.csv; --again failed makes them again.");
  if (stopped) parts.push("Stopped. The same command goes on.");
  parts.push(tablesText(folder, written));
  return `${parts.join("\n\n")}\n`;
}

/** A folder and the files that have been written into it. */
export function tablesText(folder: ExperimentFolder, written: readonly WrittenTable[]): string {
  return [folder.name, ...(written.length === 0 ? [] : [aligned(written.map(({ name, bytes }) => [name, size(bytes)]))])].join(
    "\n",
  );
}

function counted(number: number, thing: string): string {
  return `${grouped(number)} ${thing}${number === 1 ? "" : "s"}`;
}
