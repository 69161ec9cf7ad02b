import { formatValue } from "../../sim/index.ts";
import type { Faults } from "../faults.ts";
import { formatCount } from "../format-number.ts";

/** Callbacks of the GML reader. A path holds the keys of the open lists, such as `graph.node.graphics`. */
export interface GmlHandler {
  onOpen(path: string, line: number): void;
  onClose(path: string): void;
  /** a key with a number or a text; `path` is that of its list */
  onPair(path: string, key: string, value: string, line: number): void;
}

/** Blanks or a comment up to the end of its line (1); a quoted text (2); a bracket, a word or the quote of an unclosed text. */
const token = /(\s+|#[^\n]*)|"([^"]*)"|[[\]"]|[^\s[\]"]+/y;

/**
 * Reads GML as keys with values, which are numbers, quoted texts or lists of keys with values. Keys are passed on in lower case.
 *
 * @throws InputError at the first syntax error
 */
export function readGmlPairs(text: string, faults: Faults, handler: GmlHandler): void {
  const paths: string[] = [];
  let path = "";
  let key: string | undefined;
  let line = 1;
  token.lastIndex = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [found, blank, quoted] = match;
    const begun = line;
    if (blank !== undefined || quoted !== undefined) line += lineFeeds(found);
    if (blank !== undefined) continue;
    if (found === "[") {
      if (key === undefined) faults.stop(begun, "a [ has no key before it");
      paths.push(path);
      path = path === "" ? key : `${path}.${key}`;
      key = undefined;
      handler.onOpen(path, begun);
    } else if (found === "]") {
      if (key !== undefined) faults.stop(begun, `the key ${key} has no value`);
      const outer = paths.pop();
      if (outer === undefined) faults.stop(begun, "a ] has no matching [");
      handler.onClose(path);
      path = outer;
    } else if (found === '"') faults.stop(begun, "a quoted text has no closing quote");
    else if (key !== undefined) {
      handler.onPair(path, key, quoted === undefined ? found : decodeEntities(quoted), begun);
      key = undefined;
    } else if (quoted !== undefined) faults.stop(begun, `a key must be a plain word, got ${formatValue(quoted)}`);
    else key = found.toLowerCase();
  }
  if (key !== undefined) faults.stop(line, `the key ${key} has no value`);
  if (paths.length > 0) faults.stop(line, `the file ends inside ${formatCount(paths.length, "list")}: a ] is missing`);
}

function lineFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

const entities: ReadonlyMap<string, string> = new Map(Object.entries({ quot: '"', amp: "&", lt: "<", gt: ">", apos: "'" }));

/** Decodes entities: GML is ASCII and writes other characters and quotes as in HTML. Names beyond XML's five stay as they are. */
function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities.get(name) ?? all;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : all;
  });
}
