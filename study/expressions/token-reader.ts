import { didYouMean } from "../../sim/index.ts";
import type { ExpressionFaults } from "./expression-faults.ts";
import { type Token, tokenText } from "./tokens.ts";

/** Thrown where the rest of an argument cannot be read; its fault has been reported. */
export class Unreadable extends Error {}

/** The deepest nesting that is read. Recursion needs a limit. */
const MOST_DEEP = 50;

/** Reads tokens one by one. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  readonly faults: ExpressionFaults;
  #place = 0;
  #depth = 0;

  /** @param tokens the last one is the end */
  constructor(tokens: readonly Token[], faults: ExpressionFaults) {
    this.#tokens = tokens;
    this.faults = faults;
  }

  /** @param ahead 0 for the next token */
  peek(ahead = 0): Token {
    const token = this.#tokens[Math.min(this.#place + ahead, this.#tokens.length - 1)];
    if (token === undefined) throw new RangeError("an expression has an end");
    return token;
  }

  next(): Token {
    const token = this.peek();
    if (token.kind !== "end") this.#place++;
    return token;
  }

  /** Takes the next token if it is one of these names or signs. */
  take<T extends string>(kind: "name" | "sign", texts: readonly T[]): (Token & { readonly text: T }) | undefined {
    const token = this.peek();
    if (token.kind !== kind || !texts.some((text) => text === token.text)) return undefined;
    this.#place++;
    return token as Token & { readonly text: T };
  }

  /** @throws Unreadable if the next token is another one */
  expect(kind: "name" | "sign", text: string, rule: string): Token {
    return this.take(kind, [text]) ?? this.refuse(rule);
  }

  /** A number without a sign. @throws Unreadable */
  number(rule: string): { readonly value: number; readonly at: number } {
    const { kind, text, at } = this.peek();
    if (kind !== "number") return this.refuse(rule);
    this.#place++;
    return { value: Number(text), at };
  }

  /** A name of a list. Reports an unknown one and continues after it. @throws Unreadable if it is no name */
  nameOf(known: readonly string[], what: string): string | undefined {
    const { kind, text, at } = this.peek();
    if (kind !== "name") return this.refuse(`${what} is missing here; got ${tokenText(this.peek())}`);
    this.#place++;
    if (known.includes(text)) return text;
    this.faults.add(at, `${what} must be one of ${known.join(", ")}, got ${text}${didYouMean(text, known)}`);
    return undefined;
  }

  /** Reports a fault at the next token. @throws Unreadable */
  refuse(what: string): never {
    this.faults.add(this.peek().at, what);
    throw new Unreadable();
  }

  /** Reads something nested. */
  deeper<T>(read: () => T): T {
    if (this.#depth >= MOST_DEEP) this.refuse(`an expression can have at most ${MOST_DEEP} levels of parentheses`);
    this.#depth++;
    try {
      return read();
    } finally {
      this.#depth--;
    }
  }

  /** Skips what cannot be read, up to the comma or parenthesis that ends it. */
  skip(): void {
    for (let open = 0; this.peek().kind !== "end"; this.#place++) {
      const { text, kind } = this.peek();
      if (kind !== "sign") continue;
      if (open === 0 && (text === "," || text === ")")) return;
      open += Number(text === "(") - Number(text === ")");
    }
  }
}
