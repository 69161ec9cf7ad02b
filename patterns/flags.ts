import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { formatValue, InputError } from "../sim/index.ts";

/** What the user typed after `npm run patterns --`. */
export interface Flags {
  /** at most so many seeds; Infinity for all */
  readonly seeds: number;
  /** ids of patterns; undefined for all */
  readonly only: readonly string[] | undefined;
  readonly out: string;
  readonly experiments: string;
  readonly jobs: number;
}

const USAGE = "npm run patterns -- [--seeds N] [--only 5,6] [--jobs N] [--out DIR] [--experiments DIR]";

/**
 * @param known ids of all patterns
 * @throws InputError with every fault
 */
export function readFlags(args: readonly string[], known: readonly string[]): Flags {
  const problems: string[] = [];
  const given = parseGiven(args);
  const whole = (name: "seeds" | "jobs", least: number) => {
    const text = given[name];
    if (text === undefined) return undefined;
    if (/^\d{1,4}$/.test(text) && Number(text) >= least) return Number(text);
    problems.push(`--${name} must be a whole number from ${least} to 9,999, got ${formatValue(text)}`);
    return undefined;
  };
  const only = given.only?.split(",").map((id) => id.trim());
  for (const id of only ?? [])
    if (!known.includes(id)) problems.push(`--only: no pattern ${formatValue(id)}; the patterns are ${known.join(", ")}`);
  const flags = {
    seeds: whole("seeds", 2) ?? Number.POSITIVE_INFINITY,
    only,
    out: given.out ?? "runs/patterns",
    experiments: given.experiments ?? "patterns/experiments",
    jobs: whole("jobs", 1) ?? availableParallelism(),
  };
  if (problems.length > 0) throw new InputError(problems);
  return flags;
}

function parseGiven(args: readonly string[]) {
  const text = { type: "string" } as const;
  const options = { seeds: text, only: text, out: text, experiments: text, jobs: text };
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    // Node's message ends with advice about arguments that begin with a dash.
    const [message = ""] = (error instanceof Error ? error.message : String(error)).split(". ");
    throw new InputError([`${message}; usage: ${USAGE}`]);
  }
}
