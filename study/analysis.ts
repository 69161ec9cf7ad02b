import { createAttributionAnalyzer } from "./attribution/attribution-analyzer.ts";
import { createContrastAnalyzer } from "./contrasts/contrast-analyzer.ts";
import { morrisSteps } from "./designs/design-roles.ts";
import { indexUnits } from "./designs/index-units.ts";
import { type Cube, cellAt, itemAt } from "./item-at.ts";
import { createMarginals } from "./marginal-means.ts";
import type { Plan } from "./plan.ts";
import type { ReportData, SensitivityIndices } from "./report-data.ts";
import { intervalKey } from "./run-identity.ts";
import { morrisIndices } from "./sensitivity/morris-indices.ts";
import { sobolIndices } from "./sensitivity/sobol-indices.ts";
import { type Description, describeValues } from "./statistics/describe.ts";
import { type PairedDifference, pairedDifference } from "./statistics/paired-difference.ts";

/** The statistics of an experiment. */
export type Analysis = Pick<ReportData, "descriptions" | "differences" | "contrasts" | "marginals" | "indices" | "attributions">;

/**
 * Analyzes an experiment one design point at a time, so that only the outcomes of one point need to be in memory.
 *
 * @returns `add`, to call once for each point in order, with values by arm, outcome and replicate (NaN where one is missing); and
 *   `finish`, to call after the last point
 */
export function createAnalyzer(plan: Plan): { add(values: readonly (readonly Float64Array[])[]): void; finish(): Analysis } {
  const { points, experiment } = plan;
  const { outcomes, arms, seed } = experiment;
  const descriptions: Description[][][] = outcomes.map(() => []);
  const differences: (PairedDifference | undefined)[][][] = outcomes.map(() => []);
  const contrasts = createContrastAnalyzer(plan);
  const marginals = createMarginals(plan);
  const attribution = createAttributionAnalyzer(plan);
  let at = 0;
  return {
    add(values) {
      for (const [arm, own] of values.entries()) contrasts.add(at * arms.length + arm, own);
      marginals.add(values);
      attribution?.add(values);
      const point = itemAt(points, at++);
      for (const [outcome, { name }] of outcomes.entries()) {
        const valuesOf = (arm: number) => itemAt(itemAt(values, arm), outcome);
        const keys = arms.map((arm) => intervalKey(seed, name, point, arm.name));
        itemAt(descriptions, outcome).push(keys.map((key, arm) => describeValues(valuesOf(arm), key)));
        itemAt(differences, outcome).push(
          keys.map((key, arm) => (arm === 0 ? undefined : pairedDifference(valuesOf(arm), valuesOf(0), key))),
        );
      }
    },
    finish() {
      const indices = indicesOf(plan, descriptions);
      return {
        descriptions,
        differences,
        contrasts: contrasts.judge(),
        marginals: marginals.finish(),
        ...(indices && { indices }),
        ...(attribution && { attributions: attribution.finish() }),
      };
    },
  };
}

/** Sensitivity indices of the means over replicates; undefined unless the design is Morris or Saltelli. */
function indicesOf(plan: Plan, descriptions: Cube<Description>): SensitivityIndices | undefined {
  const { experiment, rows } = plan;
  const { design, arms, outcomes, seed } = experiment;
  const each = <T>(index: (output: Float64Array, key: Int32Array) => T): T[][] =>
    outcomes.map(({ name }, outcome) =>
      arms.map((arm, at) => {
        const output = Float64Array.from(rows, (point) => cellAt(descriptions, outcome, point, at).mean);
        return index(output, intervalKey(seed, name, {}, arm.name));
      }),
    );
  if (design.kind === "morris") {
    const steps = morrisSteps(experiment);
    return { kind: "morris", values: each((output, key) => morrisIndices(steps, output, { key }).factors) };
  }
  if (design.kind === "saltelli") {
    const { base, secondOrder } = design;
    const dimensions = indexUnits(experiment).length;
    const found = each((output, key) => sobolIndices(base, dimensions, output, { key, secondOrder }));
    const values = found.map((arms) => arms.map((one) => one.factors));
    return { kind: "saltelli", values, ...(secondOrder && { pairs: found.map((arms) => arms.map(({ pairs = [] }) => pairs)) }) };
  }
  return undefined;
}
