import type { PlainValue } from "../../sim/parameters/check-parameters.ts";
import { wayOfParameter, wayOfTrait } from "../../sim/parameters/ways.ts";
import { formatParameter, formatWay } from "../controls/format-parameter.ts";
import { definitionOf, type Table, valuesInForce } from "../state/settings.ts";
import { countOf } from "../text/format-number.ts";

/** An intervention as plain data. */
export type Change = Readonly<Record<string, unknown>>;

/**
 * What an intervention does, in a few words: `Do what you say: 88% → 10%`.
 *
 * @param at its place in the list
 * @param atStart every parameter by name, as the run started
 */
export function describeChange(interventions: readonly Change[], at: number, atStart: Table): string {
  const change = interventions[at] as Change;
  const { label, until } = change;
  const what =
    typeof label === "string" ? label.charAt(0).toUpperCase() + label.slice(1) : describe(change, interventions, at, atStart);
  return typeof until === "number" && until > Number(change.tick)
    ? `${what}, for ${countOf(until - Number(change.tick) + 1, "week")}`
    : what;
}

function describe(change: Change, interventions: readonly Change[], at: number, atStart: Table): string {
  if ("set" in change) {
    const before = valuesInForce(atStart, interventions.slice(0, at), Number(change.tick) - 1);
    return Object.entries(change.set as Table)
      .map(([name, value]) => describeSetting(name, before[name], value))
      .join(", ");
  }
  if ("set_traits" in change) {
    const whom = change.agents === "all" ? "for everyone" : "for some people";
    return `${Object.entries(change.set_traits as Record<string, number>)
      .map(describeTrait)
      .join(", ")} ${whom}`;
  }
  if ("remove" in change) return "People removed";
  if ("add" in change) return `${countOf(Number(change.add), "person", "people")} added`;
  if ("move" in change) return "People moved to another circle";
  if ("cut_ties" in change) return countOf((change.cut_ties as unknown[]).length, "tie cut", "ties cut");
  if ("add_ties" in change) return countOf((change.add_ties as unknown[]).length, "tie added", "ties added");
  return describeTurn(change);
}

/** An event that was turned: `A promise is broken`. */
function describeTurn(change: Change): string {
  for (const kind of ["promise", "favor", "meeting", "introduction"]) {
    const { outcome } = Object(change[kind]);
    if (typeof outcome === "string") return `${kind === "introduction" ? "An" : "A"} ${kind} is ${outcome}`;
  }
  return "A change";
}

function describeSetting(name: string, before: PlainValue | undefined, after: PlainValue): string {
  const definition = definitionOf(name);
  const way = wayOfParameter(name);
  const format = (value: PlainValue) => (way === undefined ? formatParameter(definition, value) : formatWay(way, value));
  const from = before === undefined || before === after ? "" : `${format(before)} → `;
  return `${way?.label ?? definition.label}: ${from}${format(after)}`;
}

function describeTrait([name, value]: [string, number]): string {
  const way = wayOfTrait(name);
  return way === undefined ? `${name.replaceAll("_", " ")} ${value}` : `${way.label}: ${formatWay(way, value)}`;
}
