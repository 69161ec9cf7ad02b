import type { Comparison, Contrast, Group } from "../../study/contrasts/contrast.ts";
import { boundText } from "../../study/contrasts/verdict.ts";
import type { Design, Experiment, Factor, Outcome, Settings, When } from "../../study/experiment.ts";
import { windowOf } from "../../study/outcomes.ts";
import { sortByFields } from "../fields.ts";
import { readingOf } from "../network/read-options.ts";
import type { FileReference } from "../table-reader.ts";
import { experimentFields } from "./experiment-keys.ts";
import { outcomeFields, whenKeys } from "./outcome-fields.ts";
import { armFields } from "./read-arms.ts";
import { contrastFields } from "./read-contrasts.ts";
import { designKinds } from "./read-design.ts";
import { seriesFields } from "./read-series.ts";

/**
 * An experiment as plain data in the form of its file, with every default written out and keys always in the same order. Reading
 * it on top of its scenario gives the same experiment.
 *
 * @param files files of people, as the result names them
 */
export function experimentAsFile(
  experiment: Experiment,
  files: { readonly network?: FileReference | undefined; readonly agents?: FileReference | undefined } = {},
): Record<string, unknown> {
  const { question, scenario, ticks, burnIn, seed, replicates, parameters, interventions, focalAgents } = experiment;
  const { factors, design, arms, outcomes, series, runLimit } = experiment;
  return sortByFields(experimentFields, {
    question,
    scenario,
    config: undefined, // its values are written out
    network: files.network && referenceAsFile(files.network),
    agents: files.agents && referenceAsFile(files.agents),
    ticks,
    settled: experiment.settled ?? 0,
    burn_in: burnIn,
    seed,
    replicates,
    seeds: experiment.seeds,
    parameters,
    interventions,
    focal_agents: focalAgents,
    vary:
      design.kind === "list" || design.kind === "shapley"
        ? undefined
        : Object.fromEntries(factors.map(({ name, values }) => [name, valuesAsFile(values)])),
    design: designAsFile(design, factors),
    arms: Object.fromEntries(arms.map((arm) => [arm.name, settingsAsFile(arm)])),
    outcomes: Object.fromEntries(outcomes.map((outcome) => [outcome.name, outcomeAsFile(outcome)])),
    contrasts: experiment.contrasts && Object.fromEntries(experiment.contrasts.map((one) => [one.name, contrastAsFile(one)])),
    confidence: experiment.confidence,
    series: series === undefined ? "off" : sortByFields(seriesFields, series),
    tables: experiment.tables,
    stop: experiment.stop,
    run_limit: runLimit,
  });
}

function referenceAsFile({ file, sha256, ...reading }: FileReference): FileReference {
  return { file, ...(sha256 !== undefined && { sha256 }), ...readingOf(reading) };
}

function valuesAsFile(values: Factor["values"]): unknown {
  if ("levels" in values) {
    const { levels, weights } = values;
    return weights === undefined ? levels : { distribution: "categorical", levels, weights };
  }
  const { from, to, distribution } = values;
  if (distribution === undefined) return { from, to };
  const { kind, ...numbers } = distribution;
  return { distribution: kind, ...numbers, from, to };
}

function designAsFile(design: Design, factors: readonly Factor[]): Record<string, unknown> {
  const causes = factors.flatMap(({ name, sets }) => (sets === undefined ? [] : [[name, settingsAsFile(sets)]]));
  const values: Readonly<Record<string, unknown>> = {
    ...design,
    of: Object.fromEntries(causes),
    ...(design.kind === "saltelli" && { second_order: design.secondOrder }),
  };
  const keys = ["kind", ...Object.keys(designKinds[design.kind].fields)].filter((key) => values[key] !== undefined);
  return Object.fromEntries(keys.map((key) => [key, values[key]]));
}

function settingsAsFile({ parameters, focalTraits, interventions }: Settings): Record<string, unknown> {
  return sortByFields(armFields, { parameters, focal_traits: focalTraits, interventions });
}

function outcomeAsFile(outcome: Outcome): Record<string, unknown> {
  const { when, every, precision } = outcome;
  const what =
    "value" in outcome
      ? { value: outcome.value, measure: undefined, of: undefined }
      : { value: undefined, measure: outcome.measure, of: outcome.of };
  const sampled = windowOf(when) !== undefined || "first" in when;
  const none = Object.fromEntries(whenKeys.map((key) => [key, undefined])) as Record<(typeof whenKeys)[number], undefined>;
  return sortByFields(outcomeFields, { ...what, ...none, ...whenAsFile(when), every: sampled ? every : undefined, precision });
}

function whenAsFile(when: When): Record<string, unknown> {
  if ("at" in when) return { at: when.at };
  if ("first" in when) return { when: when.first };
  const { kind, span } = "change" in when ? { kind: "change", span: when.change } : (windowOf(when) ?? {});
  return kind === undefined || span === undefined ? {} : { [kind]: [span.from, span.to] };
}

function contrastAsFile({ claim, outcome, comparison, expect, precision }: Contrast): Record<string, unknown> {
  const { difference, ratio, slope, maximum, within } = comparisonAsFile(comparison);
  const bound = expect && boundText(expect);
  return sortByFields(contrastFields, { claim, outcome, difference, ratio, slope, maximum, within, expect: bound, precision });
}

type ComparisonKey = "difference" | "ratio" | "slope" | "maximum" | "within";

function comparisonAsFile(comparison: Comparison): Partial<Record<ComparisonKey, unknown>> {
  if (comparison.kind === "slope" || comparison.kind === "maximum") {
    const { kind, factor, within } = comparison;
    const isAll = within.arm === undefined && Object.keys(within.levels).length === 0;
    return { [kind]: factor, ...(!isAll && { within: groupAsFile(within) }) };
  }
  const groups = comparison.groups.map(groupAsFile);
  if (comparison.kind !== "difference of differences") return { [comparison.kind]: groups };
  return { difference: [groups.slice(0, 2), groups.slice(2)] };
}

/** The word for all runs. An arm of that name is written as a table. */
const ALL = "all";

function groupAsFile({ arm, levels }: Group): unknown {
  const own = Object.entries(levels).map(([factor, some]) => [factor, some.length === 1 ? some[0] : some]);
  if (own.length === 0 && arm !== ALL) return arm ?? ALL;
  return { ...(arm !== undefined && { arm }), ...Object.fromEntries(own) };
}
