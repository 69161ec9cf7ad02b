import { CST, Lexer } from "yaml";
import { formatNumber, formatValue } from "../sim/index.ts";
import type { Faults } from "./faults.ts";
import { MOST_DEEP, TOO_DEEP } from "./yaml-value.ts";

/** The most words and signs of a YAML file that are parsed: some 10,000 interventions. The parser takes 5 µs for each. */
const MOST_TOKENS = 200_000;

/** What belongs to no value of a document. */
const outside: ReadonlySet<string> = new Set(["comment", "directive-line", "byte-order-mark", "doc-mode", "flow-error-end"]);

/** What is refused, and what to do about it. */
const refused: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  anchor: ["anchors", "repeat the value instead"],
  alias: ["aliases", "repeat the value instead"],
  tag: ["tags", "remove it"],
};

/**
 * Looks at the words and signs of a YAML text before it is parsed, and refuses what would take the parser long or break it: deep
 * nesting, too many words, brackets without a partner; anchors and aliases, with which a small file expands to fill the memory; and
 * tags, several documents.
 *
 * @throws InputError with every fault
 */
export function checkYamlSize(text: string, faults: Faults): void {
  const scan = new Scan(faults);
  let tokens = 0;
  let isScalar = false;
  for (const source of new Lexer().lex(text)) {
    if (++tokens > MOST_TOKENS)
      faults.stop(
        scan.line,
        `a YAML file can have at most ${formatNumber(MOST_TOKENS)} words and signs; write a long file as JSON, or interventions as a CSV table`,
      );
    const type: string = isScalar ? "text" : (CST.tokenType(source) ?? "error");
    scan.take(type, source);
    isScalar = type === "scalar"; // a mark, which the scalar itself follows
  }
  faults.throwIfAny();
}

/** Where the scan is: its line, and what is open there. */
class Scan {
  line = 1;
  readonly #faults: Faults;
  /** columns of the lists and tables that indentation has opened */
  readonly #columns: number[] = [];
  /** open brackets and braces */
  #open = 0;
  /** signs on this line that may each open a list or table */
  #signs = 0;
  #column = 0;
  #hasBegun = false;
  #hasEnded = false;
  #isAtStart = true;

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  take(type: string, source: string): void {
    if (type === "newline") this.#beginLine();
    else if (type === "space") this.#column += source.length;
    else if (!outside.has(type)) {
      this.#countDocuments(type);
      this.#indent();
      this.#takeSign(type, source);
      this.#skip(source);
    }
  }

  #countDocuments(type: string): void {
    if (this.#hasEnded || (this.#hasBegun && type === "doc-start"))
      this.#faults.stop(this.line, "a second document begins here; a file can hold only one");
    this.#hasBegun = true;
    this.#hasEnded = type === "doc-end";
  }

  /** Moves over the lines of a text. */
  #skip(source: string): void {
    for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) this.#beginLine();
  }

  #takeSign(type: string, source: string): void {
    const isIndicator = type === "seq-item-ind" || type === "explicit-key-ind" || type === "map-value-ind";
    if (isIndicator && this.#open === 0) {
      this.#signs++;
      this.#column += source.length;
    } else if (type === "flow-map-start" || type === "flow-seq-start") this.#open++;
    else if (type === "flow-map-end" || type === "flow-seq-end") {
      if (--this.#open < 0) this.#faults.stop(this.line, `a ${source} has no matching ${source === "]" ? "[" : "{"}`);
    }
    const [what, remedy] = Object.hasOwn(refused, type) ? (refused[type] ?? []) : [];
    if (what !== undefined) this.#faults.add(this.line, `${what} are not supported, got ${formatValue(source)}; ${remedy}`);
    if (this.#columns.length + this.#signs + this.#open > MOST_DEEP) this.#faults.stop(this.line, TOO_DEEP);
  }

  /** Compares the first word of a line with the columns that are open. */
  #indent(): void {
    if (!this.#isAtStart || this.#open > 0) return;
    this.#isAtStart = false;
    while ((this.#columns.at(-1) ?? -1) >= this.#column) this.#columns.pop();
    this.#columns.push(this.#column);
  }

  #beginLine(): void {
    this.line++;
    this.#column = 0;
    this.#signs = 0;
    this.#isAtStart = true;
  }
}
