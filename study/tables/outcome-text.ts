import { experimentMeasures, groupMeasureColumns, type MeasureColumn } from "../../sim/index.ts";
import type { MeasureOutcome, Outcome } from "../experiment.ts";
import { meaningsIn, unitOf } from "../expressions/expression-words.ts";
import { parseCondition, parseNumber } from "../expressions/parse-expression.ts";
import { windowOf } from "../outcomes.ts";

/**
 * What an outcome is, for readers of its column: unit, description and source.
 *
 * @throws RangeError for an unknown measure, which a checked experiment cannot have
 */
export function measureOfOutcome(outcome: Outcome): Pick<MeasureColumn, "unit" | "description" | "source"> {
  const { when } = outcome;
  const condition = "first" in when ? meaningsIn(parseCondition(when.first).expression) : [];
  const own = "value" in outcome ? ofExpression(outcome.value, condition) : ofMeasure(outcome, condition);
  return "trend" in when ? { ...own, unit: own.unit === "" ? "per year" : `${own.unit}, per year` } : own;
}

function ofMeasure(outcome: MeasureOutcome, condition: readonly string[]): Pick<MeasureColumn, "unit" | "description" | "source"> {
  const found = findMeasure(outcome);
  return { ...found, description: [found.description, ...explain(condition)].join(" ") };
}

function ofExpression(value: string, condition: readonly string[]): Pick<MeasureColumn, "unit" | "description" | "source"> {
  const { expression } = parseNumber(value);
  const meanings = [...new Set([...meaningsIn(expression), ...condition])];
  return { unit: unitOf(expression), description: explain(meanings).join(" "), source: "definition" };
}

/** Each part of an expression in a sentence of its own. */
function explain(meanings: readonly string[]): string[] {
  return meanings.map((meaning) => `${meaning}.`);
}

function findMeasure({ of, measure }: MeasureOutcome): MeasureColumn {
  const columns: readonly MeasureColumn[] = of === "network" ? experimentMeasures : groupMeasureColumns;
  const found = columns.find(({ name }) => name === measure);
  if (found === undefined) throw new RangeError(`no measure of ${of} is called ${measure}`);
  return found;
}

/** When an outcome is read, as part of a sentence: `at tick 520`. */
function whenText({ when, every }: Outcome): string {
  if ("at" in when) return `at tick ${when.at}`;
  if ("change" in when) return `change from tick ${when.change.from} to tick ${when.change.to}`;
  if ("first" in when) return `at the first tick at which ${when.first}, checked ${intervalText(every)}`;
  const window = windowOf(when);
  const words = { mean: "mean", max: "highest value", min: "lowest value", trend: "least-squares slope" };
  if (window === undefined) return "";
  const { from, to } = window.span;
  return `${words[window.kind]} over ticks ${from + 1} to ${to}, measured ${intervalText(every)}`;
}

function intervalText(every: number): string {
  return every === 1 ? "every tick" : `every ${every} ticks`;
}

/** What an outcome is, without its unit: `Trust score of the network, at tick 520`. */
export function outcomePhrase(outcome: Outcome): string {
  if ("value" in outcome) return `${outcome.value}, ${whenText(outcome)}`;
  return `${findMeasure(outcome).label}${groups[outcome.of]}, ${whenText(outcome)}`;
}

const groups: Readonly<Record<MeasureOutcome["of"], string>> = {
  network: " of the network",
  agents: ", mean over all agents",
  focal: ", mean over the focal agents",
  others: ", mean over the agents that are not focal",
};
