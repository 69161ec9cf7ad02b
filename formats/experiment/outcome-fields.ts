import { SERIES_INTERVAL } from "../../sim/index.ts";
import { type WindowKind, windowKinds } from "../../study/outcomes.ts";
import { describe, describeNested, type Field, oneOf, positive, schemasOf, text, whole } from "../fields.ts";
import type { Schema } from "../parameter-schema.ts";
import { LARGEST } from "../table-reader.ts";
import { NAME_PATTERN } from "./check-name.ts";
import { groupsOfOutcomes } from "./measures.ts";
import { listOf, ref, table } from "./schema-parts.ts";

/** The keys that say when an outcome is read, of which it has at most one. */
export const whenKeys = ["at", ...windowKinds, "change", "when"] as const;

/** Ticks between two samples. */
export const everyField: Field<number> = describe(`Ticks between two samples. Default: ${SERIES_INTERVAL}.`, whole(1));

const tick = whole(0).schema;
const span: Schema = {
  anyOf: [
    { const: "window" },
    { type: "array", prefixItems: [tick, { anyOf: [tick, { const: "end" }] }], minItems: 2, maxItems: 2 },
  ],
};

/** The keys of an outcome. */
export const outcomeFields = {
  value: describe("What is measured, as an expression, such as payoff of focal - payoff of others.", text()),
  measure: describeNested("What is measured.", { anyOf: [ref("network_measure"), ref("group_measure")] }),
  of: describe("The network as a whole, or the mean over a group of agents. Default: network.", oneOf(groupsOfOutcomes)),
  at: describeNested("A tick, or end.", { anyOf: [{ const: "end" }, tick] }),
  mean: describeNested("A window whose samples are averaged.", span),
  max: describeNested("A window of whose samples the highest counts.", span),
  min: describeNested("A window of whose samples the lowest counts.", span),
  trend: describeNested("A window over whose samples a straight line is fitted: its slope per year.", span),
  change: describeNested("A window whose last value is taken minus its first.", span),
  when: describe("A condition, such as mean_trust_share > 0.6: the outcome is read at the first tick at which it holds.", text()),
  every: describe(
    `Ticks between two samples, or two looks at a condition. Default: ${SERIES_INTERVAL}, and 1 with when.`,
    whole(1),
  ),
  precision: describe(
    "Half the width that the interval may have, for --until-precision. Default: a share of the mean.",
    positive(LARGEST),
  ),
};

const windowTitles: Readonly<Record<WindowKind, string>> = {
  mean: "Mean over samples",
  max: "Highest sample",
  min: "Lowest sample",
  trend: "Slope over samples",
};

export const outcomesSchema: Schema = {
  anyOf: [
    { ...listOf(ref("network_measure")), uniqueItems: true },
    {
      type: "object",
      minProperties: 1,
      propertyNames: { pattern: NAME_PATTERN },
      additionalProperties: {
        anyOf: [
          ref("network_measure"),
          {
            type: "string",
            pattern: "\\W",
            description: "An expression, such as payoff of focal - payoff of others, read at the end.",
          },
          outcomeSchema("network"),
          outcomeSchema("groups"),
          outcomeSchema("expression"),
        ],
      },
    },
  ],
};

function outcomeSchema(of: "network" | "groups" | "expression"): Schema {
  const { value, measure, of: whom, at, change, when, every, precision, ...windows } = schemasOf(outcomeFields);
  const shared = of === "expression" ? { value, precision } : { ...measureSchema(of, measure, whom), precision };
  const required = { expression: ["value"], network: ["measure"], groups: ["measure", "of"] }[of];
  return {
    anyOf: [
      { title: "At a tick", ...table({ ...shared, at }, required) },
      ...windowKinds.map((kind) => ({
        title: `${windowTitles[kind]} of a window`,
        ...table({ ...shared, [kind]: windows[kind], every }, [...required, kind]),
      })),
      { title: "Change from one tick to another", ...table({ ...shared, change }, [...required, "change"]) },
      { title: "When a condition first holds", ...table({ ...shared, when, every }, [...required, "when"]) },
    ],
  };
}

function measureSchema(of: "network" | "groups", measure: Schema, whom: Schema): Record<string, Schema> {
  return {
    measure: { ...measure, anyOf: [ref(of === "network" ? "network_measure" : "group_measure")] },
    of: { ...whom, enum: groupsOfOutcomes.filter((group) => (group === "network") === (of === "network")) },
  };
}
