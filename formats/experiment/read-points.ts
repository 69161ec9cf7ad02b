import type { PlainValue } from "../../sim/index.ts";
import type { DesignPoint } from "../../study/experiment.ts";
import type { Faults } from "../faults.ts";
import { TableReader } from "../table-reader.ts";
import { describeValue, plainOf, type YamlValue } from "../yaml-value.ts";
import type { ReadDesign, ReadFactor } from "./experiment-file.ts";
import { factorNameProblem, readLevel } from "./factor-levels.ts";

/**
 * Reads the points of a list, each with a value for every factor. The factors are those of the first point; their levels are the
 * values that they have at any point, in the order of the points.
 *
 * @param line of the design
 */
export function readPoints(value: YamlValue | undefined, line: number, faults: Faults): ReadDesign {
  const rule = "a list such as [{blow_off: 0.1, gossip: on}, {blow_off: 0.3, gossip: off}]";
  const list = value?.list ?? [];
  if (value === undefined) faults.add(line, `a list design needs points, ${rule}`);
  else if (value.list === undefined || list.length === 0)
    faults.add(value.line, `design.points must be ${rule}, got ${describeValue(value)}`);
  const first = list[0];
  const names = readNames(first, faults);
  const reported = [...(first?.table?.keys() ?? [])].filter((name) => factorNameProblem(name) !== undefined);
  const points: DesignPoint[] = [];
  const seen = new Map<string, number>();
  for (const [at, item] of list.entries()) {
    const point = names && readPoint(item, names, reported, `design.points[${at}]`, faults);
    if (point === undefined) continue;
    const known = seen.get(JSON.stringify(point));
    if (known !== undefined) faults.add(item.line, `design.points[${at}] repeats design.points[${known}]`);
    seen.set(JSON.stringify(point), at);
    points.push(point);
  }
  const factors = (names ?? []).map((name): ReadFactor => {
    const levels = [...new Set(points.flatMap((point) => point[name] ?? []))];
    return { name, values: { levels }, line: first?.table?.get(name)?.line ?? line };
  });
  return { design: { kind: "list", points }, factors };
}

/** The sound names of factors in the first point; undefined if there are none. */
function readNames(first: YamlValue | undefined, faults: Faults): string[] | undefined {
  if (first === undefined) return undefined;
  const { table } = first;
  if (table === undefined || table.size === 0) {
    faults.add(first.line, `design.points[0] must be a table such as {blow_off: 0.3, gossip: on}, got ${describeValue(first)}`);
    return undefined;
  }
  const names = [...table].flatMap(([name, { line }]) => {
    const problem = factorNameProblem(name);
    if (problem !== undefined) faults.add(line, problem);
    return problem === undefined ? [name] : [];
  });
  return names.length > 0 ? names : undefined;
}

/** @param reported names in the first point that are not factors; they are not reported again */
function readPoint(
  item: YamlValue,
  names: readonly string[],
  reported: readonly string[],
  place: string,
  faults: Faults,
): DesignPoint | undefined {
  const before = faults.count;
  if (item.table === undefined) {
    faults.add(item.line, `${place} must be a table with ${names.join(", ")}, got ${describeValue(item)}`);
    return undefined;
  }
  new TableReader(item.table, faults, place).checkKeys(names, reported);
  const entries = names.flatMap((name): [string, PlainValue][] => {
    const value = item.table?.get(name);
    if (value === undefined) {
      faults.add(item.line, `${place} has no value for ${name}, which varies in the first point`);
      return [];
    }
    const level = readLevel(name, plainOf(value) as PlainValue);
    if ("problem" in level) faults.add(value.line, level.problem);
    return "problem" in level ? [] : [[name, level.value]];
  });
  return faults.count === before ? Object.fromEntries(entries) : undefined;
}
