import { Command } from "commander";
import { experimentSchema } from "../../formats/experiment/experiment-schema.ts";
import { exampleExperiment } from "../experiment/example-experiment.ts";
import { newFileProblem, writeNewFile } from "../files/new-file.ts";
import { readArguments } from "../flags/read-arguments.ts";
import { throwProblems } from "../flags/throw-problems.ts";
import { standardOutput } from "../process/standard-output.ts";

/** `weakties new FILE`: an experiment to begin with. */
export function newCommand(): Command {
  return new Command("new")
    .usage("[options] FILE")
    .summary("write an example of an experiment, to be changed")
    .description("Writes an example of an experiment into a new file, with comments. It runs in less than a minute.")
    .option("--schema", "print the JSON Schema of experiment files, for editors, and write nothing")
    .addHelpText("after", examples)
    .action(async (flags: { schema?: true }, command: Command) => {
      const { given, problems } = readArguments(command, 1);
      const [file] = given;
      if (flags.schema) {
        if (file !== undefined) problems.push("--schema must stand alone: it prints, and writes no file");
        throwProblems(problems);
        return standardOutput.write(`${JSON.stringify(experimentSchema(), null, 2)}\n`);
      }
      throwProblems([...problems, ...fileProblems(file)]);
      writeNewFile(file, exampleExperiment);
      await standardOutput.write(`${file} is written. Change it as you like, and then: weakties experiment ${shellWord(file)}\n`);
    });
}

const examples = `
Examples:
  weakties new study.yaml
  weakties new --schema > experiment.schema.json`;

function fileProblems(file: string | undefined): string[] {
  if (file === undefined) return ["new must be followed by the file to write, such as study.yaml"];
  if (!/[^/\\]\.ya?ml$/i.test(file)) return [`${file === "" ? "the file" : file} must end in .yaml or .yml, as it will hold YAML`];
  return [newFileProblem(file) ?? []].flat();
}

/** A name as a shell takes it. */
function shellWord(name: string): string {
  return /^[\w./:-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
}
