import { Command } from "commander";
import { InputError } from "../../sim/index.ts";
import { checkWritableFolder } from "../experiment/folder/experiment-folder.ts";
import { folderOfName, refreshResults } from "../experiment/folder/open-results.ts";
import { workInFolder } from "../experiment/folder/work-in-folder.ts";
import { findShards } from "../experiment/merge/find-shards.ts";
import { makersOf, mergeShards } from "../experiment/merge/merge-shards.ts";
import { filesText } from "../experiment/tables/derived-file.ts";
import { writeDerivedFiles } from "../experiment/tables/write-derived-files.ts";
import { FlagReader, type Given, valueFlag } from "../flags/flag-reader.ts";
import { readArguments } from "../flags/read-arguments.ts";
import { printMessage } from "../process/standard-error.ts";
import { standardOutput } from "../process/standard-output.ts";
import { differentBuildsNotice } from "../run/makers.ts";
import { countThings } from "../text/amounts.ts";

/** `weakties merge`: from shards to one experiment. */
export function mergeCommand(): Command {
  return new Command("merge")
    .usage("[options] DIR...")
    .description(
      "Merges the shards of an experiment. The files are those that a single machine would have written. Every shard must be complete and given once, and all must belong to the same experiment.",
    )
    .addOption(valueFlag("--out <dir>", "folder for the merged experiment (default: the folder that contains the shards)"))
    .option("--parquet", "also write runs and series as Parquet")
    .addHelpText("after", examples)
    .action(async (flags: { out?: Given; parquet?: true }, command: Command) => {
      const reader = new FlagReader();
      const out = reader.text("--out", flags.out);
      const { given, problems } = readArguments(command, Number.POSITIVE_INFINITY);
      problems.push(...reader.problems);
      if (given.length === 0) problems.push("merge needs the folder that contains the shards, or the folder of each shard");
      const target = out === undefined ? undefined : checkWritableFolder(out);
      if (target !== undefined && "problem" in target) problems.push(target.problem);
      if (problems.length > 0 || (target !== undefined && "problem" in target)) throw new InputError(problems);
      const set = findShards(given.map(folderOfName), target?.folder);
      const { folder } = set.target;
      await workInFolder(folder, async () => {
        const source = mergeShards(set, refreshResults(set.target));
        const notice = differentBuildsNotice(makersOf(set.shards));
        if (notice !== undefined) printMessage(`${notice}\n`);
        const { written } = await writeDerivedFiles(source, { parquet: flags.parquet === true });
        await standardOutput.write(`Merged ${countThings(set.shards.length, "shard")}.\n\n${filesText(folder, written)}\n`);
      });
    });
}

const examples = `
Examples:
  weakties merge runs/follow-up
  weakties merge shard-1-of-2 /media/other/shard-2-of-2 --out runs/follow-up`;
