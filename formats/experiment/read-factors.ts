import type { PlainValue } from "../../sim/index.ts";
import type { DesignKind, Factor, Range } from "../../study/experiment.ts";
import type { Faults } from "../faults.ts";
import { plainOf, shownValue, type YamlValue } from "../read-yaml.ts";
import { TableReader } from "../table-reader.ts";
import type { ReadFactor } from "./experiment-file.ts";
import { factorNameProblem, numbersOf, readLevel } from "./factor-levels.ts";

/** So many levels of a factor are spread evenly at most. */
export const MOST_STEPS = 10_000;

/**
 * What varies: a table of names and lists of levels, or ranges.
 *
 * @param kind of the design; undefined where that is faulty: then nothing is told that hangs on it
 * @returns the factors that are sound
 */
export function readFactors(table: ReadonlyMap<string, YamlValue>, kind: DesignKind | undefined, faults: Faults): ReadFactor[] {
  return [...table].flatMap(([name, value]) => {
    const problem = factorNameProblem(name);
    if (problem !== undefined) faults.add(value.line, problem);
    const values = problem === undefined ? readValues(name, value, kind, faults) : undefined;
    return values === undefined ? [] : [{ name, values, line: value.line }];
  });
}

function readValues(name: string, value: YamlValue, kind: DesignKind | undefined, faults: Faults): Factor["values"] | undefined {
  if (value.list !== undefined) {
    const levels = readLevels(name, value.list, faults);
    return levels && { levels };
  }
  if (value.table !== undefined) return readRange(name, value.table, value.line, kind, faults);
  faults.add(value.line, `vary.${name} must be a list of values or a range {from: …, to: …}, got ${shownValue(value)}`);
  return undefined;
}

/** Levels in the form in which they are kept, two or more, each once; undefined where one is faulty. */
function readLevels(name: string, list: readonly YamlValue[], faults: Faults): PlainValue[] | undefined {
  const before = faults.count;
  const levels: PlainValue[] = [];
  for (const item of list) {
    const level = readLevel(name, plainOf(item) as PlainValue);
    if ("problem" in level) faults.add(item.line, level.problem);
    else if (levels.includes(level.value))
      faults.add(item.line, `vary.${name} must have each value once, got ${level.value} again`);
    else levels.push(level.value);
  }
  if (list.length < 2)
    faults.add(list[0]?.line ?? 0, `vary.${name} must have two values or more; one value for every run belongs into parameters`);
  return faults.count === before ? levels : undefined;
}

function readRange(
  name: string,
  table: ReadonlyMap<string, YamlValue>,
  line: number,
  kind: DesignKind | undefined,
  faults: Faults,
): Factor["values"] | undefined {
  const before = faults.count;
  const reader = new TableReader(table, faults, `vary.${name}`);
  reader.onlyKeys(["from", "to", "steps"]);
  const numbers = numbersOf(name);
  if (numbers === undefined) {
    faults.add(line, `vary.${name} must be a list of values, as it takes no numbers, got a range`);
    return undefined;
  }
  const [from, to] = (["from", "to"] as const).map((key) => readBound(name, key, reader, line, faults));
  const steps = reader.whole("steps", 2, MOST_STEPS);
  if (kind === "grid" && !table.has("steps"))
    faults.add(line, `vary.${name} must say in a grid how many values: {from: …, to: …, steps: …}, or list them`);
  else if (kind !== "grid" && kind !== undefined && table.has("steps"))
    faults.add(line, `vary.${name} must not have steps in this design, which chooses the values itself; leave steps out`);
  if (from !== undefined && to !== undefined && !(from < to))
    faults.add(line, `vary.${name} must go from a lower to a higher number, got ${from} to ${to}`);
  if (faults.count > before || from === undefined || to === undefined) return undefined;
  const range: Range = { from, to, whole: numbers.whole };
  if (steps === undefined) return range;
  const levels = evenLevels(range, steps);
  for (const level of levels) {
    const read = readLevel(name, level);
    if ("problem" in read) faults.add(line, `vary.${name} in ${steps} steps: ${read.problem}`);
  }
  if (new Set(levels).size < steps)
    faults.add(line, `vary.${name} must have fewer steps: some of its ${steps} values are the same`);
  return faults.count > before ? undefined : { levels };
}

function readBound(name: string, key: "from" | "to", reader: TableReader, line: number, faults: Faults): number | undefined {
  const value = reader.get(key);
  if (value === undefined) {
    faults.add(line, `vary.${name} must have ${key}, as in {from: …, to: …}`);
    return undefined;
  }
  if (typeof value.scalar !== "number" || !Number.isFinite(value.scalar)) return reader.fault(key, "a number", value);
  const read = readLevel(name, value.scalar);
  if ("value" in read) return read.value as number;
  faults.add(value.line, `vary.${name}.${key}: ${read.problem}`);
  return undefined;
}

/** Evenly spaced, both ends included; without the dust of binary fractions, so that 0.30000000000000004 is 0.3. */
function evenLevels({ from, to }: Range, steps: number): number[] {
  return Array.from({ length: steps }, (_, k) => {
    if (k === 0 || k === steps - 1) return k === 0 ? from : to;
    return Number((from + ((to - from) * k) / (steps - 1)).toPrecision(12));
  });
}
