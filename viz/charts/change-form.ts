import { definitions, parameterKeys } from "../../sim/parameters/definitions.ts";
import { wayOfParameter } from "../../sim/parameters/ways.ts";
import type { Change } from "./describe-change.ts";

/** The fields of a change, as a person types them. */
export interface ChangeFields {
  readonly kind: string;
  readonly tick: string;
  /** the last week of a setting that passes; empty for one that stays */
  readonly until: string;
  readonly who: string;
  readonly name: string;
  readonly value: string;
  readonly circle: string;
  readonly pairs: string;
  /** the change as in a file */
  readonly text: string;
}

type Field = Exclude<keyof ChangeFields, "kind" | "tick">;

/** A kind of change: its fields, or what its text begins with. */
interface Kind {
  readonly kind: string;
  readonly label: string;
  readonly fields: readonly Field[];
  readonly template?: Change;
}

export const changeKinds: readonly Kind[] = [
  { kind: "set", label: "Set a parameter", fields: ["name", "value", "until"] },
  { kind: "set_traits", label: "Set a trait of people", fields: ["who", "name", "value", "until"] },
  { kind: "remove", label: "People leave", fields: ["who"] },
  { kind: "add", label: "People come", fields: ["value", "circle"] },
  { kind: "move", label: "People move to another circle", fields: ["who", "circle"] },
  { kind: "cut_ties", label: "Cut ties", fields: ["pairs"] },
  { kind: "add_ties", label: "Add ties", fields: ["pairs", "value"] },
  {
    kind: "promise",
    label: "Turn a promise",
    fields: ["text"],
    template: { promise: { asker: 0, promiser: 1, outcome: "broken" } },
  },
  { kind: "favor", label: "Turn a favor", fields: ["text"], template: { favor: { asker: 0, asked: 1, outcome: "refused" } } },
  { kind: "meeting", label: "Turn a meeting", fields: ["text"], template: { meeting: { agent: 0, other: 1, outcome: "missed" } } },
  {
    kind: "introduction",
    label: "Turn an introduction",
    fields: ["text"],
    template: { introduction: { introducer: 0, agent: 1, person: 2, outcome: "declined" } },
  },
  { kind: "text", label: "As in a file", fields: ["text"], template: { add: 40, circle: 0, traits: { follow_through: 0.1 } } },
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

export function emptyFields(tick: number): ChangeFields {
  return { kind: "set", tick: String(tick), until: "", who: "", name: "", value: "", circle: "", pairs: "", text: "" };
}

/**
 * The change that the fields describe, as in a file. What isn't a number stays text, so that the check of the program can name it.
 *
 * @throws SyntaxError if the text isn't JSON
 */
export function changeOf({ kind, tick, until, who, name, value, circle, pairs, text }: ChangeFields): Change {
  const week = numberOr(tick);
  const passing = until.trim() === "" ? {} : { until: numberOr(until) };
  switch (kind) {
    case "set":
      return { tick: week, set: { [name]: settingValue(value) }, ...passing };
    case "set_traits":
      return { tick: week, set_traits: { [name]: numberOr(value) }, agents: agentsOf(who), ...passing };
    case "remove":
      return { tick: week, remove: agentsOf(who) };
    case "add":
      return { tick: week, add: numberOr(value), ...(circle.trim() !== "" && { circle: numberOr(circle) }) };
    case "move":
      return { tick: week, move: agentsOf(who), to_circle: numberOr(circle) };
    case "cut_ties":
      return { tick: week, cut_ties: pairsOf(pairs) };
    case "add_ties":
      return { tick: week, add_ties: pairsOf(pairs), ...(value.trim() !== "" && { strength: numberOr(value) }) };
    default: {
      const given: unknown = JSON.parse(text);
      return typeof given === "object" && given !== null && !Array.isArray(given)
        ? { ...given, tick: week }
        : { tick: week, text: given };
    }
  }
}

/** The fields of a change. One that has no fields of its own is shown as text. */
export function fieldsOf(change: Change): ChangeFields {
  const { tick, ...rest } = change;
  const kind = changeKinds.find((one) => one.kind in change)?.kind ?? "text";
  const empty = emptyFields(Number(tick));
  const [name = "", value = ""] = Object.entries(Object(change.set ?? change.set_traits))[0] ?? [];
  const filled: ChangeFields = {
    ...empty,
    kind,
    until: textOf(change.until),
    who: agentsText(change.agents ?? change.remove ?? change.move),
    name: String(name),
    value: textOf(change.add ?? change.strength ?? value),
    circle: textOf(change.circle ?? change.to_circle),
    pairs: ((change.cut_ties ?? change.add_ties ?? []) as unknown[][]).map((pair) => pair.join(" | ")).join(", "),
    text: JSON.stringify(rest),
  };
  const isWhole = !kindOf(kind).fields.includes("text") && isSame(changeOf(filled), change);
  return isWhole ? filled : { ...filled, kind: kindOf(kind).fields.includes("text") ? kind : "text" };
}

function isSame(one: Change, other: Change): boolean {
  const sorted = (change: Change) => JSON.stringify(Object.entries(change).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(one) === sorted(other);
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
