import { didYouMean, formatNumber, formatValue } from "../errors.ts";
import { agentMeasureNames } from "../metrics/agent-measures.ts";
import { type PlainValue, readParameter } from "../parameters/check-parameters.ts";
import { definitions, keyOfName, parameterNames } from "../parameters/definitions.ts";
import { MOST_SETTLE_TICKS } from "../parameters/settled.ts";
import { traitNames } from "../parameters/trait-names.ts";
import { isTable } from "../plain-data.ts";
import { type TurnKind, turnKinds } from "./turn-events.ts";

/** The most ticks a run can have. */
const LONGEST = 1_000_000_000;

/** The keys that name an action, each with the keys that may go with it. */
const actions = {
  set: ["until"],
  set_traits: ["agents", "until"],
  remove: [],
  add: ["circle", "traits", "names"],
  move: ["to_circle"],
  cut_ties: [],
  add_ties: ["strength"],
  promise: [],
  favor: [],
  meeting: [],
  introduction: [],
} as const satisfies Record<string, readonly string[]>;

type Action = keyof typeof actions;

/** The agents and circles that exist when an intervention acts; earlier interventions add to them. */
export interface Scope {
  readonly circleSize: number;
  readonly circleNames: ReadonlySet<string>;
  /** false while the people are unknown: any text may then be a name */
  readonly hasNames: boolean;
  circles: number;
  agents: number;
  /** index by name */
  readonly names: Map<string, number>;
  readonly taken: Set<string>;
  /** interventions must come after this tick */
  readonly after: number;
  /** comparisons left in the search for names nearest to unknown ones, so that many unknown names take no longer than a few */
  comparisons: number;
}

/** Checks one intervention and collects every problem, each with its place. */
export class InterventionChecker {
  readonly problems: string[] = [];
  readonly #place: string;
  readonly #scope: Scope;

  constructor(place: string, scope: Scope) {
    this.#place = place;
    this.#scope = scope;
  }

