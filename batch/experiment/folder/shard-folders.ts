import { join } from "node:path";
import type { Shard } from "../../../study/plan.ts";
import { type ExperimentFolder, namesIn } from "./experiment-folder.ts";

/** The folder of a shard, inside the folder of its experiment. */
export function shardFolder({ name, path }: ExperimentFolder, shard: Shard): ExperimentFolder {
  const own = `shard-${shard.number}-of-${shard.of}`;
  return { name: join(name, own), path: join(path, own) };
}

/** The folders of shards inside an experiment's folder, sorted by number. */
export function findShardFolders(folder: ExperimentFolder): { readonly shard: Shard; readonly folder: ExperimentFolder }[] {
  return namesIn(folder.path)
    .flatMap((name) => {
      const shard = shardOfName(name);
      return shard === undefined ? [] : [{ shard, folder: shardFolder(folder, shard) }];
    })
    .sort((a, b) => a.shard.of - b.shard.of || a.shard.number - b.shard.number);
}

/** @returns undefined if a folder of this name is not a shard */
export function shardOfName(name: string): Shard | undefined {
  return /^shard-[1-9]\d*-of-[1-9]\d*$/.test(name) ? parseShard(name.slice("shard-".length).replace("-of-", "/")) : undefined;
}

/**
 * @param text such as `2/10`
 * @returns undefined if it is not a shard
 */
export function parseShard(text: string): Shard | undefined {
  const [number, of, more] = text.split("/").map((part) => (/^\d{1,15}$/.test(part) ? Number(part) : Number.NaN));
  if (number === undefined || of === undefined || more !== undefined) return undefined;
  return number >= 1 && number <= of ? { number, of } : undefined;
}
