import { formatNumber, InputError } from "../sim/index.ts";

/** Most faults of a file that are printed; the rest are counted. */
const MOST_PRINTED = 20;

/** Most faults that are kept. Later passes may find faults in earlier lines, so this is more than are printed. */
const MOST_KEPT = 1000;

/** Reading stops at this many faults: a file in which every line is wrong takes no longer than one with a few wrong lines. */
const MOST_COUNTED = 10_000;

/** Characters of the longest text of a fault. A text from the file is cut long before; this limit is for what nobody cut. */
const LONGEST = 2000;

/** Collects the faults of one file while it is read, so that all are reported together. */
export class Faults {
  /** the file's name in messages */
  readonly file: string;
  /** how many faults were found */
  count = 0;
  #hint = "";
  readonly #kept: { readonly line: number; readonly text: string }[] = [];

  constructor(file: string) {
    this.file = file;
  }

  /**
   * @param line from 1; 0 if the fault belongs to no single line
   * @throws InputError at the fault at which reading stops
   */
  add(line: number, what: string): void {
    this.count++;
    const text = what.length > LONGEST ? `${what.slice(0, LONGEST - 1)}…` : what;
    if (this.#kept.length < MOST_KEPT) this.#kept.push({ line, text: `${this.file}${line > 0 ? `, line ${line}` : ""}: ${text}` });
    if (this.count === MOST_COUNTED) this.throwIfAny();
  }

  /** Sets a last line that helps to understand the faults. It is printed only if there are faults. */
  setHint(hint: string): void {
    this.#hint = hint;
  }

  /** @throws InputError with the first faults by line and the number of the others, if there are any */
  throwIfAny(): void {
    if (this.count === 0) return;
    const printed = this.#kept
      .sort((a, b) => a.line - b.line)
      .slice(0, MOST_PRINTED)
      .map((fault) => fault.text);
    const more = formatNumber(this.count - printed.length);
    if (this.count >= MOST_COUNTED) printed.push(`${this.file}: and at least ${more} more; reading stopped there`);
    else if (this.count > printed.length) printed.push(`${this.file}: and ${more} more`);
    if (this.#hint !== "") printed.push(`${this.file}: ${this.#hint}`);
    throw new InputError(printed);
  }

  /** Adds a fault after which reading makes no sense. @throws InputError with all faults so far */
  stop(line: number, what: string): never {
    this.add(line, what);
    this.throwIfAny();
    throw new Error("unreachable");
  }
}

/** Ignores the faults of a first look at a file. The reader that follows finds them again. */
class IgnoredFaults extends Faults {
  override add(): void {
    this.count++;
  }
}

/** A place for faults that nobody reads. */
export function ignoreFaults(): Faults {
  return new IgnoredFaults("");
}
