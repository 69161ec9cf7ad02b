import { SERIES_INTERVAL } from "../../sim/index.ts";
import { describe, describeNested, type Field, oneOf, positive, schemasOf, whole } from "../fields.ts";
import type { Schema } from "../parameter-schema.ts";
import { LARGEST, TableReader } from "../table-reader.ts";
import { describeValue, type YamlValue } from "../yaml-value.ts";
import { checkName, NAME_PATTERN } from "./check-name.ts";
import type { ReadOutcome, ReadSpan, ReadWhen } from "./experiment-file.ts";
import { type GroupOfOutcome, groupsOfOutcomes, measureProblem } from "./measures.ts";
import { listOf, ref, table } from "./schema-parts.ts";

const exampleTable = "{trust: incoming_trust_share, bridges: {measure: local_bridges, mean: window}}";

const example = `${exampleTable}, or a list of measures`;
const whenKeys = ["at", "mean", "change"] as const;

/** Ticks between two samples. */
export const everyField: Field<number> = describe(`Ticks between two samples. Default: ${SERIES_INTERVAL}.`, whole(1));

const tick = whole(0).schema;
const span: Schema = {
  anyOf: [
    { const: "window" },
    { type: "array", prefixItems: [tick, { anyOf: [tick, { const: "end" }] }], minItems: 2, maxItems: 2 },
  ],
};

/** The keys of an outcome. */
export const outcomeFields = {
  measure: describeNested("What is measured.", { anyOf: [ref("network_measure"), ref("group_measure")] }),
  of: describe("The network as a whole, or the mean over a group of agents. Default: network.", oneOf(groupsOfOutcomes)),
  at: describeNested("A tick, or end.", { anyOf: [{ const: "end" }, tick] }),
  mean: describeNested("A window whose samples are averaged.", span),
  change: describeNested("A window whose last value is taken minus its first.", span),
  every: everyField,
  precision: describe(
    "Half the width that the interval may have, for --until-precision. Default: a share of the mean.",
    positive(LARGEST),
  ),
};

export const outcomesSchema: Schema = {
  anyOf: [
    { ...listOf(ref("network_measure")), uniqueItems: true },
    {
      type: "object",
      minProperties: 1,
      propertyNames: { pattern: NAME_PATTERN },
      additionalProperties: { anyOf: [ref("network_measure"), outcomeSchema("network"), outcomeSchema("groups")] },
    },
  ],
};

function outcomeSchema(of: "network" | "groups"): Schema {
  const { measure, of: whom, at, mean, change, every, precision } = schemasOf(outcomeFields);
  const shared = {
    measure: { ...measure, anyOf: [ref(of === "network" ? "network_measure" : "group_measure")] },
    of: { ...whom, enum: groupsOfOutcomes.filter((group) => (group === "network") === (of === "network")) },
    precision,
  };
  const required = of === "network" ? ["measure"] : ["measure", "of"];
  return {
    anyOf: [
      { title: "At a tick", ...table({ ...shared, at }, required) },
      { title: "Mean over samples of a window", ...table({ ...shared, mean, every }, [...required, "mean"]) },
      { title: "Change from one tick to another", ...table({ ...shared, change }, [...required, "change"]) },
    ],
  };
}

/**
 * Reads `outcomes`.
 *
 * @param factors names of the factors, which no outcome may have
 */
export function readOutcomes(file: TableReader, factors: ReadonlySet<string>): ReadOutcome[] {
  const { faults } = file;
  const value = file.get("outcomes");
  const named = value && entriesOf(value, file);
  if (named === undefined || named.length === 0)
    faults.add(value?.line ?? 0, `outcomes needs at least one measure, as in ${example}`);
  return (named ?? []).map(([name, spec]) => {
    checkName("outcome", name, factors, spec.line, faults);
    return readOutcome(name, spec, file);
  });
}

