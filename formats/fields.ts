import { MOST_SETTLE_TICKS } from "../sim/index.ts";
import { timeUnits } from "./network/times.ts";
import type { Schema } from "./parameter-schema.ts";
import { type FileReference, LARGEST, type Located, referenceKeys, type TableReader } from "./table-reader.ts";

/** A key of a table in a file: its JSON Schema, and the function that reads its value. */
export interface Field<T> {
  readonly schema: Schema;
  /** @returns undefined if the key is missing, or if its value is faulty, which is reported */
  readonly read: (table: TableReader, key: string) => T | undefined;
}

/** A key with a reader of its own, because its value holds more than one thing or depends on other keys. */
export interface NestedField {
  readonly schema: Schema;
}

/** The keys of a table, in the order in which it is written. */
export type Fields = Readonly<Record<string, Field<unknown> | NestedField>>;

/** The values of fields by key, nested ones excepted. */
export type ValuesOf<F extends Fields> = {
  readonly [K in keyof F as F[K] extends Field<unknown> ? K : never]: F[K] extends Field<infer T> ? T | undefined : never;
};

/** Reads every field of a table, nested ones excepted. Unknown keys are not checked. */
export function readFields<F extends Fields>(table: TableReader, fields: F): ValuesOf<F> {
  const values = Object.entries(fields).flatMap(([key, field]) => ("read" in field ? [[key, field.read(table, key)]] : []));
  return Object.fromEntries(values) as ValuesOf<F>;
}

/** The values of a table in the order of its fields, without those that are undefined. */
export function sortByFields<F extends Fields>(fields: F, values: Readonly<Record<keyof F, unknown>>): Record<string, unknown> {
  const keys = Object.keys(fields).filter((key) => values[key] !== undefined);
  return Object.fromEntries(keys.map((key) => [key, values[key]]));
}

/** The schemas of fields by key. */
export function schemasOf<F extends Fields>(fields: F): { readonly [K in keyof F]: Schema } {
  return Object.fromEntries(Object.entries(fields).map(([key, { schema }]) => [key, schema])) as { [K in keyof F]: Schema };
}

/** The same field with a sentence for editors. */
export function describe<T>(description: string, field: Field<T>): Field<T> {
  return { ...field, schema: { description, ...field.schema } };
}

export function describeNested(description: string, schema: Schema): NestedField {
  return { schema: { description, ...schema } };
}

/** The same field, read together with its line. */
export function locate<T>({ schema, read }: Field<T>): Field<Located<T>> {
  return {
    schema,
    read(table, key) {
      const value = read(table, key);
      return value === undefined ? undefined : { value, line: table.get(key)?.line ?? 0 };
    },
  };
}

export function text(): Field<string> {
  return { schema: { type: ["string", "number", "boolean"] }, read: (table, key) => table.text(key) };
}

export function oneOf<T extends string>(choices: readonly T[]): Field<T> {
  return { schema: { enum: choices }, read: (table, key) => table.oneOf(key, choices) };
}

/** A list of at least one of these words. */
export function listOf<T extends string>(choices: readonly T[]): Field<readonly T[]> {
  const schema = { type: "array", items: { enum: choices }, minItems: 1 };
  return { schema, read: (table, key) => table.listOf(key, choices) };
}

export function whole(min: number, max = LARGEST): Field<number> {
  return { schema: { type: "integer", minimum: min, maximum: max }, read: (table, key) => table.whole(key, min, max) };
}

/** A list of at least one tick. */
export function ticks(): Field<readonly number[]> {
  return { schema: { type: "array", items: whole(0).schema, minItems: 1 }, read: (table, key) => table.ticks(key) };
}

export function positive(max: number): Field<number> {
  return { schema: { type: "number", exclusiveMinimum: 0, maximum: max }, read: (table, key) => table.positive(key, max) };
}

export function path(): Field<string> {
  return { schema: { type: "string", minLength: 1 }, read: (table, key) => table.path(key) };
}

/** A path, or a path with the checksum of the file and how it is to be read. */
export function reference(to: keyof typeof referenceKeys): Field<FileReference> {
  const file = { type: "string", minLength: 1 };
  const sha256 = { type: "string", pattern: "^[0-9A-Fa-f]{64}$" };
  const columns = { type: "string", description: "Of a network: its columns, such as from=Ego,to=Alter,weight=Contacts." };
  const circle_column = { type: "string", description: "The column or attribute with the circles of agents." };
  const trust_scale = {
    type: "string",
    description: "Of a network: the scale of trust: share, score, or the values of no trust and of full trust, such as -10,10.",
  };
  const time_unit = { enum: timeUnits, description: "Of a network: what its times count; each line is then a contact." };
  const until = { type: "string", description: "Of a network: the time at which its record ends and the run starts." };
  const all = { file, sha256, columns, circle_column, trust_scale, time_unit, until };
  const properties: Schema = Object.fromEntries(referenceKeys[to].map((key) => [key, all[key]]));
  const table = { type: "object", properties, required: ["file"], additionalProperties: false };
  return { schema: { anyOf: [file, table] }, read: (reader, key) => reader.reference(key, referenceKeys[to]) };
}

/** A list of different seeds, at least one. */
export function seedList(): Field<readonly string[]> {
  const schema = { type: "array", items: text().schema, minItems: 1, maxItems: MOST_SEEDS, uniqueItems: true };
  return { schema, read: (table, key) => table.seeds(key, MOST_SEEDS) };
}

const MOST_SEEDS = 100_000;

export function onOff(): Field<boolean> {
  return { schema: { enum: ["on", "off", true, false] }, read: (table, key) => table.onOff(key) };
}

/** The length of a burn-in in ticks. */
export function burnIn(): Field<number> {
  const ticks = { type: "integer", minimum: 0, maximum: MOST_SETTLE_TICKS };
  return { schema: { anyOf: [onOff().schema, ticks] }, read: (table, key) => table.burnIn(key) };
}
