import { itemAt, numberAt } from "../item-at.ts";
import type { Plan } from "../plan.ts";
import { intervalKey } from "../run-identity.ts";
import type { Estimate } from "../statistics/estimate.ts";
import { type Bound, CONFIDENCE, type Contrast } from "./contrast.ts";
import { type Part, partsOf } from "./contrast-parts.ts";
import { estimateContrast } from "./estimate-contrast.ts";
import { type Effect, factorialEffects } from "./factorial-effects.ts";
import { judgeInterval, type Verdict } from "./verdict.ts";

/** Where a contrast comes from: the experiment file, or the design. */
export type ContrastOrigin = "file" | "main effect" | "interaction";

/** A contrast with what the runs say about it. */
export interface JudgedContrast extends Estimate {
  readonly origin: ContrastOrigin;
  readonly contrast: Effect & Partial<Contrast>;
  /** undefined if nothing is expected */
  readonly verdict?: Verdict;
}

interface Asked {
  readonly origin: ContrastOrigin;
  readonly contrast: Effect & { readonly expect?: Bound };
  /** index of the outcome */
  readonly outcome: number;
  readonly parts: readonly Part[];
  /** by part and replicate */
  readonly sums: readonly Float64Array[];
  /** by replicate, if a part is centered: the value of its first combination */
  center?: Float64Array;
}

/** Evaluates contrasts one design point at a time, so that only sums by replicate need to be in memory. */
export interface ContrastAnalyzer {
  /**
   * Adds a combination of point and arm: values by outcome and replicate, NaN where one is missing, as at the
   * end of a list that is too short. Each combination is added once.
   *
   * @param combination its number in the plan
   */
  add(combination: number, values: readonly Float64Array[]): void;
  /** Judges all contrasts by the first `replicates` replicates, or by all. */
  judge(replicates?: number): JudgedContrast[];
}

/** Evaluates the contrasts of the file, and the main effects and interactions of a full factorial. */
export function createContrastAnalyzer(plan: Plan): ContrastAnalyzer {
  const { main, interactions } = factorialEffects(plan.experiment);
  return createAnalyzerOf(plan, [
    ...fileContrasts(plan),
    ...main.map((contrast) => ({ origin: "main effect", contrast }) as const),
    ...interactions.map((contrast) => ({ origin: "interaction", contrast }) as const),
  ]);
}

/** Evaluates only the contrasts that the experiment file names, or some of them. */
export function createFileContrastAnalyzer(plan: Plan, names?: readonly string[]): ContrastAnalyzer {
  const all = fileContrasts(plan);
  return createAnalyzerOf(plan, names === undefined ? all : all.filter(({ contrast }) => names.includes(contrast.name)));
}

function fileContrasts({ experiment }: Plan) {
  return (experiment.contrasts ?? []).map((contrast) => ({ origin: "file", contrast }) as const);
}

function createAnalyzerOf(plan: Plan, wanted: readonly Pick<Asked, "origin" | "contrast">[]): ContrastAnalyzer {
  const { experiment } = plan;
  const { outcomes, replicates, seed, confidence = CONFIDENCE } = experiment;
  const all = wanted.map(({ origin, contrast }): Asked => {
    const parts = partsOf(contrast.comparison, plan);
    const outcome = outcomes.findIndex(({ name }) => name === contrast.outcome);
    return { origin, contrast, outcome, parts, sums: parts.map(() => new Float64Array(replicates)) };
  });
  const uses = usesByCombination(all, plan.combinations);
  const added = new Uint8Array(plan.combinations);
  return {
    add(combination, values) {
      added[combination] = 1;
      for (const { asked, part, weight } of itemAt(uses, combination)) {
        const own = itemAt(values, asked.outcome);
        const sums = itemAt(asked.sums, part);
        if (itemAt(asked.parts, part).isCentered) asked.center ??= own.slice();
        const { center } = asked;
        for (let at = 0; at < sums.length; at++) {
          const value = center === undefined ? numberAt(own, at) : numberAt(own, at) - numberAt(center, at);
          sums[at] = numberAt(sums, at) + weight * value;
        }
      }
    },
    judge(count = replicates) {
      return all.map(({ origin, contrast, parts, sums }) => {
        const isComplete = parts.every(({ weights }) => [...weights.keys()].every((combination) => added[combination] === 1));
        const used = sums.map((part, at) => {
          const { divisor = 1 } = itemAt(parts, at);
          return part.subarray(0, isComplete ? count : 0).map((sum) => sum / divisor);
        });
        const levels = parts.map(({ level = Number.NaN }) => level);
        const key = intervalKey(seed, contrast.outcome, {}, `contrast ${contrast.name}`);
        const estimate = estimateContrast(contrast.comparison.kind, used, levels, confidence, key);
        const { expect } = contrast;
        return { origin, contrast, ...estimate, ...(expect !== undefined && { verdict: judgeInterval(estimate, expect) }) };
      });
    },
  };
}

interface Use {
  readonly asked: Asked;
  readonly part: number;
  readonly weight: number;
}

/** For each combination, the sums that it is part of. */
function usesByCombination(all: readonly Asked[], combinations: number): Use[][] {
  const uses: Use[][] = Array.from({ length: combinations }, () => []);
  for (const asked of all)
    for (const [part, { weights }] of asked.parts.entries())
      for (const [combination, weight] of weights) itemAt(uses, combination).push({ asked, part, weight });
  return uses;
}
