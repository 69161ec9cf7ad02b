import { didYouMean, formatValue, InputError } from "../../sim/index.ts";
import { readTimeUnit, type TimeUnit } from "./times.ts";
import { readTrustScale, type TrustScale } from "./trust-scale.ts";

/** How a file of people is to be read, in the words of flags and of the files that refer to it. */
export interface Reading {
  /** of a network: its columns, such as `from=Ego,to=Alter` */
  readonly columns?: string;
  /** title of the column or attribute with the circles of agents */
  readonly circle_column?: string;
  /** of a network: the scale of its trust ratings, such as `-10,10` */
  readonly trust_scale?: string;
  /** of a network: what the numbers in its column of times count, such as `second` */
  readonly time_unit?: string;
  /** of a network: the time at which the record ends and the run starts */
  readonly until?: string;
}

/** The keys of a reading, in the order in which files are written. */
export const readingKeys = ["columns", "circle_column", "trust_scale", "time_unit", "until"] as const;

/** A reading alone, in the order in which files are written. */
export function readingOf(given: Reading): Reading {
  return Object.fromEntries(readingKeys.flatMap((key) => (given[key] === undefined ? [] : [[key, given[key]]])));
}

/** The columns that a person can choose, by title or by place, from 1. */
export interface ColumnChoice {
  readonly from?: string;
  readonly to?: string;
  readonly weight?: string;
  readonly direction?: string;
  readonly trust?: string;
  readonly time?: string;
}

const keys = ["from", "to", "weight", "direction", "trust", "time"] as const;

/** How a person wants a file to be read. */
export interface ReadOptions {
  readonly columns?: ColumnChoice | undefined;
  /** title of the column or attribute that holds the circles of agents */
  readonly circleColumn?: string | undefined;
  readonly trustScale?: TrustScale | undefined;
  readonly timeUnit?: TimeUnit | undefined;
  /** a time as the file writes it */
  readonly until?: string | undefined;
}

/** The options that the words of a file or of flags stand for, which have been checked. */
export function readOptionsOf(reading: Reading = {}): ReadOptions {
  const { columns, circle_column: circleColumn, trust_scale: scale, time_unit: unit, until } = reading;
  return {
    ...(columns !== undefined && { columns: readColumnChoice(columns, "columns") }),
    ...(circleColumn !== undefined && { circleColumn }),
    ...(scale !== undefined && { trustScale: readTrustScale(scale, "trust_scale") }),
    ...(unit !== undefined && { timeUnit: readTimeUnit(unit, "time_unit") }),
    ...(until !== undefined && { until }),
  };
}

/** Checks one value of a reading. @param place what messages call it. @throws InputError with every fault */
export function checkReading(key: keyof Reading, text: string, place: string): void {
  if (key === "columns") readColumnChoice(text, place);
  else if (key === "trust_scale") readTrustScale(text, place);
  else if (key === "time_unit") readTimeUnit(text, place);
}

/**
 * Reads a choice of columns, such as `from=Ego,to=Alter,weight=Contacts` or `from=1,to=2`.
 *
 * @param place what messages call it: `--columns`
 * @throws InputError with every fault
 */
export function readColumnChoice(text: string, place: string): ColumnChoice {
  const problems: string[] = [];
  const choice: Partial<Record<(typeof keys)[number], string>> = {};
  for (const part of text.split(",")) {
    const [given = "", ...rest] = part.split("=");
    const key = keys.find((one) => one === given.trim());
    const title = rest.join("=").trim();
    if (key === undefined)
      problems.push(`${place}: unknown key ${formatValue(given.trim())}${didYouMean(given, keys)}; known keys: ${keys.join(", ")}`);
    else if (title === "") problems.push(`${place}: ${key} needs the title or the number of a column, as in ${key}=1`);
    else if (choice[key] !== undefined) problems.push(`${place}: ${key} is given twice`);
    else choice[key] = title;
  }
  if ((choice.from === undefined) !== (choice.to === undefined))
    problems.push(`${place}: give both from and to, or neither, got ${formatValue(text)}`);
  if (problems.length > 0) throw new InputError(problems);
  return choice;
}
