import { experimentMeasures } from "../../sim/index.ts";
import { itemAt } from "../item-at.ts";
import type { Condition, NumberExpression } from "./expression.ts";
import { isBelief, type Listing, TICK, type TieListing } from "./listing.ts";
import type { Scene } from "./scene.ts";
import { computeStatistic } from "./statistics-of-lists.ts";

/** @returns NaN if the number is undefined, for example after a division by 0 */
export function evaluate(expression: NumberExpression, scene: Scene): number {
  const value = computeNumber(expression, scene);
  return Number.isFinite(value) ? value : Number.NaN;
}

function computeNumber(expression: NumberExpression, scene: Scene): number {
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "measure":
      if (expression.name === TICK) return scene.tick;
      return itemAt(
        scene.row,
        experimentMeasures.findIndex(({ name }) => name === expression.name),
      );
    case "events":
      return scene.eventsPerYear(expression.kinds);
    case "minus":
      return -evaluate(expression.of, scene);
    case "arithmetic":
      return compute(expression.sign, evaluate(expression.left, scene), evaluate(expression.right, scene));
    case "function": {
      const numbers = expression.of.map((one) => evaluate(one, scene));
      // A single number stands alone; min and max have two or more.
      return Math[expression.name](...(numbers as [number]));
    }
    case "statistic": {
      const by = expression.by && evaluate(expression.by, scene);
      return computeStatistic(expression.name, listedValues(expression.list, scene), by);
    }
  }
}

function compute(sign: "+" | "-" | "*" | "/", left: number, right: number): number {
  if (sign === "+") return left + right;
  if (sign === "-") return left - right;
  return sign === "*" ? left * right : left / right;
}

/**
 * Whether a condition holds at a tick.
 *
 * @returns undefined if it compares undefined numbers and that decides it
 */
export function holds(condition: Condition, scene: Scene): boolean | undefined {
  if (condition.kind === "not") {
    const inner = holds(condition.of, scene);
    return inner === undefined ? undefined : !inner;
  }
  if (condition.kind === "comparison") {
    const [left, right] = [evaluate(condition.left, scene), evaluate(condition.right, scene)];
    return Number.isNaN(left) || Number.isNaN(right) ? undefined : comparisons[condition.sign](left, right);
  }
  const deciding = condition.kind === "or"; // one such side decides
  const sides = [holds(condition.left, scene), holds(condition.right, scene)];
  if (sides.includes(deciding)) return deciding;
  return sides.includes(undefined) ? undefined : !deciding;
}

const comparisons = {
  "<": (a: number, b: number) => a < b,
  "<=": (a: number, b: number) => a <= b,
  ">": (a: number, b: number) => a > b,
  ">=": (a: number, b: number) => a >= b,
  "=": (a: number, b: number) => a === b,
  "!=": (a: number, b: number) => a !== b,
} as const;

/** The numbers of a list; 1 for each agent or tie if only their number is wanted. Agents without a value have NaN. */
function listedValues(list: Listing, scene: Scene): Float64Array {
  if (list.kind === "ties") return valuesOfTies(list, scene);
  const members = scene.members(list.group);
  if (list.column === undefined) return new Float64Array(members.filter((one) => one === 1).length).fill(1);
  return scene.agentColumn(list.column).filter((_, agent) => members[agent] === 1);
}

/** The two agents of each tie of a kind, the one with the lower index first. */
export function selectTies(list: TieListing, scene: Scene): (readonly [one: number, other: number])[] {
  const { one, other } = scene.ties();
  return tiesOf(list, scene).map((tie) => [itemAt(one, tie), itemAt(other, tie)] as const);
}

/** The positions of the ties of a kind. */
function tiesOf(list: TieListing, scene: Scene): number[] {
  const ties = scene.ties();
  const { ends, band } = list;
  const [first, second = first] = (ends?.groups ?? []).map((group) => scene.members(group));
  const found: number[] = [];
  for (let tie = 0; tie < ties.count; tie++) {
    const strength = itemAt(ties.strength, tie);
    if (list.strength !== undefined && ties.strong[tie] !== Number(list.strength === "strong")) continue;
    if (list.side !== undefined && ties.cross[tie] !== Number(list.side === "cross")) continue;
    if (list.isBridge && ties.bridge[tie] === 0) continue;
    if (band && !(strength >= band.from && (strength < band.to || band.to === 1))) continue;
    const [one, other] = [itemAt(ties.one, tie), itemAt(ties.other, tie)];
    if (ends?.word === "of" && !isIn(first, one) && !isIn(first, other)) continue;
    if (ends?.word === "between" && !(isIn(first, one) && isIn(second, other)) && !(isIn(first, other) && isIn(second, one)))
      continue;
    found.push(tie);
  }
  return found;
}

function isIn(group: Uint8Array | undefined, agent: number): boolean {
  return group === undefined || group[agent] === 1;
}

function valuesOfTies(list: TieListing, scene: Scene): Float64Array {
  const ties = scene.ties();
  const { column, ends } = list;
  const isDirected = ends?.word === "to" || ends?.word === "from";
  const group = isDirected && ends.groups[0] !== undefined ? scene.members(ends.groups[0]) : undefined;
  const values: number[] = [];
  const beliefs = isBelief(column) ? scene.beliefs(column) : undefined;
  for (const tie of tiesOf(list, scene)) {
    const [one, other] = [itemAt(ties.one, tie), itemAt(ties.other, tie)];
    if (beliefs === undefined) {
      values.push(column === undefined ? 1 : column === "strength" ? itemAt(ties.strength, tie) : itemAt(ties.overlap, tie));
      continue;
    }
    const holder = ends?.word === "to" ? [other, one] : [one, other];
    for (const direction of [0, 1]) if (isIn(group, itemAt(holder, direction))) values.push(itemAt(beliefs, 2 * tie + direction));
  }
  return Float64Array.from(values);
}
