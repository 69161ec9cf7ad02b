import { experimentMeasures, groupMeasureColumns } from "../../sim/index.ts";
import { schemasOf } from "../fields.ts";
import { DIALECT, parameterTable, type Schema } from "../parameter-schema.ts";
import { experimentFields, recordKeys } from "./experiment-keys.ts";
import { measuresOfGroups, measuresOfNetwork } from "./measures.ts";
import { interventions, selector, table } from "./schema-parts.ts";

/**
 * A JSON Schema of experiment files, draft 2020-12, for editors: which keys exist, what they take and what they mean. Rules that
 * involve several places of a file, such as windows within the length of a run, are checked by `readExperiment` and
 * `completeExperiment` only.
 */
export function experimentSchema(): Schema {
  return {
    $schema: DIALECT,
    title: "An experiment of Weak Ties",
    description: "The question, what varies, what is compared and what is measured. See docs/experiments.md.",
    ...table({ ...schemasOf(experimentFields), ...Object.fromEntries(recordKeys.map((key) => [key, {}])) }, ["outcomes"]),
    not: { required: ["scenario", "config"] },
    $defs: {
      parameters: parameterTable(),
      agents: {
        description: "all, an index, a name, a list of these, a circle, every k-th agent, or the highest of a measure",
        ...selector,
      },
      network_measure: oneOfMeasures(experimentMeasures, measuresOfNetwork),
      group_measure: oneOfMeasures(groupMeasureColumns, measuresOfGroups),
      interventions,
    },
  };
}

function oneOfMeasures(columns: readonly { name: string; label: string }[], names: readonly string[]): Schema {
  const wanted = columns.filter(({ name }) => names.includes(name));
  return { anyOf: wanted.map(({ name, label }) => ({ title: label, const: name })) };
}
