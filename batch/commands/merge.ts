import { Command } from "commander";
import { InputError } from "../../sim/index.ts";
import { checkExperimentFolder } from "../experiment/folder/experiment-folder.ts";
import { folderNamed, openExperiment } from "../experiment/folder/open-experiment.ts";
import { workInFolder } from "../experiment/folder/work-in-folder.ts";
import { findShards, mergeShards } from "../experiment/merge/merge-shards.ts";
import { writeResultFiles } from "../experiment/tables/write-derived-files.ts";
import { tablesText } from "../experiment/work/experiment-summary.ts";
import { FlagReader, type Given, valueFlag } from "../flags/flag-reader.ts";
import { readArguments } from "../flags/read-arguments.ts";
import { standardOutput } from "../process/standard-output.ts";
import { grouped } from "../run/run-progress.ts";

/** `weakties merge`: shards to one experiment. */
export function mergeCommand(): Command {
  return new Command("merge")
    .usage("[options] DIR...")
    .summary("put the shards of an experiment together")
    .description(
      "Puts the shards of an experiment together: the files are those that one machine would have written. Every shard must be there, once, complete, and of the same experiment.",
    )
    .addOption(valueFlag("--out <dir>", "where to (default: the folder that the shards are in)"))
    .option("--parquet", "write runs and series as Parquet, too")
    .addHelpText("after", examples)
    .action(async (flags: { out?: Given; parquet?: true }, command: Command) => {
      const reader = new FlagReader();
      const out = reader.text("--out", flags.out);
      const { given, problems } = readArguments(command, Number.POSITIVE_INFINITY);
      problems.push(...reader.problems);
      if (given.length === 0)
        problems.push("merge must be followed by the folder that the shards are in, or by those of the shards");
      const checked = out === undefined ? undefined : checkExperimentFolder(out);
      if (checked !== undefined && "problem" in checked) problems.push(checked.problem);
      if (problems.length > 0) throw new InputError(problems);
      const { shards, target } = findShards(
        given.map(folderNamed),
        checked !== undefined && "folder" in checked ? checked.folder : undefined,
      );
      await workInFolder(target, async () => {
        mergeShards(shards, target);
        const { logged, replicates } = openExperiment(target);
        const written = await writeResultFiles(target, { index: logged.index, replicates }, { parquet: flags.parquet === true });
        await standardOutput.write(`${grouped(shards.length)} shards are together.\n\n${tablesText(target, written)}\n`);
      });
    });
}

const examples = `
Examples:
  weakties merge runs/follow-up
  weakties merge shard-1-of-2 /media/other/shard-2-of-2 --out runs/follow-up`;
