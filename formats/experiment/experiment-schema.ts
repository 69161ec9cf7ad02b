import { groupMeasureColumns, networkMeasures, scenarioNames } from "../../sim/index.ts";
import { largestDesign } from "../../study/designs/design-size.ts";
import type { DesignKind } from "../../study/experiment.ts";
import { DIALECT, parameterTable, type Schema } from "../parameter-schema.ts";
import { LARGEST } from "../table-reader.ts";
import { NAME_PATTERN } from "./check-name.ts";
import { measuresOfGroups, measuresOfNetwork } from "./measures.ts";
import { LONGEST_LIMIT, MOST_REPLICATES, REPLICATES, RUN_LIMIT, recordKeys } from "./read-experiment.ts";
import { EVERY } from "./read-outcomes.ts";
import { interventions, listOf, point, ref, reference, selector, table, traits, vary, whole } from "./schema-parts.ts";

/**
 * A JSON Schema of experiment files, draft 2020-12, for editors: what may stand where, and what it means. What hangs on several
 * places of a file, such as windows within the length of a run, only `readExperiment` and `completeExperiment` tell.
 */
export function experimentSchema(): Schema {
  return {
    $schema: DIALECT,
    title: "An experiment of Weak Ties",
    description: "What is asked, what varies, what is compared and what is measured. docs/experiments.md says more.",
    ...table({ ...what, ...howLong, ...compared, ...measured, ...Object.fromEntries(recordKeys.map((key) => [key, {}])) }, [
      "outcomes",
    ]),
    not: { required: ["scenario", "config"] },
    $defs: {
      parameters: parameterTable(),
      agents: {
        description: "all, an index, a name, a list of these, a circle, every k-th, or the highest of a measure",
        ...selector,
      },
      network_measure: oneOfMeasures(networkMeasures, measuresOfNetwork),
      group_measure: oneOfMeasures(groupMeasureColumns, measuresOfGroups),
      interventions,
    },
  };
}

const text: Schema = { type: ["string", "number", "boolean"] };
const parameters: Schema = { anyOf: [ref("parameters"), { type: "null" }] };
const everyTicks: Schema = { description: `Ticks between two samples; ${EVERY} where left out.`, ...whole(1) };

const what: Readonly<Record<string, Schema>> = {
  question: { description: "What is asked, in a sentence; it heads the report.", ...text },
  scenario: { description: "What every run is like before anything is set here.", enum: scenarioNames },
  config: { description: "A configuration as for `weakties run`, in the place of a scenario.", type: "string", minLength: 1 },
  network: { description: "Ties of real people: a path from where this file is.", ...reference },
  agents: { description: "What is known of the people: a path from where this file is.", ...reference },
};

const howLong: Readonly<Record<string, Schema>> = {
  ticks: { description: "Length of a run in ticks, which are weeks; the scenario's where left out.", ...whole(1) },
  burn_in: { description: "The tick after which windows begin; 0 where left out.", ...whole(0) },
  seed: { description: "A text from which the seeds of all runs come; the scenario's where left out.", ...text },
  replicates: {
    description: `Runs of each design point and arm, which differ in their seed only; ${REPLICATES} where left out.`,
    ...whole(1, MOST_REPLICATES),
  },
  run_limit: {
    description: `Seconds after which a run is given up; ${RUN_LIMIT} where left out.`,
    type: "number",
    exclusiveMinimum: 0,
    maximum: LONGEST_LIMIT,
  },
};

