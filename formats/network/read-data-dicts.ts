import { formatValue } from "../../sim/index.ts";
import type { Faults } from "../faults.ts";
import { checkChoices } from "./check-choices.ts";
import { DeclaredGraph } from "./declared-graph.ts";
import type { Listing } from "./listing.ts";
import type { ReadOptions } from "./read-options.ts";

/** Characters of the longest line that is read. */
const LONGEST_LINE = 100_000;

/** A key with its value, quoted or not, and the comma after it. */
const entry =
  /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(\d+))\s*:\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^\s,'"{}[\]()]+))\s*(,|$)/y;

/**
 * Reads an edge list of networkx: two names in each line, and behind them a dictionary of Python with what is known of the tie.
 *
 * @returns undefined if the text is not such a list
 */
export function readDataDicts(text: string, faults: Faults, options: ReadOptions): Listing | undefined {
  if (!isDataDicts(text)) return undefined;
  checkChoices("an edge list of networkx", options, faults);
  const graph = new DeclaredGraph(faults, { ...options, circleColumn: undefined });
  const known = new Set<string>();
  let line = 0;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf("\n", at);
    const content = text.slice(at, end < 0 ? text.length : end).trim();
    at = end < 0 ? text.length : end + 1;
    line++;
    if (content === "" || content.startsWith("#")) continue;
    const open = content.indexOf("{");
    const ends = (open < 0 ? content : content.slice(0, open)).trim().split(/[\s,;]+/);
    if (ends.length !== 2 || open < 0 || !content.endsWith("}") || content.length > LONGEST_LINE) {
      faults.add(line, `must hold two names without spaces and a dictionary such as {'weight': 3}, got ${formatValue(content)}`);
      continue;
    }
    for (const name of ends)
      if (!known.has(name)) {
        graph.addNode(name, line);
        known.add(name);
      }
    const edge = graph.addEdge(ends[0], ends[1], false, line);
    readDict(content.slice(open + 1, -1), line, faults, (key, value) => graph.edges.set(key, edge, value));
  }
  return graph.list();
}

/** Whether the first tie of a text ends with a dictionary. */
export function isDataDicts(text: string): boolean {
  return /^[^\n{]{1,999}\s\{[^\n]{0,9999}\}\s*$/.test(firstTie(text));
}

function readDict(inside: string, line: number, faults: Faults, onEntry: (key: string, value: string) => void): void {
  if (inside.trim() === "") return;
  entry.lastIndex = 0;
  for (let at = 0; at < inside.length; at = entry.lastIndex) {
    const match = entry.exec(inside);
    if (match === null)
      return faults.add(line, `a dictionary must hold keys with numbers or texts, got ${formatValue(inside.slice(at).trim())}`);
    const [, single, double, whole, text, otherText, plain = ""] = match;
    const value = text ?? otherText ?? (plain === "None" || plain === "nan" ? "" : plain);
    onEntry(single ?? double ?? whole ?? "", value);
    if (match[7] === "") return;
  }
}

/** The first line that is neither blank nor a comment. */
function firstTie(text: string): string {
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end < 0 ? text.length : end).trim();
    if (line !== "" && !line.startsWith("#")) return line.slice(0, 20_000);
    at = end < 0 ? text.length : end + 1;
  }
  return "";
}
