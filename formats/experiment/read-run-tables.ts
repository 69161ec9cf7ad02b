import { eventKinds } from "../../sim/index.ts";
import { listingText } from "../../study/expressions/expression-text.ts";
import { parseTies } from "../../study/expressions/parse-expression.ts";
import { runTableNames } from "../../study/run-tables.ts";
import { describe, describeNested, listOf, schemasOf, text, whole } from "../fields.ts";
import type { Schema } from "../parameter-schema.ts";
import { LARGEST, type Located, TableReader } from "../table-reader.ts";
import { describeValue, type YamlValue } from "../yaml-value.ts";
import type { ReadRunTables } from "./experiment-file.ts";
import { table } from "./schema-parts.ts";

const tick: Schema = { anyOf: [{ const: "end" }, whole(0).schema] };
const ticks: Schema = { anyOf: [tick, { type: "array", items: tick, minItems: 1 }] };
const at = describeNested("A tick, end, or a list of these. Default: end.", ticks);

const tiesFields = {
  at,
  where: describe("Only active ties of a kind, such as strong cross ties of focal. Default: all known ties.", text()),
};
const agentsFields = { at };
const eventsFields = {
  kinds: describe("Kinds of events, as in events.csv. Default: all.", listOf(eventKinds)),
  from: describe("The first tick. Default: 0.", whole(0)),
  to: describeNested("The last tick, or end. Default: end.", tick),
};

export const runTablesSchema: Schema = {
  anyOf: [
    { type: "null" },
    {
      ...table({
        ties: { anyOf: [ticks, table(schemasOf(tiesFields))] },
        agents: { anyOf: [ticks, table(schemasOf(agentsFields))] },
        events: { anyOf: [{ const: "all" }, table(schemasOf(eventsFields))] },
      }),
      minProperties: 1,
    },
  ],
};

const example = "{ties: end, events: {kinds: [promise_broken]}}";

/** Reads `tables`: which tables every run adds rows to. */
export function readRunTables(file: TableReader): ReadRunTables | undefined {
  const value = file.get("tables");
  if (value === undefined || value.scalar === null) return undefined;
  if (value.table === undefined || value.table.size === 0) return file.fault("tables", `a table such as ${example}`, value);
  const reader = new TableReader(value.table, file.faults, "tables");
  reader.checkKeys(runTableNames);
  const [ties, agents, events] = [reader.get("ties"), reader.get("agents"), reader.get("events")];
  return {
    line: value.line,
    ...(ties && { ties: readTies(ties, reader) }),
    ...(agents && { agents: { at: readAt(agents, reader, "agents", Object.keys(agentsFields)) } }),
    ...(events && { events: readEvents(events, reader) }),
  };
}

function readTies(value: YamlValue, reader: TableReader): NonNullable<ReadRunTables["ties"]> {
  const at = readAt(value, reader, "ties", Object.keys(tiesFields));
  const own = new TableReader(value.table ?? new Map(), reader.faults, "tables.ties");
  const written = own.text("where");
  if (written === undefined) return { at, groups: [] };
  const { ties, problems } = parseTies(written);
  for (const problem of problems) reader.faults.add(own.get("where")?.line ?? 0, `tables.ties.where, ${problem}`);
  return problems.length > 0 ? { at, groups: [] } : { at, where: listingText(ties), groups: ties.ends?.groups ?? [] };
}

/** The ticks of a table: its value, or `at` in it. */
function readAt(value: YamlValue, reader: TableReader, name: string, keys: readonly string[]): Located<number | "end">[] {
  const { faults } = reader;
  const own = value.table && new TableReader(value.table, faults, `tables.${name}`);
  own?.checkKeys(keys);
  const given = own === undefined ? value : own.get("at");
  if (given === undefined) return [{ value: "end", line: value.line }];
  const list = given.list ?? [given];
  const found = list.flatMap((item) => (isTick(item.scalar) ? [{ value: item.scalar, line: item.line }] : []));
  const place = own === undefined ? `tables.${name}` : `tables.${name}.at`;
  const wrong = list.find(({ scalar }) => !isTick(scalar));
  if (wrong !== undefined || list.length === 0)
    faults.add(given.line, `${place} must be a tick, end, or a list such as [0, 260, end], got ${describeValue(wrong ?? given)}`);
  return found;
}

function isTick(scalar: YamlValue["scalar"]): scalar is number | "end" {
  return scalar === "end" || (typeof scalar === "number" && Number.isInteger(scalar) && scalar >= 0 && scalar <= LARGEST);
}

function readEvents(value: YamlValue, reader: TableReader): NonNullable<ReadRunTables["events"]> {
  const all = { kinds: eventKinds, from: 0, to: "end" } as const;
  if (value.table === undefined) {
    if (value.scalar !== "all") reader.fault("events", "all, or a table such as {kinds: [promise_broken], from: 260}", value);
    return { ...all, line: value.line };
  }
  const own = new TableReader(value.table, reader.faults, "tables.events");
  own.checkKeys(Object.keys(eventsFields));
  const to = own.get("to")?.scalar === "end" ? "end" : own.whole("to", 0);
  const kinds = eventsFields.kinds.read(own, "kinds") ?? all.kinds;
  return {
    // in the order of the kinds, each once
    kinds: eventKinds.filter((kind) => kinds.includes(kind)),
    from: eventsFields.from.read(own, "from") ?? 0,
    to: to ?? "end",
    line: value.line,
  };
}
