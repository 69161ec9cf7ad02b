import type { Expression } from "./expression.ts";
import type { Group, Listing, TieListing } from "./listing.ts";

/** How tightly the parts of an expression bind: those with a lower number stand in parentheses within the others. */
const ranks = { or: 1, and: 2, not: 3, comparison: 4, "+": 5, "-": 5, "*": 6, "/": 6, minus: 7, leaf: 8 } as const;

/** The one spelling of an expression: equal expressions have equal texts, whatever blanks and parentheses were typed. */
export function textOf(expression: Expression): string {
  const rank = rankOf(expression);
  const part = (one: Expression, least: number) => (rankOf(one) < least ? `(${textOf(one)})` : textOf(one));
  switch (expression.kind) {
    case "number":
      return String(expression.value);
    case "measure":
      return expression.name;
    case "events":
      return `events(${expression.kinds.join(", ")})`;
    case "minus":
      return `-${part(expression.of, rank)}`;
    case "not":
      return `not ${part(expression.of, rank)}`;
    case "arithmetic":
    case "comparison":
      return `${part(expression.left, rank)} ${expression.sign} ${part(expression.right, rank + 1)}`;
    case "and":
    case "or":
      return `${part(expression.left, rank)} ${expression.kind} ${part(expression.right, rank + 1)}`;
    case "function":
      return `${expression.name}(${expression.of.map(textOf).join(", ")})`;
    case "statistic": {
      const list = listingText(expression.list);
      if (expression.isImplied) return list;
      return `${expression.name}(${expression.by === undefined ? list : `${list}, ${textOf(expression.by)}`})`;
    }
  }
}

function rankOf(expression: Expression): number {
  if (expression.kind === "arithmetic") return ranks[expression.sign];
  const { kind } = expression;
  return kind === "or" || kind === "and" || kind === "not" || kind === "comparison" || kind === "minus" ? ranks[kind] : ranks.leaf;
}

export function listingText(list: Listing): string {
  const of = list.column === undefined ? "" : `${list.column} of `;
  return of + (list.kind === "agents" ? groupText(list.group) : tiesText(list));
}

function tiesText({ strength, side, isBridge, band, ends }: TieListing): string {
  const kind = [strength, side, isBridge ? "bridges" : "ties"].filter((word) => word !== undefined).join(" ");
  const inBand = band === undefined ? "" : ` with strength ${band.from} to ${band.to}`;
  return `${kind}${inBand}${ends === undefined ? "" : ` ${ends.word} ${ends.groups.map(groupText).join(" and ")}`}`;
}

export function groupText(group: Group): string {
  if (group.kind === "circle" || group.kind === "agent") return `${group.kind} ${whichText(group.which)}`;
  if (group.kind === "top" || group.kind === "bottom") return `${group.kind} ${group.count} by ${group.by}`;
  return group.kind;
}

/** A name in the quotation marks that it does not contain. */
function whichText(which: number | string): string {
  if (typeof which === "number") return String(which);
  return which.includes('"') ? `'${which}'` : `"${which}"`;
}
