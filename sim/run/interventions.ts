import { didYouMean, shown } from "../errors.ts";
import { agentMeasureNames } from "../metrics/agent-measures.ts";
import { type PlainValue, readParameter } from "../parameters/check-parameters.ts";
import { definitions, keyOfName, type Parameters, parameterNames } from "../parameters/definitions.ts";
import { traitNames } from "../population/agent-store.ts";

/**
 * Agents, as a file names them: an index, a name, `all`, a circle, every k-th from 0, the k highest of a measure at that tick, or a
 * list of indices and names.
 */
export type AgentSelector =
  | number
  | string
  | readonly (number | string)[]
  | { readonly circle: number | string }
  | { readonly every: number }
  | { readonly top: number; readonly by: string };

type TraitValues = Readonly<Record<string, number>>;
type NamedPair = readonly [number | string, number | string];

/** Something done to a run from outside, at the beginning of a tick: plain data, as in files. */
export type Intervention = { readonly tick: number; readonly label?: string } & (
  | { readonly set: Readonly<Record<string, number | string | boolean>>; readonly until?: number }
  | { readonly set_traits: TraitValues; readonly agents: AgentSelector; readonly until?: number }
  | { readonly remove: AgentSelector }
  | { readonly add: number; readonly circle?: number | string; readonly traits?: TraitValues; readonly names?: readonly string[] }
  | { readonly move: AgentSelector; readonly to_circle: number | string }
  | { readonly cut_ties: readonly NamedPair[] }
  | { readonly add_ties: readonly NamedPair[]; readonly strength?: number }
);

/** No run is longer. */
const LONGEST = 1_000_000_000;

/** The words that say what is done, each with the words that may stand beside it. */
export const actions = {
  set: ["until"],
  set_traits: ["agents", "until"],
  remove: [],
  add: ["circle", "traits", "names"],
  move: ["to_circle"],
  cut_ties: [],
  add_ties: ["strength"],
} as const satisfies Record<string, readonly string[]>;

type Action = keyof typeof actions;

/** What is known of a run when its interventions are checked. */
export interface Known {
  readonly parameters: Parameters;
  /** of the agents at the start; empty where they have none */
  readonly names: readonly string[];
  /** of the circles at the start; empty where they have none */
  readonly circleNames: readonly string[];
}

/**
 * Checks interventions and brings them into the order in which they act: by tick, then as listed.
 *
 * @param place where the list stands, for the messages
 * @returns the interventions that are sound, and every problem
 */
export function checkInterventions(
  given: readonly unknown[],
  known: Known,
  place = "interventions",
): { interventions: Intervention[]; problems: string[] } {
  const problems: string[] = [];
  const sound: Intervention[] = [];
  const names = new Set(known.names);
  let agents = known.parameters.agents;
  const inOrder = given.map((one, at) => ({ one, at })).sort((a, b) => tickOf(a.one) - tickOf(b.one) || a.at - b.at);
  for (const { one, at } of inOrder) {
    const checker = new Checker(`${place}[${at}]`, { ...known, agents, agentNames: names });
    if (checker.check(one)) sound.push(one as Intervention);
    problems.push(...checker.problems);
    if (checker.problems.length === 0 && "add" in (one as object)) {
      const addition = one as { add: number; names?: string[] };
      agents += addition.add;
      for (const name of addition.names ?? []) names.add(name);
    }
  }
  return { interventions: sound, problems };
}

function tickOf(given: unknown): number {
  const tick = (given as { tick?: unknown } | null)?.tick;
  return typeof tick === "number" ? tick : 0;
}

interface Scope extends Known {
  readonly agents: number;
  readonly agentNames: ReadonlySet<string>;
}

class Checker {
  readonly problems: string[] = [];
  readonly #place: string;
  readonly #scope: Scope;

  constructor(place: string, scope: Scope) {
    this.#place = place;
    this.#scope = scope;
  }

