import { formatNumber } from "../../../sim/index.ts";
import { countThings, formatBytes } from "../../text/amounts.ts";
import type { FolderStatus, ShardsStatus, Status } from "./read-status.ts";

/** How many unfinished shards to list. */
const MOST_LISTED = 20;

/** The status of an experiment, for a person. */
export function statusText({ folder, question, whole, shards, contrasts }: Status): string {
  const parts = [question === "" ? folder : `${folder}: ${question}`];
  if (whole !== undefined) parts.push(wholeText(whole));
  if (contrasts !== undefined) parts.push(contrasts.map(({ text }) => text).join("\n"));
  const isWhole = whole !== undefined && whole.done === whole.planned;
  for (const division of shards) parts.push(shardsText(division, folder, isWhole));
  return `${parts.join("\n\n")}\n`;
}

function wholeText(status: FolderStatus): string {
  const { planned, done, failed, at_work: worker, burn_ins: burnIns } = status;
  const lines = [`${formatNumber(done)} of ${countThings(planned, "run")} finished, ${formatNumber(failed)} failed`];
  if (burnIns !== undefined)
    lines.push(`${countThings(burnIns.count, "burn-in")} kept for the runs that are left: ${formatBytes(burnIns.bytes)}`);
  if (worker !== undefined) lines.push(`process ${worker.pid} on ${worker.host} is working on it`);
  else if (done < planned) lines.push("no process is working on it: run the same `weakties experiment` command again to resume");
  return lines.join("\n");
}

/** @param isWhole whether the shards are already merged */
function shardsText({ of, complete, missing, unfinished, array, shards }: ShardsStatus, folder: string, isWhole: boolean): string {
  const failed = shards.reduce((sum, shard) => sum + shard.failed, 0);
  const lines = [`${formatNumber(complete)} of ${countThings(of, "shard")} complete, ${countThings(failed, "failed run")}`];
  const open = shards.filter((one) => unfinished.includes(one.shard));
  for (const { shard, done, planned, at_work: worker } of open.slice(0, MOST_LISTED)) {
    const who = worker === undefined ? "" : `, process ${worker.pid} on ${worker.host} is working on it`;
    lines.push(`  shard ${shard}: ${formatNumber(done)} of ${countThings(planned, "run")} finished${who}`);
  }
  if (open.length > MOST_LISTED) lines.push(`  and ${formatNumber(open.length - MOST_LISTED)} more unfinished shards`);
  if (missing.length > 0) lines.push(`  not started: ${missing.length === of ? "all" : formatNumber(missing.length)}`);
  if (array !== "") lines.push(`to run these shards with Slurm: --array=${array}`);
  else if (!isWhole) lines.push(`to merge them: weakties merge ${folder}`);
  return lines.join("\n");
}
