import { SaxesParser } from "saxes";
import { lineAt } from "../check-text.ts";
import type { Faults } from "../faults.ts";

/** Callbacks of the XML reader. Names come without their prefix. */
export interface XmlHandler {
  onOpen(name: string, attributes: Readonly<Record<string, string>>, line: number): void;
  onClose(name: string): void;
  onText(text: string): void;
}

/**
 * Reads XML from beginning to end and keeps nothing. Document types and entities are refused before parsing, because a small file
 * can expand to fill the memory with them. No external entity is fetched.
 *
 * @throws InputError at the first syntax error
 */
export function readXml(text: string, faults: Faults, handler: XmlHandler): void {
  const declared = /<!(DOCTYPE|ENTITY)/i.exec(text); // linear: nothing repeats
  if (declared !== null)
    faults.stop(
      lineAt(text, declared.index),
      `contains <!${declared[1]?.toUpperCase()}, which is not supported; delete the declaration`,
    );
  const parser = new SaxesParser();
  parser.on("error", (error) => faults.stop(parser.line, `is not well-formed XML: ${error.message.replace(/^\d+:\d+: /, "")}`));
  parser.on("opentag", ({ name, attributes }) => handler.onOpen(local(name), attributes, parser.line));
  parser.on("closetag", ({ name }) => handler.onClose(local(name)));
  parser.on("text", (part) => handler.onText(part));
  parser.on("cdata", (part) => handler.onText(part));
  parser.write(text).close();
}

/** An element's name without the prefix of its namespace, which some writers add to every element. */
function local(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
