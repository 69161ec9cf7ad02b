import type { Group, Listing } from "./listing.ts";

/**
 * A number or a condition that is computed from a run at a tick, such as `payoff of focal - payoff of others` or `mean_trust_share > 0.6`.
 * Plain data, made by `parseNumber` and `parseCondition`.
 */
export type Expression = NumberExpression | Condition;

export type NumberExpression =
  | { readonly kind: "number"; readonly value: number }
  /** a measure of the network, or `tick` */
  | { readonly kind: "measure"; readonly name: string }
  /** events of these kinds in the last year, per year */
  | { readonly kind: "events"; readonly kinds: readonly string[] }
  | { readonly kind: "minus"; readonly of: NumberExpression }
  | {
      readonly kind: "arithmetic";
      readonly sign: "+" | "-" | "*" | "/";
      readonly left: NumberExpression;
      readonly right: NumberExpression;
    }
  | { readonly kind: "function"; readonly name: NumberFunction; readonly of: readonly NumberExpression[] }
  /** a statistic of a list */
  | {
      readonly kind: "statistic";
      readonly name: Statistic;
      readonly list: Listing;
      /** of `quantile` and `share_above` */
      readonly by?: NumberExpression;
      /** whether it is written without its function: the mean of `payoff of focal`, the number of `cross ties` */
      readonly isImplied: boolean;
    };

export type Condition =
  | {
      readonly kind: "comparison";
      readonly sign: ComparisonSign;
      readonly left: NumberExpression;
      readonly right: NumberExpression;
    }
  | { readonly kind: "and" | "or"; readonly left: Condition; readonly right: Condition }
  | { readonly kind: "not"; readonly of: Condition };

export type ComparisonSign = "<" | "<=" | ">" | ">=" | "=" | "!=";

/** Functions of numbers. `min` and `max` of one list are statistics. */
export const numberFunctions = ["abs", "sqrt", "min", "max"] as const;
export type NumberFunction = (typeof numberFunctions)[number];

/** Functions of a list. */
// biome-ignore format: a table
export const statistics = ["mean", "sum", "sd", "min", "max", "median", "quantile", "share_above", "gini", "count"] as const;
export type Statistic = (typeof statistics)[number];

/** The statistics with a second argument. */
export const withArgument: readonly Statistic[] = ["quantile", "share_above"];

/** Calls a function for an expression and for every expression in it. */
export function visit(expression: Expression, see: (one: Expression) => void): void {
  see(expression);
  for (const part of partsOf(expression)) visit(part, see);
}

function partsOf(expression: Expression): readonly Expression[] {
  if ("left" in expression) return [expression.left, expression.right];
  if (expression.kind === "function") return expression.of;
  if ("of" in expression) return [expression.of];
  return expression.kind === "statistic" && expression.by !== undefined ? [expression.by] : [];
}

/** The measures of the network in an expression. */
export function measuresIn(expression: Expression): string[] {
  const names: string[] = [];
  visit(expression, (one) => {
    if (one.kind === "measure") names.push(one.name);
  });
  return names;
}

/** The groups of agents in an expression. */
export function groupsIn(expression: Expression): Group[] {
  const groups: Group[] = [];
  visit(expression, (one) => {
    if (one.kind !== "statistic") return;
    if (one.list.kind === "agents") groups.push(one.list.group);
    else groups.push(...(one.list.ends?.groups ?? []));
  });
  return groups;
}