const compared: Readonly<Record<string, Schema>> = {
  parameters: { description: "Set in every run.", ...parameters },
  interventions: { description: "Done to every run, in the place of what the scenario does.", ...ref("interventions") },
  focal_agents: { description: "Agents whose traits are set, or who are measured apart.", ...ref("agents") },
  vary: { description: "What differs between design points: for each factor a list of values, or a range.", ...vary },
  design: { description: "How the values are put together; a grid where left out.", anyOf: designs() },
  arms: {
    description:
      "What is compared at each design point, in runs with the same seeds. The first is what the others are compared with.",
    type: ["object", "null"],
    minProperties: 1,
    propertyNames: { pattern: NAME_PATTERN },
    additionalProperties: {
      ...table({
        parameters: { description: "Set in the runs of this arm.", ...parameters },
        focal_traits: { description: "Traits of the focal agents in this arm.", ...traits, type: ["object", "null"] },
        interventions: { description: "Done to the runs of this arm, beside those of every run.", ...ref("interventions") },
      }),
      type: ["object", "null"],
    },
  },
};

const measured: Readonly<Record<string, Schema>> = {
  outcomes: {
    description: "What is read off each run: a column each.",
    anyOf: [
      { ...listOf(ref("network_measure")), uniqueItems: true },
      {
        type: "object",
        minProperties: 1,
        propertyNames: { pattern: NAME_PATTERN },
        additionalProperties: { anyOf: [ref("network_measure"), outcome(["network"]), outcome(["agents", "focal", "others"])] },
      },
    ],
  },
  series: {
    description: "Measures of the network over the time of every run.",
    anyOf: [
      { enum: ["on", "off", true, false, null] },
      { ...listOf(ref("network_measure")), uniqueItems: true },
      table({ every: everyTicks, measures: { ...listOf(ref("network_measure")), uniqueItems: true } }),
    ],
  },
};

function designs(): Schema[] {
  const kind = (name: string, title: string, words: Readonly<Record<string, Schema>>, required = Object.keys(words)): Schema => ({
    title,
    ...table({ kind: { const: name }, ...words }, ["kind", ...required]),
  });
  const points = (of: DesignKind) => whole(2, largestDesign(of));
  const even = { ...whole(2, 1000), multipleOf: 2 };
  return [
    { enum: ["grid", null] },
    kind("grid", "Every value with every other", {}),
    kind("list", "Points as listed", { points: listOf(point) }),
    kind("latin_hypercube", "Latin hypercube", { points: points("latin_hypercube") }),
    kind("sobol", "Sobol sequence", { points: points("sobol") }),
    kind("morris", "One factor at a time, along paths", { trajectories: points("morris"), levels: even }, ["trajectories"]),
    kind("saltelli", "Samples for Sobol indices", { base: points("saltelli") }),
  ];
}

function outcome(groups: readonly string[]): Schema {
  const ofNetwork = groups.includes("network");
  const tick = whole(0);
  const span: Schema = {
    anyOf: [
      { const: "window" },
      { type: "array", prefixItems: [tick, { anyOf: [tick, { const: "end" }] }], minItems: 2, maxItems: 2 },
    ],
  };
  const shared = {
    measure: ref(ofNetwork ? "network_measure" : "group_measure"),
    of: { description: "The network as a whole, or the mean over some agents.", enum: groups },
    precision: {
      description: "Half the width that the interval may have, for --until-precision; a share of the mean where left out.",
      type: "number",
      exclusiveMinimum: 0,
      maximum: LARGEST,
    },
  };
  const required = ofNetwork ? ["measure"] : ["measure", "of"];
  const at = { description: "A tick, or end.", anyOf: [{ const: "end" }, tick] };
  return {
    anyOf: [
      { title: "At a tick", ...table({ ...shared, at }, required) },
      { title: "Mean over samples of a window", ...table({ ...shared, mean: span, every: everyTicks }, [...required, "mean"]) },
      { title: "Change from one tick to another", ...table({ ...shared, change: span }, [...required, "change"]) },
    ],
  };
}

function oneOfMeasures(columns: readonly { name: string; label: string }[], names: readonly string[]): Schema {
  const wanted = columns.filter(({ name }) => names.includes(name));
  return { anyOf: wanted.map(({ name, label }) => ({ title: label, const: name })) };
}
