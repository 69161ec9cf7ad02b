import { type PlainValue, parameterNames } from "../../sim/index.ts";
import { readLevel } from "./factor-levels.ts";

/** Sound values of parameters in the form and the order in which experiments keep them. */
export function keepParameters(given: Readonly<Record<string, PlainValue>>): Record<string, PlainValue> {
  return sortByNames(
    parameterNames,
    Object.entries(given).map(([name, value]) => [name, keptValue(name, value)]),
  );
}

/** Entries as a table, in the order of `names`. */
export function sortByNames<T>(names: readonly string[], entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => names.indexOf(a) - names.indexOf(b)));
}

function keptValue(name: string, value: PlainValue): PlainValue {
  const read = readLevel(name, value);
  if ("problem" in read) throw new RangeError(read.problem);
  return read.value;
}
