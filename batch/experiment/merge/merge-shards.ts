import { dirname, join, relative, resolve, sep } from "node:path";
import { InputError } from "../../../sim/index.ts";
import { type Plan, type Shard, workOrder } from "../../../study/plan.ts";
import { FileInPlace } from "../../files/replace-file.ts";
import { type ExperimentFolder, isExperiment, shardsIn } from "../folder/experiment-folder.ts";
import { type ExperimentRecord, readRecordOf, shardOfRecord, writeRecord } from "../folder/experiment-record.ts";
import { holderOf } from "../folder/folder-lock.ts";
import { openExperiment } from "../folder/open-experiment.ts";
import { checkVersion } from "../folder/recorded-experiment.ts";
import { encodeEntry } from "../log/log-entry.ts";
import { LogReader } from "../log/log-reader.ts";
import { LOG, readLoggedRuns } from "../log/logged-runs.ts";
import { DONE, FAILED, MISSING, type RunIndex } from "../log/run-index.ts";

/** A shard that is whole, and what its log has. */
export interface ShardResults {
  readonly shard: Shard;
  readonly folder: ExperimentFolder;
  readonly record: ExperimentRecord;
  readonly index: RunIndex;
}

/**
 * Finds the shards in folders, each of which is one or holds some, and looks whether they are one experiment without gaps.
 *
 * @param out where they are to be put; undefined: the folder that all of them are in
 * @throws InputError with every reason why they are not
 */
export function findShards(
  folders: readonly ExperimentFolder[],
  out: ExperimentFolder | undefined,
): { shards: ShardResults[]; target: ExperimentFolder } {
  const found = folders.flatMap(shardFoldersOf);
  if (found.length === 0) throw new InputError(folders.map(({ name }) => `${name} must be a shard of an experiment, or hold some`));
  const problems = [...mixtures(found), ...gapsAndDoubles(found)];
  const parents = new Set(found.map(({ folder }) => dirname(folder.path)));
  if (out === undefined && parents.size > 1) problems.push("--out must say where to, as the shards are in different folders");
  if (problems.length > 0) throw new InputError(problems);
  const shards = openShards(found);
  const [parent] = parents;
  return { shards, target: out ?? { name: relative(resolve("."), parent) || ".", path: parent } };
}

type FoundShard = Omit<ShardResults, "index">;

function shardFoldersOf(folder: ExperimentFolder): FoundShard[] {
  const own = asShard(folder);
  if (own !== undefined) return [own];
  return shardsIn(folder).flatMap((one) => asShard(one.folder) ?? []);
}

function asShard(folder: ExperimentFolder): FoundShard | undefined {
  const record = isExperiment(folder.path) ? readRecordOf(folder) : undefined;
  const shard = record && shardOfRecord(record);
  return record && shard && { shard, folder, record };
}

/** Shards of different experiments, versions or divisions. */
function mixtures(found: readonly FoundShard[]): string[] {
  const [first] = found;
  return found.flatMap(({ folder, record, shard }) => {
    const differences = [
      record.hash === first.record.hash ? "" : `another experiment (${record.hash} for ${first.record.hash})`,
      record.version === first.record.version ? "" : `made by version ${record.version}, not ${first.record.version}`,
      shard.of === first.shard.of ? "" : `one of ${shard.of} shards, not of ${first.shard.of}`,
    ].filter((difference) => difference !== "");
    return differences.map((difference) => `${folder.name} does not belong to ${first.folder.name}: it is ${difference}`);
  });
}

function gapsAndDoubles(found: readonly FoundShard[]): string[] {
  const { of } = found[0].shard;
  const problems: string[] = [];
  for (let number = 1; number <= of; number++) {
    const same = found.filter(({ shard }) => shard.number === number && shard.of === of);
    if (same.length === 0) problems.push(`shard ${number} of ${of} is missing`);
    if (same.length > 1)
      problems.push(`shard ${number} of ${of} is there twice: ${same.map(({ folder }) => folder.name).join(" and ")}`);
  }
  return problems;
}

/** @throws InputError where somebody is at work in one, or it has runs to do */
function openShards(found: readonly FoundShard[]): ShardResults[] {
  const problems: string[] = [];
  let plan: Plan | undefined;
  const shards = found.map((one) => {
    const { folder, shard } = one;
    const { recorded, logged, plan: own } = openExperiment(folder, plan);
    checkVersion(recorded, folder);
    plan = own;
    const { index } = logged;
    const left = [...workOrder(own, shard)].filter(
      (number) => index.state[number] !== DONE && index.state[number] !== FAILED,
    ).length;
    const holder = holderOf(folder.path);
    if (holder !== undefined) problems.push(`${folder.name} is in use by process ${holder.pid} on ${holder.host}`);
    if (left > 0) problems.push(`${folder.name} has ${left} runs to do: the command that began it goes on`);
    return { ...one, index };
  });
  if (problems.length > 0) throw new InputError(problems);
  return shards.sort((a, b) => a.shard.number - b.shard.number);
}

/**
 * Puts shards together into a folder that is locked: one log, and the record of the whole.
 *
 * @throws InputError where the folder holds something that is in none of them
 */
export function mergeShards(shards: readonly ShardResults[], target: ExperimentFolder): void {
  const [first] = shards;
  checkTarget(shards, target);
  // First: a folder with a log and no record is none of ours, and a process that is killed in between could not begin again.
  writeRecord(target, recordOfWhole(first, target));
  const log = new FileInPlace(join(target.path, LOG));
  try {
    for (const { shard, folder, index } of shards) copyRuns(log, index, shard, folder);
    log.finish();
  } catch (error) {
    log.discard();
    throw error;
  }
}

/** A folder into which shards were merged before may have runs that were added since: these must not be lost. */
function checkTarget(shards: readonly ShardResults[], target: ExperimentFolder): void {
  const before = readRecordOf(target);
  if (before === undefined) return;
  if (before.hash !== shards[0].record.hash)
    throw new InputError([`${target.name} holds another experiment than the shards: name another folder with --out`]);
  const { index, others } = readLoggedRuns(target.path, shards[0].index.plan, undefined);
  const own = index.state.findIndex(
    (state, number) => state !== MISSING && shards.every((shard) => shard.index.state[number] === MISSING),
  );
  if (own >= 0 || others > 0)
    throw new InputError([`${target.name} holds runs that are in none of the shards: name another folder with --out`]);
}

function copyRuns(log: FileInPlace, index: RunIndex, shard: Shard, folder: ExperimentFolder): void {
  const reader = new LogReader(join(folder.path, LOG));
  try {
    for (const number of workOrder(index.plan, shard)) {
      const place = index.placeOf(number);
      if (place === undefined) continue;
      log.write(encodeEntry(reader.read(place)));
    }
  } finally {
    reader.close();
  }
}

/** Without the shard, and files named from where the whole is. */
function recordOfWhole({ record, folder }: ShardResults, target: ExperimentFolder): ExperimentRecord {
  const { shard: _shard, ...rest } = record;
  const moved = (value: unknown) => {
    const { file, ...more } = value as { readonly file: string };
    return { file: relative(target.path, resolve(folder.path, file)).split(sep).join("/"), ...more };
  };
  return Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, key === "network" || key === "agents" ? moved(value) : value]),
  );
}
