import { InputError } from "../../../sim/index.ts";
import type { Plan } from "../../../study/plan.ts";
import { workOrder } from "../../../study/plan.ts";
import { arrayList } from "../../slurm/array-list.ts";
import { type ExperimentFolder, isExperiment, shardsIn } from "../folder/experiment-folder.ts";
import { readRecordOf, shardOfRecord } from "../folder/experiment-record.ts";
import { holderOf } from "../folder/folder-lock.ts";
import { openExperiment } from "../folder/open-experiment.ts";
import { DONE, FAILED } from "../log/run-index.ts";

/** How far the runs of a folder are. */
export interface Progress {
  readonly planned: number;
  /** failed ones included */
  readonly done: number;
  readonly failed: number;
  /** who is at work there, as far as can be told */
  readonly at_work?: { readonly pid: number; readonly host: string };
}

/** The shards of an experiment in one division. */
export interface ShardsStatus {
  readonly of: number;
  readonly complete: number;
  /** numbers of shards that have no folder */
  readonly missing: readonly number[];
  /** numbers of shards that have runs to do */
  readonly unfinished: readonly number[];
  /** both as Slurm takes them behind `--array=`; empty where all are complete */
  readonly array: string;
  readonly shards: readonly (Progress & { readonly shard: number })[];
}

/** What `weakties status` tells. */
export interface Status {
  readonly folder: string;
  readonly question: string;
  /** of the folder itself, which may be a shard; undefined where it has only shards yet */
  readonly whole?: Progress;
  readonly shards: readonly ShardsStatus[];
}

/**
 * Looks how far an experiment is. Nothing is changed, and others may be at work.
 *
 * @throws InputError where the folder holds neither an experiment nor shards of one
 */
export function readStatus(folder: ExperimentFolder): Status {
  const shards = shardsIn(folder).filter(({ folder: own }) => isExperiment(own.path));
  if (!isExperiment(folder.path) && shards.length === 0)
    throw new InputError([`${folder.name} must be the folder of an experiment, or of its shards`]);
  // All shards of an experiment have one plan, which takes a moment where it is large.
  const plans = new Map<string, Plan>();
  let question = "";
  const progressOf = (own: ExperimentFolder, shard?: { number: number; of: number }): Progress => {
    const { recorded, plan, logged, replicates } = openExperiment(own, plans.get(String(readRecordOf(own)?.hash)));
    plans.set(String(recorded.record.hash), plan);
    question = recorded.experiment.question;
    const counts = { planned: 0, done: 0, failed: 0 };
    for (const number of workOrder(plan, shard)) {
      if (number % plan.experiment.replicates >= replicates) continue;
      const state = logged.index.state[number];
      counts.planned++;
      counts.done += +(state === DONE || state === FAILED);
      counts.failed += +(state === FAILED);
    }
    const holder = holderOf(own.path);
    return { ...counts, ...(holder && { at_work: { pid: holder.pid, host: holder.host } }) };
  };
  const whole = isExperiment(folder.path) ? progressOf(folder, shardOfRecord(readRecordOf(folder) ?? {})) : undefined;
  const divisions = [...new Set(shards.map(({ shard }) => shard.of))];
  const status = divisions.map((of) =>
    shardsStatus(
      of,
      shards
        .filter(({ shard }) => shard.of === of)
        .map(({ shard, folder: own }) => ({ shard: shard.number, ...progressOf(own, shard) })),
    ),
  );
  return { folder: folder.name, question, ...(whole && { whole }), shards: status };
}

function shardsStatus(of: number, shards: readonly (Progress & { readonly shard: number })[]): ShardsStatus {
  const there = new Set(shards.map(({ shard }) => shard));
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((shard) => !there.has(shard));
  const unfinished = shards.filter(({ done, planned }) => done < planned).map(({ shard }) => shard);
  const toDo = [...missing, ...unfinished].sort((a, b) => a - b);
  return { of, complete: of - toDo.length, missing, unfinished, array: arrayList(toDo), shards };
}
