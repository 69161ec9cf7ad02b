import { dirname, relative, resolve } from "node:path";
import { formatNumber, InputError } from "../../../sim/index.ts";
import type { Shard } from "../../../study/plan.ts";
import { countThings } from "../../text/amounts.ts";
import { formatRanges } from "../../text/number-ranges.ts";
import type { ExperimentFolder } from "../folder/experiment-folder.ts";
import type { ExperimentResults } from "../folder/experiment-results.ts";
import { findHolder, inUseText } from "../folder/folder-lock.ts";
import { openResults, type Results } from "../folder/open-results.ts";
import { findShardFolders } from "../folder/shard-folders.ts";
import { countRuns } from "../log/count-runs.ts";
import type { RunIndex } from "../log/run-index.ts";
import { createPlanFinder, excessShards, type FindPlan } from "../plan/shard-count.ts";

/** The results of a shard. */
interface FoundShard {
  readonly shard: Shard;
  readonly results: ExperimentResults;
}

/** A complete shard, and the runs in its log. */
export interface CompleteShard extends FoundShard {
  readonly index: RunIndex;
}

/** All shards of one experiment. */
export interface ShardSet {
  readonly first: CompleteShard;
  /** by number, including the first */
  readonly shards: readonly CompleteShard[];
  /** what the folder of the merged experiment holds so far */
  readonly target: Results;
}

/**
 * Finds shards in folders, each of which is a shard or contains some, and checks that together they are one experiment.
 *
 * @param out where to put the merged experiment; undefined for the folder that contains all shards
 * @throws InputError with every reason against it
 */
export function findShards(folders: readonly ExperimentFolder[], out: ExperimentFolder | undefined): ShardSet {
  const open = createOpener();
  const found = folders.flatMap((folder) => shardsOf(folder, open));
  const [first] = found;
  if (first === undefined)
    throw new InputError(folders.map(({ name }) => `${name} is not a shard of an experiment, and contains none`));
  const findPlan = createPlanFinder();
  const tooMany = excessShards(found, findPlan);
  const problems = [...tooMany, ...mixtures(first, found), ...(tooMany.length > 0 ? [] : gapsAndDuplicates(first, found))];
  const parent = dirname(first.results.folder.path);
  if (out === undefined && found.some(({ results }) => dirname(results.folder.path) !== parent))
    problems.push("the shards are in different folders: choose the folder of the merged experiment with --out");
  if (problems.length > 0) throw new InputError(problems);
  const shards = openShards(found, findPlan);
  const [firstComplete] = shards;
  if (firstComplete === undefined) throw new RangeError("at least one shard was found");
  const target = open(out ?? { name: relative(resolve("."), parent) || ".", path: parent });
  return { first: firstComplete, shards, target };
}

/** Opens each folder once: a folder that contains shards is often also the one to merge them into. */
function createOpener(): (folder: ExperimentFolder) => Results {
  const opened = new Map<string, Results>();
  return (folder) => {
    const results = opened.get(folder.path) ?? openResults(folder);
    opened.set(folder.path, results);
    return results;
  };
}

function shardsOf(folder: ExperimentFolder, open: (folder: ExperimentFolder) => Results): FoundShard[] {
  const own = asShard(open(folder));
  return own.length > 0 ? own : findShardFolders(folder).flatMap((one) => asShard(open(one.folder)));
}

function asShard(results: Results): FoundShard[] {
  return results.kind === "experiment" && results.shard !== undefined ? [{ shard: results.shard, results }] : [];
}

/** Shards of different experiments, versions or numbers of parts. */
function mixtures(first: FoundShard, found: readonly FoundShard[]): string[] {
  const { record, folder } = first.results;
  return found.flatMap(({ shard, results }) => {
    const other = results.record;
    const differences: string[] = [];
    if (other.hash !== record.hash)
      differences.push(`it belongs to a different experiment (hash ${other.hash}, not ${record.hash})`);
    if (other.version !== record.version) differences.push(`weakties ${other.version} made it, not ${record.version}`);
    if (shard.of !== first.shard.of)
      differences.push(`it is one of ${formatNumber(shard.of)} shards, not of ${formatNumber(first.shard.of)}`);
    return differences.map((difference) => `${results.folder.name} cannot be merged with ${folder.name}: ${difference}`);
  });
}

function gapsAndDuplicates(first: FoundShard, found: readonly FoundShard[]): string[] {
  const { of } = first.shard;
  const folders = new Map<number, string[]>();
  for (const { shard, results } of found)
    if (shard.of === of) folders.set(shard.number, [...(folders.get(shard.number) ?? []), results.folder.name]);
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((number) => !folders.has(number));
  const repeated = [...folders].filter(([, names]) => names.length > 1).sort(([a], [b]) => a - b);
  return [
    ...(missing.length === 1 ? [`shard ${formatNumber(missing[0] ?? 0)} of ${formatNumber(of)} is missing`] : []),
    ...(missing.length > 1 ? [`shards ${formatRanges(missing)} of ${formatNumber(of)} are missing`] : []),
    ...repeated.map(
      ([number, names]) =>
        `shard ${formatNumber(number)} of ${formatNumber(of)} was given ${names.length} times: ${names.join(", ")}`,
    ),
  ];
}

/**
 * Reads the logs of the shards.
 *
 * @throws InputError if a shard is in use, has runs left, or was made by another version
 */
function openShards(found: readonly FoundShard[], findPlan: FindPlan): CompleteShard[] {
  const problems: string[] = [];
  const shards = found.map(({ shard, results }) => {
    results.checkVersion();
    const plan = findPlan(results);
    const { index } = results.readRuns(plan);
    const { name, path } = results.folder;
    const { planned, done } = countRuns(index, shard, plan.experiment.replicates);
    const holder = findHolder(path);
    if (holder !== undefined) problems.push(inUseText(name, holder));
    if (done < planned)
      problems.push(`${name} has ${countThings(planned - done, "run")} left: run its \`weakties experiment\` command again`);
    return { shard, results, index };
  });
  if (problems.length > 0) throw new InputError(problems);
  return shards.sort((a, b) => a.shard.number - b.shard.number);
}
