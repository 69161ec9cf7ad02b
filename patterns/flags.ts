import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { formatValue, InputError } from "../sim/index.ts";

/** What the user typed after `npm run patterns --` or `npm run robustness --`. */
export interface Flags {
  /** at most so many seeds; Infinity for all */
  readonly seeds: number;
  /** what to run, by id; undefined for all */
  readonly only: readonly string[] | undefined;
  readonly out: string;
  readonly experiments: string;
  /** whether the experiments are those of the project */
  readonly isShipped: boolean;
  readonly jobs: number;
}

/** A command that runs experiments and writes a page. */
export interface PageCommand {
  /** `patterns` */
  readonly command: string;
  /** the folder with the project's own experiments */
  readonly experiments: string;
  /** what `--only` selects: `pattern`, and the ids of all of them */
  readonly what: string;
  readonly known: readonly string[];
}

/** @throws InputError with every fault */
export function readFlags(args: readonly string[], { command, experiments, what, known }: PageCommand): Flags {
  const problems: string[] = [];
  const example = known.slice(0, 2).join(",");
  const usage = `npm run ${command} -- [--seeds N] [--only ${example}] [--jobs N] [--out DIR] [--experiments DIR]`;
  const given = parseGiven(args, usage);
  const whole = (name: "seeds" | "jobs", least: number) => {
    const text = given[name];
    if (text === undefined) return undefined;
    if (/^\d{1,4}$/.test(text) && Number(text) >= least) return Number(text);
    problems.push(`--${name} must be a whole number from ${least} to 9,999, got ${formatValue(text)}`);
    return undefined;
  };
  const only = given.only?.split(",").map((id) => id.trim());
  for (const id of only ?? [])
    if (!known.includes(id)) problems.push(`--only: no ${what} ${formatValue(id)}; the ${what}s are ${known.join(", ")}`);
  const flags = {
    seeds: whole("seeds", 2) ?? Number.POSITIVE_INFINITY,
    only,
    out: given.out ?? `runs/${command}`,
    experiments: given.experiments ?? experiments,
    isShipped: given.experiments === undefined,
    jobs: whole("jobs", 1) ?? availableParallelism(),
  };
  if (problems.length > 0) throw new InputError(problems);
  return flags;
}

function parseGiven(args: readonly string[], usage: string) {
  const text = { type: "string" } as const;
  const options = { seeds: text, only: text, out: text, experiments: text, jobs: text };
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    // Node's message ends with advice about arguments that begin with a dash.
    const [message = ""] = (error instanceof Error ? error.message : String(error)).split(". ");
    throw new InputError([`${message}; usage: ${usage}`]);
  }
}
