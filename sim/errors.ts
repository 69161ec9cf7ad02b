/**
 * Input that the model cannot use: all faults at once, each with its place, the rule and the value that came. `message` has
 * the whole text, because only the name, message and stack of an error reach another thread.
 */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/** Throws an InputError if there are any problems. */
export function throwIfAny(problems: readonly string[]): void {
  if (problems.length > 0) throw new InputError(problems);
}

/** A value as a message shows it: text in quotes, cut after 60 characters, with control characters escaped. */
export function formatValue(value: unknown): string {
  if (typeof value === "number") return formatNumber(value);
  if (typeof value === "boolean") return String(value);
  if (value === null) return "an empty value";
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${formatNumber(value.length)}`;
  if (typeof value === "object") return Object.keys(value).length === 0 ? "an empty table" : "a table";
  if (typeof value !== "string") return `a ${typeof value}`;
  const text = value.length > 60 ? `${value.slice(0, 57)}…` : value;
  return JSON.stringify(text).replace(hidden, escapeCharacter);
}

/** Characters that leave no mark, and blanks other than the space: two names that differ only in these would look the same. */
const hidden = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

function escapeCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** A number as messages and tables for people show it: 1,000,000, with all its digits after the point. */
export function formatNumber(value: number): string {
  const [whole, ...rest] = String(value).split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...rest].join(".");
}

/** ` (did you mean "x"?)` for the known name nearest to the given one, or nothing if no name is near. */
export function didYouMean(given: string, known: Iterable<string>): string {
  let best = "";
  let bestDistance = Math.max(2, Math.floor(given.length / 3)) + 1;
  for (const name of known) {
    const distance = editDistance(given.slice(0, 64).toLowerCase(), name.toLowerCase(), bestDistance);
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best === "" ? "" : ` (did you mean "${best}"?)`;
}

/** Levenshtein distance, at most `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1] + +(a[i - 1] !== b[j - 1]);
      next.push(Math.min(swap, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}
