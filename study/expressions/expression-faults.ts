/** Collects the faults of an expression, so that all are reported together. */
export class ExpressionFaults {
  readonly #found: { readonly at: number; readonly what: string }[] = [];

  get count(): number {
    return this.#found.length;
  }

  /**
   * Adds a fault. A second one of the same kind at the same place adds nothing: of many open parentheses, all are missing at the end.
   *
   * @param at position of a character, from 0
   */
  add(at: number, what: string): void {
    const isKnown = this.#found.some((fault) => fault.at === at && fault.what === what);
    if (!isKnown && this.#found.length < MOST_FAULTS) this.#found.push({ at, what });
  }

  /** Each fault with its column, and its line if the text has several, in the order of the text: `column 9: unknown …`. */
  texts(text: string): string[] {
    const sorted = [...this.#found].sort((a, b) => a.at - b.at);
    return sorted.map(({ at, what }) => `${placeIn(text, at)}: ${what}`);
  }
}

/** Later faults of one expression are rarely of use. */
const MOST_FAULTS = 20;

function placeIn(text: string, at: number): string {
  const before = text.slice(0, at).split("\n");
  const column = `column ${(before.at(-1)?.length ?? 0) + 1}`;
  return text.includes("\n") ? `line ${before.length}, ${column}` : column;
}
