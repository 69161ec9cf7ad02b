import { SERIES_INTERVAL } from "../../sim/index.ts";
import { groupsIn } from "../../study/expressions/expression.ts";
import { textOf } from "../../study/expressions/expression-text.ts";
import type { Group } from "../../study/expressions/listing.ts";
import { parseNumber } from "../../study/expressions/parse-expression.ts";
import { windowKinds } from "../../study/outcomes.ts";
import type { Faults } from "../faults.ts";
import { TableReader } from "../table-reader.ts";
import { describeValue, type YamlValue } from "../yaml-value.ts";
import { checkName } from "./check-name.ts";
import type { ReadOutcome } from "./experiment-file.ts";
import { type GroupOfOutcome, measureProblem } from "./measures.ts";
import { outcomeFields } from "./outcome-fields.ts";
import { readWhen } from "./read-when.ts";

const exampleTable = "{trust: incoming_trust_share, bridges: {measure: local_bridges, mean: window}}";
const exampleValue = "{value: payoff of focal - payoff of others}";

const example = `${exampleTable}, or a list of measures`;

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
  const { line, table: keys } = spec;
  if (keys === undefined) return readShort(name, spec, file);
  const reader = new TableReader(keys, faults, `outcomes.${name}`);
  reader.checkKeys(Object.keys(outcomeFields));
  const what = readWhat(reader, line);
  const { when, whenLine, groups } = readWhen(reader, name, line);
  const every = outcomeFields.every.read(reader, "every");
  const given = reader.get("every");
  if (given !== undefined && ("at" in when || ("over" in when && when.over === "change")))
    faults.add(
      given.line,
      `${reader.nameOf("every")} has an effect only with ${windowKinds.join(", ")} or when, which look more than once; add one of them or leave it out`,
    );
  const precision = outcomeFields.precision.read(reader, "precision");
  const usual = "first" in when ? 1 : SERIES_INTERVAL;
  const outcome = { name, ...what, when, every: every ?? usual, line: whenLine, groups: [...what.groups, ...groups] };
  return precision === undefined ? outcome : { ...outcome, precision };
}

/** The short form of an outcome: a measure of the network, or an expression, at the end. */
function readShort(name: string, spec: YamlValue, { faults }: TableReader): ReadOutcome {
  const { scalar, line } = spec;
  const short = { name, when: { at: "end" }, every: SERIES_INTERVAL, line } as const;
  if (typeof scalar === "string" && /\W/.test(scalar))
    return { ...short, ...readExpression(scalar, `outcomes.${name}`, line, faults) };
  const problem =
    typeof scalar === "string"
      ? measureProblem(scalar, "network")
      : `outcomes.${name} must be a measure, an expression, or a table with measure or value, got ${describeValue(spec)}`;
  if (problem !== undefined) faults.add(line, problem);
  return { ...short, measure: String(scalar), of: "network", groups: [] };
}

type What = ({ readonly measure: string; readonly of: GroupOfOutcome } | { readonly value: string }) & {
  readonly groups: readonly Group[];
};

/** What is measured: `value`, or `measure` and `of`. */
function readWhat(reader: TableReader, line: number): What {
  const { faults } = reader;
  const value = reader.get("value");
  const of = reader.get("of") === undefined ? "network" : outcomeFields.of.read(reader, "of");
  if (value === undefined) return { measure: readMeasure(reader, of, line), of: of ?? "network", groups: [] };
  for (const key of ["measure", "of"]) {
    const other = reader.get(key);
    if (other === undefined) continue;
    const remedy = key === "of" ? "say of whom in the expression, as in payoff of focal" : "keep one of the two";
    faults.add(other.line, `${reader.nameOf(key)} cannot be used together with value; ${remedy}`);
  }
  return readExpression(reader.text("value"), reader.nameOf("value"), value.line, faults);
}

function readExpression(
  written: string | undefined,
  place: string,
  line: number,
  faults: Faults,
): What & { readonly value: string } {
  if (written === undefined) return { value: "", groups: [] };
  const { expression, problems } = parseNumber(written);
  for (const problem of problems) faults.add(line, `${place}, ${problem}`);
  return problems.length > 0 ? { value: "", groups: [] } : { value: textOf(expression), groups: groupsIn(expression) };
}

function readMeasure(reader: TableReader, of: GroupOfOutcome | undefined, line: number): string {
  const value = reader.get("measure");
  if (value === undefined)
    reader.faults.add(line, `${reader.nameOf("measure")} is missing: name a measure, or write ${exampleValue}`);
  if (value === undefined) return "";
  if (typeof value.scalar !== "string") reader.fault("measure", "the name of a measure", value);
  if (typeof value.scalar !== "string") return "";
  const problem = measureProblem(value.scalar, of);
  if (problem !== undefined) reader.faults.add(value.line, problem);
  return value.scalar;
}
