import { formatNumber, formatValue, type ImportedContacts, type ImportedTies } from "../../sim/index.ts";
import type { Faults } from "../faults.ts";
import { formatCount } from "../format-number.ts";
import { isMissing } from "../table/read-number.ts";
import { shorten } from "./declared-graph.ts";
import type { Listing } from "./listing.ts";
import type { ReadOptions } from "./read-options.ts";
import { indexOfPairs } from "./tie-index.ts";
import { hasRatings } from "./tie-meanings.ts";
import { readTime, type TimeUnit, ticksBetween, timeUnits } from "./times.ts";

/** The longest record in ticks: 1,000 years. A longer one has another unit. */
const LONGEST = 52_000;

/** The times of a file's records. */
export interface RecordTimes {
  readonly unit: TimeUnit;
  readonly times: Float64Array;
  /** where the record ends: tick 0 */
  readonly end: number;
  /** whether each record is a contact, from which strength follows */
  readonly areContacts: boolean;
}

/** A listing without the records after its end, and the times of the others; without times if they are not used. */
export interface TimedListing {
  readonly listing: Listing;
  readonly timed: RecordTimes | undefined;
}

/**
 * Reads the times of a listing. Times are contacts if their unit is given, or if they are dates and there are neither weights nor
 * ratings. The times of ratings say which one is the last. Other times are not used, and a warning says so.
 */
export function readTimes(listing: Listing, options: ReadOptions, faults: Faults): TimedListing {
  const { meanings, warnings } = listing;
  const cells = listing.tieAttributes.get(meanings.time ?? "") ?? [];
  const given = cells.filter((cell): cell is string => cell !== undefined && !isMissing(cell.trim()));
  if (meanings.time === undefined || given.length === 0) {
    refuseOptions(options, "has no column of times", faults);
    return { listing, timed: undefined };
  }
  const isAll = (unit: TimeUnit): boolean => given.every((cell) => readTime(cell.trim(), unit) !== undefined);
  const unit = options.timeUnit ?? (isAll("date") ? "date" : undefined);
  const isWeighted = !listing.weight.every(Number.isNaN);
  const areRatings = hasRatings(meanings);
  const areContacts = options.timeUnit !== undefined || (unit === "date" && !isWeighted && !areRatings);
  if (!areContacts && !(areRatings && (unit === "date" || isAll("second")))) {
    const remedy = `to start from dated contacts, give the unit of the times: --time-unit=${unit ?? timeUnits.slice(0, -1).join("|")}`;
    if (options.columns?.time !== undefined || areRatings)
      faults.stop(0, `the unit of the times in the column ${shorten(meanings.time)} is not known; ${remedy}`);
    refuseOptions({ until: options.until }, `does not use its column ${shorten(meanings.time)}`, faults, remedy);
    if (new Set(given).size > 1)
      warnings.push(`the column ${shorten(meanings.time)} is not used; the lines of all times are read as one network; ${remedy}`);
    return { listing, timed: undefined };
  }
  return endRecord(listing, { cells, unit: unit ?? "second", areContacts, until: options.until }, faults);
}

function refuseOptions({ timeUnit, until }: ReadOptions, reason: string, faults: Faults, remedy?: string): void {
  if (timeUnit !== undefined) faults.stop(0, `${reason}, so --time-unit cannot be used; choose one with --columns time=…`);
  if (until !== undefined) faults.stop(0, `${reason}, so --until cannot be used; ${remedy ?? "choose one with --columns time=…"}`);
}

interface Given {
  readonly cells: readonly (string | undefined)[];
  readonly unit: TimeUnit;
  readonly areContacts: boolean;
  readonly until: string | undefined;
}