  check(given: unknown): boolean {
    if (typeof given !== "object" || given === null || Array.isArray(given)) {
      this.#say(`must be a table such as {tick: 100, set: {gossip: off}}, got ${shown(given)}`);
      return false;
    }
    const table = given as Record<string, unknown>;
    this.#whole("tick", table.tick, 1);
    const found = Object.keys(actions).filter((action) => action in table) as Action[];
    if (found.length !== 1) {
      this.#say(`must have one of ${Object.keys(actions).join(", ")}, got ${found.length === 0 ? "none" : found.join(" and ")}`);
    } else {
      const [action] = found;
      const allowed = ["tick", "label", action, ...actions[action]];
      for (const key of Object.keys(table))
        if (!allowed.includes(key)) this.#say(`unknown word ${shown(key)} beside ${action}${didYouMean(key, allowed)}`);
      this.#action(action, table);
    }
    if ("until" in table) this.#whole("until", table.until, tickOf(table));
    if ("label" in table && typeof table.label !== "string") this.#say(`label must be a text, got ${shown(table.label)}`);
    return this.problems.length === 0;
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
      this.#whole("add", value, 1, 1_000_000);
      if ("circle" in table) this.#circle("circle", table.circle, true);
      if ("traits" in table) this.#traits("traits", table.traits);
      if ("names" in table) this.#newNames(table.names, value);
    }
    if (action === "move") {
      this.#agents("move", value);
      this.#circle("to_circle", table.to_circle, true);
    }
    if (action === "cut_ties" || action === "add_ties") this.#pairs(action, value);
    if ("strength" in table) this.#share("strength", table.strength);
  }

  #parameters(value: unknown): void {
    if (!isTable(value) || Object.keys(value).length === 0)
      return this.#say(`set must be a table of parameters, got ${shown(value)}`);
    for (const [name, given] of Object.entries(value)) {
      const key = keyOfName(name);
      if (key === undefined) this.#say(`unknown parameter ${shown(name)}${didYouMean(name, parameterNames)}`);
      else if (!definitions[key].live) this.#say(`${name} cannot change during a run; it is set at the start`);
      else {
        const read = readParameter(key, given as PlainValue);
        if ("problem" in read) this.#say(read.problem);
      }
    }
  }

  #traits(word: string, value: unknown): void {
    if (!isTable(value) || Object.keys(value).length === 0)
      return this.#say(`${word} must be a table of traits, got ${shown(value)}`);
    for (const [name, given] of Object.entries(value)) {
      if (!(traitNames as readonly string[]).includes(name))
        this.#say(`unknown trait ${shown(name)}${didYouMean(name, traitNames)}`);
      else this.#share(name, given);
    }
  }

  #agents(word: string, value: unknown): void {
    if (typeof value === "number" || typeof value === "string") return this.#agent(word, value);
    if (Array.isArray(value)) {
      if (value.length === 0) this.#say(`${word} must name at least one agent`);
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
          this.#say(
            `${word}.by must be a measure of agents, got ${shown(value.by)}${didYouMean(String(value.by), agentMeasureNames)}`,
          );
        return;
      }
    }
    this.#say(
      `${word} must be an index, a name, a list of these, all, {circle: …}, {every: …} or {top: …, by: …}, got ${shown(value)}`,
    );
  }

  #agent(word: string, value: unknown): void {
    const { agents, agentNames } = this.#scope;
    if (value === "all") return;
    if (typeof value === "string") {
      if (!agentNames.has(value)) this.#say(`${word}: no agent is called ${shown(value)}${didYouMean(value, agentNames)}`);
    } else if (!(Number.isInteger(value) && (value as number) >= 0 && (value as number) < agents))
      this.#say(`${word}: an agent's index must be 0 to ${agents - 1}, got ${shown(value)}`);
  }

  /** @param mayBeNew whether a number beyond the circles there are begins a new one */
  #circle(word: string, value: unknown, mayBeNew: boolean): void {
    const { circleNames, parameters } = this.#scope;
    if (typeof value === "string") {
      if (!circleNames.includes(value)) this.#say(`${word}: no circle is called ${shown(value)}${didYouMean(value, circleNames)}`);
      return;
    }
    const circles = circleNames.length > 0 ? circleNames.length : Math.ceil(parameters.agents / parameters.circleSize);
    this.#whole(word, value, 0, mayBeNew ? 999_999 : circles - 1);
  }

  #newNames(value: unknown, count: unknown): void {
    if (!Array.isArray(value) || value.length !== count || value.some((name) => typeof name !== "string" || name === ""))
      return this.#say("names must be a list of as many names as agents are added");
    for (const name of value) if (this.#scope.agentNames.has(name)) this.#say(`names: an agent is called ${shown(name)} already`);
    if (new Set(value).size !== value.length) this.#say("names must differ from each other");
  }

  #pairs(word: string, value: unknown): void {
    if (!Array.isArray(value) || value.length === 0)
      return this.#say(`${word} must be a list of pairs such as [[0, 1]], got ${shown(value)}`);
    for (const pair of value) {
      if (!Array.isArray(pair) || pair.length !== 2 || pair[0] === pair[1])
        this.#say(`${word}: each entry must be a pair of two different agents, got ${shown(pair)}`);
      else for (const one of pair) this.#agent(word, one);
    }
  }

  #share(word: string, value: unknown): void {
    if (!(typeof value === "number" && value >= 0 && value <= 1)) this.#say(`${word} must be 0 to 1, got ${shown(value)}`);
  }

  #whole(word: string, value: unknown, min: number, max = LONGEST): void {
    if (!(Number.isInteger(value) && (value as number) >= min && (value as number) <= max)) {
      const rule = max === LONGEST ? `${min} or more` : `${min} to ${max}`;
      this.#say(`${word} must be a whole number, ${rule}, got ${shown(value)}`);
    }
  }

  #say(problem: string): void {
    this.problems.push(`${this.#place}: ${problem}`);
  }
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
