import { didYouMean } from "../../sim/index.ts";
import {
  type AgentListing,
  agentColumns,
  type Group,
  groupWords,
  isBelief,
  type Listing,
  type TieEnds,
  type TieListing,
  tieColumns,
  tieWords,
} from "./listing.ts";
import type { TokenReader } from "./token-reader.ts";
import { tokenText } from "./tokens.ts";

/** A group that is faulty, in a place where some group is needed to continue. */
const noGroup: Group = { kind: "agents" };

/** Whether a list of agents or ties starts here: `payoff of focal`, `strong cross ties`, `focal`. */
export function startsListing(reader: TokenReader): boolean {
  const { kind, text } = reader.peek();
  if (kind !== "name") return false;
  const following = reader.peek(1);
  if (following.kind === "name" && following.text === "of") return true;
  return isTieWord(text) || isGroupWord(text);
}

/** Reads a list of agents or ties. @throws Unreadable */
export function parseListing(reader: TokenReader): Listing {
  const { text, at } = reader.peek();
  const column = reader.peek(1).text === "of" && !isTieWord(text) && !isGroupWord(text) ? reader.next().text : undefined;
  if (column !== undefined) reader.next();
  if (isTieWord(reader.peek().text)) return parseTies(reader, column, at);
  return parseAgents(reader, column, at);
}

function isTieWord(text: string): boolean {
  return tieWords.some((word) => word === text);
}

function isGroupWord(text: string): boolean {
  return groupWords.some((word) => word === text);
}

function parseAgents(reader: TokenReader, column: string | undefined, at: number): AgentListing {
  if (column !== undefined && !agentColumns.includes(column)) reportColumn(reader, column, at, "agents", agentColumns);
  const group = parseGroup(reader);
  return { kind: "agents", ...(column !== undefined && { column }), group };
}

function reportColumn(reader: TokenReader, column: string, at: number, what: "agents" | "ties", known: readonly string[]): void {
  const others = what === "agents" ? tieColumns : agentColumns;
  if (others.includes(column)) {
    const right = what === "agents" ? `${column} of strong ties` : `${column} of focal`;
    reader.faults.add(at, `${column} is a number of ${what === "agents" ? "ties" : "agents"}, not of ${what}; write ${right}`);
    return;
  }
  reader.faults.add(at, `unknown number of ${what}: ${column}${didYouMean(column, known)}; known: ${known.join(", ")}`);
}

/** Reads a group of agents. @throws Unreadable */
function parseGroup(reader: TokenReader): Group {
  const { text, at } = reader.peek();
  if (reader.take("name", ["agents", "focal", "others"])) return { kind: text as "agents" | "focal" | "others" };
  const named = reader.take("name", ["circle", "agent"]);
  if (named) return { kind: named.text, which: parseWhich(reader, named.text) };
  const ranked = reader.take("name", ["top", "bottom"]);
  if (ranked) return parseRank(reader, ranked.text);
  if (reader.peek().kind !== "name")
    return reader.refuse(`a group of agents must follow: ${groupExamples}; got ${tokenText(reader.peek())}`);
  reader.next();
  reader.faults.add(
    at,
    `unknown group of agents ${tokenText({ kind: "name", text, at })}${didYouMean(text, groupWords)}; write ${groupExamples}`,
  );
  return noGroup;
}

const groupExamples = "agents, focal, others, circle 2, agent 7 or top 10 by status";

/** A number, a word or a name in quotes. */
function parseWhich(reader: TokenReader, kind: "circle" | "agent"): number | string {
  const { kind: found, text, at } = reader.peek();
  if (found === "sign" || found === "end")
    return reader.refuse(`the number or name of the ${kind} must follow, as in ${kind} 2 or ${kind} "Sales"`);
  reader.next();
  if (found !== "number") return text;
  if (!/^\d+$/.test(text)) reader.faults.add(at, `the number of the ${kind} must be a whole number from 0, got ${text}`);
  return Number(text);
}

function parseRank(reader: TokenReader, kind: "top" | "bottom"): Group {
  const { value: count, at } = reader.number(`the number of agents must follow, as in ${kind} 10 by status`);
  if (!Number.isInteger(count) || count < 1)
    reader.faults.add(at, `the number of agents after ${kind} must be a whole number from 1, got ${count}`);
  reader.expect("name", "by", `by and what ranks the agents must follow, as in ${kind} 10 by status`);
  const by = reader.nameOf(agentColumns, "what ranks the agents") ?? "degree";
  return { kind, count, by };
}

/** Reads a kind of ties: `strong cross ties of focal`, `bridges with strength 0.2 to 0.4`. @throws Unreadable */
function parseTies(reader: TokenReader, column: string | undefined, at: number): TieListing {
  if (column !== undefined && !tieColumns.includes(column)) reportColumn(reader, column, at, "ties", tieColumns);
  const strength = reader.take("name", ["strong", "weak"])?.text;
  const side = reader.take("name", ["cross", "within"])?.text;
  const late = reader.take("name", ["strong", "weak"]);
  if (late) reader.faults.add(late.at, `${late.text} comes first, as in ${late.text} cross ties`);
  const noun = reader.take("name", ["ties", "bridges"]);
  if (!noun) return reader.refuse(`ties or bridges must follow, as in strong cross ties; got ${tokenText(reader.peek())}`);
  const band = parseBand(reader);
  const ends = parseEnds(reader);
  if ((ends?.word === "to" || ends?.word === "from") && !isBelief(column))
    reader.faults.add(
      at,
      `the direction of a tie matters only to what agents believe of each other, as in reliability of ties to focal; write of here`,
    );
  return {
    kind: "ties",
    ...(column !== undefined && { column }),
    ...(strength && { strength }),
    ...(side && { side }),
    isBridge: noun.text === "bridges",
    ...(band && { band }),
    ...(ends && { ends }),
  };
}

function parseBand(reader: TokenReader): TieListing["band"] {
  if (!reader.take("name", ["with"])) return undefined;
  const rule = "strength and two numbers must follow, as in ties with strength 0.2 to 0.4";
  reader.expect("name", "strength", rule);
  const { value: from, at } = reader.number(rule);
  reader.expect("name", "to", rule);
  const { value: to } = reader.number(rule);
  if (!(from < to && to <= 1))
    reader.faults.add(at, `a band of strength must go from a number to a higher one, at most 1, got ${from} to ${to}`);
  return { from, to };
}

function parseEnds(reader: TokenReader): TieEnds | undefined {
  const word = reader.take("name", ["of", "to", "from", "between"])?.text;
  if (word === undefined) return undefined;
  const first = parseGroup(reader);
  if (word !== "between") return { word, groups: [first] };
  reader.expect("name", "and", "and with a second group must follow, as in ties between focal and others");
  return { word, groups: [first, parseGroup(reader)] };
}
