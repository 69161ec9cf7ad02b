import type { Arm, Design, Experiment, Factor, Outcome, When } from "../../study/experiment.ts";
import type { FileReference } from "../table-reader.ts";

/**
 * An experiment in the form of its file, with everything said: plain data that JSON can hold, keys always in the same order. Read
 * again on top of its scenario it is the same experiment.
 *
 * @param files those of the people, as they are to be named
 */
export function experimentAsFile(
  experiment: Experiment,
  files: { readonly network?: FileReference; readonly agents?: FileReference } = {},
): Record<string, unknown> {
  const { question, scenario, ticks, burnIn, seed, replicates, parameters, interventions, focalAgents } = experiment;
  const { factors, design, arms, outcomes, series, runLimit } = experiment;
  return {
    question,
    scenario,
    ...(files.network && { network: referenceAsFile(files.network) }),
    ...(files.agents && { agents: referenceAsFile(files.agents) }),
    ticks,
    burn_in: burnIn,
    seed,
    replicates,
    parameters,
    interventions,
    ...(focalAgents !== undefined && { focal_agents: focalAgents }),
    ...(design.kind !== "list" && { vary: Object.fromEntries(factors.map(({ name, values }) => [name, valuesAsFile(values)])) }),
    design: designAsFile(design),
    arms: Object.fromEntries(arms.map((arm) => [arm.name, armAsFile(arm)])),
    outcomes: Object.fromEntries(outcomes.map((outcome) => [outcome.name, outcomeAsFile(outcome)])),
    series: series === undefined ? "off" : { every: series.every, measures: series.measures },
    run_limit: runLimit,
  };
}

function referenceAsFile({ file, sha256 }: FileReference): FileReference {
  return sha256 === undefined ? { file } : { file, sha256 };
}

function valuesAsFile(values: Factor["values"]): unknown {
  return "levels" in values ? values.levels : { from: values.from, to: values.to };
}

function designAsFile(design: Design): Design {
  switch (design.kind) {
    case "grid":
      return { kind: design.kind };
    case "list":
      return { kind: design.kind, points: design.points };
    case "latin_hypercube":
    case "sobol":
      return { kind: design.kind, points: design.points };
    case "morris":
      return { kind: design.kind, trajectories: design.trajectories, levels: design.levels };
    case "saltelli":
      return { kind: design.kind, base: design.base };
  }
}

function armAsFile({ parameters, focalTraits, interventions }: Arm): Record<string, unknown> {
  return { parameters, focal_traits: focalTraits, interventions };
}

function outcomeAsFile({ measure, of, when, every, precision }: Outcome): Record<string, unknown> {
  return {
    measure,
    of,
    ...whenAsFile(when),
    ...("mean" in when && { every }),
    ...(precision !== undefined && { precision }),
  };
}

function whenAsFile(when: When): Record<string, unknown> {
  if ("at" in when) return { at: when.at };
  if ("mean" in when) return { mean: [when.mean.from, when.mean.to] };
  return { change: [when.change.from, when.change.to] };
}
