import { type Definition, definitions } from "../sim/index.ts";

/** A JSON Schema, or part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** The dialect of our schemas. */
export const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/** A JSON Schema of the table `parameters` in a configuration: every parameter by name, none of them required. */
export function parameterSchema(): Schema {
  return {
    $schema: DIALECT,
    title: "Parameters of Weak Ties",
    description: "A parameter that is not given keeps its default.",
    ...parameterTable(),
  };
}

/** The table of parameters as part of another schema. */
export function parameterTable(): Schema {
  return {
    type: "object",
    properties: Object.fromEntries((Object.values(definitions) as readonly Definition[]).map((one) => [one.name, describe(one)])),
    additionalProperties: false,
  };
}

function describe(definition: Definition): Schema {
  return { ...titleOf(definition), ...valueSchema(definition), default: definition.default };
}

/** The label and the help text of a parameter. */
export function titleOf({ label: title, help: description }: Definition): Schema {
  return { title, description };
}

function valueSchema(definition: Definition): Schema {
  // YAML 1.2 reads a bare on or off as text.
  if (definition.kind === "switch") return { enum: [true, false, "on", "off"] };
  if (definition.kind === "choice") return { enum: definition.choices };
  const { min, max, whole } = definition;
  const number = { type: whole ? "integer" : "number", minimum: min, maximum: max };
  if (definition.kind === "text") return { anyOf: [{ type: "string", pattern: definition.pattern }, number] };
  return definition.never ? { anyOf: [number, { const: "never" }] } : number;
}
