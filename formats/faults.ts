import { formatNumber, InputError } from "../sim/index.ts";

/** Most faults of a file that are printed; the rest are counted. */
const MOST_PRINTED = 20;

/** Most faults that are kept. Later passes may find faults in earlier lines, so this is more than are printed. */
const MOST_KEPT = 1000;

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

  /** @param line from 1; 0 if the fault belongs to no single line */
  add(line: number, what: string): void {
    this.count++;
    if (this.#kept.length < MOST_KEPT) this.#kept.push({ line, text: `${this.file}${line > 0 ? `, line ${line}` : ""}: ${what}` });
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
    if (this.count > printed.length) printed.push(`${this.file}: and ${formatNumber(this.count - printed.length)} more`);
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
