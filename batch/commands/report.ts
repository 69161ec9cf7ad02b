import { mkdirSync } from "node:fs";
import { Command } from "commander";
import { InputError } from "../../sim/index.ts";
import { checkWritableFolder, type ExperimentFolder, namesIn } from "../experiment/folder/experiment-folder.ts";
import { openExperiment } from "../experiment/folder/open-results.ts";
import { usedReplicates } from "../experiment/log/experiment-log.ts";
import { filesText } from "../experiment/tables/derived-file.ts";
import { isDerivedFile, writeDerivedFiles } from "../experiment/tables/write-derived-files.ts";
import { writing } from "../files/write-error.ts";
import { FlagReader, type Given, valueFlag } from "../flags/flag-reader.ts";
import { readArguments } from "../flags/read-arguments.ts";
import { standardOutput } from "../process/standard-output.ts";

/** `weakties report`: tables and a report of the runs that are finished. */
export function reportCommand(): Command {
  return new Command("report")
    .usage("[options] DIR")
    .description(
      "Writes the tables and the report of an experiment from the runs that are finished so far, even while it is running. A finished experiment has them already. With --out, DIR is only read.",
    )
    .addOption(valueFlag("--out <dir>", "folder for the tables and the report (default: DIR)"))
    .option("--parquet", "also write runs and series as Parquet")
    .addHelpText("after", examples)
    .action(async (flags: { out?: Given; parquet?: true }, command: Command) => {
      const reader = new FlagReader();
      const out = reader.text("--out", flags.out);
      const { given, problems } = readArguments(command, 1);
      problems.push(...reader.problems);
      const [name] = given;
      if (name === undefined) problems.push("report needs the folder of an experiment");
      if (name === undefined || problems.length > 0) throw new InputError(problems);
      const results = openExperiment(name);
      results.checkVersion();
      const folder = checkTarget(out, results.folder);
      const logged = results.readRuns();
      const { record, log } = results;
      writing(folder.name, () => mkdirSync(folder.path, { recursive: true }));
      const source = { folder, results: results.folder, record, log, index: logged.index, replicates: usedReplicates(logged) };
      const { written } = await writeDerivedFiles(source, { parquet: flags.parquet === true });
      await standardOutput.write(`${filesText(folder, written)}\n`);
    });
}

const examples = `
Examples:
  weakties report runs/follow-up
  weakties report /shared/follow-up --out follow-up-today`;

/** @throws InputError if the tables can't be written there, or if the folder holds something else */
function checkTarget(out: string | undefined, results: ExperimentFolder): ExperimentFolder {
  const checked = checkWritableFolder(out ?? results.name, out === undefined ? "the folder" : "--out");
  if ("problem" in checked)
    throw new InputError([out === undefined ? `${checked.problem}; choose another folder with --out` : checked.problem]);
  const { folder } = checked;
  const other = folder.path === results.path ? undefined : namesIn(folder.path).find((name) => !isDerivedFile(name));
  if (other !== undefined)
    throw new InputError([`--out: ${folder.name} contains other files, such as ${other}: choose another folder, or an empty one`]);
  return folder;
}
