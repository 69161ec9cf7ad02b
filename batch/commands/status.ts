import { Command } from "commander";
import { formatValue, InputError } from "../../sim/index.ts";
import { folderOfName, openExperiment } from "../experiment/folder/open-results.ts";
import { readStatus } from "../experiment/status/read-status.ts";
import { runConfiguration } from "../experiment/status/run-configuration.ts";
import { statusText } from "../experiment/status/status-text.ts";
import { FlagReader, type Given, valueFlag } from "../flags/flag-reader.ts";
import { readArguments } from "../flags/read-arguments.ts";
import { standardOutput } from "../process/standard-output.ts";
import { formatJson } from "../text/format-json.ts";

/** `weakties status`: how far an experiment is, or the configuration of one of its runs. */
export function statusCommand(): Command {
  return new Command("status")
    .usage("[options] DIR")
    .description("Shows how many runs of an experiment are finished or failed, who is working on it, and which shards are missing.")
    .option("--json", "the same as JSON")
    .addOption(valueFlag("--run <id>", "print the configuration of one run, for `weakties run --config`"))
    .addHelpText("after", examples)
    .action(async (flags: { json?: true; run?: Given }, command: Command) => {
      const reader = new FlagReader();
      const id = reader.text("--run", flags.run);
      const { given, problems } = readArguments(command, 1);
      const [name] = given;
      problems.push(...reader.problems);
      if (name === undefined) problems.push("status needs the folder of an experiment");
      if (id !== undefined && !/^[\da-f]{16}$/.test(id)) problems.push(`--run must be an id from runs.csv, got ${formatValue(id)}`);
      if (name === undefined || problems.length > 0) throw new InputError(problems);
      if (id !== undefined) return standardOutput.write(formatJson(runConfiguration(openExperiment(name), id)));
      const status = readStatus(folderOfName(name));
      await standardOutput.write(flags.json ? formatJson(status) : statusText(status));
    });
}

const examples = `
Examples:
  weakties status runs/follow-up
  weakties status runs/follow-up --run 3f0c9a2b71d4e856 > one.json
  weakties run --config one.json`;
