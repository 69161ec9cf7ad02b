import type { DesignKind, Factor, Range } from "../../study/experiment.ts";
import type { Faults } from "../faults.ts";
import { TableReader } from "../table-reader.ts";
import { describeValue, type YamlValue } from "../yaml-value.ts";
import type { ReadFactor } from "./experiment-file.ts";
import { factorNameProblem, numbersOf, readLevel } from "./factor-levels.ts";
import { readDistribution, readLevels } from "./read-distribution.ts";

/** The most evenly spaced levels of a factor. */
export const MOST_STEPS = 10_000;

/** The keys of a range. */
export const rangeKeys = ["from", "to", "steps"] as const;

/**
 * Reads what varies: a table of names and lists of levels, ranges or distributions.
 *
 * @param kind of the design; undefined if that is faulty, and then nothing that depends on it is checked
 * @returns the sound factors
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
    const before = faults.count;
    const levels = readLevels(name, value.list, faults);
    if (value.list.length < 2)
      faults.add(value.list[0]?.line ?? 0, `vary.${name} needs at least two values; put a single value under parameters`);
    return faults.count === before ? { levels } : undefined;
  }
  if (value.table?.has("distribution")) return readDistribution(name, value.table, value.line, kind, faults);
  if (value.table !== undefined) return readRange(name, value.table, value.line, kind, faults);
  faults.add(value.line, `vary.${name} must be a list of values or a range {from: …, to: …}, got ${describeValue(value)}`);
  return undefined;
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
  reader.checkKeys(rangeKeys);
  const numbers = numbersOf(name);
  if (numbers === undefined) {
    faults.add(line, `vary.${name} takes no numbers, so it must be a list of values, got a range`);
    return undefined;
  }
  const from = readBound(name, "from", reader, line, faults);
  const to = readBound(name, "to", reader, line, faults);
  const steps = reader.whole("steps", 2, MOST_STEPS);
  if (kind === "grid" && !table.has("steps"))
    faults.add(line, `vary.${name} needs a number of values in a grid: {from: …, to: …, steps: …}, or a list of values`);
  else if (kind !== "grid" && kind !== undefined && table.has("steps"))
    faults.add(line, `vary.${name} has steps, but this design chooses the values; leave steps out`);
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
  if (new Set(levels).size < steps) faults.add(line, `vary.${name} has too many steps: some of its ${steps} values are equal`);
  return faults.count > before ? undefined : { levels };
}

function readBound(name: string, key: "from" | "to", reader: TableReader, line: number, faults: Faults): number | undefined {
  const value = reader.get(key);
  if (value === undefined) {
    faults.add(line, `vary.${name} needs the key ${key}, as in {from: …, to: …}`);
    return undefined;
  }
  if (typeof value.scalar !== "number" || !Number.isFinite(value.scalar)) return reader.fault(key, "a number", value);
  const read = readLevel(name, value.scalar);
  if ("value" in read) return read.value as number;
  faults.add(value.line, `vary.${name}.${key}: ${read.problem}`);
  return undefined;
}

/** Evenly spaced levels, both ends included, rounded to 12 digits so that 0.30000000000000004 is 0.3. */
function evenLevels({ from, to }: Range, steps: number): number[] {
  return Array.from({ length: steps }, (_, k) => {
    if (k === 0 || k === steps - 1) return k === 0 ? from : to;
    return Number((from + ((to - from) * k) / (steps - 1)).toPrecision(12));
  });
}
