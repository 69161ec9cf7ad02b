import { morrisSteps } from "./designs/design-roles.ts";
import type { Plan } from "./plan.ts";
import type { ReportData, SensitivityIndices } from "./report-data.ts";
import { intervalKey } from "./run-identity.ts";
import { morrisIndices } from "./sensitivity/morris-indices.ts";
import { sobolIndices } from "./sensitivity/sobol-indices.ts";
import { type Description, describeValues } from "./statistics/describe.ts";
import { type PairedDifference, pairedDifference } from "./statistics/paired-difference.ts";

/** What the numbers of an experiment come to. */
export type Analysis = Pick<ReportData, "descriptions" | "differences" | "indices">;

/**
 * Takes in the outcomes of an experiment point by point, so that those of one point are all that has to be in memory.
 *
 * @returns `add`, to be called once for each point, in their order, with values by arm, outcome and replicate, NaN where one is
 *   missing; and `finish`
 */
export function createAnalyzer(plan: Plan): { add(values: readonly (readonly Float64Array[])[]): void; finish(): Analysis } {
  const { points, experiment } = plan;
  const { outcomes, arms, seed } = experiment;
  const descriptions: Description[][][] = outcomes.map(() => []);
  const differences: (PairedDifference | undefined)[][][] = outcomes.map(() => []);
  let at = 0;
  return {
    add(values) {
      const point = points[at++];
      for (const [outcome, { name }] of outcomes.entries()) {
        const keys = arms.map((arm) => intervalKey(seed, name, point, arm.name));
        descriptions[outcome].push(arms.map((_, arm) => describeValues(values[arm][outcome], keys[arm])));
        differences[outcome].push(
          arms.map((_, arm) => (arm === 0 ? undefined : pairedDifference(values[arm][outcome], values[0][outcome], keys[arm]))),
        );
      }
    },
    finish: () => ({ descriptions, differences, indices: indicesOf(plan, descriptions) }),
  };
}

/** Sensitivity indices of the means over replicates, where the design is made for them. */
function indicesOf(plan: Plan, descriptions: readonly (readonly (readonly Description[])[])[]): SensitivityIndices | undefined {
  const { experiment, rows } = plan;
  const { design, factors, arms, outcomes, seed } = experiment;
  const each = <T>(index: (output: Float64Array, key: Int32Array) => T): T[][] =>
    outcomes.map(({ name }, outcome) =>
      arms.map((arm, at) => {
        const output = Float64Array.from(rows, (point) => descriptions[outcome][point][at].mean);
        return index(output, intervalKey(seed, name, {}, arm.name));
      }),
    );
  if (design.kind === "morris") {
    const steps = morrisSteps(experiment);
    return { kind: "morris", values: each((output, key) => morrisIndices(steps, output, { key }).factors) };
  }
  if (design.kind === "saltelli") {
    const { base } = design;
    return { kind: "saltelli", values: each((output, key) => sobolIndices(base, factors.length, output, { key }).factors) };
  }
  return undefined;
}
