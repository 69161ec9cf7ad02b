import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { formatValue } from "../sim/index.ts";
import type { Faults } from "./faults.ts";
import { hasControls, printable } from "./names.ts";

/** A value of a YAML or JSON file and its line. */
export interface YamlValue {
  readonly line: number;
  /** text, number, true, false, null; undefined for tables and lists */
  readonly scalar?: string | number | boolean | null | undefined;
  /** a scalar as written, without quotes */
  readonly source?: string;
  readonly table?: ReadonlyMap<string, YamlValue>;
  readonly list?: readonly YamlValue[];
}

/**
 * Reads one YAML 1.2 document. JSON is valid YAML. Anchors, aliases and tags are refused, because a small file can expand to fill
 * the memory with them.
 *
 * @throws InputError with every syntax error
 */
export function readYaml(text: string, faults: Faults): YamlValue {
  const lines = new LineCounter();
  const lineOf = (offset: number): number => lines.linePos(offset).line;
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
    for (const { message, pos } of [...document.errors, ...document.warnings])
      faults.add(lineOf(pos[0]), isTooDeep(message) ? TOO_DEEP : `is not valid YAML or JSON: ${message}`);
    faults.throwIfAny();
    const value = readNode(document.contents, 1, lineOf, faults);
    faults.throwIfAny();
    return value;
  } catch (error) {
    if (error instanceof RangeError) faults.stop(0, TOO_DEEP);
    throw error;
  }
}

const TOO_DEEP = "is nested too deeply";

/** The parser reports a stack that overflows like an error of syntax. */
function isTooDeep(message: string): boolean {
  return message.includes("call stack");
}

function readNode(node: Node | null | undefined, outerLine: number, lineOf: (offset: number) => number, faults: Faults): YamlValue {
  const line = node?.range ? lineOf(node.range[0]) : outerLine;
  if (node?.tag !== undefined) faults.add(line, `tags are not supported, got ${formatValue(node.tag)}`);
  if (isScalar(node)) {
    const scalar = node.value as YamlValue["scalar"];
    if (typeof scalar === "string" && hasControls(scalar)) faults.add(line, `contains control characters: ${printable(scalar)}`);
    return { line, scalar, source: node.source ?? String(scalar) };
  }
  if (isSeq(node)) return { line, list: node.items.map((item) => readNode(item as Node, line, lineOf, faults)) };
  if (isMap(node)) {
    const table = new Map<string, YamlValue>();
    for (const { key, value } of node.items) {
      const keyLine = readNode(key as Node, line, lineOf, faults);
      table.set(keyLine.source ?? "", { ...readNode(value as Node | null, keyLine.line, lineOf, faults), line: keyLine.line });
    }
    return { line, table };
  }
  if (isAlias(node)) faults.add(line, `aliases are not supported, got *${node.source}; repeat the value instead`);
  return { line, scalar: null, source: "" };
}

/** Plain data, as JSON holds it, in the same form. Its lines are 0: nobody typed it. */
export function fromPlain(data: unknown): YamlValue {
  if (Array.isArray(data)) return { line: 0, list: data.map(fromPlain) };
  if (data === null) return { line: 0, scalar: null, source: "" };
  if (typeof data === "object")
    return { line: 0, table: new Map(Object.entries(data).map(([key, value]) => [key, fromPlain(value)])) };
  if (typeof data === "string" || typeof data === "number" || typeof data === "boolean")
    return { line: 0, scalar: data, source: String(data) };
  throw new TypeError(`JSON holds no ${typeof data}`);
}

/** The value as plain data. */
export function plainOf({ scalar, table, list }: YamlValue): unknown {
  if (table !== undefined) return Object.fromEntries([...table].map(([key, value]) => [key, plainOf(value)]));
  return list === undefined ? scalar : list.map(plainOf);
}

/** The value as messages print it. */
export function describeValue({ scalar, table, list }: YamlValue): string {
  return table !== undefined ? "a table" : list !== undefined ? `a list of ${list.length}` : formatValue(scalar);
}