function endRecord(listing: Listing, { cells, unit, areContacts, until }: Given, faults: Faults): TimedListing {
  const form = unit === "date" ? "a date such as 2004-04-15 or 2004-04-15T09:30:00Z" : `a number of ${unit}s`;
  const times = Float64Array.from(listing.from, (_, record) => {
    const cell = cells[record]?.trim() ?? "";
    const time = isMissing(cell) ? undefined : readTime(cell, unit);
    if (time === undefined)
      faults.add(
        listing.lines[record] ?? 0,
        isMissing(cell) ? "a time is missing" : `a time must be ${form}, got ${formatValue(cell)}`,
      );
    return time ?? Number.NaN;
  });
  faults.throwIfAny();
  const given = until === undefined ? undefined : readTime(until.trim(), unit);
  if (until !== undefined && given === undefined)
    faults.stop(0, `--until must be ${form}, as in the file, got ${formatValue(until)}`);
  const end = given ?? times.reduce((latest, time) => Math.max(latest, time), Number.NEGATIVE_INFINITY);
  const kept = [...times.keys()].filter((record) => (times[record] ?? 0) <= end);
  if (kept.length === 0) faults.stop(0, `has no line up to ${shorten(until ?? "")}; give a later time with --until`);
  const late = times.length - kept.length;
  if (late > 0) listing.notes.push(`${formatCount(late, "line")} after ${until ?? ""} left out`);
  const timed = { unit, times: Float64Array.from(kept, (record) => times[record] ?? 0), end, areContacts };
  return { listing: late > 0 ? keepRecords(listing, kept) : listing, timed };
}

function keepRecords(listing: Listing, kept: readonly number[]): Listing {
  const pick = <T>(column: readonly T[]): T[] => kept.map((record) => column[record] as T);
  const { from, to, weight, directed, lines, tieAttributes } = listing;
  return {
    ...listing,
    from: pick(from),
    to: pick(to),
    weight: pick(weight),
    directed: pick(directed),
    lines: pick(lines),
    tieAttributes: tieAttributes.map(pick),
  };
}

/** The listing as contacts: their weights are not used, because strength comes from when they took place. */
export function setWeightsAside(listing: Listing): Listing {
  const isWeighted = !listing.weight.every(Number.isNaN);
  if (isWeighted) listing.notes.push("weights are not used, because strength comes from the times of contacts");
  return { ...listing, weight: listing.weight.map((weight) => (weight === 0 ? 0 : Number.NaN)) };
}

/** The ticks of the contacts of each tie. */
export function readContacts(
  listing: Listing,
  ties: ImportedTies,
  { times, unit, end }: RecordTimes,
  faults: Faults,
): ImportedContacts {
  const tieOf = indexOfPairs(ties, listing.names.length);
  const { from, to, weight, notes, warnings } = listing;
  const tieOfRecord = Int32Array.from(from, (one, record) => (weight[record] === 0 ? -1 : tieOf(one, to[record] ?? 0)));
  const first = new Uint32Array(ties.lower.length + 1);
  for (const tie of tieOfRecord) if (tie >= 0) first[tie + 1] = (first[tie + 1] ?? 0) + 1;
  for (let tie = 0; tie < ties.lower.length; tie++) first[tie + 1] = (first[tie + 1] ?? 0) + (first[tie] ?? 0);
  const next = first.slice();
  const ticks = new Int32Array(first.at(-1) ?? 0);
  const distinct = new Set<number>();
  for (const [record, tie] of tieOfRecord.entries()) {
    if (tie < 0) continue;
    const ago = Math.floor(ticksBetween(times[record] ?? 0, end, unit));
    if (ago > LONGEST)
      faults.stop(
        listing.lines[record] ?? 0,
        `the time is ${formatNumber(Math.floor(ago / 52))} years before the end of the record; check --time-unit`,
      );
    const at = next[tie] ?? 0;
    ticks[at] = -ago;
    next[tie] = at + 1;
    distinct.add(ago);
  }
  for (let tie = 0; tie < ties.lower.length; tie++) ticks.subarray(first[tie], first[tie + 1]).sort();
  notes.push(
    `${formatCount(ticks.length, "contact")} over ${formatCount(1 + [...distinct].reduce((most, ago) => Math.max(most, ago), 0), "tick")}`,
  );
  if (distinct.size === 1 && ticks.length > 1) warnings.push("all contacts fall into one tick, which is a week; check --time-unit");
  return { first, ticks };
}
