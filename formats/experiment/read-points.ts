import type { PlainValue } from "../../sim/index.ts";
import type { DesignPoint } from "../../study/experiment.ts";
import type { Faults } from "../faults.ts";
import { plainOf, shownValue, type YamlValue } from "../read-yaml.ts";
import { TableReader } from "../table-reader.ts";
import type { ReadDesign, ReadFactor } from "./experiment-file.ts";
import { factorNameProblem, readLevel } from "./factor-levels.ts";

/**
 * The points of a list, each with a value for every factor; the factors are those of the first point, and their levels the values
 * that they have at any point, as they come.
 *
 * @param line of the design
 */
export /** @param told names that the first point has and that are no factors */
function readPoints(value: YamlValue | undefined, line: number, faults: Faults): ReadDesign {
  const rule = "a list such as [{blow_off: 0.1, gossip: on}, {blow_off: 0.3, gossip: off}]";
  const list = value?.list ?? [];
  if (value === undefined) faults.add(line, `design must have points, ${rule}`);
  else if (value.list === undefined || list.length === 0)
    faults.add(value.line, `design.points must be ${rule}, got ${shownValue(value)}`);
  const names = readNames(list[0], faults);
  const told = [...(list[0]?.table?.keys() ?? [])].filter((name) => factorNameProblem(name) !== undefined);
  const points: DesignPoint[] = [];
  const seen = new Map<string, number>();
  for (const [at, item] of list.entries()) {
    const point = names && readPoint(item, names, told, `design.points[${at}]`, faults);
    if (point === undefined) continue;
    const same = seen.get(JSON.stringify(point));
    if (same !== undefined) faults.add(item.line, `design.points must have each point once: [${at}] is the same as [${same}]`);
    seen.set(JSON.stringify(point), at);
    points.push(point);
  }
  const factors = (names ?? []).map((name): ReadFactor => {
    const levels = [...new Set(points.map((point) => point[name]))];
    return { name, values: { levels }, line: list[0].table?.get(name)?.line ?? line };
  });
  return { design: { kind: "list", points }, factors };
}

/** The names of the factors, sound ones only; undefined where it has none. */
function readNames(first: YamlValue | undefined, faults: Faults): string[] | undefined {
  if (first === undefined) return undefined;
  const { table } = first;
  if (table === undefined || table.size === 0) {
    faults.add(first.line, `design.points[0] must be a table such as {blow_off: 0.3, gossip: on}, got ${shownValue(first)}`);
    return undefined;
  }
  const names = [...table].flatMap(([name, { line }]) => {
    const problem = factorNameProblem(name);
    if (problem !== undefined) faults.add(line, problem);
    return problem === undefined ? [name] : [];
  });
  return names.length > 0 ? names : undefined;
}

/** @param told names that the first point has and that are no factors */
function readPoint(
  item: YamlValue,
  names: readonly string[],
  told: readonly string[],
  place: string,
  faults: Faults,
): DesignPoint | undefined {
  const before = faults.count;
  if (item.table === undefined) {
    faults.add(item.line, `${place} must be a table with ${names.join(", ")}, got ${shownValue(item)}`);
    return undefined;
  }
  new TableReader(item.table, faults, place).onlyKeys(names, told);
  const entries = names.flatMap((name): [string, PlainValue][] => {
    const value = item.table?.get(name);
    if (value === undefined) {
      faults.add(item.line, `${place} must have a value for ${name}, as the first point has`);
      return [];
    }
    const level = readLevel(name, plainOf(value) as PlainValue);
    if ("problem" in level) faults.add(value.line, level.problem);
    return "problem" in level ? [] : [[name, level.value]];
  });
  return faults.count === before ? Object.fromEntries(entries) : undefined;
}
