import { definitions, parameterKeys } from "../../sim/parameters/definitions.ts";
import { traitNames } from "../../sim/parameters/trait-names.ts";
import { wayOfParameter } from "../../sim/parameters/ways.ts";
import type { Change } from "./describe-change.ts";
import { type EventForm, eventForms, isEventKind } from "./event-forms.ts";

/** The fields of a change by name, as a person types them. Fields that are left out are empty. */
export interface ChangeFields {
  readonly kind: string;
  readonly tick: string;
  readonly [field: string]: string;
}

/** A kind of change, and the names of its fields besides its week. */
interface Kind {
  readonly kind: string;
  readonly label: string;
  readonly fields: readonly string[];
}

/** How the field of a newcomer's trait begins. */
export const TRAIT_FIELD = "trait ";

/** What `As in a file` begins with. */
const example = JSON.stringify({ set: { noise: 0.2, gossip: false }, label: "a hard year" });

export const changeKinds: readonly Kind[] = [
  { kind: "set", label: "Set a parameter", fields: ["name", "value", "until"] },
  { kind: "set_traits", label: "Set a trait of people", fields: ["who", "name", "value", "until"] },
  { kind: "remove", label: "People leave", fields: ["who"] },
  { kind: "add", label: "People come", fields: ["value", "circle", "names", "traits"] },
  { kind: "move", label: "People move to another circle", fields: ["who", "circle"] },
  { kind: "cut_ties", label: "Cut ties", fields: ["pairs"] },
  { kind: "add_ties", label: "Add ties", fields: ["pairs", "value"] },
  ...Object.entries<EventForm>(eventForms).map(([kind, { label, agents, canSayWhenMade }]) => ({
    kind,
    label,
    fields: [...Object.keys(agents), "outcome", ...(canSayWhenMade ? ["made"] : [])],
  })),
  { kind: "text", label: "As in a file", fields: ["text"] },
];

export function kindOf(kind: string): Kind {
  return changeKinds.find((one) => one.kind === kind) ?? (changeKinds.at(-1) as Kind);
}

/** Parameters that can change during a run, with their labels. */
export function liveParameters(): { name: string; label: string }[] {
  return parameterKeys
    .map((key) => definitions[key])
    .filter(({ live }) => live)
    .map(({ name, label }) => ({ name, label: wayOfParameter(name)?.label ?? label }));
}

/** A new change of a kind, in a week. */
export function emptyFields(tick: string, kind = "set"): ChangeFields {
  return {
    kind,
    tick,
    ...(isEventKind(kind) && { outcome: Object.keys(eventForms[kind].outcomes)[0] ?? "" }),
    ...(kind === "text" && { text: example }),
  };
}

/**
 * The change that the fields describe, as in a file. What isn't a number stays text, so that the check of the program can name it.
 *
 * @throws SyntaxError if the text isn't JSON
 */
export function changeOf(fields: ChangeFields): Change {
  const tick = numberOr(fields.tick);
  const label = entry(fields, "label").trim();
  return { tick, ...bodyOf(fields), ...(label !== "" && { label }) };
}

function bodyOf(fields: ChangeFields): Change {
  const { kind } = fields;
  const [value, circle, name] = [entry(fields, "value"), entry(fields, "circle"), entry(fields, "name")];
  const passing = filled(fields, "until", numberOr);
  if (isEventKind(kind)) return { [kind]: eventOf(fields, eventForms[kind]) };
  switch (kind) {
    case "set":
      return { set: { [name]: settingValue(value) }, ...passing };
    case "set_traits":
      return { set_traits: { [name]: numberOr(value) }, agents: agentsOf(entry(fields, "who")), ...passing };
    case "remove":
      return { remove: agentsOf(entry(fields, "who")) };
    case "add": {
      const names = filled(fields, "names", (text) => text.split(",").map((one) => one.trim()));
      return { add: numberOr(value), ...filled(fields, "circle", numberOr), ...traitsOf(fields), ...names };
    }
    case "move":
      return { move: agentsOf(entry(fields, "who")), to_circle: numberOr(circle) };
    case "cut_ties":
      return { cut_ties: pairsOf(entry(fields, "pairs")) };
    case "add_ties":
      return { add_ties: pairsOf(entry(fields, "pairs")), ...(value.trim() !== "" && { strength: numberOr(value) }) };
    default: {
      const given: unknown = JSON.parse(entry(fields, "text"));
      const { tick: _, ...body } = Object(given) as Record<string, unknown>;
      return typeof given === "object" && given !== null && !Array.isArray(given) ? body : { text: given };
    }
  }
}

