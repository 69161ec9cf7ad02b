import { formatNumber } from "../../../sim/index.ts";
import type { Plan } from "../../../study/plan.ts";
import { levelText } from "../../../study/tables/factor-text.ts";
import { countThings, formatBytes, formatDuration } from "../../text/amounts.ts";
import { alignColumns } from "../../text/columns.ts";
import { textWidth, wrap } from "../../text/wrap.ts";
import type { BegunExperiment } from "../work/begin-experiment.ts";
import type { ExperimentFlags } from "../work/experiment-flags.ts";
import { sizeLines } from "../work/experiment-summary.ts";
import type { Estimate, Left, PlannedTable } from "./estimate.ts";
import type { TimedRun } from "./time-run.ts";

/** How many design points are listed. */
const MOST_POINTS = 20;

/** The size of an experiment, its points, arms and columns: what is known before a run is made. */
export function planText(
  { planned, folder, logged }: BegunExperiment,
  tables: readonly PlannedTable[],
  left: Left,
  { shard }: Pick<ExperimentFlags, "shard">,
): string {
  const { plan } = planned;
  const { arms, factors, ticks } = plan.experiment;
  const size = [...sizeLines(planned, logged, shard), `each run has ${countThings(ticks, "tick")}`];
  const burnIns = left.burnIns > 0 ? ` and ${countThings(left.burnIns, "burn-in")}` : "";
  size.push(`left to make for ${folder.name}: ${countThings(left.runs, "run")}${burnIns}`);
  const parts = [size.join("\n"), ["Arms", ...lines(arms.map(({ name }) => name).join(", "))].join("\n")];
  if (factors.length > 0) parts.push(pointsText(plan));
  for (const { name, columns } of tables) parts.push([`Columns of ${name}`, ...lines(columns.join(", "))].join("\n"));
  return parts.join("\n\n");
}

function pointsText({ experiment: { factors }, points }: Plan): string {
  const names = factors.map(({ name }) => name);
  const rows = points
    .slice(0, MOST_POINTS)
    .map((point, at) => [formatNumber(at + 1), ...names.map((name) => levelText(point[name] ?? ""))]);
  const more = points.length > MOST_POINTS ? [`  and ${formatNumber(points.length - MOST_POINTS)} more`] : [];
  return ["Design points", alignColumns([["", ...names], ...rows]), ...more].join("\n");
}

/** How long an experiment takes and how much it writes, and what this is known from. */
export function estimateText(
  run: TimedRun,
  { seconds, files, bytes, burnInBytes }: Estimate,
  left: Left,
  { jobs, cores }: Pick<ExperimentFlags, "jobs"> & { readonly cores: number },
): string {
  const { arm, replicate, id } = run.planned;
  const burnIn = run.burnIn === undefined ? "" : `, after ${secondsText(run.burnIn.seconds)} for its burn-in`;
  const times = run.times > 1 ? ` (median of ${formatNumber(run.times)})` : "";
  const timed = `Timed run ${id}, design point 1, arm ${arm.name}, replicate ${replicate}: ${secondsText(run.seconds)}${times}${burnIn}.`;
  const on = jobs > cores ? ` on ${countThings(cores, "core")}` : "";
  const whole = `If all runs are like it, the ${countThings(left.runs, "run")} left to make take about ${formatDuration(seconds)} with ${countThings(jobs, "job")}${on}, and all results take about ${formatBytes(bytes)}:`;
  const rows = files.map((file) => [
    file.name,
    file.rows === undefined ? "" : countThings(file.rows, "row"),
    formatBytes(file.bytes),
  ]);
  const kept = burnInBytes > 0 ? ` While it works, burn-ins take about ${formatBytes(burnInBytes)}.` : "";
  const rest = `Report, figures, summaries and Parquet files come on top.${kept} Other points and arms can need more or less. Nothing was written.`;
  return [...lines(timed, ""), "", ...lines(whole, ""), alignColumns(rows), "", ...lines(rest, "")].join("\n");
}

/** Three digits are more than enough. */
function secondsText(seconds: number): string {
  return seconds < 10 ? `${Number(seconds.toPrecision(2))} s` : formatDuration(seconds);
}

function lines(text: string, indent = "  "): string[] {
  return wrap(text, textWidth(), indent);
}
