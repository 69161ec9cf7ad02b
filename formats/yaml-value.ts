import { formatValue } from "../sim/index.ts";

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

/** Plain data, as JSON holds it, in the same form. Its lines are 0: nobody typed it. */
export function toYamlValue(data: unknown): YamlValue {
  if (Array.isArray(data)) return { line: 0, list: data.map(toYamlValue) };
  if (data === null) return { line: 0, scalar: null, source: "" };
  if (typeof data === "object")
    return { line: 0, table: new Map(Object.entries(data).map(([key, value]) => [key, toYamlValue(value)])) };
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
