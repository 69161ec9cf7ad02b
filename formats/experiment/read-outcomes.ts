import { shownValue, type YamlValue } from "../read-yaml.ts";
import { LARGEST, TableReader } from "../table-reader.ts";
import { checkName } from "./check-name.ts";
import type { ReadOutcome, ReadSpan, ReadWhen } from "./experiment-file.ts";
import { type GroupOfOutcome, groupsOfOutcomes, measureProblem } from "./measures.ts";

/** Ticks between two samples where nothing is said: a quarter. */
export const EVERY = 13;

const example = "{trust: incoming_trust_share, bridges: {measure: local_bridges, mean: window}}, or a list of measures";
const outcomeWords = ["measure", "of", "at", "mean", "change", "every", "precision"];
const whenWords = ["at", "mean", "change"] as const;

/**
 * Reads `outcomes`.
 *
 * @param factors their names, which no outcome may have
 */
export function readOutcomes(file: TableReader, factors: ReadonlySet<string>): ReadOutcome[] {
  const { faults } = file;
  const value = file.get("outcomes");
  const named = value && entriesOf(value, file);
  if (named === undefined || named.length === 0)
    faults.add(value?.line ?? 0, `outcomes must name one measure at least: ${example}`);
  return (named ?? []).map(([name, spec]) => {
    checkName("outcome", name, factors, spec.line, faults);
    return readOutcome(name, spec, file);
  });
}

/** Names and what they stand for; in a list each measure is called as it is. */
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
      file.faults.add(line, `outcomes in a list must be names of measures, got ${shownValue(item)}; a table says more: ${example}`);
      return [];
    }
    if (seen.has(scalar)) file.faults.add(line, `outcomes must have each name once, got ${scalar} again`);
    seen.add(scalar);
    return [[scalar, item] as const];
  });
}

function readOutcome(name: string, spec: YamlValue, file: TableReader): ReadOutcome {
  const { faults } = file;
  const { scalar, line, table } = spec;
  const short: ReadOutcome = { name, measure: String(scalar), of: "network", when: { at: "end" }, every: EVERY, line };
  if (table === undefined) {
    const problem =
      typeof scalar === "string"
        ? measureProblem(scalar, "network")
        : `outcomes.${name} must be a measure or a table with measure, got ${shownValue(spec)}`;
    if (problem !== undefined) faults.add(line, problem);
    return short;
  }
  const reader = new TableReader(table, faults, `outcomes.${name}`);
  reader.onlyKeys(outcomeWords);
  const of = table.has("of") ? reader.oneOf("of", groupsOfOutcomes) : "network";
  const measure = readMeasure(reader, of, line);
  const { when, whenLine } = readWhen(reader, name, line);
  const every = reader.whole("every", 1);
  const given = reader.get("every");
  if (given !== undefined && !("mean" in when))
    faults.add(given.line, `${reader.nameOf("every")} must stand beside mean, which takes samples; leave it out`);
  const precision = reader.positive("precision", LARGEST);
  const outcome = { name, measure, of: of ?? "network", when, every: every ?? EVERY, line: whenLine };
  return precision === undefined ? outcome : { ...outcome, precision };
}

function readMeasure(reader: TableReader, of: GroupOfOutcome | undefined, line: number): string {
  const value = reader.get("measure");
  if (value === undefined) reader.faults.add(line, `${reader.nameOf("measure")} must be given: what is read off a run`);
  if (value === undefined) return "";
  if (typeof value.scalar !== "string") reader.fault("measure", "the name of a measure", value);
  if (typeof value.scalar !== "string") return "";
  const problem = measureProblem(value.scalar, of);
  if (problem !== undefined) reader.faults.add(value.line, problem);
  return value.scalar;
}

function readWhen(reader: TableReader, name: string, line: number): { when: ReadWhen; whenLine: number } {
  const atEnd = { when: { at: "end" }, whenLine: line } as const;
  const found = whenWords.filter((word) => reader.get(word) !== undefined);
  if (found.length > 1)
    reader.faults.add(line, `outcomes.${name} must have one of at, mean and change at most, got ${found.join(" and ")}`);
  const [word] = found;
  const value = word && reader.get(word);
  if (value === undefined) return atEnd;
  if (word === "at") {
    const at = value.scalar === "end" ? "end" : reader.whole("at", 0);
    return { when: { at: at ?? "end" }, whenLine: value.line };
  }
  const span = readSpan(reader, word, value);
  return { when: word === "mean" ? { mean: span } : { change: span }, whenLine: value.line };
}

/** What is faulty is told, and taken for the window. */
function readSpan(reader: TableReader, word: "mean" | "change", value: YamlValue): "window" | ReadSpan {
  if (value.scalar === "window") return "window";
  const [from, to] = value.list ?? [];
  if (value.list?.length === 2 && isTick(from.scalar) && (isTick(to.scalar) || to.scalar === "end"))
    return { from: from.scalar + 0, to: to.scalar === "end" ? "end" : to.scalar };
  reader.fault(word, "window, or two ticks such as [260, 520]", value);
  return "window";
}

function isTick(value: YamlValue["scalar"]): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= LARGEST;
}
