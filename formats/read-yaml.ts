import { Composer, type Document, isMap, isScalar, isSeq, LineCounter, type Node, Parser } from "yaml";
import { checkYamlSize } from "./check-yaml-size.ts";
import type { Faults } from "./faults.ts";
import { readJsonValue } from "./read-json-value.ts";
import { checkCharacters, tableOf } from "./table-of-entries.ts";
import type { YamlValue } from "./yaml-value.ts";

/**
 * Reads one YAML 1.2 document, or JSON. Anchors, aliases and tags are refused.
 *
 * @throws InputError with every syntax error
 */
export function readYaml(text: string, faults: Faults): YamlValue {
  const value = readJsonValue(text, faults) ?? readDocument(text, faults);
  faults.throwIfAny();
  return value;
}

function readDocument(text: string, faults: Faults): YamlValue {
  checkYamlSize(text, faults);
  const lines = new LineCounter();
  const lineOf = (offset: number): number => lines.linePos(offset).line;
  const document = parse(text, lines, (offset, what) => faults.add(lineOf(offset), `is not valid YAML or JSON: ${what}`));
  faults.throwIfAny();
  return readNode(document?.contents, 1, lineOf, faults);
}

/** Where the composer reports an error: an offset, a range, or a token. */
type Place = number | readonly [from: number, ...rest: number[]] | { readonly offset: number };

/**
 * Parses a document. The parser collects errors without limit, as objects with a stack trace. Here each error is reported as soon as
 * it is found, and `report` stops the parser by an exception.
 */
function parse(text: string, lines: LineCounter, report: (offset: number, what: string) => void): Document.Parsed | undefined {
  const composer = new Composer({ prettyErrors: false, stringKeys: true, uniqueKeys: false });
  let stopped: unknown;
  const onError = (place: Place, _code: string, what: string): void => {
    if (stopped !== undefined) throw stopped; // the composer takes an exception for an overflow of the stack and reports it
    try {
      report(typeof place === "number" ? place : "offset" in place ? place.offset : place[0], what);
    } catch (error) {
      stopped = error;
      throw error;
    }
  };
  Reflect.set(composer, "onError", onError);
  for (const token of new Parser(lines.addNewLine).parse(text)) {
    if (token.type === "error") report(token.offset, token.message);
    else for (const first of composer.next(token)) return first;
  }
  for (const only of composer.end(true, text.length)) return only;
  return undefined;
}

function readNode(node: Node | null | undefined, outerLine: number, lineOf: (offset: number) => number, faults: Faults): YamlValue {
  const line = node?.range ? lineOf(node.range[0]) : outerLine;
  if (isScalar(node)) {
    const scalar = node.value as YamlValue["scalar"];
    if (typeof scalar === "string") checkCharacters(scalar, line, faults);
    return { line, scalar, source: node.source ?? String(scalar) };
  }
  if (isSeq(node)) return { line, list: node.items.map((item) => readNode(item as Node, line, lineOf, faults)) };
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }) => {
      const read = readNode(key as Node, line, lineOf, faults);
      return { key: read.source ?? "", line: read.line, value: readNode(value as Node | null, read.line, lineOf, faults) };
    });
    return { line, table: tableOf(entries, faults) };
  }
  return { line, scalar: null, source: "" };
}
