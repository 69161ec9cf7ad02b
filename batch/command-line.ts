import { Command, CommanderError } from "commander";
import { didYouMean, formatValue, VERSION } from "../sim/index.ts";
import { throwProblems } from "./flags/throw-problems.ts";
import { knownFlags, unknownProblems, withoutValue } from "./flags/unknown-flags.ts";
import { textWidth } from "./text/wrap.ts";

/** A command before its modules load. */
interface ListedCommand {
  /** as help lists it */
  readonly summary: string;
  load(): Promise<Command>;
}

/** In the order in which a person needs them. The modules of a command load only if it is called. */
const commands: Readonly<Record<string, ListedCommand>> = {
  run: {
    summary: "run the model and write the results",
    load: async () => (await import("./commands/run.ts")).runCommand(),
  },
  new: {
    summary: "create an example experiment file for you to edit",
    load: async () => (await import("./commands/new.ts")).newCommand(),
  },
  experiment: {
    summary: "run an experiment: a design, replicates, tables, a report",
    load: async () => (await import("./commands/experiment.ts")).experimentCommand(),
  },
  status: {
    summary: "show how far an experiment is, and which shards are missing",
    load: async () => (await import("./commands/status.ts")).statusCommand(),
  },
  report: {
    summary: "write the tables and the report of an unfinished experiment",
    load: async () => (await import("./commands/report.ts")).reportCommand(),
  },
  analyze: {
    summary: "measure the networks of a finished run",
    load: async () => (await import("./commands/analyze.ts")).analyzeCommand(),
  },
  export: {
    summary: "bring a finished run into another program",
    load: async () => (await import("./commands/export.ts")).exportCommand(),
  },
  why: {
    summary: "list what made two agents trust each other, or others trust an agent",
    load: async () => (await import("./commands/why.ts")).whyCommand(),
  },
  ripple: {
    summary: "turn one event of a run, or many, and measure what follows",
    load: async () => (await import("./commands/ripple.ts")).rippleCommand(),
  },
  link: {
    summary: "print the link to a run, which the page opens",
    load: async () => (await import("./commands/link.ts")).linkCommand(),
  },
  merge: {
    summary: "merge the shards of an experiment",
    load: async () => (await import("./commands/merge.ts")).mergeCommand(),
  },
  slurm: {
    summary: "write, and submit, an experiment as a Slurm job array",
    load: async () => (await import("./commands/slurm.ts")).slurmCommand(),
  },
  parameters: {
    summary: "list every parameter",
    load: async () => (await import("./commands/parameters.ts")).parametersCommand(),
  },
  scenarios: {
    summary: "list the built-in scenarios",
    load: async () => (await import("./commands/scenarios.ts")).scenariosCommand(),
  },
};

/**
 * The command line. Commands receive unknown flags and arguments, so that they can report everything that is wrong at once.
 *
 * @param args what the user typed: commands that it doesn't name can be listed but not called
 */
export async function commandLine(args: readonly string[]): Promise<Command> {
  const program = new Command("weakties").description("An agent-based simulation of how trust grows and breaks along weak ties.");
  const [first, second] = args;
  const called = first === "help" ? second : first;
  for (const [name, { summary, load }] of Object.entries(commands))
    program.addCommand((name === called ? await load() : new Command(name)).summary(summary));
  program.helpCommand("help [command]", "print the help of a command");
  program.action(async (_flags: unknown, command: Command) => {
    const [word] = command.args;
    if (word === undefined) command.help({ error: true });
    throwProblems(await commandProblems(command, word));
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
async function commandProblems(program: Command, word: string): Promise<string[]> {
  const names = Object.keys(commands);
  if (!word.startsWith("-"))
    return [`unknown command ${formatValue(word)}${didYouMean(word, names)}; commands are ${names.join(", ")}`];
  const loaded = await Promise.all(Object.values(commands).map(({ load }) => load()));
  const owner = loaded.find((command) => knownFlags(command).includes(withoutValue(word)));
  return owner === undefined ? unknownProblems(program) : [`${word} must come after its command: weakties ${owner.name()} ${word}`];
}

/** Whether commander has printed the whole answer: after `--help` and `--version`. */
export function isAnswered(error: unknown): error is CommanderError {
  return error instanceof CommanderError;
}
