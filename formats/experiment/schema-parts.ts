import { agentMeasureNames, type Definition, definitions, traitNames, turnKindNames, turnKinds } from "../../sim/index.ts";
import { FOCAL } from "../../study/experiment.ts";
import { type Fields, schemasOf, whole as wholeField } from "../fields.ts";
import { type Schema, titleOf } from "../parameter-schema.ts";
import { distributionNames } from "./read-distribution.ts";
import { MOST_STEPS, type rangeKeys } from "./read-factors.ts";

/** Parts of the schema of experiment files. `ref` names those under `$defs`. */

const share: Schema = { type: "number", minimum: 0, maximum: 1 };

function whole(minimum: number, maximum?: number): Schema {
  return wholeField(minimum, maximum).schema;
}

export function ref(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}

export function table(properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema {
  return { type: "object", properties, ...(required.length > 0 && { required }), additionalProperties: false };
}

/** A table with the keys of these fields. */
export function fieldTable(fields: Fields): Schema {
  return table(schemasOf(fields));
}

export function listOf(items: Schema, minItems = 1): Schema {
  return { type: "array", items, minItems };
}

export const parametersSchema: Schema = { anyOf: [ref("parameters"), { type: "null" }] };

const all: readonly Definition[] = Object.values(definitions);

/** One parameter of the table under `$defs`, which describes it in full. */
function parameter(name: string): Schema {
  return ref(`parameters/properties/${name}`);
}

/** A table of traits. */
export const traits: Schema = table(Object.fromEntries(traitNames.map((trait) => [trait, share])));

const agentOrName: Schema = { anyOf: [whole(0), { type: "string" }] };

/** A choice of agents, as in interventions. */
export const selector: Schema = {
  anyOf: [
    agentOrName,
    listOf(agentOrName),
    table({ circle: agentOrName }, ["circle"]),
    table({ every: whole(1) }, ["every"]),
    table({ top: whole(1), by: { enum: agentMeasureNames } }, ["top", "by"]),
  ],
};

const pairs = listOf({ type: "array", items: agentOrName, minItems: 2, maxItems: 2 });

const liveParameters = table(Object.fromEntries(all.filter(({ live }) => live).map(({ name }) => [name, parameter(name)])));

const actions: readonly (readonly [string, Readonly<Record<string, Schema>>, ...string[]])[] = [
  ["Set parameters, permanently or until a tick", { set: liveParameters, until: whole(1) }, "set"],
  ["Set traits of agents", { set_traits: traits, agents: ref("agents"), until: whole(1) }, "set_traits", "agents"],
  ["Remove agents", { remove: ref("agents") }, "remove"],
  ["Add agents", { add: whole(1), circle: agentOrName, traits, names: listOf({ type: "string" }) }, "add"],
  ["Move agents to a circle", { move: ref("agents"), to_circle: agentOrName }, "move", "to_circle"],
  ["Cut ties", { cut_ties: pairs }, "cut_ties"],
  ["Add ties", { add_ties: pairs, strength: share }, "add_ties"],
  ...turnKindNames.map((kind) => [`Turn the outcome of one ${kind}`, { [kind]: turnedEvent(kind) }, kind] as const),
];

/** An event whose outcome is turned: its agents and its outcome. */
function turnedEvent(kind: (typeof turnKindNames)[number]): Schema {
  const { agents, outcomes } = turnKinds[kind];
  const words = Object.fromEntries(agents.map((agent) => [agent, agentOrName]));
  const made = kind === "promise" ? { made: { type: "integer" } } : {};
  return table({ ...words, ...made, outcome: { enum: outcomes } }, [...agents, "outcome"]);
}

/** Changes made to a run from outside, each at the beginning of a tick. */
export const interventions: Schema = {
  type: ["array", "null"],
  items: {
    anyOf: actions.map(([title, words, ...required]) => ({
      title,
      ...table({ tick: whole(1), label: { type: "string" }, ...words }, ["tick", ...required]),
    })),
  },
};

/** What varies: for each factor, a list of levels or a range of numbers. */
export const varySchema: Schema = {
  ...table(
    Object.fromEntries([
      ...all.map((one) => [one.name, varied(parameter(one.name), titleOf(one), boundOf(one))]),
      ...traitNames.map((trait) => [FOCAL + trait, varied(share, { title: `${trait} of the focal agents` }, share)]),
    ]),
  ),
  type: ["object", "null"],
};

/** A value for each factor. */
export const pointSchema: Schema = {
  ...table(
    Object.fromEntries([...all.map(({ name }) => [name, parameter(name)]), ...traitNames.map((trait) => [FOCAL + trait, share])]),
  ),
  minProperties: 1,
};

/** @param bound schema of the ends of a range; undefined if the factor takes no range */
function varied(level: Schema, title: Schema, bound: Schema | undefined): Schema {
  const list = { ...listOf(level, 2), uniqueItems: true };
  const above0 = { type: "number", exclusiveMinimum: 0 };
  const categories = table({ distribution: { const: "categorical" }, levels: list, weights: listOf(above0, 2) }, [
    "distribution",
    "levels",
    "weights",
  ]);
  if (bound === undefined) return { ...title, anyOf: [list, categories] };
  const shapes = { enum: distributionNames.filter((shape) => shape !== "categorical") };
  const numbers = { from: bound, to: bound, mode: bound, mean: { type: "number" }, sd: above0 };
  return {
    ...title,
    anyOf: [list, table(range(bound), ["from", "to"]), table({ distribution: shapes, ...numbers }, ["distribution"]), categories],
  };
}

function range(bound: Schema): Readonly<Record<(typeof rangeKeys)[number], Schema>> {
  return { from: bound, to: bound, steps: whole(2, MOST_STEPS) };
}

/** The numbers that a parameter takes, without `never`; undefined if it takes none. */
function boundOf({ kind, name }: Definition): Schema | undefined {
  return kind === "number" ? { type: "number", ...parameter(name) } : undefined;
}
