import type { Faults } from "./faults.ts";
import { checkCharacters, type Entry, tableOf } from "./table-of-entries.ts";
import { MOST_DEEP, TOO_DEEP, type YamlValue } from "./yaml-value.ts";

/**
 * Reads JSON with the line of each value. Programs write large files as JSON, and this is 20 times as fast as the reader of YAML.
 *
 * @returns undefined if the text is not JSON
 * @throws InputError if it is nested too deeply
 */
export function readJsonValue(text: string, faults: Faults): YamlValue | undefined {
  if (!isJson(text)) return undefined;
  return new JsonReader(text, faults).read(1);
}

/** Whether a text is a JSON list or table. */
function isJson(text: string): boolean {
  if (!/^\s{0,99}[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Reads a text that is known to be JSON, so that it checks no syntax. */
class JsonReader {
  readonly #text: string;
  readonly #faults: Faults;
  #at = 0;
  #line = 1;

  constructor(text: string, faults: Faults) {
    this.#text = text;
    this.#faults = faults;
  }

  /** @param depth of a list or table here, from 1 */
  read(depth: number): YamlValue {
    const sign = this.#next();
    const line = this.#line;
    if (depth > MOST_DEEP && (sign === "{" || sign === "[")) this.#faults.stop(line, TOO_DEEP);
    if (sign === "{") return { line, table: this.#readTable(depth) };
    if (sign === "[") return { line, list: this.#readList(depth) };
    const source = sign === '"' ? this.#readText() : this.#readWord();
    const scalar = sign === '"' ? source : (JSON.parse(source) as YamlValue["scalar"]);
    return { line, scalar, source };
  }

  #readTable(depth: number): ReadonlyMap<string, YamlValue> {
    const entries: Entry[] = [];
    do {
      this.#at++; // the brace or a comma
      if (this.#next() === "}") break; // an empty table
      const line = this.#line;
      const key = this.#readText();
      this.#next();
      this.#at++; // the colon
      entries.push({ key, line, value: this.read(depth + 1) });
    } while (this.#next() === ",");
    this.#at++;
    return tableOf(entries, this.#faults);
  }

  #readList(depth: number): YamlValue[] {
    const list: YamlValue[] = [];
    do {
      this.#at++; // the bracket or a comma
      if (this.#next() === "]") break; // an empty list
      list.push(this.read(depth + 1));
    } while (this.#next() === ",");
    this.#at++;
    return list;
  }

  #readText(): string {
    let end = this.#at;
    do end = this.#text.indexOf('"', end + 1);
    while (this.#isEscaped(end));
    const raw = this.#text.slice(this.#at, end + 1);
    this.#at = end + 1;
    const text = raw.includes("\\") ? (JSON.parse(raw) as string) : raw.slice(1, -1);
    checkCharacters(text, this.#line, this.#faults);
    return text;
  }

  /** Whether an odd number of backslashes is before a place. */
  #isEscaped(at: number): boolean {
    let from = at;
    while (this.#text[from - 1] === "\\") from--;
    return (at - from) % 2 === 1;
  }

  /** A number, true, false or null. */
  #readWord(): string {
    const from = this.#at;
    while (/[\w.+-]/.test(this.#text[this.#at] ?? " ")) this.#at++;
    return this.#text.slice(from, this.#at);
  }

  /** Moves to the next character that is not blank. */
  #next(): string {
    for (; ; this.#at++) {
      const character = this.#text[this.#at] ?? "";
      if (character === "\n") this.#line++;
      else if (character !== " " && character !== "\t" && character !== "\r") return character;
    }
  }
}
