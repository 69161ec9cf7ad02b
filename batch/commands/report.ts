import { Command } from "commander";
import { InputError } from "../../sim/index.ts";
import { folderNamed, openExperiment } from "../experiment/folder/open-experiment.ts";
import { checkVersion } from "../experiment/folder/recorded-experiment.ts";
import { writeResultFiles } from "../experiment/tables/write-derived-files.ts";
import { tablesText } from "../experiment/work/experiment-summary.ts";
import { readArguments } from "../flags/read-arguments.ts";
import { standardOutput } from "../process/standard-output.ts";

/** `weakties report`: tables and report of what is done so far. */
export function reportCommand(): Command {
  return new Command("report")
    .usage("[options] DIR")
    .summary("write tables and report of what an experiment has done so far")
    .description(
      "Writes the tables and the report of an experiment from what is done so far, also while it goes on. An experiment that comes to its end does so itself.",
    )
    .option("--parquet", "write runs and series as Parquet, too")
    .action(async (flags: { parquet?: true }, command: Command) => {
      const { given, problems } = readArguments(command, 1);
      if (given.length === 0) problems.push("report must be followed by the folder of an experiment");
      if (problems.length > 0) throw new InputError(problems);
      const opened = openExperiment(folderNamed(given[0]));
      checkVersion(opened.recorded, opened.folder);
      const { folder, logged, replicates } = opened;
      const written = await writeResultFiles(folder, { index: logged.index, replicates }, { parquet: flags.parquet === true });
      await standardOutput.write(`${tablesText(folder, written)}\n`);
    });
}
