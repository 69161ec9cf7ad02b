import { agentMeasureNames, type Definition, definitions, traitNames } from "../../sim/index.ts";
import { type Schema, titleOf } from "../parameter-schema.ts";
import { LARGEST } from "../table-reader.ts";
import { FOCAL } from "./factor-levels.ts";
import { MOST_STEPS } from "./read-factors.ts";

/** Parts of the schema of experiment files; those under `$defs` are named with `ref`. */

const share: Schema = { type: "number", minimum: 0, maximum: 1 };

export function whole(minimum: number, maximum = LARGEST): Schema {
  return { type: "integer", minimum, maximum };
}

export function ref(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}

export function table(properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema {
  return { type: "object", properties, ...(required.length > 0 && { required }), additionalProperties: false };
}

export function listOf(items: Schema, minItems = 1): Schema {
  return { type: "array", items, minItems };
}

const all: readonly Definition[] = Object.values(definitions);

/** One parameter of the table that stands under `$defs`, where all is said of it. */
function parameter(name: string): Schema {
  return ref(`parameters/properties/${name}`);
}

/** A path, or a path and the checksum of what is to be there. */
export const reference: Schema = {
  anyOf: [
    { type: "string", minLength: 1 },
    table({ file: { type: "string", minLength: 1 }, sha256: { type: "string", pattern: "^[0-9A-Fa-f]{64}$" } }, ["file"]),
  ],
};

/** A table of traits. */
export const traits: Schema = table(Object.fromEntries(traitNames.map((trait) => [trait, share])));

const agentOrName: Schema = { anyOf: [whole(0), { type: "string" }] };

/** Some of the agents, as interventions name them. */
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
  ["Set parameters, for good or until a tick", { set: liveParameters, until: whole(1) }, "set"],
  ["Set traits of agents", { set_traits: traits, agents: ref("agents"), until: whole(1) }, "set_traits", "agents"],
  ["Agents leave", { remove: ref("agents") }, "remove"],
  ["Agents come", { add: whole(1), circle: agentOrName, traits, names: listOf({ type: "string" }) }, "add"],
  ["Agents go to a circle", { move: ref("agents"), to_circle: agentOrName }, "move", "to_circle"],
  ["Ties are cut", { cut_ties: pairs }, "cut_ties"],
  ["Ties are made", { add_ties: pairs, strength: share }, "add_ties"],
];

/** What is done to a run from outside, at the beginning of a tick. */
export const interventions: Schema = {
  type: ["array", "null"],
  items: {
    anyOf: actions.map(([title, words, ...required]) => ({
      title,
      ...table({ tick: whole(1), label: { type: "string" }, ...words }, ["tick", ...required]),
    })),
  },
};

/** What varies: for each factor a list of levels, or a range of numbers. */
export const vary: Schema = {
  ...table(
    Object.fromEntries([
      ...all.map((one) => [one.name, varied(parameter(one.name), titleOf(one), boundOf(one))]),
      ...traitNames.map((trait) => [FOCAL + trait, varied(share, { title: `${trait} of the focal agents` }, share)]),
    ]),
  ),
  type: ["object", "null"],
};

/** A value for each factor. */
export const point: Schema = {
  ...table(
    Object.fromEntries([...all.map(({ name }) => [name, parameter(name)]), ...traitNames.map((trait) => [FOCAL + trait, share])]),
  ),
  minProperties: 1,
};

/** @param bound of a range; undefined where there is none */
function varied(level: Schema, title: Schema, bound: Schema | undefined): Schema {
  const list = { ...listOf(level, 2), uniqueItems: true };
  if (bound === undefined) return { ...title, ...list };
  return { ...title, anyOf: [list, table({ from: bound, to: bound, steps: whole(2, MOST_STEPS) }, ["from", "to"])] };
}

/** A number that the parameter takes, which `never` is not. */
function boundOf({ kind, name }: Definition): Schema | undefined {
  return kind === "number" ? { type: "number", ...parameter(name) } : undefined;
}
