import { join } from "node:path";
import { InputError } from "../../../sim/index.ts";
import { workOrder } from "../../../study/plan.ts";
import { FileInPlace } from "../../files/replace-file.ts";
import { type Maker, uniteMakers } from "../../run/makers.ts";
import type { ExperimentFolder } from "../folder/experiment-folder.ts";
import { type ExperimentRecord, moveReference, writeRecord } from "../folder/experiment-record.ts";
import type { ExperimentResults } from "../folder/experiment-results.ts";
import { describeForeignFolder, type Results } from "../folder/open-results.ts";
import { CHECKPOINTS, copyStates } from "../folder/state-files.ts";
import { ExperimentLog } from "../log/experiment-log.ts";
import { encodeEntry } from "../log/log-entry.ts";
import { MISSING } from "../log/run-index.ts";
import type { TableSource } from "../tables/derived-file.ts";
import type { CompleteShard, ShardSet } from "./find-shards.ts";

/**
 * Merges shards into a locked folder: writes the record of the whole experiment and one log.
 *
 * @param before what the folder holds so far
 * @returns what the tables are derived from
 * @throws InputError if the folder holds something that is in none of the shards
 */
export function mergeShards({ first, shards }: ShardSet, before: Results): TableSource {
  const { folder } = before;
  if (before.kind === "foreign") throw new InputError([describeForeignFolder(before)]);
  if (before.kind === "experiment") checkTarget(shards, first, before);
  const record = mergedRecord(first.results, shards, folder);
  // The record comes first. With a log but no record the folder would be foreign, and a killed merge could not be repeated.
  writeRecord(folder, record);
  const log = new ExperimentLog(folder.path);
  const merged = new FileInPlace(log.path);
  try {
    for (const shard of shards) copyRuns(merged, shard);
    merged.finish();
  } catch (error) {
    merged.discard();
    throw error;
  }
  for (const { results } of shards) copyStates(join(results.folder.path, CHECKPOINTS), join(folder.path, CHECKPOINTS));
  const { plan } = first.index;
  const { index } = log.readRuns(plan, { untilPrecision: undefined });
  return { folder, results: folder, record, log, index, replicates: plan.experiment.replicates };
}

/** A folder of an earlier merge may hold runs that were added later. These must not be lost. */
function checkTarget(shards: readonly CompleteShard[], first: CompleteShard, target: ExperimentResults): void {
  const { name } = target.folder;
  if (target.record.hash !== first.results.record.hash)
    throw new InputError([`${name} holds results of a different experiment: choose another folder with --out`]);
  const { index, others } = target.readRuns(first.index.plan);
  const own = index.state.findIndex(
    (state, number) => state !== MISSING && shards.every((shard) => shard.index.state[number] === MISSING),
  );
  if (own >= 0 || others > 0)
    throw new InputError([`${name} holds runs that are in none of the shards: choose another folder with --out`]);
}

function copyRuns(merged: FileInPlace, { shard, results, index }: CompleteShard): void {
  const reader = results.log.openReader();
  try {
    for (const number of workOrder(index.plan, shard)) {
      const place = index.placeOf(number);
      if (place !== undefined) merged.write(encodeEntry(reader.read(place)));
    }
  } finally {
    reader.close();
  }
}

/** The record of a shard without its number, and with paths relative to the merged folder. */
function mergedRecord(
  { record, folder }: ExperimentResults,
  shards: readonly CompleteShard[],
  target: ExperimentFolder,
): ExperimentRecord {
  const { shard: _shard, ...whole } = record;
  const makers = makersOf(shards);
  // A property that is replaced keeps its place, so the file is the one that a single machine writes.
  return {
    ...whole,
    ...(makers.length > 0 && { made_by: makers }),
    ...(record.network && { network: moveReference(record.network, folder, target) }),
    ...(record.agents && { agents: moveReference(record.agents, folder, target) }),
  };
}

/** What made the runs of the shards. A shard that doesn't say counts as another maker if others do. */
export function makersOf(shards: readonly Pick<CompleteShard, "results">[]): Maker[] {
  const lists = shards.map(({ results }) => results.record.made_by);
  return lists.every((list) => list === undefined) ? [] : uniteMakers(lists.flatMap((list) => list ?? [{}]));
}
