import { Command, CommanderError } from "commander";
import { didYouMean, formatValue, VERSION } from "../sim/index.ts";
import { throwProblems } from "./flags/throw-problems.ts";
import { knownFlags, unknownProblems, withoutValue } from "./flags/unknown-flags.ts";
import { textWidth } from "./text/wrap.ts";

/** In the order in which a person needs them. The modules of a command load when it is called, or when help lists all commands. */
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
 * The command line. Commands receive unknown flags and arguments, so that they can report everything that is wrong at once.
 *
 * @param first the first word that the user typed: if it is a command, the others don't load
 */
export async function commandLine(first: string | undefined): Promise<Command> {
  const program = new Command("weakties").description("An agent-based simulation of how trust grows and breaks along weak ties.");
  const called = Object.entries(commands).filter(([name]) => name === first);
  for (const [, load] of called.length > 0 ? called : Object.entries(commands)) program.addCommand(await load());
  program.helpCommand("help [command]", "print the help of a command");
  program.action((_flags: unknown, command: Command) => {
    const [word] = command.args;
    if (word === undefined) command.help({ error: true });
    throwProblems(commandProblems(command, word));
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

/** @param word the first one, which is not a command */
function commandProblems(program: Command, word: string): string[] {
  const names = program.commands.map((command) => command.name());
  if (!word.startsWith("-"))
    return [`unknown command ${formatValue(word)}${didYouMean(word, names)}; commands are ${names.join(", ")}`];
  const owner = program.commands.find((command) => knownFlags(command).includes(withoutValue(word)));
  return owner === undefined ? unknownProblems(program) : [`${word} must come after its command: weakties ${owner.name()} ${word}`];
}

/** Whether commander has printed the whole answer: after `--help` and `--version`. */
export function isAnswered(error: unknown): error is CommanderError {
  return error instanceof CommanderError;
}
