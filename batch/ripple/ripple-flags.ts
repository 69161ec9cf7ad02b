import { readInterventions } from "../../formats/interventions.ts";
import {
  checkInterventions,
  defaultParameters,
  definitions,
  didYouMean,
  formatValue,
  InputError,
  LEAST_NOTICED,
  numberOf,
  turnKindNames,
} from "../../sim/index.ts";
import type { FlagReader, Given } from "../flags/flag-reader.ts";

export interface GivenRippleFlags {
  readonly event?: Given;
  readonly draw?: Given;
  readonly first?: Given;
  readonly last?: Given;
  readonly weeks?: Given;
  readonly without?: Given;
  readonly least?: Given;
  readonly seed?: Given;
  readonly out?: Given;
  readonly quiet?: true;
}

/** What the user asked for. */
export type RippleFlags = ReturnType<typeof readRippleFlags>;

/** The most events of one command: a table of all agents of all ripples still fits a disk. */
const MOST_EVENTS = 100_000;
/** The longest ripple, in weeks. */
const LONGEST = 100_000;
/** Three years. */
const USUAL_WEEKS = 156;
const USUAL_EVENTS = 100;

/** Mechanisms that can be turned off while a world runs. */
const mechanisms: readonly string[] = Object.values(definitions).flatMap(({ kind, live, name }) =>
  kind === "switch" && live ? [name] : [],
);

export function readRippleFlags(given: GivenRippleFlags, reader: FlagReader) {
  const event = reader.text("--event", given.event);
  for (const flag of ["draw", "first", "last", "seed"] as const)
    if (event !== undefined && given[flag] !== undefined)
      reader.problems.push(`--event and --${flag} cannot be combined: --event names one event, and --${flag} is for drawn ones`);
  const first = reader.whole("--first", given.first, 1, 1_000_000_000);
  const last = reader.whole("--last", given.last, 1, 1_000_000_000);
  if (first !== undefined && last !== undefined && last < first)
    reader.problems.push(`--last must be ${first} or later, the tick of --first, got ${last}`);
  return {
    event: event === undefined ? undefined : readEvent(event, reader),
    draw: reader.whole("--draw", given.draw, 1, MOST_EVENTS) ?? USUAL_EVENTS,
    first,
    last,
    weeks: reader.whole("--weeks", given.weeks, 1, LONGEST) ?? USUAL_WEEKS,
    without: readMechanisms(reader.text("--without", given.without), reader),
    least: readLeast(reader.text("--least", given.least), reader),
    seed: reader.text("--seed", given.seed),
    out: reader.text("--out", given.out),
    quiet: given.quiet === true,
  };
}

/** Reads an event as interventions write it. Its agents are checked when the run is known. */
function readEvent(text: string, reader: FlagReader): Record<string, unknown> | undefined {
  try {
    const { given } = readInterventions(`[${text}]`, "--event");
    const [event] = given;
    const unknownPeople = { parameters: { ...defaultParameters, agents: definitions.agents.max }, names: [], circleNames: [] };
    const { problems } = checkInterventions(given, { ...unknownPeople, hasNames: false }, "");
    if (given.length !== 1) problems.push("must be one event");
    else if (problems.length === 0 && !turnKindNames.some((kind) => kind in Object(event)))
      problems.push(`must turn an event: one of ${turnKindNames.join(", ")}`);
    reader.problems.push(...problems.map((problem) => `--event: ${problem.replace(/^\[\d+\]: /, "")}`));
    return problems.length > 0 ? undefined : (event as Record<string, unknown>);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    reader.problems.push(...error.problems);
    return undefined;
  }
}

function readMechanisms(text: string | undefined, reader: FlagReader): string[] {
  if (text === undefined) return [];
  const names = [...new Set(text.split(",").map((name) => name.trim()))];
  for (const name of names)
    if (!mechanisms.includes(name))
      reader.problems.push(
        `--without must name mechanisms that can be turned off during a run, separated by commas, got ${formatValue(name)}${didYouMean(name, mechanisms)}`,
      );
  return names;
}

function readLeast(text: string | undefined, reader: FlagReader): number {
  if (text === undefined) return LEAST_NOTICED;
  const value = numberOf(text) ?? Number.NaN;
  if (!(value > 0 && value <= 1)) reader.problems.push(`--least must be a number above 0 and at most 1, got ${formatValue(text)}`);
  return value;
}
