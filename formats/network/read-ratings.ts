import { BELIEFS, formatNumber, formatValue, type ImportedRatings, type ImportedTies } from "../../sim/index.ts";
import type { Faults } from "../faults.ts";
import { formatCount } from "../format-number.ts";
import { isMissing, readNumber } from "../table/read-number.ts";
import type { Column } from "./attributes.ts";
import type { Listing } from "./listing.ts";
import type { ReadOptions } from "./read-options.ts";
import { indexOfPairs } from "./tie-index.ts";
import { hasRatings, isScoreTitle, type TieMeanings } from "./tie-meanings.ts";
import { shareOn, type TrustScale } from "./trust-scale.ts";

/** The most pieces of evidence that a file can give. */
const MOST_EVIDENCE = 1_000_000;

/** The rating of each record; NaN where a value is missing. */
interface RecordRatings {
  readonly trust: Float64Array;
  readonly beliefs: Float64Array;
  readonly evidence: Float64Array;
}

/**
 * Reads the ratings of a file and gives them to the directions of its ties. A record without direction rates both ways. If a
 * direction has several ratings, the last one by time counts; without times, ratings that differ are a fault.
 *
 * @param times of the records; undefined if the file has none
 * @returns undefined if the file rates nobody
 */
export function readRatings(
  listing: Listing,
  ties: ImportedTies,
  { options, times, faults }: { options: ReadOptions; times: Float64Array | undefined; faults: Faults },
): ImportedRatings | undefined {
  const { meanings, notes } = listing;
  if (!hasRatings(meanings)) return undefined;
  const records = readRecords(listing, meanings, options.trustScale, faults);
  const chosen = chooseRecords(listing, ties, records, times, faults);
  const ratings = spread(chosen, records);
  const rated = chosen.reduce((count, record) => count + +(record >= 0), 0);
  const distrust = chosen.reduce((count, record) => count + +(record >= 0 && (records.trust[record] ?? 0) < 0.5), 0);
  notes.push(
    `${formatCount(rated, "trust rating")} by direction${distrust > 0 ? `, ${formatNumber(distrust)} of them distrust` : ""}`,
  );
  return ratings;
}

/** The values of a matrix as ratings, if a person gives their scale; any other listing as it is. */
export function rateByCells(listing: Listing, { trustScale }: ReadOptions): Listing {
  if (trustScale === undefined || listing.isMatrix !== true) return listing;
  const title = "value of a cell";
  return {
    ...listing,
    weight: listing.weight.map(() => Number.NaN),
    tieAttributes: listing.tieAttributes.with(title, listing.weight.map(String)),
    meanings: { ...listing.meanings, trust: title },
  };
}

function readRecords(listing: Listing, meanings: TieMeanings, given: TrustScale | undefined, faults: Faults): RecordRatings {
  const count = listing.from.length;
  const columnOf = (title: string | undefined): Column => listing.tieAttributes.get(title ?? "") ?? [];
  const scale = given ?? (meanings.trust !== undefined && isScoreTitle(meanings.trust) ? "score" : "share");
  const readColumn = (title: string | undefined, read: (value: number) => number | string): Float64Array => {
    const cells = columnOf(title);
    return Float64Array.from({ length: count }, (_, record) => {
      const cell = cells[record]?.trim() ?? "";
      if (isMissing(cell)) return Number.NaN;
      const value = readNumber(cell);
      const result = value === undefined ? `${title ?? ""} must be a number, got ${formatValue(cell)}` : read(value);
      if (typeof result === "number") return result;
      faults.add(listing.lines[record] ?? 0, result);
      return Number.NaN;
    });
  };
  const beliefs = new Float64Array(count * BELIEFS).fill(Number.NaN);
  for (const [place, title] of meanings.beliefs.entries()) {
    const column = readColumn(title, (value) =>
      value >= 0 && value <= 1 ? value : `${title ?? ""} must be from 0 to 1, got ${formatValue(value)}`,
    );
    for (let record = 0; record < count; record++) beliefs[record * BELIEFS + place] = column[record] ?? Number.NaN;
  }
  return {
    trust: readColumn(meanings.trust, (value) => shareOn(scale, value, given !== undefined)),
    beliefs,
    evidence: readColumn(meanings.evidence, (value) =>
      value >= 0 && value <= MOST_EVIDENCE ? value : `evidence must be a number from 0 to 1,000,000, got ${formatValue(value)}`,
    ),
  };
}

/** The record whose rating counts for each direction; −1 if there is none. */
function chooseRecords(
  listing: Listing,
  ties: ImportedTies,
  records: RecordRatings,
  times: Float64Array | undefined,
  faults: Faults,
): Int32Array {
  const { from, to, directed, lines } = listing;
  const tieOf = indexOfPairs(ties, listing.names.length);
  const chosen = new Int32Array(2 * ties.lower.length).fill(-1);
  const take = (direction: number, record: number): void => {
    const before = chosen[direction] ?? -1;
    const isLater = before < 0 || (times?.[record] ?? 0) > (times?.[before] ?? 0);
    const isTied = before >= 0 && (times?.[record] ?? 0) === (times?.[before] ?? 0);
    if (isTied && !isSame(records, before, record))
      faults.add(
        lines[record] ?? 0,
        `${formatValue(listing.names[from[record] ?? 0])} rates ${formatValue(listing.names[to[record] ?? 0])} differently in line ${lines[before] ?? 0}${times === undefined ? "; delete one, or add a column time to say which is the last" : ", at the same time; delete one"}`,
      );
    if (isLater) chosen[direction] = record;
  };
  for (let record = 0; record < from.length; record++) {
    const [one = 0, other = 0] = [from[record], to[record]];
    const tie = tieOf(one, other);
    if (tie < 0 || !isRated(records, record)) continue;
    if (one < other || !directed[record]) take(2 * tie, record);
    if (one > other || !directed[record]) take(2 * tie + 1, record);
  }
  return chosen;
}

function isRated({ trust, beliefs }: RecordRatings, record: number): boolean {
  if (!Number.isNaN(trust[record])) return true;
  return beliefs.subarray(record * BELIEFS, (record + 1) * BELIEFS).some((belief) => !Number.isNaN(belief));
}

function isSame({ trust, beliefs, evidence }: RecordRatings, one: number, other: number): boolean {
  const equal = (column: Float64Array, width = 1): boolean =>
    Array.from({ length: width }, (_, k) => Object.is(column[one * width + k], column[other * width + k])).every(Boolean);
  return equal(trust) && equal(beliefs, BELIEFS) && equal(evidence);
}

function spread(chosen: Int32Array, records: RecordRatings): ImportedRatings {
  const pick = (column: Float64Array, width = 1): Float64Array =>
    Float64Array.from({ length: chosen.length * width }, (_, at) => {
      const record = chosen[Math.floor(at / width)] ?? -1;
      return record < 0 ? Number.NaN : (column[record * width + (at % width)] ?? Number.NaN);
    });
  return { trust: pick(records.trust), beliefs: pick(records.beliefs, BELIEFS), evidence: pick(records.evidence) };
}
