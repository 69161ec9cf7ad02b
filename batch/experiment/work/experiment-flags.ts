import { availableParallelism } from "node:os";
import { didYouMean, formatValue } from "../../../sim/index.ts";
import type { Experiment } from "../../../study/experiment.ts";
import type { Shard } from "../../../study/plan.ts";
import type { PrecisionTarget } from "../../../study/precision.ts";
import type { FlagReader, Given } from "../../flags/flag-reader.ts";
import { MOST_JOBS, MOST_SHARDS } from "../../flags/limits.ts";
import { parseShard } from "../folder/shard-folders.ts";
import { type ProgressKind, progressKinds } from "./experiment-progress.ts";
import type { Again } from "./runs-to-do.ts";

/** The flags of `weakties experiment`, as commander passes them on. */
export interface GivenExperimentFlags {
  readonly out?: Given;
  readonly jobs?: Given;
  readonly progress?: Given;
  readonly shard?: Given;
  readonly untilPrecision?: Given;
  readonly again?: Given;
  readonly parquet?: true;
  readonly plan?: true;
  /** commander's name for `--no-checkpoints`: false if it is given */
  readonly checkpoints?: boolean;
}

export type ExperimentFlags = ReturnType<typeof readExperimentFlags>;

export function readExperimentFlags(given: GivenExperimentFlags, reader: FlagReader) {
  const shard = readShard(given.shard, reader);
  const untilPrecision = readPrecision(given.untilPrecision, reader);
  if (shard !== undefined && untilPrecision !== undefined)
    reader.problems.push("--until-precision cannot be combined with --shard: a shard does not see the results of the others");
  if (shard !== undefined && given.parquet === true)
    reader.problems.push("--parquet cannot be combined with --shard, which writes no tables: give it to `weakties merge`");
  return {
    out: reader.text("--out", given.out),
    jobs: reader.whole("--jobs", given.jobs, 1, MOST_JOBS) ?? availableParallelism(),
    progress: readProgress(given.progress, reader),
    shard,
    untilPrecision,
    again: readAgain(given.again, reader),
    parquet: given.parquet === true,
    plan: given.plan === true,
    checkpoints: given.checkpoints !== false,
  };
}

function readProgress(given: Given, reader: FlagReader): ProgressKind {
  const text = reader.text("--progress", given) ?? "auto";
  const kind = progressKinds.find((one) => one === text);
  if (kind !== undefined) return kind;
  reader.problems.push(
    `--progress must be one of ${progressKinds.join(", ")}, got ${formatValue(text)}${didYouMean(text, progressKinds)}`,
  );
  return "auto";
}

function readShard(given: Given, reader: FlagReader): Shard | undefined {
  const text = reader.text("--shard", given);
  if (text === undefined) return undefined;
  const shard = parseShard(text);
  if (shard !== undefined && shard.of <= MOST_SHARDS) return shard;
  reader.problems.push(`--shard must be k/n with k from 1 to n, such as 2/10, got ${formatValue(text)}`);
  return undefined;
}

function readPrecision(given: Given, reader: FlagReader): PrecisionTarget | undefined {
  const text = reader.text("--until-precision", given);
  if (text === undefined) return undefined;
  const number = /^(\d*\.)?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number > 0 && number <= 1) return number;
  const names = text.split(",").map((name) => name.trim());
  if (names.every((name) => /^[a-z]\w*$/.test(name))) return names;
  reader.problems.push(
    `--until-precision must be a share of the mean, above 0 and at most 1, such as 0.05, or names of contrasts separated by commas, got ${formatValue(text)}`,
  );
  return undefined;
}

function readAgain(given: Given, reader: FlagReader): Again {
  const text = reader.text("--again", given);
  if (text === undefined || text === "failed") return text;
  const ids = text.split(",").map((id) => id.trim());
  if (ids.every((id) => /^[\da-f]{16}$/.test(id))) return ids;
  reader.problems.push(`--again must be failed, or ids from runs.csv separated by commas, got ${formatValue(text)}`);
  return undefined;
}

/** Why contrasts cannot decide when to stop: each must exist and say how precise it must be. */
export function precisionProblems({ contrasts = [] }: Experiment, target: PrecisionTarget | undefined): string[] {
  if (target === undefined || typeof target === "number") return [];
  const known = contrasts.map(({ name }) => name);
  return target.flatMap((name) => {
    const found = contrasts.find((one) => one.name === name);
    if (found === undefined)
      return [
        `--until-precision: the experiment has no contrast ${formatValue(name)}${didYouMean(name, known)}; known contrasts: ${known.length === 0 ? "none" : known.join(", ")}`,
      ];
    if (found.precision !== undefined) return [];
    return [`--until-precision: contrasts.${name} needs precision, half the width that its interval may have; add it to the file`];
  });
}
