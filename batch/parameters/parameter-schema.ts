import { type Definition, definitions } from "../../sim/index.ts";

/** A JSON Schema of the table `parameters` in a configuration: every parameter by its name, none of them required. */
export function parameterSchema(): Record<string, unknown> {
  const all: readonly Definition[] = Object.values(definitions);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Parameters of Weak Ties",
    description: "What is not given keeps its default.",
    type: "object",
    properties: Object.fromEntries(all.map((one) => [one.name, describe(one)])),
    additionalProperties: false,
  };
}

function describe(definition: Definition): Record<string, unknown> {
  const { label: title, help: description } = definition;
  return { title, description, ...values(definition), default: definition.default };
}

function values(definition: Definition): Record<string, unknown> {
  // YAML 1.2 reads a bare on or off as text.
  if (definition.kind === "switch") return { enum: [true, false, "on", "off"] };
  if (definition.kind === "choice") return { enum: definition.choices };
  const { min, max, whole, never } = definition;
  const number = { type: whole ? "integer" : "number", minimum: min, maximum: max };
  return never ? { anyOf: [number, { const: "never" }] } : number;
}
