import { Command } from "commander";
import { formatValue, InputError } from "../../sim/index.ts";
import { folderNamed } from "../experiment/folder/open-experiment.ts";
import { readStatus } from "../experiment/status/read-status.ts";
import { runConfiguration } from "../experiment/status/run-configuration.ts";
import { statusText } from "../experiment/status/status-text.ts";
import { FlagReader, type Given, valueFlag } from "../flags/flag-reader.ts";
import { readArguments } from "../flags/read-arguments.ts";
import { standardOutput } from "../process/standard-output.ts";

/** `weakties status`: how far an experiment is, and what a run of it was. */
export function statusCommand(): Command {
  return new Command("status")
    .usage("[options] DIR")
    .summary("say how far an experiment is, and which shards are missing")
    .description("Says how far an experiment is: runs done and failed, who is at work, and which shards are missing.")
    .option("--json", "the same as JSON")
    .addOption(valueFlag("--run <id>", "print the configuration of one run, for `weakties run --config`"))
    .addHelpText("after", examples)
    .action(async (flags: { json?: true; run?: Given }, command: Command) => {
      const reader = new FlagReader();
      const id = reader.text("--run", flags.run);
      const { given, problems } = readArguments(command, 1);
      problems.push(...reader.problems);
      if (given.length === 0) problems.push("status must be followed by the folder of an experiment");
      if (id !== undefined && !/^[\da-f]{16}$/.test(id))
        problems.push(`--run must be the id of a run, as in runs.csv, got ${formatValue(id)}`);
      if (problems.length > 0) throw new InputError(problems);
      const folder = folderNamed(given[0]);
      if (id !== undefined) return standardOutput.write(asJson(runConfiguration(folder, id)));
      const status = readStatus(folder);
      await standardOutput.write(flags.json ? asJson(status) : statusText(status));
    });
}

const examples = `
Examples:
  weakties status runs/follow-up
  weakties status runs/follow-up --run 3f0c9a2b71d4e856 > one.json
  weakties run --config one.json`;

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
