import { Command } from "commander";
import { parameterSchema } from "../../formats/parameter-schema.ts";
import { definitions } from "../../sim/index.ts";
import { throwProblems } from "../flags/throw-problems.ts";
import { unknownProblems } from "../flags/unknown-flags.ts";
import { parameterMarkdown } from "../parameters/parameter-markdown.ts";
import { parameterText } from "../parameters/parameter-text.ts";
import { standardOutput } from "../process/standard-output.ts";
import { formatJson } from "../text/format-json.ts";
import { textWidth } from "../text/wrap.ts";

/** `weakties parameters`: what a user can set. */
export function parametersCommand(): Command {
  return new Command("parameters")
    .description("Lists every parameter: name, default, range, unit, when a change takes effect, and what it means.")
    .option("--json", "every definition by name, as JSON")
    .option("--schema", "a JSON Schema for the parameters of a configuration")
    .option("--markdown", "the tables of docs/model.md")
    .action(async (flags: { json?: true; schema?: true; markdown?: true }, command: Command) => {
      const given = Object.keys(flags).map((flag) => `--${flag}`);
      const problems = unknownProblems(command);
      if (given.length > 1)
        problems.push(`${given.join(" and ")} cannot be combined: choose one of --json, --schema and --markdown`);
      throwProblems(problems);
      await standardOutput.write(listing(flags));
    });
}

function listing(flags: { json?: true; schema?: true; markdown?: true }): string {
  if (flags.markdown) return parameterMarkdown();
  if (flags.schema) return formatJson(parameterSchema());
  if (flags.json) return formatJson(Object.fromEntries(Object.values(definitions).map(({ name, ...rest }) => [name, rest])));
  return parameterText(textWidth());
}