function eventOf(fields: ChangeFields, { agents, canSayWhenMade }: EventForm): Change {
  const people = Object.keys(agents).map((agent) => [agent, numberOr(entry(fields, agent))]);
  const made = canSayWhenMade ? filled(fields, "made", numberOr) : {};
  return { ...Object.fromEntries(people), ...made, outcome: entry(fields, "outcome") };
}

/** The traits of newcomers that are typed; the others are drawn. */
function traitsOf(fields: ChangeFields): { traits?: Record<string, number | string> } {
  const typed = traitNames.filter((name) => entry(fields, TRAIT_FIELD + name).trim() !== "");
  return typed.length === 0
    ? {}
    : { traits: Object.fromEntries(typed.map((name) => [name, numberOr(entry(fields, TRAIT_FIELD + name))])) };
}

/** The fields of a change. One that the form of its kind can't show in full is shown as in a file. */
export function fieldsOf(change: Change): ChangeFields {
  const { tick, label, ...rest } = change;
  const kind = changeKinds.find((one) => one.kind in change)?.kind ?? "text";
  const always = { tick: String(tick), label: textOf(label) };
  const [name = "", value = ""] = Object.entries(Object(change.set ?? change.set_traits))[0] ?? [];
  const event = isEventKind(kind) ? (Object(change[kind]) as Record<string, unknown>) : {};
  const filledIn: ChangeFields = {
    ...always,
    kind,
    until: textOf(change.until),
    who: agentsText(change.agents ?? change.remove ?? change.move),
    name: String(name),
    value: textOf(change.add ?? change.strength ?? value),
    circle: textOf(change.circle ?? change.to_circle),
    names: Array.isArray(change.names) ? change.names.join(", ") : "",
    pairs: ((change.cut_ties ?? change.add_ties ?? []) as unknown[][]).map((pair) => pair.join(" | ")).join(", "),
    ...Object.fromEntries(Object.entries(event).map(([field, one]) => [field, textOf(one)])),
    ...Object.fromEntries(Object.entries(Object(change.traits)).map(([trait, one]) => [TRAIT_FIELD + trait, textOf(one)])),
  };
  const isWhole = kind !== "text" && isSame(changeOf(filledIn), change);
  return isWhole ? filledIn : { ...always, kind: "text", text: JSON.stringify(rest) };
}

function entry(fields: ChangeFields, name: string): string {
  return fields[name] ?? "";
}

/** An entry of the same name if the field is filled in. */
function filled<T>(fields: ChangeFields, name: string, read: (text: string) => T): Record<string, T> {
  return entry(fields, name).trim() === "" ? {} : { [name]: read(entry(fields, name)) };
}

function isSame(one: Change, other: Change): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/** Plain data with the keys of all objects in order. */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}

function textOf(value: unknown): string {
  return value === undefined ? "" : String(value);
}

/** A number if the text is one. */
function numberOr(text: string): number | string {
  const trimmed = text.trim();
  const number = Number(trimmed);
  return trimmed === "" || Number.isNaN(number) ? trimmed : number;
}

function settingValue(text: string): number | string | boolean {
  const value = numberOr(text);
  if (value === "true" || value === "on") return true;
  return value === "false" || value === "off" ? false : value;
}

/** Agents as a table of interventions names them: `all`, `7`, `3 | 9`, `circle: 2`, `every: 10`, `top: 5 by reach`. */
export function agentsOf(text: string): unknown {
  const trimmed = text.trim();
  const [, key = "", rest = ""] = /^(circle|every|top):\s*(.+)$/.exec(trimmed) ?? [];
  if (key === "circle") return { circle: numberOr(rest) };
  if (key === "every") return { every: numberOr(rest) };
  if (key === "top") {
    const [count = "", by = ""] = rest.split(/\s+by\s+/);
    return { top: numberOr(count), by: by.trim() };
  }
  const parts = trimmed.split("|").map(numberOr);
  return parts.length === 1 ? parts[0] : parts;
}

function agentsText(selector: unknown): string {
  if (selector === undefined) return "";
  if (Array.isArray(selector)) return selector.join(" | ");
  if (typeof selector !== "object" || selector === null) return String(selector);
  const { circle, every, top, by } = selector as Record<string, unknown>;
  if (circle !== undefined) return `circle: ${circle}`;
  return every !== undefined ? `every: ${every}` : `top: ${top} by ${by}`;
}

/** Pairs as people type them: `3 | 7, 4 | 9`. */
function pairsOf(text: string): unknown[] {
  return text
    .split(",")
    .filter((pair) => pair.trim() !== "")
    .map((pair) => pair.split("|").map(numberOr));
}
