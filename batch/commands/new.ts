import { Command } from "commander";
import { experimentSchema } from "../../formats/experiment/experiment-schema.ts";
import { exampleExperiment } from "../experiment/example-experiment.ts";
import { newFileProblem, writeNewFile } from "../files/new-file.ts";
import { readArguments } from "../flags/read-arguments.ts";
import { throwProblems } from "../flags/throw-problems.ts";
import { standardOutput } from "../process/standard-output.ts";
import { formatJson } from "../text/format-json.ts";
import { shellQuoted } from "../text/shell-quoted.ts";

/** `weakties new FILE`: an example experiment to start from. */
export function newCommand(): Command {
  return new Command("new")
    .usage("[options] FILE")
    .description("Creates an example experiment file with comments. The experiment takes less than a minute to run.")
    .option("--schema", "print the JSON Schema of experiment files, for editors, instead of creating a file")
    .addHelpText("after", examples)
    .action(async (flags: { schema?: true }, command: Command) => {
      const { given, problems } = readArguments(command, 1);
      const [file] = given;
      if (flags.schema) {
        if (file !== undefined) problems.push("--schema cannot be combined with a file: it prints the schema and creates nothing");
        throwProblems(problems);
        return standardOutput.write(formatJson(experimentSchema()));
      }
      throwProblems([...problems, ...fileProblems(file)]);
      if (file === undefined) return;
      writeNewFile(file, exampleExperiment);
      await standardOutput.write(`Created ${file}. Edit it as you like, then run: weakties experiment ${shellQuoted(file)}\n`);
    });
}

const examples = `
Examples:
  weakties new study.yaml
  weakties new --schema > experiment.schema.json`;

function fileProblems(file: string | undefined): string[] {
  if (file === undefined) return ["new needs the name of the file to create, such as study.yaml"];
  if (!/[^/\\]\.ya?ml$/i.test(file))
    return [`${file === "" ? "the file" : file} must end in .yaml or .yml, because it will contain YAML`];
  return [newFileProblem(file) ?? []].flat();
}
