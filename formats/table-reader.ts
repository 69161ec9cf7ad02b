import {
  didYouMean,
  formatNumber,
  formatValue,
  InputError,
  keyOfName,
  MOST_SETTLE_TICKS,
  type PlainValue,
  parameterNames,
  readParameter,
  settleTicks,
} from "../sim/index.ts";
import type { Faults } from "./faults.ts";
import { checkReading, type Reading, readingKeys, readingOf } from "./network/read-options.ts";
import { traitHint } from "./trait-hint.ts";
import { describeValue, plainOf, type YamlValue } from "./yaml-value.ts";

/** A value and its line. */
export interface Located<T> {
  readonly value: T;
  readonly line: number;
}

/** Values without their lines. */
export function valuesOf<T>(located: ReadonlyMap<string, Located<T>>): Record<string, T> {
  return Object.fromEntries([...located].map(([name, { value }]) => [name, value]));
}

/** A file by its path, as written, the SHA-256 of its bytes if that very file is required, and how it is to be read. */
export interface FileReference extends Reading {
  readonly file: string;
  /** 64 hexadecimal digits, lower case */
  readonly sha256?: string;
}

/** The keys of a reference, by what it refers to. */
export const referenceKeys = {
  network: ["file", "sha256", ...readingKeys],
  agents: ["file", "sha256", "circle_column"],
} as const;

/** The largest whole number in a file. No run is longer. */
export const LARGEST = 1_000_000_000;

/** Reads the values of a table by key. A missing value is undefined, and so is a faulty one, which is reported. */
export class TableReader {
  readonly #table: ReadonlyMap<string, YamlValue>;
  /** of the file */
  readonly faults: Faults;
  readonly #place: string;

  /** @param place the table's own key as messages write it, such as `outcomes.trust`; "" for the file itself */
  constructor(table: ReadonlyMap<string, YamlValue>, faults: Faults, place = "") {
    this.#table = table;
    this.faults = faults;
    this.#place = place;
  }

