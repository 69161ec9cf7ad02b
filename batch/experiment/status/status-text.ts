import { grouped } from "../../run/run-progress.ts";
import type { Progress, ShardsStatus, Status } from "./read-status.ts";

/** So many unfinished shards are told one by one. */
const TOLD = 20;

/** How far an experiment is, for a person. */
export function statusText({ folder, question, whole, shards }: Status): string {
  const parts = [question === "" ? folder : `${folder}: ${question}`];
  if (whole !== undefined) parts.push(progressText(whole));
  const isWhole = whole !== undefined && whole.done === whole.planned;
  for (const division of shards) parts.push(shardsText(division, folder, isWhole));
  return `${parts.join("\n\n")}\n`;
}

function progressText({ planned, done, failed, at_work: atWork }: Progress): string {
  const lines = [`${grouped(done)} of ${grouped(planned)} runs done, ${grouped(failed)} failed`];
  if (atWork !== undefined) lines.push(`process ${atWork.pid} on ${atWork.host} is at work`);
  else if (done < planned) lines.push("nobody is at work: the command that began it goes on");
  return lines.join("\n");
}

/** @param isWhole whether the shards are together already */
function shardsText({ of, complete, missing, unfinished, array, shards }: ShardsStatus, folder: string, isWhole: boolean): string {
  const failed = shards.reduce((sum, shard) => sum + shard.failed, 0);
  const lines = [`${grouped(complete)} of ${grouped(of)} shards complete, ${grouped(failed)} failed runs in them`];
  for (const { shard, done, planned, at_work: atWork } of shards.filter((one) => unfinished.includes(one.shard)).slice(0, TOLD))
    lines.push(
      `  shard ${shard}: ${grouped(done)} of ${grouped(planned)} runs${atWork === undefined ? "" : `, process ${atWork.pid} on ${atWork.host} is at work`}`,
    );
  if (unfinished.length > TOLD) lines.push(`  and ${unfinished.length - TOLD} more unfinished ones`);
  if (missing.length > 0) lines.push(`  missing: ${missing.length === of ? "all" : missing.length}`);
  if (array !== "") lines.push(`to run these (again) with Slurm: --array=${array}`);
  else if (!isWhole) lines.push(`to put them together: weakties merge ${folder}`);
  return lines.join("\n");
}
