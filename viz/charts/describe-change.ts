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
  const what = typeof label === "string" ? capital(label) : describe(change, interventions, at, atStart);
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
    const whom = `for ${describeAgents(change.agents).text}`;
    return `${Object.entries(change.set_traits as Record<string, number>)
      .map(describeTrait)
      .join(", ")} ${whom}`;
  }
  if ("remove" in change) return leave(describeAgents(change.remove));
  if ("add" in change) {
    const where = change.circle === undefined ? "" : ` to ${circleText(change.circle)}`;
    return `${countOf(Number(change.add), "person comes", "people come")}${where}`;
  }
  if ("move" in change) {
    const { text, isOne } = describeAgents(change.move);
    return `${capital(text)} ${isOne ? "moves" : "move"} to ${circleText(change.to_circle)}`;
  }
  if ("cut_ties" in change) return countOf((change.cut_ties as unknown[]).length, "tie cut", "ties cut");
  if ("add_ties" in change) return countOf((change.add_ties as unknown[]).length, "tie added", "ties added");
  return describeTurn(change);
}

function leave({ text, isOne }: Whom): string {
  return `${capital(text)} ${isOne ? "leaves" : "leave"}`;
}

/** People in words. */
interface Whom {
  readonly text: string;
  readonly isOne: boolean;
}

/** Agents that are named before the rest is counted. */
const MOST_NAMED = 3;

/** Whom a change concerns: `Person 7`, `everyone in circle 2`, `the top 5 by reach`. */
function describeAgents(selector: unknown): Whom {
  if (selector === "all") return { text: "everyone", isOne: true };
  if (typeof selector === "number" || typeof selector === "string") return { text: personText(selector), isOne: true };
  if (Array.isArray(selector)) {
    const [named, more] = [selector.slice(0, MOST_NAMED).map(personText), selector.length - MOST_NAMED];
    const text = more > 0 ? `${named.join(", ")} and ${more.toLocaleString("en-US")} more` : named.join(", ");
    return { text, isOne: selector.length === 1 };
  }
  const { circle, every, top, by } = Object(selector);
  if (circle !== undefined) return { text: `everyone in ${circleText(circle)}`, isOne: true };
  if (every !== undefined) return { text: `one person in ${every}`, isOne: true };
  return { text: `the top ${top} by ${String(by).replaceAll("_", " ")}`, isOne: false };
}

function personText(agent: number | string): string {
  return typeof agent === "number" ? `Person ${agent}` : agent;
}

function circleText(circle: unknown): string {
  return typeof circle === "number" ? `circle ${circle}` : String(circle);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
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
