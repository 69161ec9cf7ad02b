import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { formatValue } from "../sim/index.ts";
import type { Faults } from "./faults.ts";
import { hasControls, printable } from "./names.ts";
import type { YamlValue } from "./yaml-value.ts";

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
