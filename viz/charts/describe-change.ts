import { capitalized } from "../../sim/capitalized.ts";
import type { PlainValue } from "../../sim/parameters/check-parameters.ts";
import { wayOfParameter, wayOfTrait } from "../../sim/parameters/ways.ts";
import { formatParameter, formatWay } from "../controls/format-parameter.ts";
import { definitionOf, type Table, valuesInForce } from "../state/settings.ts";
import { countOf } from "../text/format-number.ts";

/** An intervention as plain data. */
export type Change = Readonly<Record<string, unknown>>;

/** What people and circles are called. */
interface Names {
  person(agent: number): string;
  circle(circle: number): string;
}

/**
 * What an intervention does, in a few words: `Do what you say: 88% → 10%`.
 *
 * @param at its place in the list
 * @param atStart every parameter by name, as the run started
 */
export function describeChange(interventions: readonly Change[], at: number, atStart: Table, names: Names): string {
  const change = interventions[at] as Change;
  const { label, until } = change;
  const what = typeof label === "string" ? capitalized(label) : describe(change, interventions, at, atStart, names);
  return typeof until === "number" && until > Number(change.tick)
    ? `${what}, for ${countOf(until - Number(change.tick) + 1, "week")}`
    : what;
}

function describe(change: Change, interventions: readonly Change[], at: number, atStart: Table, names: Names): string {
  if ("set" in change) {
    const before = valuesInForce(atStart, interventions.slice(0, at), Number(change.tick) - 1);
    return Object.entries(change.set as Table)
      .map(([name, value]) => describeSetting(name, before[name], value))
      .join(", ");
  }
  if ("set_traits" in change) {
    const whom = `for ${describeAgents(change.agents, names).text}`;
    return `${Object.entries(change.set_traits as Record<string, number>)
      .map(describeTrait)
      .join(", ")} ${whom}`;
  }
  if ("remove" in change) return leave(describeAgents(change.remove, names));
  if ("add" in change) {
    const where = change.circle === undefined ? "" : ` to ${circleText(change.circle, names)}`;
    return `${countOf(Number(change.add), "person comes", "people come")}${where}`;
  }
  if ("move" in change) {
    const { text, isOne } = describeAgents(change.move, names);
    return `${capitalized(text)} ${isOne ? "moves" : "move"} to ${circleText(change.to_circle, names)}`;
  }
  if ("cut_ties" in change) return countOf((change.cut_ties as unknown[]).length, "tie cut", "ties cut");
  if ("add_ties" in change) return countOf((change.add_ties as unknown[]).length, "tie added", "ties added");
  return capitalized(describeTurn(change, names));
}

function leave({ text, isOne }: Whom): string {
  return `${capitalized(text)} ${isOne ? "leaves" : "leave"}`;
}

/** People in words. */
interface Whom {
  readonly text: string;
  readonly isOne: boolean;
}

/** Agents that are named before the rest is counted. */
const MOST_NAMED = 3;

/** Whom a change concerns: `Person 7`, `everyone in circle 2`, `the top 5 by reach`. */
function describeAgents(selector: unknown, names: Names): Whom {
  if (selector === "all") return { text: "everyone", isOne: true };
  if (typeof selector === "number" || typeof selector === "string") return { text: personText(selector, names), isOne: true };
  if (Array.isArray(selector)) {
    const [named, more] = [selector.slice(0, MOST_NAMED).map((one) => personText(one, names)), selector.length - MOST_NAMED];
    const text = more > 0 ? `${named.join(", ")} and ${more.toLocaleString("en-US")} more` : inWords(named);
    return { text, isOne: selector.length === 1 };
  }
  const { circle, every, top, by } = Object(selector);
  if (circle !== undefined) return { text: `everyone in ${circleText(circle, names)}`, isOne: true };
  if (every !== undefined) return { text: `one person in ${every}`, isOne: true };
  return { text: `the top ${top} by ${String(by).replaceAll("_", " ")}`, isOne: false };
}

/** `Ada`, `Ada and Bo`, `Ada, Bo and Cy` */
function inWords(named: readonly string[]): string {
  return named.length < 2 ? named.join("") : `${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
}

function personText(agent: number | string, names: Names): string {
  return typeof agent === "number" ? names.person(agent) : agent;
}

function circleText(circle: unknown, names: Names): string {
  return typeof circle === "number" ? names.circle(circle) : String(circle);
}

/** An event that was turned: `Bo breaks a promise to Ada`. */
function describeTurn(change: Change, names: Names): string {
  const event = (kind: string) => {
    const { outcome, ...agents } = Object(change[kind]);
    const person = (name: string) => personText(agents[name], names);
    return { outcome, person };
  };
  if ("promise" in change) {
    const { outcome, person } = event("promise");
    return `${person("promiser")} ${outcome === "kept" ? "keeps" : "breaks"} a promise to ${person("asker")}`;
  }
  if ("favor" in change) {
    const { outcome, person } = event("favor");
    return `${person("asked")} ${outcome === "agreed" ? "agrees to" : "refuses"} a favor for ${person("asker")}`;
  }
  if ("meeting" in change) {
    const { outcome, person } = event("meeting");
    return `${person("agent")} and ${person("other")} ${outcome === "met" ? "meet" : "miss each other"}`;
  }
  if ("introduction" in change) {
    const { outcome, person } = event("introduction");
    const pair = `${person("person")} to ${person("agent")}`;
    return `${person("introducer")} ${outcome === "engaged" ? "introduces" : "doesn’t introduce"} ${pair}`;
  }
  return "a change";
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
