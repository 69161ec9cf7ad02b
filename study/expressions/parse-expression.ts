import { didYouMean, formatNumber } from "../../sim/index.ts";
import {
  type Condition,
  type Expression,
  type NumberExpression,
  type NumberFunction,
  numberFunctions,
  type Statistic,
  statistics,
  withArgument,
} from "./expression.ts";
import { ExpressionFaults } from "./expression-faults.ts";
import {
  agentColumns,
  eventNames,
  groupWords,
  type Listing,
  networkNames,
  TICK,
  type TieListing,
  tieColumns,
  tieWords,
} from "./listing.ts";
import { parseListing, startsListing } from "./parse-listing.ts";
import { TokenReader, Unreadable } from "./token-reader.ts";
import { tokensOf, tokenText } from "./tokens.ts";

/** The longest expression that is read, in characters. */
const LONGEST = 2000;

/** What was read: a number, a condition, a list, or nothing where a fault was found. */
type Read = { readonly at: number; readonly is: Expression | Listing | undefined };

/** Stands where a number is faulty. Nobody computes it, because the fault is reported. */
const faulty: NumberExpression = { kind: "number", value: Number.NaN };

/** Reads an expression for a number: `payoff of focal - payoff of others`. Its faults are reported with their places. */
export function parseNumber(text: string): { readonly expression: NumberExpression; readonly problems: readonly string[] } {
  return parseText(text, (parser) => parser.asNumber(parser.parse()), faulty);
}

/** Reads a condition: `mean_trust_share > 0.6 and tick >= 52`. */
export function parseCondition(text: string): { readonly expression: Condition; readonly problems: readonly string[] } {
  const none: Condition = { kind: "comparison", sign: "<", left: faulty, right: faulty };
  return parseText(text, (parser) => parser.asCondition(parser.parse()) ?? none, none);
}

/** Reads a kind of ties: `strong cross ties of focal`. */
export function parseTies(text: string): { readonly ties: TieListing; readonly problems: readonly string[] } {
  const none: TieListing = { kind: "ties", isBridge: false };
  const { expression, problems } = parseText(text, (parser) => parser.asTies(parser.parse()) ?? none, none);
  return { ties: expression, problems };
}

function parseText<T>(text: string, read: (parser: Parser) => T, none: T): { expression: T; problems: string[] } {
  const faults = new ExpressionFaults();
  let expression = none;
  if (text.length > LONGEST)
    faults.add(LONGEST, `an expression can have at most ${formatNumber(LONGEST)} characters, got ${formatNumber(text.length)}`);
  else
    try {
      const reader = new TokenReader(tokensOf(text, faults), faults);
      expression = read(new Parser(reader));
      if (reader.peek().kind !== "end" && faults.count === 0)
        faults.add(
          reader.peek().at,
          `${tokenText(reader.peek())} is not expected here; an operator such as + or > may be missing before it`,
        );
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
    }
  return { expression, problems: faults.texts(text) };
}

class Parser {
  readonly #reader: TokenReader;

  constructor(reader: TokenReader) {
    this.#reader = reader;
  }

  /** Reads a condition with `or`, or what stands for one. */
  parse(): Read {
    return this.#chain("or", () => this.#chain("and", () => this.#negation()));
  }