/** Names and their values. In a list, each measure is its own name. */
function entriesOf(value: YamlValue, file: TableReader): (readonly [string, YamlValue])[] | undefined {
  if (value.table !== undefined) return [...value.table];
  if (value.list === undefined) {
    if (value.scalar !== null) file.fault("outcomes", `a table such as ${example}`, value);
    return undefined;
  }
  const seen = new Set<string>();
  return value.list.flatMap((item) => {
    const { scalar, line } = item;
    if (typeof scalar !== "string") {
      file.faults.add(
        line,
        `a list of outcomes must contain only names of measures, got ${describeValue(item)}; for more than a name, write a table: ${exampleTable}`,
      );
      return [];
    }
    if (seen.has(scalar)) file.faults.add(line, `outcomes lists ${scalar} twice`);
    seen.add(scalar);
    return [[scalar, item] as const];
  });
}

function readOutcome(name: string, spec: YamlValue, file: TableReader): ReadOutcome {
  const { faults } = file;
  const { scalar, line, table: keys } = spec;
  const short: ReadOutcome = { name, measure: String(scalar), of: "network", when: { at: "end" }, every: SERIES_INTERVAL, line };
  if (keys === undefined) {
    const problem =
      typeof scalar === "string"
        ? measureProblem(scalar, "network")
        : `outcomes.${name} must be a measure or a table with measure, got ${describeValue(spec)}`;
    if (problem !== undefined) faults.add(line, problem);
    return short;
  }
  const reader = new TableReader(keys, faults, `outcomes.${name}`);
  reader.checkKeys(Object.keys(outcomeFields));
  const of = keys.has("of") ? outcomeFields.of.read(reader, "of") : "network";
  const measure = readMeasure(reader, of, line);
  const { when, whenLine } = readWhen(reader, name, line);
  const every = everyField.read(reader, "every");
  const given = reader.get("every");
  if (given !== undefined && !("mean" in when))
    faults.add(given.line, `${reader.nameOf("every")} has an effect only with mean, which takes samples; add mean or leave it out`);
  const precision = outcomeFields.precision.read(reader, "precision");
  const outcome = { name, measure, of: of ?? "network", when, every: every ?? SERIES_INTERVAL, line: whenLine };
  return precision === undefined ? outcome : { ...outcome, precision };
}

function readMeasure(reader: TableReader, of: GroupOfOutcome | undefined, line: number): string {
  const value = reader.get("measure");
  if (value === undefined) reader.faults.add(line, `${reader.nameOf("measure")} is missing: name what is measured`);
  if (value === undefined) return "";
  if (typeof value.scalar !== "string") reader.fault("measure", "the name of a measure", value);
  if (typeof value.scalar !== "string") return "";
  const problem = measureProblem(value.scalar, of);
  if (problem !== undefined) reader.faults.add(value.line, problem);
  return value.scalar;
}

function readWhen(reader: TableReader, name: string, line: number): { when: ReadWhen; whenLine: number } {
  const atEnd = { when: { at: "end" }, whenLine: line } as const;
  const found = whenKeys.filter((key) => reader.get(key) !== undefined);
  if (found.length > 1)
    reader.faults.add(line, `outcomes.${name} can have only one of at, mean and change, got ${found.join(" and ")}`);
  const [key] = found;
  const value = key && reader.get(key);
  if (key === undefined || value === undefined) return atEnd;
  if (key === "at") {
    const at = value.scalar === "end" ? "end" : reader.whole("at", 0);
    return { when: { at: at ?? "end" }, whenLine: value.line };
  }
  const read = readSpan(reader, key, value);
  return { when: key === "mean" ? { mean: read } : { change: read }, whenLine: value.line };
}

/** A faulty span is reported, and the window takes its place. */
function readSpan(reader: TableReader, key: "mean" | "change", value: YamlValue): "window" | ReadSpan {
  if (value.scalar === "window") return "window";
  const [from, to] = value.list ?? [];
  if (value.list?.length === 2 && isTick(from?.scalar) && (isTick(to?.scalar) || to?.scalar === "end"))
    return { from: from.scalar + 0, to: to.scalar };
  reader.fault(key, "window, or two ticks such as [260, 520]", value);
  return "window";
}

function isTick(value: YamlValue["scalar"]): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= LARGEST;
}
