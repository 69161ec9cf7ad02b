import { formatValue } from "../../sim/index.ts";
import type { ExpressionFaults } from "./expression-faults.ts";

/** A word, number or sign of an expression. */
export interface Token {
  readonly kind: "number" | "name" | "text" | "sign" | "end";
  /** signs in one spelling; texts without quotes */
  readonly text: string;
  /** position of its first character */
  readonly at: number;
}

/** Other spellings of signs. */
const spellings: Readonly<Record<string, string>> = {
  "−": "-",
  "×": "*",
  "·": "*",
  "÷": "/",
  "≤": "<=",
  "≥": ">=",
  "==": "=",
  "≠": "!=",
};

const patterns: readonly (readonly [kind: Token["kind"] | "blank", RegExp])[] = [
  ["blank", /\s+/y],
  ["number", /(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/iy],
  ["name", /[a-z_][a-z0-9_]*/iy],
  ["text", /"[^"]*"|'[^']*'/y],
  ["sign", /<=|>=|==|!=|[-+*/()<>=,−×·÷≤≥≠]/y],
];

/** Splits an expression into tokens, the last of which is its end. */
export function tokensOf(text: string, faults: ExpressionFaults): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const found = firstMatch(text, at);
    if (found === undefined) {
      const [character = ""] = text.slice(at);
      if (character === '"' || character === "'") faults.add(at, "this quotation mark has no second one; close the name with it");
      else faults.add(at, `${formatValue(character)} has no meaning in an expression; use + - * / ( ) and comparisons such as >=`);
      at += character.length;
      continue;
    }
    const [kind, match] = found;
    if (kind === "text") tokens.push({ kind, text: match.slice(1, -1), at });
    else if (kind !== "blank") tokens.push({ kind, text: spellings[match] ?? match, at });
    at += match.length;
  }
  return [...tokens, { kind: "end", text: "", at: text.length }];
}

function firstMatch(text: string, at: number): readonly [Token["kind"] | "blank", string] | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text)?.[0];
    if (match !== undefined) return [kind, match];
  }
  return undefined;
}

/** A token as messages name it. */
export function tokenText({ kind, text }: Token): string {
  return kind === "end" ? "the end" : formatValue(text);
}
