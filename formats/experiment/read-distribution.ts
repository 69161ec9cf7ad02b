import type { PlainValue } from "../../sim/index.ts";
import type { DesignKind, Distribution, Factor } from "../../study/experiment.ts";
import type { Faults } from "../faults.ts";
import { LARGEST, TableReader } from "../table-reader.ts";
import { plainOf, type YamlValue } from "../yaml-value.ts";
import { numbersOf, readLevel } from "./factor-levels.ts";

/** The keys beside `distribution`. A key in brackets may be left out: the parameter's own bound holds then. */
export const distributionKeys = {
  uniform: ["from", "to"],
  log_uniform: ["from", "to"],
  triangular: ["from", "mode", "to"],
  normal: ["mean", "sd", "[from]", "[to]"],
  categorical: ["levels", "weights"],
} as const;

export const distributionNames = Object.keys(distributionKeys) as (keyof typeof distributionKeys)[];

/** The designs that take values from a distribution. */
const sampling: readonly DesignKind[] = ["latin_hypercube", "sobol", "morris", "saltelli"];

/**
 * Reads a table with the key `distribution`.
 *
 * @param kind of the design; undefined if that is faulty
 * @returns undefined if something is faulty, which is reported
 */
export function readDistribution(
  name: string,
  table: ReadonlyMap<string, YamlValue>,
  line: number,
  kind: DesignKind | undefined,
  faults: Faults,
): Factor["values"] | undefined {
  const before = faults.count;
  const reader = new TableReader(table, faults, `vary.${name}`);
  const shape = reader.oneOf("distribution", distributionNames);
  if (kind !== undefined && !sampling.includes(kind))
    faults.add(
      line,
      `vary.${name} has a distribution, but the design ${kind} draws no values; list them, or use ${sampling.join(", ")}`,
    );
  if (shape === undefined) return undefined;
  const keys: readonly string[] = distributionKeys[shape];
  reader.checkKeys(["distribution", ...keys.map((key) => key.replace(/[[\]]/g, ""))]);
  for (const key of keys)
    if (!key.startsWith("[") && !table.has(key)) faults.add(line, `vary.${name} needs the key ${key} in a ${shape} distribution`);
  const values =
    shape === "categorical" ? readCategories(name, reader, line, kind, faults) : readShape(name, shape, reader, line, faults);
  return faults.count === before ? values : undefined;
}

function readShape(
  name: string,
  shape: Exclude<keyof typeof distributionKeys, "categorical">,
  reader: TableReader,
  line: number,
  faults: Faults,
): Factor["values"] | undefined {
  const numbers = numbersOf(name);
  if (numbers === undefined) {
    faults.add(line, `vary.${name} takes no numbers, so its distribution must be categorical, got ${shape}`);
    return undefined;
  }
  const from = readValue(name, "from", reader, faults) ?? (shape === "normal" ? numbers.min : undefined);
  const to = readValue(name, "to", reader, faults) ?? (shape === "normal" ? numbers.max : undefined);
  const mode = readValue(name, "mode", reader, faults);
  const mean = readNumber("mean", reader);
  const sd = reader.positive("sd", LARGEST);
  if (from === undefined || to === undefined) return undefined;
  if (!(from < to)) faults.add(line, `vary.${name} must go from a lower to a higher number, got ${from} to ${to}`);
  if (shape === "log_uniform" && !(from > 0))
    faults.add(line, `vary.${name}.from must be above 0 in a log_uniform distribution, got ${from}`);
  for (const [key, value] of [
    ["mode", mode],
    ["mean", mean],
  ] as const)
    if (value !== undefined && !(value >= from && value <= to))
      faults.add(line, `vary.${name}.${key} must lie from ${from} to ${to}, where its values are, got ${value}`);
  const distribution = asDistribution(shape, { mode, mean, sd });
  return { from, to, whole: numbers.whole, ...(distribution && { distribution }) };
}

function asDistribution(
  kind: Exclude<keyof typeof distributionKeys, "categorical">,
  { mode = 0, mean = 0, sd = 1 }: { readonly [K in "mode" | "mean" | "sd"]: number | undefined },
): Distribution | undefined {
  if (kind === "uniform") return undefined;
  if (kind === "log_uniform") return { kind };
  return kind === "triangular" ? { kind, mode } : { kind, mean, sd };
}

function readCategories(
  name: string,
  reader: TableReader,
  line: number,
  kind: DesignKind | undefined,
  faults: Faults,
): Factor["values"] | undefined {
  if (kind === "morris")
    faults.add(line, `vary.${name} has weights, but a morris design takes all levels as often; list them without weights`);
  const given = reader.get("levels");
  const weightsGiven = reader.get("weights");
  if (given !== undefined && given.list === undefined) reader.fault("levels", "a list of values", given);
  if (weightsGiven !== undefined && weightsGiven.list === undefined) reader.fault("weights", "a list of numbers", weightsGiven);
  const levels = readLevels(name, given?.list ?? [], faults);
  if (given?.list !== undefined && given.list.length < 2) faults.add(given.line, `vary.${name}.levels needs at least two values`);
  const weights = (weightsGiven?.list ?? []).map(({ scalar, line: at }) => {
    if (typeof scalar === "number" && scalar > 0 && Number.isFinite(scalar)) return scalar;
    faults.add(at, `vary.${name}.weights must be numbers above 0, got ${String(scalar)}`);
    return 1;
  });
  if (given?.list !== undefined && weightsGiven?.list !== undefined && given.list.length !== weights.length)
    faults.add(line, `vary.${name} needs a weight for each of its ${given.list.length} levels, got ${weights.length}`);
  return { levels, weights };
}

/** Different levels, in the form in which experiments keep them. */
export function readLevels(name: string, list: readonly YamlValue[], faults: Faults): PlainValue[] {
  const levels: PlainValue[] = [];
  for (const item of list) {
    const level = readLevel(name, plainOf(item) as PlainValue);
    if ("problem" in level) faults.add(item.line, level.problem);
    else if (levels.includes(level.value)) faults.add(item.line, `vary.${name} lists ${level.value} twice`);
    else levels.push(level.value);
  }
  return levels;
}

/** A number that the factor takes. */
function readValue(name: string, key: "from" | "to" | "mode", reader: TableReader, faults: Faults): number | undefined {
  const value = readNumber(key, reader);
  if (value === undefined) return undefined;
  const read = readLevel(name, value);
  if ("value" in read) return read.value as number;
  faults.add(reader.get(key)?.line ?? 0, `vary.${name}.${key}: ${read.problem}`);
  return undefined;
}

function readNumber(key: string, reader: TableReader): number | undefined {
  const value = reader.get(key);
  if (value === undefined) return undefined;
  return typeof value.scalar === "number" && Number.isFinite(value.scalar) ? value.scalar : reader.fault(key, "a number", value);
}
