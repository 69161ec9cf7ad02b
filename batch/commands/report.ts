import { Command } from "commander";
import { InputError } from "../../sim/index.ts";
import { checkWritableFolder } from "../experiment/folder/experiment-folder.ts";
import { openExperiment } from "../experiment/folder/open-results.ts";
import { usedReplicates } from "../experiment/log/experiment-log.ts";
import { filesText } from "../experiment/tables/derived-file.ts";
import { writeDerivedFiles } from "../experiment/tables/write-derived-files.ts";
import { readArguments } from "../flags/read-arguments.ts";
import { standardOutput } from "../process/standard-output.ts";

/** `weakties report`: tables and a report of the runs that are finished. */
export function reportCommand(): Command {
  return new Command("report")
    .usage("[options] DIR")
    .description(
      "Writes the tables and the report of an experiment from the runs that are finished so far, even while it is running. A finished experiment has them already.",
    )
    .option("--parquet", "also write runs and series as Parquet")
    .action(async (flags: { parquet?: true }, command: Command) => {
      const { given, problems } = readArguments(command, 1);
      const [name] = given;
      if (name === undefined) problems.push("report needs the folder of an experiment");
      if (name === undefined || problems.length > 0) throw new InputError(problems);
      const results = openExperiment(name);
      results.checkVersion();
      const checked = checkWritableFolder(name, "the folder");
      if ("problem" in checked) throw new InputError([checked.problem]);
      const logged = results.readRuns();
      const { folder, record, log } = results;
      const source = { folder, record, log, index: logged.index, replicates: usedReplicates(logged) };
      const written = await writeDerivedFiles(source, { parquet: flags.parquet === true });
      await standardOutput.write(`${filesText(folder, written)}\n`);
    });
}