  check(table: unknown): void {
    if (!isTable(table)) return this.#report(`must be a table such as {tick: 100, set: {gossip: off}}, got ${formatValue(table)}`);
    this.#whole("tick", table.tick, this.#scope.after + 1);
    const found = Object.keys(actions).filter((action) => action in table) as Action[];
    if (found.length !== 1) {
      this.#report(
        `must have exactly one of ${Object.keys(actions).join(", ")}, got ${found.length === 0 ? "none" : found.join(" and ")}`,
      );
    } else {
      const [action] = found;
      const allowed = ["tick", "label", action, ...actions[action]];
      for (const key of Object.keys(table))
        if (!allowed.includes(key)) this.#report(`unknown key ${formatValue(key)} with ${action}${didYouMean(key, allowed)}`);
      this.#action(action, table);
    }
    if ("until" in table) this.#whole("until", table.until, tickOf(table));
    if ("label" in table && typeof table.label !== "string") this.#refuse("label", "text", table.label);
  }

  #action(action: Action, table: Record<string, unknown>): void {
    const value = table[action];
    if (action === "set") this.#parameters(value);
    if (action === "set_traits") {
      this.#traits("set_traits", value);
      this.#agents("agents", table.agents);
    }
    if (action === "remove") this.#agents("remove", value);
    if (action === "add") {
      this.#whole("add", value, 1, Math.max(1, definitions.agents.max - this.#scope.agents));
      if (table.circle !== undefined) this.#circle("circle", table.circle, true);
      else if (this.#scope.circleNames.size > 0) this.#report("circle is required, because circles have names");
      if ("traits" in table) this.#traits("traits", table.traits);
      if ("names" in table) this.#newNames(table.names, value);
    }
    if (action === "move") {
      this.#agents("move", value);
      this.#circle("to_circle", table.to_circle, true);
    }
    if (action === "cut_ties" || action === "add_ties") this.#pairs(action, value);
    if (action in turnKinds) this.#turn(action as TurnKind, value, table.tick);
    if ("strength" in table) this.#share("strength", table.strength);
  }

  /** An event whose outcome is turned. */
  #turn(kind: TurnKind, value: unknown, tick: unknown): void {
    const { agents, outcomes } = turnKinds[kind];
    const keys: readonly string[] = [...agents, ...(kind === "promise" ? ["made"] : []), "outcome"];
    if (!isTable(value)) return this.#refuse(kind, `a table with ${keys.join(", ")}`, value);
    for (const key of Object.keys(value))
      if (!keys.includes(key)) this.#report(`unknown key ${formatValue(key)} in ${kind}${didYouMean(key, keys)}`);
    for (const key of agents)
      if (value[key] === undefined) this.#refuse(`${kind}.${key}`, "the index or name of an agent", undefined);
      else this.#agent(`${kind}.${key}`, value[key]);
    const given = agents.map((key) => this.#index(value[key])).filter((agent) => agent !== undefined);
    if (new Set(given).size < given.length) this.#report(`${kind}: ${agents.join(" and ")} must be different agents`);
    const { made, outcome } = value;
    if (made !== undefined) {
      const last = typeof tick === "number" && Number.isInteger(tick) ? tick - 1 : LONGEST;
      if (!(Number.isInteger(made) && (made as number) >= -MOST_SETTLE_TICKS && (made as number) <= last))
        this.#refuse(`${kind}.made`, "a tick before that of the intervention, in which the promise falls due", made);
    }
    if (!(outcomes as readonly unknown[]).includes(outcome))
      this.#refuse(`${kind}.outcome`, outcomes.join(" or "), outcome, didYouMean(String(outcome), outcomes));
  }

  #parameters(value: unknown): void {
    if (!isTable(value) || Object.keys(value).length === 0) return this.#refuse("set", "a table of parameters", value);
    for (const [name, given] of Object.entries(value)) {
      const key = keyOfName(name);
      if (key === undefined) this.#report(`unknown parameter ${formatValue(name)}${didYouMean(name, parameterNames)}`);
      else if (!definitions[key].live) this.#report(`${name} cannot change during a run; it is set at the start`);
      else {
        const read = readParameter(key, given as PlainValue);
        if ("problem" in read) this.#report(read.problem);
      }
    }
  }

  #traits(word: string, value: unknown): void {
    if (!isTable(value) || Object.keys(value).length === 0) return this.#refuse(word, "a table of traits", value);
    for (const [name, given] of Object.entries(value)) {
      if (!(traitNames as readonly string[]).includes(name))
        this.#report(`unknown trait ${formatValue(name)}${didYouMean(name, traitNames)}`);
      else this.#share(name, given);
    }
  }

  #agents(word: string, value: unknown): void {
    if (value === "all") return;
    if (typeof value === "number" || typeof value === "string") return this.#agent(word, value);
    if (Array.isArray(value)) {
      if (value.length === 0) this.#report(`${word} must name at least one agent`);
      for (const one of value) this.#agent(word, one);
      return;
    }
    if (isTable(value)) {
      const keys = Object.keys(value).sort().join(" ");
      if (keys === "circle") return this.#circle(`${word}.circle`, value.circle, false);
      if (keys === "every") return this.#whole(`${word}.every`, value.every, 1);
      if (keys === "by top") {
        this.#whole(`${word}.top`, value.top, 1);
        if (!agentMeasureNames.includes(value.by as string))
          this.#refuse(`${word}.by`, "a measure of agents", value.by, didYouMean(String(value.by), agentMeasureNames));
        return;
      }
    }
    this.#refuse(word, "an index, a name, a list of these, all, {circle: …}, {every: …} or {top: …, by: …}", value);
  }

  #agent(word: string, value: unknown): void {
    const { agents, names, hasNames } = this.#scope;
    if (typeof value === "string") {
      if (hasNames && !names.has(value))
        this.#report(`${word}: no agent is called ${formatValue(value)}${this.#nearest(value, names.size, names.keys())}`);
    } else if (!(Number.isInteger(value) && (value as number) >= 0 && (value as number) < agents))
      this.#report(`${word}: an agent's index must be from 0 to ${formatNumber(agents - 1)}, got ${formatValue(value)}`);
  }

  /** @param mayBeNew whether a number above those of the existing circles creates a new one */
  #circle(word: string, value: unknown, mayBeNew: boolean): void {
    const { circleNames, circles, hasNames } = this.#scope;
    if (typeof value === "string") {
      if (hasNames && !circleNames.has(value))
        this.#report(`${word}: no circle is called ${formatValue(value)}${this.#nearest(value, circleNames.size, circleNames)}`);
      return;
    }
    this.#whole(word, value, 0, mayBeNew ? 999_999 : circles - 1);
  }

  #newNames(value: unknown, count: unknown): void {
    if (!Array.isArray(value) || value.length !== count || value.some((name) => typeof name !== "string" || name === ""))
      return this.#report("names must be a list with one name for each added agent");
    const { names, taken } = this.#scope;
    for (const name of value)
      if (names.has(name) || taken.has(name)) this.#report(`names: another agent already has the name ${formatValue(name)}`);
    if (new Set(value).size !== value.length) this.#report("names must be unique");
  }

  #pairs(word: string, value: unknown): void {
    if (!Array.isArray(value) || value.length === 0) return this.#refuse(word, "a list of pairs such as [[0, 1]]", value);
    for (const pair of value) {
      const isPair = Array.isArray(pair) && pair.length === 2;
      if (isPair) for (const one of pair) this.#agent(word, one);
      if (!isPair || this.#index(pair[0]) === this.#index(pair[1]))
        this.#report(
          `${word}: each entry must be a pair of two different agents, got ${isPair ? pair.map(formatValue).join(" and ") : formatValue(pair)}`,
        );
    }
  }

  /** The known name nearest to an unknown one, while there are comparisons left. */
  #nearest(value: string, count: number, known: Iterable<string>): string {
    if (this.#scope.comparisons <= 0) return "";
    this.#scope.comparisons -= count;
    return didYouMean(value, known);
  }

  /** The index of an agent given by name or number; any other value is returned unchanged. */
  #index(agent: unknown): unknown {
    return this.#scope.names.get(agent as string) ?? agent;
  }

  #share(word: string, value: unknown): void {
    if (!(typeof value === "number" && value >= 0 && value <= 1)) this.#refuse(word, "a number from 0 to 1", value);
  }

  #whole(word: string, value: unknown, min: number, max = LONGEST): void {
    if (!(Number.isInteger(value) && (value as number) >= min && (value as number) <= max)) {
      const rule = max === LONGEST ? `, ${formatNumber(min)} or more` : ` from ${formatNumber(min)} to ${formatNumber(max)}`;
      this.#refuse(word, `a whole number${rule}`, value);
    }
  }

  /** Reports a value that breaks a rule, or a key that is missing. */
  #refuse(word: string, rule: string, value: unknown, hint = ""): void {
    if (value === undefined) this.#report(`${word} is missing: it must be ${rule}`);
    else this.#report(`${word} must be ${rule}, got ${formatValue(value)}${hint}`);
  }

  #report(problem: string): void {
    this.problems.push(`${this.#place}: ${problem}`);
  }
}

/** The tick of a value that may be an intervention; 0 if it has none. */
export function tickOf(given: unknown): number {
  const tick = (given as { tick?: unknown } | null)?.tick;
  return typeof tick === "number" ? tick : 0;
}
