import { Command, CommanderError } from "commander";
import { didYouMean, shown, VERSION } from "../sim/index.ts";
import { experimentCommand } from "./commands/experiment.ts";
import { mergeCommand } from "./commands/merge.ts";
import { newCommand } from "./commands/new.ts";
import { parametersCommand } from "./commands/parameters.ts";
import { reportCommand } from "./commands/report.ts";
import { runCommand } from "./commands/run.ts";
import { scenariosCommand } from "./commands/scenarios.ts";
import { slurmCommand } from "./commands/slurm.ts";
import { statusCommand } from "./commands/status.ts";
import { knownFlags, readUnknown } from "./read-unknown.ts";
import { throwProblems } from "./throw-problems.ts";
import { textWidth } from "./wrap.ts";

/** In the order in which a person would need them. */
const commands = [
  runCommand,
  newCommand,
  experimentCommand,
  statusCommand,
  reportCommand,
  mergeCommand,
  slurmCommand,
  parametersCommand,
  scenariosCommand,
];

/** The whole command line. What a command does not know it gets as arguments, so that it can tell all that is wrong at once. */
export function commandLine(): Command {
  const program = new Command("weakties").description("An agent-based simulation of how trust grows and breaks along weak ties.");
  for (const command of commands) program.addCommand(command());
  program.helpCommand("help [command]", "print the help of a command");
  program.action((_flags: unknown, command: Command) => {
    if (command.args.length === 0) command.help({ error: true });
    throwProblems(notACommand(command));
  });
  for (const command of [program, ...program.commands]) {
    command
      .version(VERSION, "-v, --version", "print the version")
      .helpOption("-h, --help", "print this help")
      .allowUnknownOption()
      .allowExcessArguments()
      .exitOverride()
      .configureHelp({
        helpWidth: textWidth(),
        optionDescription: ({ description }) => description,
      });
  }
  return program;
}

function notACommand(program: Command): string[] {
  const names = program.commands.map((command) => command.name());
  const [first] = program.args;
  if (!first.startsWith("-"))
    return [`unknown command ${shown(first)}${didYouMean(first, names)}; commands are ${names.join(", ")}`];
  const owner = program.commands.find((command) => knownFlags(command).includes(first.split("=", 1)[0]));
  return owner === undefined ? readUnknown(program) : [`${first} must stand after its command: weakties ${owner.name()} ${first}`];
}

/** Whether the command line has said all there is to say: after `--help` and `--version`. */
export function isAnswered(error: unknown): error is CommanderError {
  return error instanceof CommanderError;
}
