import { Command } from "commander";
import { formatValue, InputError } from "../../sim/index.ts";
import { FlagReader, type Given, valueFlag } from "../flags/flag-reader.ts";
import { readArguments } from "../flags/read-arguments.ts";
import { makeLink } from "../link/make-link.ts";
import { standardOutput } from "../process/standard-output.ts";

/** Where `npm start` serves the page. */
const PAGE = "http://localhost:4173/";

/** `weakties link`: the address at which the page shows a run. */
export function linkCommand(): Command {
  return new Command("link")
    .usage("[options] FILE|DIR")
    .description(
      "Prints the link to a run: that of a configuration file, of a finished run by its folder, or of one run of an experiment. The page opens it, and `weakties run --link` repeats it.",
    )
    .addOption(valueFlag("--run <id>", "one run of the experiment in DIR, by its id in runs.csv"))
    .addOption(valueFlag("--page <url>", `the address of the page (default: ${PAGE}, where npm start serves it)`))
    .addHelpText("after", examples)
    .action(async (flags: { run?: Given; page?: Given }, command: Command) => {
      const reader = new FlagReader();
      const id = reader.text("--run", flags.run);
      const page = reader.text("--page", flags.page) ?? PAGE;
      const { given, problems } = readArguments(command, 1);
      const [name] = given;
      problems.push(...reader.problems);
      if (name === undefined) problems.push("link needs a configuration file, or the folder of a run");
      if (id !== undefined && !/^[\da-f]{16}$/.test(id)) problems.push(`--run must be an id from runs.csv, got ${formatValue(id)}`);
      if (!/^https?:\/\/[^\s#]+$/.test(page)) problems.push(`--page must be an address such as ${PAGE}, got ${formatValue(page)}`);
      if (name === undefined || problems.length > 0) throw new InputError(problems);
      await standardOutput.write(`${page}#${await makeLink(name, id)}\n`);
    });
}

const examples = `
Examples:
  weakties link study.yaml
  weakties link runs/default-1973
  weakties link runs/follow-up --run 3f0c9a2b71d4e856
  weakties run --link "$(weakties link runs/default-1973)" --out again

A link holds scenario, seed, parameters, interventions and tick, and the state
hash of a finished run. A file about people is named by its SHA-256, and whoever
opens the link must have it.`;
