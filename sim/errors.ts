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

/** A value as a message shows it: text in quotes, cut after 60 characters, with control and invisible characters escaped. */
export function formatValue(value: unknown): string {
  if (typeof value === "number") return formatNumber(value);
  if (typeof value === "boolean") return String(value);
  if (value === null) return "an empty value";
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${formatNumber(value.length)}`;
  if (typeof value === "object") return Object.keys(value).length === 0 ? "an empty table" : "a table";
  if (typeof value !== "string") return `a ${typeof value}`;
  return quote(value);
}

function quote(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  return JSON.stringify(short).replace(hidden, escapeCharacter);
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
  const word = given.toLowerCase().slice(0, 64);
  let best = "";
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const name of known) {
    const other = name.toLowerCase();
    if (Math.abs(other.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word, other, bestDistance);
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best === "" ? "" : ` (did you mean ${quote(best)}?)`;
}

/**
 * Levenshtein distance, at most `limit`. A file of a million wrong names compares each with every known one, so only cells that can stay
 * below the limit are computed: those near the diagonal, until a row has none. The rows of all calls share their memory.
 */
function editDistance(a: string, b: string, limit: number): number {
  for (let j = 0; j <= b.length; j++) row[j] = Math.min(j, limit);
  for (let i = 1; i <= a.length; i++) {
    const character = a.charCodeAt(i - 1);
    const first = Math.max(1, i - limit);
    const last = Math.min(b.length, i + limit);
    let diagonal = row[first - 1];
    let left = first === 1 ? i : limit;
    let least = left;
    row[first - 1] = left;
    for (let j = first; j <= last; j++) {
      const swap = character === b.charCodeAt(j - 1) ? diagonal : diagonal + 1;
      diagonal = row[j];
      left = Math.min(swap, diagonal + 1, left + 1);
      row[j] = left;
      if (left < least) least = left;
    }
    if (least >= limit) return limit;
  }
  return Math.min(limit, row[b.length]);
}

/** The distances of one row. A word has at most 64 characters, and no name compared with it twice as many. */
const row = new Uint8Array(129);