  #chain(word: "and" | "or", next: () => Read): Read {
    let left = next();
    while (this.#reader.take("name", [word])) {
      const right = next();
      const [a, b] = [this.asCondition(left), this.asCondition(right)];
      left = { at: left.at, is: a && b && { kind: word, left: a, right: b } };
    }
    return left;
  }

  #negation(): Read {
    const not = this.#reader.take("name", ["not"]);
    if (!not) return this.#comparison();
    const of = this.asCondition(this.#reader.deeper(() => this.#negation()));
    return { at: not.at, is: of && { kind: "not", of } };
  }

  #comparison(): Read {
    const left = this.#sum();
    const sign = this.#reader.take("sign", ["<", "<=", ">", ">=", "=", "!="]);
    if (!sign) return left;
    const right = this.#sum();
    const [a, b] = [this.asNumber(left), this.asNumber(right)];
    const again = this.#reader.peek();
    if (again.kind === "sign" && ["<", "<=", ">", ">=", "=", "!="].includes(again.text))
      this.#reader.refuse("a comparison has two sides; join two comparisons by and, as in 0.2 < a and a < 0.4");
    return { at: left.at, is: { kind: "comparison", sign: sign.text, left: a, right: b } };
  }

  #sum(): Read {
    return this.#arithmetic(["+", "-"], () => this.#arithmetic(["*", "/"], () => this.#signed()));
  }

  #arithmetic(signs: readonly ("+" | "-" | "*" | "/")[], next: () => Read): Read {
    let left = next();
    for (let sign = this.#reader.take("sign", signs); sign; sign = this.#reader.take("sign", signs)) {
      const [a, b] = [this.asNumber(left), this.asNumber(next())];
      left = { at: left.at, is: { kind: "arithmetic", sign: sign.text, left: a, right: b } };
    }
    return left;
  }

  #signed(): Read {
    const minus = this.#reader.take("sign", ["-"]);
    if (!minus) return this.#primary();
    return { at: minus.at, is: { kind: "minus", of: this.asNumber(this.#reader.deeper(() => this.#signed())) } };
  }

  #primary(): Read {
    const reader = this.#reader;
    const { kind, text, at } = reader.peek();
    if (kind === "number") return { at, is: { kind: "number", value: Number(reader.next().text) } };
    if (reader.take("sign", ["("])) return { at, is: this.#inParentheses() };
    if (kind !== "name")
      return reader.refuse(`a number must stand here, such as weak_ties or payoff of focal; got ${tokenText(reader.peek())}`);
    if (reader.peek(1).kind === "sign" && reader.peek(1).text === "(") return { at, is: this.#call() };
    if (startsListing(reader)) return { at, is: parseListing(reader) };
    reader.next();
    return { at, is: this.#measure(text, at) };
  }

  #inParentheses(): Read["is"] {
    const { is } = this.#argument(() => this.#reader.deeper(() => this.parse()));
    this.#reader.expect("sign", ")", "a closing parenthesis is missing here");
    return is;
  }

  /** Reads an argument. If that fails, skips to its end, so that the faults of the next one are found too. */
  #argument(read: () => Read): Read {
    const { at } = this.#reader.peek();
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.#reader.skip();
      return { at, is: undefined };
    }
  }

  #measure(name: string, at: number): Read["is"] {
    if (name === TICK || networkNames.includes(name)) return { kind: "measure", name };
    const { faults } = this.#reader;
    if (agentColumns.includes(name))
      faults.add(at, `${name} is a number of agents; say of whom, as in ${name} of focal or ${name} of circle 2`);
    else if (tieColumns.includes(name))
      faults.add(at, `${name} is a number of ties; say of which, as in ${name} of strong cross ties`);
    else
      faults.add(
        at,
        `unknown name ${tokenText({ kind: "name", text: name, at })}${didYouMean(name, everyName)}; see the list in docs/experiments.md`,
      );
    return undefined;
  }

  #call(): Read["is"] {
    const reader = this.#reader;
    const { text: name, at } = reader.next();
    reader.next();
    if (name === "events") return this.#events();
    const given: Read[] = [];
    do given.push(this.#argument(() => reader.deeper(() => this.parse())));
    while (reader.take("sign", [","]));
    reader.expect("sign", ")", "a closing parenthesis is missing here");
    const statistic = statistics.find((one) => one === name);
    const ofNumbers = numberFunctions.find((one) => one === name);
    if (statistic !== undefined && (ofNumbers === undefined || given.length === 1)) return this.#statistic(statistic, given, at);
    if (ofNumbers !== undefined) return this.#function(ofNumbers, given, at);
    const known = [...new Set([...statistics, ...numberFunctions, "events"])];
    reader.faults.add(
      at,
      `unknown function ${tokenText({ kind: "name", text: name, at })}${didYouMean(name, known)}; known: ${known.join(", ")}`,
    );
    return undefined;
  }

  #statistic(name: Statistic, given: readonly Read[], at: number): Read["is"] {
    const { faults } = this.#reader;
    const [list, by] = given;
    const wanted = withArgument.includes(name) ? 2 : 1;
    if (given.length !== wanted) {
      const example = wanted === 2 ? `${name}(payoff of agents, 0.9)` : `${name}(payoff of agents)`;
      faults.add(
        at,
        `${name} takes ${wanted === 2 ? "a list and a number" : "one list"}, as in ${example}; got ${argumentCount(given)}`,
      );
      return undefined;
    }
    const is = list?.is;
    if (is === undefined) return undefined;
    if (is.kind !== "agents" && is.kind !== "ties") {
      faults.add(list?.at ?? at, `${name} takes a list, such as payoff of focal or strength of cross ties, got a single number`);
      return undefined;
    }
    if (is.column === undefined && name !== "count") {
      const example = is.kind === "agents" ? "payoff of focal" : "strength of cross ties";
      faults.add(list?.at ?? at, `${name} needs to know which number of the ${is.kind}, as in ${name}(${example})`);
      return undefined;
    }
    const number = by && this.asNumber(by);
    if (name === "quantile" && number?.kind === "number" && !(number.value >= 0 && number.value <= 1))
      faults.add(by?.at ?? at, `a quantile takes a share from 0 to 1, such as 0.9, got ${number.value}`);
    return { kind: "statistic", name, list: is, ...(number && { by: number }), isImplied: false };
  }

  #function(name: NumberFunction, given: readonly Read[], at: number): Read["is"] {
    const isSingle = name === "abs" || name === "sqrt";
    if (isSingle && given.length !== 1) {
      this.#reader.faults.add(at, `${name} takes one number, got ${argumentCount(given)}`);
      return undefined;
    }
    return { kind: "function", name, of: given.map((one) => this.asNumber(one)) };
  }

  #events(): Read["is"] {
    const reader = this.#reader;
    const kinds: string[] = [];
    do {
      const { at } = reader.peek();
      const kind = reader.nameOf(eventNames, "the kind of an event");
      if (kind === undefined) continue;
      if (kinds.includes(kind)) reader.faults.add(at, `events counts ${kind} twice; name each kind once`);
      kinds.push(kind);
    } while (reader.take("sign", [","]));
    reader.expect("sign", ")", "a closing parenthesis is missing here");
    return { kind: "events", kinds };
  }

  asTies({ is, at }: Read): TieListing | undefined {
    if (is === undefined || (is.kind === "ties" && is.column === undefined)) return is;
    this.#reader.faults.add(at, "a kind of ties must stand here, such as strong cross ties or ties of focal");
    return undefined;
  }

  /** A list stands for the mean of its numbers, or for how many agents or ties it has. */
  asNumber({ is, at }: Read): NumberExpression {
    if (is === undefined) return faulty;
    if (is.kind === "agents" || is.kind === "ties")
      return { kind: "statistic", name: is.column === undefined ? "count" : "mean", list: is, isImplied: true };
    if (!isCondition(is)) return is;
    this.#reader.faults.add(at, "this is a condition, but a number is needed; conditions belong to when and stop");
    return faulty;
  }

  asCondition({ is, at }: Read): Condition | undefined {
    if (is === undefined) return undefined;
    if (is.kind !== "agents" && is.kind !== "ties" && isCondition(is)) return is;
    this.#reader.faults.add(at, "this is a number, but a condition is needed; compare it, as in mean_trust_share > 0.6");
    return undefined;
  }
}

function isCondition(expression: Expression): expression is Condition {
  return ["comparison", "and", "or", "not"].includes(expression.kind);
}

const everyName: readonly string[] = [...networkNames, ...agentColumns, ...tieColumns, ...tieWords, ...groupWords, ...statistics];

function argumentCount(given: readonly unknown[]): string {
  return given.length === 1 ? "1 argument" : `${given.length} arguments`;
}
