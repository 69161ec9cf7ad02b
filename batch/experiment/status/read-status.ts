import { join } from "node:path";
import { InputError } from "../../../sim/index.ts";
import { verdictLine } from "../../../study/contrasts/answer-text.ts";
import { CONFIDENCE } from "../../../study/contrasts/contrast.ts";
import { createFileContrastAnalyzer, type JudgedContrast } from "../../../study/contrasts/contrast-analyzer.ts";
import type { Verdict } from "../../../study/contrasts/verdict.ts";
import type { Experiment } from "../../../study/experiment.ts";
import type { Shard } from "../../../study/plan.ts";
import { formatRanges } from "../../text/number-ranges.ts";
import type { ExperimentFolder } from "../folder/experiment-folder.ts";
import type { ExperimentResults } from "../folder/experiment-results.ts";
import { findHolder } from "../folder/folder-lock.ts";
import { describeNoExperiment, openResults } from "../folder/open-results.ts";
import { findShardFolders } from "../folder/shard-folders.ts";
import { BURN_INS, countStates } from "../folder/state-files.ts";
import { countRuns, type RunCounts } from "../log/count-runs.ts";
import { usedReplicates } from "../log/experiment-log.ts";
import { createPlanFinder, excessShards, type FindPlan } from "../plan/shard-count.ts";
import { readFinishedRuns, valuesByOutcome } from "../tables/finished-runs.ts";

/** How far the runs in a folder are. */
export interface FolderStatus extends RunCounts {
  /** the process that is working there, as far as it is known */
  readonly at_work?: { readonly pid: number; readonly host: string };
  /** the settled worlds kept for the runs that are left */
  readonly burn_ins?: { readonly count: number; readonly bytes: number };
}

/** The shards of an experiment that were made with the same number of parts. */
export interface ShardsStatus {
  readonly of: number;
  readonly complete: number;
  /** numbers of shards that have no folder */
  readonly missing: readonly number[];
  /** numbers of shards that have runs left */
  readonly unfinished: readonly number[];
  /** both, in the form of Slurm's `--array=`; empty if all are complete */
  readonly array: string;
  readonly shards: readonly (FolderStatus & { readonly shard: number })[];
}

/** The status of an experiment. */
export interface Status {
  readonly folder: string;
  readonly question: string;
  /** of the folder itself, which can be a shard; undefined if it only contains shards so far */
  readonly whole?: FolderStatus;
  readonly shards: readonly ShardsStatus[];
  /** of the experiment file, by the runs of the folder itself; undefined if there are none */
  readonly contrasts?: readonly ContrastStatus[];
}

/** What the finished runs say about a contrast. */
export interface ContrastStatus {
  readonly contrast: string;
  readonly n: number;
  /** null if undefined */
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly verdict?: Verdict;
  /** for a person */
  readonly text: string;
}

/**
 * Finds out how far an experiment is. Changes nothing, so other processes may be working there.
 *
 * @throws InputError if the folder holds neither an experiment nor shards of one, or more shards than runs
 */
export function readStatus(folder: ExperimentFolder): Status {
  const own = openResults(folder);
  const shards = findShardFolders(folder).flatMap(({ shard, folder: path }) => {
    const results = openResults(path);
    return results.kind === "experiment" ? [{ shard: results.shard ?? shard, results }] : [];
  });
  const first = own.kind === "experiment" ? own : shards[0]?.results;
  if (first === undefined) throw new InputError([describeNoExperiment(own)]);
  const findPlan = createPlanFinder();
  const tooMany = excessShards(shards, findPlan);
  if (tooMany.length > 0) throw new InputError(tooMany);
  const statusOf = createStatusReader(findPlan);
  const divisions = new Set(shards.map(({ shard }) => shard.of));
  return {
    folder: folder.name,
    question: first.experiment.question,
    ...(own.kind === "experiment" && { whole: statusOf(own, own.shard), ...contrastsSoFar(own, findPlan) }),
    shards: [...divisions].map((of) => {
      const division = shards.filter(({ shard }) => shard.of === of);
      return shardsStatus(
        of,
        division.map(({ shard, results }) => ({ shard: shard.number, ...statusOf(results, shard) })),
      );
    }),
  };
}

function createStatusReader(findPlan: FindPlan): (results: ExperimentResults, shard: Shard | undefined) => FolderStatus {
  return (results, shard) => {
    const logged = results.readRuns(findPlan(results));
    const holder = findHolder(results.folder.path);
    const burnIns = countStates(join(results.folder.path, BURN_INS));
    return {
      ...countRuns(logged.index, shard, usedReplicates(logged)),
      ...(holder && { at_work: { pid: holder.pid, host: holder.host } }),
      ...(burnIns.count > 0 && { burn_ins: burnIns }),
    };
  };
}

/** The contrasts of the file, by the runs that are finished so far. */
function contrastsSoFar(results: ExperimentResults, findPlan: FindPlan): { contrasts?: ContrastStatus[] } {
  const { experiment } = results;
  if (experiment.contrasts === undefined || results.shard !== undefined) return {};
  const plan = findPlan(results);
  const logged = results.readRuns(plan);
  const replicates = usedReplicates(logged);
  const analyzer = createFileContrastAnalyzer(plan);
  const log = results.log.openReader();
  try {
    for (let combination = 0; combination < plan.combinations; combination++) {
      const runs = readFinishedRuns(logged.index, log, combination, replicates);
      analyzer.add(combination, valuesByOutcome(experiment, runs, replicates));
    }
  } finally {
    log.close();
  }
  return { contrasts: analyzer.judge().map((judged) => contrastStatus(judged, experiment)) };
}

function contrastStatus(judged: JudgedContrast, { confidence = CONFIDENCE }: Experiment): ContrastStatus {
  const { contrast, n, mean, low, high, verdict } = judged;
  const defined = (value: number) => (Number.isNaN(value) ? null : value);
  return {
    contrast: contrast.name,
    n,
    estimate: defined(mean),
    low: defined(low),
    high: defined(high),
    ...(verdict !== undefined && { verdict }),
    text: verdictLine(judged, confidence),
  };
}

function shardsStatus(of: number, shards: ShardsStatus["shards"]): ShardsStatus {
  const found = new Set(shards.map(({ shard }) => shard));
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((shard) => !found.has(shard));
  const unfinished = shards.filter(({ done, planned }) => done < planned).map(({ shard }) => shard);
  const toDo = [...missing, ...unfinished];
  return { of, complete: of - toDo.length, missing, unfinished, array: formatRanges(toDo), shards };
}
