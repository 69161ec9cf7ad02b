import { formatValue } from "../sim/index.ts";
import type { Faults } from "./faults.ts";

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

/** The deepest nesting that is read. No file of this program needs more than ten levels, and recursion needs a limit. */
export const MOST_DEEP = 100;
export const TOO_DEEP = `is nested more than ${MOST_DEEP} levels deep; check its brackets and its indentation`;

/**
 * Plain data, as JSON holds it, in the same form. Its lines are 0: nobody typed it.
 *
 * @throws InputError if it is nested too deeply
 */
export function toYamlValue(data: unknown, faults: Faults, depth = 1): YamlValue {
  if (depth > MOST_DEEP && typeof data === "object" && data !== null) faults.stop(0, TOO_DEEP);
  if (Array.isArray(data)) return { line: 0, list: data.map((item) => toYamlValue(item, faults, depth + 1)) };
  if (data === null) return { line: 0, scalar: null, source: "" };
  if (typeof data === "object") {
    const entries = Object.entries(data).map(([key, value]) => [key, toYamlValue(value, faults, depth + 1)] as const);
    return { line: 0, table: new Map(entries) };
  }
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
  return table !== undefined ? "a table" : formatValue(list ?? scalar);
}
