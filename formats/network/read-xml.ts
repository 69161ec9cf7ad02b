import { SaxesParser } from "saxes";
import { lineAt } from "../check-text.ts";
import type { Faults } from "../faults.ts";

/** What is told of an XML file while it is read; names are without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Reads XML from beginning to end. Nothing is kept but what the handler keeps, no outside entity is fetched, and document types
 * and entities, by which a small file can swell to fill the memory, are refused before parsing.
 *
 * @throws InputError at the first place that is not XML
 */
export function readXml(text: string, faults: Faults, handler: XmlHandler): void {
  const declared = /<!(DOCTYPE|ENTITY)/i.exec(text);
  if (declared !== null)
    faults.stop(
      lineAt(text, declared.index),
      `must not hold <!${declared[1].toUpperCase()}: document types and entities are not read; delete the declaration`,
    );
  const parser = new SaxesParser();
  parser.on("error", (error) => faults.stop(parser.line, `must be well-formed XML: ${error.message.replace(/^\d+:\d+: /, "")}`));
  parser.on("opentag", ({ name, attributes }) => handler.open(local(name), attributes, parser.line));
  parser.on("closetag", ({ name }) => handler.close(local(name)));
  parser.on("text", (part) => handler.text(part));
  parser.on("cdata", (part) => handler.text(part));
  parser.write(text).close();
}

/** Some writers give every element the prefix of its namespace. */
function local(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
