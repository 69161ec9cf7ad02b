import { InputError } from "../sim/index.ts";

/** So many faults are told; the rest are counted. */
const TOLD = 20;

/** What is wrong with one file: gathered while it is read, told all at once. */
export class Faults {
  /** the file, as the messages call it */
  readonly file: string;
  /** how many there are */
  count = 0;
  #note = "";
  readonly #kept: { readonly line: number; readonly text: string }[] = [];

  constructor(file: string) {
    this.file = file;
  }

  /** @param line from 1; 0 where the fault is of no one line */
  add(line: number, what: string): void {
    this.count++;
    // Faults of later passes may stand in earlier lines, so more are kept than are told.
    if (this.#kept.length < 50 * TOLD) this.#kept.push({ line, text: `${this.file}${line > 0 ? `, line ${line}` : ""}: ${what}` });
  }

  /** Something that helps to understand the faults, should there be any. */
  noteIfAny(note: string): void {
    this.#note = note;
  }

  /** @throws InputError with the first faults by line and the number of the others, where there are any */
  throwIfAny(): void {
    if (this.count === 0) return;
    const told = this.#kept
      .sort((a, b) => a.line - b.line)
      .slice(0, TOLD)
      .map((fault) => fault.text);
    if (this.count > told.length) told.push(`${this.file}: and ${this.count - told.length} more`);
    if (this.#note !== "") told.push(`${this.file}: ${this.#note}`);
    throw new InputError(told);
  }

  /** @throws InputError at once, with what was gathered so far: for faults after which the rest makes no sense */
  stop(line: number, what: string): never {
    this.add(line, what);
    this.throwIfAny();
    throw new Error("unreachable");
  }
}
