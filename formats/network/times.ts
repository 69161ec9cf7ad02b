import { didYouMean, formatValue, InputError, numberOf } from "../../sim/index.ts";

/** Units of times by their length in ticks. A tick is a week, and 52 ticks are a year. */
const units = {
  second: 1 / 604_800,
  minute: 1 / 10_080,
  hour: 1 / 168,
  day: 1 / 7,
  week: 1,
  year: 52,
} as const;

/** What a number of the column of times counts; `date` for dates as text. */
export type TimeUnit = keyof typeof units | "date";

export const timeUnits: readonly TimeUnit[] = ["second", "minute", "hour", "day", "week", "year", "date"];

/** @throws InputError if the text is not a unit. @param place what messages call it */
export function readTimeUnit(text: string, place: string): TimeUnit {
  const unit = timeUnits.find((one) => one === text.trim());
  if (unit !== undefined) return unit;
  throw new InputError([
    `${place}: unknown unit ${formatValue(text)}${didYouMean(text, timeUnits)}; known units: ${timeUnits.join(", ")}`,
  ]);
}

/** Ticks from one time to a later one. Whole numbers of seconds, minutes, hours and days divide without a rounded factor. */
export function ticksBetween(earlier: number, later: number, unit: TimeUnit): number {
  const length = units[unit === "date" ? "second" : unit];
  return length < 1 ? (later - earlier) / Math.round(1 / length) : (later - earlier) * length;
}

/** A time as a number in its unit; undefined if the text is not one. Dates are seconds since 1970. */
export function readTime(text: string, unit: TimeUnit): number | undefined {
  return unit === "date" ? readDate(text) : numberOf(text);
}

const datePattern = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * A date of ISO 8601, `2004-04-15` or `2004-04-15T09:30:00Z`, as seconds since 1970. Without an offset it is UTC, so that a file means
 * the same on every machine.
 */
function readDate(text: string): number | undefined {
  const parts = datePattern.exec(text);
  if (parts === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map((part) => Number(part ?? 0));
  const milliseconds = Date.UTC(year, month - 1, day, hour, minute, second);
  const read = new Date(milliseconds);
  const isReal = read.getUTCFullYear() === year && read.getUTCMonth() === month - 1 && read.getUTCDate() === day;
  if (!isReal || hour > 23 || minute > 59 || second > 59) return undefined;
  return milliseconds / 1000 + Number(`0.${parts[7] ?? 0}`) - offsetOf(parts[8]);
}

/** Seconds that the local time is ahead of UTC. */
function offsetOf(offset: string | undefined): number {
  if (offset === undefined || offset === "Z") return 0;
  const sign = offset.startsWith("-") ? -1 : 1;
  return sign * (Number(offset.slice(1, 3)) * 3600 + Number(offset.slice(-2)) * 60);
}
