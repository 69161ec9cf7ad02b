import {
  agentMeasureColumns,
  experimentMeasures,
  groupMeasureColumns,
  type MeasureColumn,
  traitHelp,
  traitNames,
} from "../../sim/index.ts";
import { type Expression, type NumberExpression, type Statistic, visit } from "./expression.ts";
import { groupText, textOf } from "./expression-text.ts";
import { type Group, type Listing, REQUEST, TICK, type TieListing } from "./listing.ts";

/** What each part of an expression means, in words: `payoff of focal: mean over the focal agents of payoff (…)`. */
export function meaningsIn(expression: Expression): string[] {
  const meanings = new Set<string>();
  visit(expression, (one) => {
    const meaning = meaningOf(one);
    if (meaning !== undefined) meanings.add(`${textOf(one)}: ${meaning}`);
  });
  return [...meanings];
}

function meaningOf(one: Expression): string | undefined {
  if (one.kind === "measure") return one.name === TICK ? "ticks since the start" : columnMeaning(experimentMeasures, one.name);
  if (one.kind === "events") {
    const kinds = one.kinds.map((kind) => (kind === REQUEST ? "request (promise_made or refused)" : kind));
    return `events of the kind ${kinds.join(" or ")} in the last 52 ticks, per year`;
  }
  if (one.kind !== "statistic") return undefined;
  const { name, list, by } = one;
  const over = list.kind === "agents" ? groupWords(list.group) : tieWords(list);
  if (list.column === undefined) return `number of ${over}`;
  return `${statisticWords(name, by)} of ${columnWords(list)}, over ${over}`;
}

function statisticWords(name: Statistic, by: NumberExpression | undefined): string {
  const argument = by === undefined ? "" : textOf(by);
  const words: Readonly<Record<Statistic, string>> = {
    mean: "mean",
    sum: "sum",
    sd: "standard deviation (n − 1 in the denominator)",
    min: "lowest value",
    max: "highest value",
    median: "median",
    quantile: `quantile ${argument} (R's type 7)`,
    share_above: `share of values above ${argument}`,
    gini: "Gini coefficient",
    count: "number of values",
  };
  return words[name];
}

function groupWords(group: Group): string {
  const words = { agents: "all agents", focal: "the focal agents", others: "the agents that are not focal" };
  if (group.kind === "agents" || group.kind === "focal" || group.kind === "others") return words[group.kind];
  if ("which" in group) return group.kind === "circle" ? `the agents of ${groupText(group)}` : groupText(group);
  return `the ${group.count} agents with the ${group.kind === "top" ? "highest" : "lowest"} ${group.by} at that tick`;
}

function tieWords({ strength, side, isBridge, band, ends }: TieListing): string {
  const sides = { cross: "between agents of different circles", within: "between agents of one circle" };
  const parts = [
    `active ${strength === undefined ? "" : `${strength} `}${isBridge ? "ties that are local bridges" : "ties"}`,
    side && sides[side],
    band && `with a strength from ${band.from} to less than ${band.to}`,
  ];
  const [first, second] = (ends?.groups ?? []).map(groupWords);
  if (ends?.word === "of") parts.push(`with one or both ends among ${first}`);
  if (ends?.word === "between") parts.push(`between ${first} and ${second}`);
  if (ends?.word === "to") parts.push(`in the direction to ${first}`);
  if (ends?.word === "from") parts.push(`in the direction from ${first}`);
  return parts.filter((part) => part !== undefined).join(", ");
}

const ofTies: Readonly<Record<string, readonly [meaning: string, unit: string]>> = {
  strength: ["strength", "strength"],
  overlap: ["neighborhood overlap: the share of the two agents' other active contacts that they have in common", "share"],
  credibility: ["credibility, as each agent believes it of the other", "share"],
  reliability: ["reliability, as each agent believes it of the other", "share"],
  intimacy: ["intimacy, as each agent believes it of the other", "share"],
  self_orientation: ["self-orientation, as each agent believes it of the other", "share"],
  evidence: ["pieces of evidence that each agent has about the other", "pieces"],
  trust_score: ["trust score that each agent has in the other", "trust score, 0.3 to 30"],
  trust_share: ["trust share that each agent has in the other", "share"],
};

function columnWords(list: Listing): string {
  const { column = "" } = list;
  if (list.kind === "ties") return ofTies[column]?.[0] ?? column;
  const trait = traitNames.find((one) => one === column);
  if (trait !== undefined) return `the trait ${trait} (${traitHelp[trait]})`;
  return columnMeaning(groupMeasureColumns, column) ?? column;
}

/** Label, description and unit: `payoff (Gains minus losses …; per agent and year)`. */
function columnMeaning(columns: readonly MeasureColumn[], name: string): string | undefined {
  const found = columns.find((column) => column.name === name);
  return found && `${found.label} (${found.description.replace(/\.$/, "")}; ${found.unit})`;
}

/** The unit of an expression, as far as units of its parts say; empty for a plain number. */
export function unitOf(expression: NumberExpression): string {
  if (expression.kind === "number") return "";
  if (expression.kind === "measure")
    return expression.name === TICK ? "ticks" : (experimentMeasures.find(({ name }) => name === expression.name)?.unit ?? "");
  if (expression.kind === "events") return "events per year";
  if (expression.kind === "minus") return unitOf(expression.of);
  if (expression.kind === "statistic") return unitOfStatistic(expression.name, expression.list);
  if (expression.kind === "function") {
    const unit = sameUnit(expression.of.map(unitOf));
    return expression.name === "sqrt" && unit !== "" ? `square root of ${unit}` : unit;
  }
  const [left, right] = [unitOf(expression.left), unitOf(expression.right)];
  if (expression.sign === "+" || expression.sign === "-") return sameUnit([left, right]);
  if (expression.sign === "*") return left === "" || right === "" ? left + right : `(${left}) × (${right})`;
  if (right === "") return left;
  if (left === right) return "ratio";
  return left === "" ? `1 / (${right})` : `(${left}) / (${right})`;
}

/** Plain numbers take the unit of the others. */
function sameUnit(units: readonly string[]): string {
  const named = [...new Set(units.filter((unit) => unit !== ""))];
  return named.length > 1 ? "mixed units" : (named[0] ?? "");
}

function unitOfStatistic(name: Statistic, list: Listing): string {
  if (name === "count") return list.kind;
  if (name === "share_above") return "share";
  if (name === "gini") return "Gini coefficient";
  const { column = "" } = list;
  if (list.kind === "ties") return ofTies[column]?.[1] ?? "";
  const columns: readonly MeasureColumn[] = [...groupMeasureColumns, ...agentMeasureColumns];
  return columns.find((one) => one.name === column)?.unit ?? "share"; // traits, expertise and status go from 0 to 1
}
