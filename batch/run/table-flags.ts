import { didYouMean, eventKinds, formatValue, type TableName, tableNames, usualTables } from "../../sim/index.ts";
import type { FlagReader, Given } from "../flags/flag-reader.ts";
import type { TableFormat } from "./run-file-names.ts";

/** The flags of `weakties run` that say which tables to write, and how. */
interface GivenTableFlags {
  readonly tables?: Given;
  readonly ties?: false;
  readonly tiesEvery?: Given;
  readonly tiesAt?: Given;
  readonly tiesWhere?: Given;
  readonly eventKinds?: Given;
  readonly events?: true;
  readonly gzip?: true;
  readonly parquet?: true;
}

/** What the flags say about tables. What they don't say is undefined. */
export interface TableFlags {
  readonly tables: readonly TableName[] | undefined;
  readonly noTies: boolean;
  /** ascending */
  readonly tiesAt: readonly number[] | undefined;
  /** a kind of ties, not yet checked */
  readonly tiesWhere: string | undefined;
  /** in the order of all kinds */
  readonly eventKinds: readonly string[] | undefined;
  readonly format: Exclude<TableFormat, "csv"> | undefined;
}

export function readTableFlags(given: GivenTableFlags, reader: FlagReader): TableFlags {
  const tables = readTables(reader.text("--tables", given.tables), reader);
  const noTies = given.ties === false;
  const problem = (text: string) => reader.problems.push(text);
  if (noTies && tables?.includes("ties")) problem("--no-ties and --tables contradict each other: leave ties out of --tables");
  else if (given.tiesEvery !== undefined && noTies) problem("--ties-every and --no-ties cannot be combined");
  else if (given.tiesEvery !== undefined && tables?.includes("ties") === false) problem("--ties-every needs ties in --tables");
  if (given.gzip && given.parquet) problem("--gzip and --parquet cannot be combined: Parquet is compressed already");
  const tiesAt = readTicks(reader.text("--ties-at", given.tiesAt), reader);
  const kinds = readKinds(reader.text("--event-kinds", given.eventKinds), reader);
  if (tiesAt !== undefined && given.tiesEvery !== undefined) problem("--ties-at and --ties-every cannot be combined");
  const tiesWhere = reader.text("--ties-where", given.tiesWhere);
  if (tiesWhere !== undefined && (noTies || tables?.includes("ties") === false))
    problem("--ties-where needs ties: don't leave them out");
  if (tiesAt !== undefined && (noTies || tables?.includes("ties") === false)) problem("--ties-at needs ties: don't leave them out");
  return {
    tables,
    noTies,
    tiesAt,
    tiesWhere,
    eventKinds: kinds,
    format: given.parquet ? "parquet" : given.gzip ? "gzip" : undefined,
  };
}

function readTables(text: string | undefined, reader: FlagReader): TableName[] | undefined {
  if (text === undefined) return undefined;
  const names = text.split(",").map((name) => name.trim());
  for (const name of names)
    if (!isTableName(name))
      reader.problems.push(
        `--tables must name tables, separated by commas, got ${formatValue(name)}${didYouMean(name, tableNames)}; tables are ${tableNames.join(", ")}`,
      );
  return names.filter(isTableName);
}

function readTicks(text: string | undefined, reader: FlagReader): number[] | undefined {
  if (text === undefined) return undefined;
  const given = text.split(",").map((one) => one.trim());
  const wrong = given.find((one) => !/^\d{1,9}$/.test(one));
  if (wrong !== undefined)
    reader.problems.push(`--ties-at must be ticks, separated by commas, such as 0,260,520, got ${formatValue(wrong)}`);
  return [...new Set(given.map(Number))].sort((a, b) => a - b);
}

function readKinds(text: string | undefined, reader: FlagReader): string[] | undefined {
  if (text === undefined) return undefined;
  const names = text.split(",").map((name) => name.trim());
  for (const name of names)
    if (!eventKinds.some((kind) => kind === name))
      reader.problems.push(
        `--event-kinds must name kinds of events, separated by commas, got ${formatValue(name)}${didYouMean(name, eventKinds)}; kinds are ${eventKinds.join(", ")}`,
      );
  return eventKinds.filter((kind) => names.includes(kind));
}

function isTableName(name: string): name is TableName {
  return (tableNames as readonly string[]).includes(name);
}

/**
 * Combines flags and configuration. A flag replaces what the configuration says.
 *
 * @returns undefined for the usual tables
 */
export function combineTables(
  flags: TableFlags & { readonly events: boolean },
  config: { readonly tables?: readonly TableName[] | undefined; readonly events?: boolean | undefined },
): { tables: readonly TableName[] | undefined; events: boolean } {
  const given = flags.tables ?? config.tables;
  const tables = flags.noTies ? (given ?? usualTables).filter((name) => name !== "ties") : given;
  const events = flags.events || (flags.tables ?? config.tables)?.includes("events") === true;
  return { tables, events: events || (flags.tables === undefined && config.events === true) };
}
