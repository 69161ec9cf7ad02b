import { Command, CommanderError } from "commander";
import { didYouMean, formatValue, VERSION } from "../sim/index.ts";
import { throwProblems } from "./flags/throw-problems.ts";
import { knownFlags, readUnknown } from "./flags/unknown-flags.ts";
import { textWidth } from "./text/wrap.ts";

/** In the order in which a person would need them. A command's modules are loaded where it is called, or all are listed. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import("./commands/run.ts")).runCommand(),
  new: async () => (await import("./commands/new.ts")).newCommand(),
  experiment: async () => (await import("./commands/experiment.ts")).experimentCommand(),
  status: async () => (await import("./commands/status.ts")).statusCommand(),
  report: async () => (await import("./commands/report.ts")).reportCommand(),
  merge: async () => (await import("./commands/merge.ts")).mergeCommand(),
  slurm: async () => (await import("./commands/slurm.ts")).slurmCommand(),
  parameters: async () => (await import("./commands/parameters.ts")).parametersCommand(),
  scenarios: async () => (await import("./commands/scenarios.ts")).scenariosCommand(),
};

/**
 * The command line. What a command does not know it gets as arguments, so that it can tell all that is wrong at once.
 *
 * @param first the first word that was typed: where it is a command, the others are not loaded
 */
export async function commandLine(first: string | undefined): Promise<Command> {
  const program = new Command("weakties").description("An agent-based simulation of how trust grows and breaks along weak ties.");
  const called = first !== undefined && Object.hasOwn(commands, first) ? [commands[first]] : Object.values(commands);
  for (const load of called) program.addCommand(await load());
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
    return [`unknown command ${formatValue(first)}${didYouMean(first, names)}; commands are ${names.join(", ")}`];
  const owner = program.commands.find((command) => knownFlags(command).includes(first.split("=", 1)[0]));
  return owner === undefined ? readUnknown(program) : [`${first} must stand after its command: weakties ${owner.name()} ${first}`];
}

/** Whether the command line has said all there is to say: after `--help` and `--version`. */
export function isAnswered(error: unknown): error is CommanderError {
  return error instanceof CommanderError;
}
