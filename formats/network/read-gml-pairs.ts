import type { Faults } from "../faults.ts";

/** What is told of a GML file while it is read. A path is the keys of the open lists, such as `graph.node.graphics`. */
export interface GmlHandler {
  open(path: string, line: number): void;
  close(path: string): void;
  /** a key with a number or a text; `path` is that of the list it stands in */
  pair(path: string, key: string, value: string): void;
}

/** Blanks or a comment to the end of its line (1); a quoted text (2); a bracket, a word or the quote of a text without an end. */
const token = /(\s+|#[^\n]*)|"([^"]*)"|[[\]"]|[^\s[\]"]+/y;

/**
 * Reads GML as keys with values, which are numbers, quoted texts or lists of the same. Keys are given in lower case.
 *
 * @throws InputError at the first place that is not GML
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
      if (key === undefined) faults.stop(begun, "a list must have a key before its [");
      paths.push(path);
      path = path === "" ? key : `${path}.${key}`;
      key = undefined;
      handler.open(path, begun);
    } else if (found === "]") {
      if (key !== undefined) faults.stop(begun, `a key must have a value, got ${key} without one`);
      const outer = paths.pop();
      if (outer === undefined) faults.stop(begun, "a ] must close a list, got one more than were opened");
      handler.close(path);
      path = outer;
    } else if (found === '"') faults.stop(begun, "a quoted text has no closing quote");
    else if (key !== undefined) {
      handler.pair(path, key, quoted === undefined ? found : decodeEntities(quoted));
      key = undefined;
    } else if (quoted !== undefined) faults.stop(begun, `a key must be a plain word, got ${JSON.stringify(quoted.slice(0, 40))}`);
    else key = found.toLowerCase();
  }
  if (key !== undefined) faults.stop(line, `a key must have a value, got ${key} without one`);
  if (paths.length > 0) faults.stop(line, `each [ must be closed by a ], got ${paths.length} open at the end`);
}

function lineFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

const entities: Readonly<Record<string, string>> = { quot: '"', amp: "&", lt: "<", gt: ">", apos: "'" };

/** GML is ASCII: what is not, and quotes, are written as in HTML. Names of characters beyond XML's five stay as they are. */
function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(entities, name) ? entities[name] : all;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : all;
  });
}