  /** Reports every key that is not known. */
  checkKeys(known: readonly string[], ignored: readonly string[] = []): void {
    const where = this.#place === "" ? "" : ` in ${this.#place}`;
    for (const [key, { line }] of this.#table)
      if (!known.includes(key) && !ignored.includes(key))
        this.faults.add(line, `unknown key ${formatValue(key)}${where}${didYouMean(key, known)}; known keys: ${known.join(", ")}`);
  }

  get(key: string): YamlValue | undefined {
    return this.#table.get(key);
  }

  /** The name of a key in messages. */
  nameOf(key: string): string {
    return this.#place === "" ? key : `${this.#place}.${key}`;
  }

  /** A text. A number is taken as written: `007` stays `007`. */
  text(key: string): string | undefined {
    const value = this.#table.get(key);
    if (value === undefined || (value.source !== undefined && value.scalar !== null)) return value?.source;
    return this.fault(key, "text", value);
  }

  oneOf<T extends string>(key: string, choices: readonly T[]): T | undefined {
    const value = this.#table.get(key);
    if (value === undefined) return undefined;
    const { scalar } = value;
    const found = choices.find((choice) => choice === scalar);
    if (found !== undefined) return found;
    return this.fault(key, `one of ${choices.join(", ")}`, value, typeof scalar === "string" ? didYouMean(scalar, choices) : "");
  }

  /** A list of at least one of these words. */
  listOf<T extends string>(key: string, choices: readonly T[]): readonly T[] | undefined {
    const value = this.#table.get(key);
    if (value === undefined) return undefined;
    const { list = [] } = value;
    const found = list.flatMap(({ scalar }) => choices.filter((choice) => choice === scalar));
    if (list.length > 0 && found.length === list.length) return found;
    const wrong = list.find(({ scalar }) => !choices.some((choice) => choice === scalar));
    const hint = typeof wrong?.scalar === "string" ? didYouMean(wrong.scalar, choices) : "";
    return this.fault(key, `a list of at least one of ${choices.join(", ")}`, wrong ?? value, hint);
  }

  whole(key: string, min: number, max = LARGEST): number | undefined {
    const value = this.#table.get(key);
    if (value === undefined) return undefined;
    const { scalar } = value;
    if (typeof scalar === "number" && Number.isInteger(scalar) && scalar >= min && scalar <= max) return scalar + 0; // no −0
    return this.fault(key, `a whole number from ${formatNumber(min)} to ${formatNumber(max)}`, value);
  }

  /** A list of different texts, at least one. A number is taken as written. */
  seeds(key: string, most: number): readonly string[] | undefined {
    const value = this.#table.get(key);
    if (value === undefined) return undefined;
    const { list = [] } = value;
    if (list.length === 0 || list.length > most) return this.fault(key, `a list of 1 to ${formatNumber(most)} seeds`, value);
    const before = this.faults.count;
    const seeds: string[] = [];
    for (const item of list) {
      const seed = new TableReader(new Map([[key, item]]), this.faults, this.#place).text(key);
      if (seed !== undefined && seeds.includes(seed))
        this.faults.add(item.line, `${this.nameOf(key)} lists ${formatValue(seed)} twice`);
      else if (seed !== undefined) seeds.push(seed);
    }
    return this.faults.count === before ? seeds : undefined;
  }

  /** A list of at least one whole number from 0 on. */
  ticks(key: string): readonly number[] | undefined {
    const value = this.#table.get(key);
    if (value === undefined) return undefined;
    const found = (value.list ?? []).flatMap(({ scalar }) =>
      typeof scalar === "number" && Number.isInteger(scalar) && scalar >= 0 && scalar <= LARGEST ? [scalar + 0] : [],
    );
    if (found.length > 0 && found.length === value.list?.length) return found;
    return this.fault(key, "a list of ticks such as [0, 260, 520]", value);
  }

  /** A number above 0. */
  positive(key: string, max: number): number | undefined {
    const value = this.#table.get(key);
    if (value === undefined) return undefined;
    const { scalar } = value;
    if (typeof scalar === "number" && scalar > 0 && scalar <= max) return scalar;
    return this.fault(key, `a number above 0 and at most ${formatNumber(max)}`, value);
  }

  onOff(key: string): boolean | undefined {
    const value = this.#table.get(key);
    if (value === undefined) return undefined;
    if (value.scalar === true || value.scalar === "on") return true;
    if (value.scalar === false || value.scalar === "off") return false;
    return this.fault(key, "on or off", value);
  }

  /** The length of a burn-in in ticks: on for the usual length, off for none, or a number. */
  burnIn(key: string): number | undefined {
    const value = this.#table.get(key);
    if (value === undefined) return undefined;
    const { scalar } = value;
    if (typeof scalar === "boolean" || scalar === "on" || scalar === "off") return settleTicks(scalar === true || scalar === "on");
    if (typeof scalar === "number" && Number.isInteger(scalar) && scalar >= 0 && scalar <= MOST_SETTLE_TICKS) return scalar + 0; // no −0
    return this.fault(key, `on, off or a whole number of ticks from 0 to ${formatNumber(MOST_SETTLE_TICKS)}`, value);
  }

  path(key: string): string | undefined {
    const value = this.#table.get(key);
    if (value === undefined) return undefined;
    if (typeof value.scalar === "string" && value.scalar !== "") return value.scalar;
    return this.fault(key, "a path", value);
  }

  /** @param keys that a table may have */
  reference(key: string, keys: readonly string[]): FileReference | undefined {
    const value = this.#table.get(key);
    if (value === undefined) return undefined;
    const { scalar, table } = value;
    if (typeof scalar === "string" && scalar !== "") return { file: scalar };
    const file = table?.get("file")?.scalar;
    const sha256 = table?.get("sha256");
    if (table === undefined || typeof file !== "string" || file === "")
      return this.fault(key, "a path, or a table with file and sha256", value);
    const reader = new TableReader(table, this.faults, this.nameOf(key));
    reader.checkKeys(keys);
    const reading = readingOf(Object.fromEntries(readingKeys.flatMap((one) => reader.#readingValue(one))));
    if (sha256 === undefined) return { file, ...reading };
    if (/^[\da-f]{64}$/i.test(sha256.source ?? "")) return { file, sha256: (sha256.source ?? "").toLowerCase(), ...reading };
    return this.fault(`${key}.sha256`, "64 hexadecimal digits", sha256);
  }

  /** How a file is to be read, as text, checked. */
  #readingValue(key: keyof Reading): [string, string][] {
    const text = this.text(key);
    if (text === undefined) return [];
    try {
      checkReading(key, text, this.nameOf(key));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const problem of error.problems) this.faults.add(this.get(key)?.line ?? 0, problem);
    }
    return [[key, text]];
  }

  /** Sound values of parameters by name, as given. `checkParameters` checks whether they fit each other. */
  parameters(key: string): Map<string, Located<PlainValue>> {
    const sound = new Map<string, Located<PlainValue>>();
    for (const [name, given] of this.entries(key, "a table such as gossip: off")) {
      const parameter = keyOfName(name);
      if (parameter === undefined) {
        const hint = traitHint(name, parameterNames, (trait) => [`${trait}_mean`]);
        this.faults.add(given.line, `unknown parameter ${formatValue(name)}${hint}; list them with \`weakties parameters\``);
        continue;
      }
      const value = plainOf(given) as PlainValue;
      const read = readParameter(parameter, value);
      if ("problem" in read) this.faults.add(given.line, read.problem);
      else sound.set(name, { value, line: given.line });
    }
    return sound;
  }

  /** The entries of a table within this one; none if its value is empty. */
  entries(key: string, rule: string): ReadonlyMap<string, YamlValue> {
    const value = this.#table.get(key);
    if (value?.table !== undefined) return value.table;
    if (value !== undefined && value.scalar !== null) this.fault(key, rule, value);
    return new Map();
  }

  fault(key: string, rule: string, value: YamlValue, hint = ""): undefined {
    this.faults.add(value.line, `${this.nameOf(key)} must be ${rule}, got ${describeValue(value)}${hint}`);
  }
}
