import { describe, schemasOf, text, whole } from "../fields.ts";
import type { Schema } from "../parameter-schema.ts";
import { TableReader } from "../table-reader.ts";
import type { ReadStop } from "./experiment-file.ts";
import { readCondition } from "./read-when.ts";
import { table } from "./schema-parts.ts";

/** The keys of `stop`. */
const stopFields = {
  when: describe("The condition, such as strong_cross_share > 0.3 and tick >= 52.", text()),
  every: describe("Ticks between two looks at the condition. Default: 1.", whole(1)),
};

export const stopSchema: Schema = { anyOf: [{ type: "null" }, table(schemasOf(stopFields), ["when"])] };

/** Reads `stop`. */
export function readStop(file: TableReader): ReadStop | undefined {
  const value = file.get("stop");
  if (value === undefined || value.scalar === null) return undefined;
  if (value.table === undefined) return file.fault("stop", "a table such as {when: mean_trust_share > 0.6}", value);
  const reader = new TableReader(value.table, file.faults, "stop");
  reader.checkKeys(Object.keys(stopFields));
  const every = stopFields.every.read(reader, "every") ?? 1;
  if (reader.get("when") === undefined)
    file.faults.add(value.line, "stop.when is missing: give the condition, as in {when: mean_trust_share > 0.6}");
  const condition = readCondition(reader, "when");
  return condition && { value: { when: condition.text, every }, line: value.line, groups: condition.groups };
}
