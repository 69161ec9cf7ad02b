import { judgeInterval, type Verdict } from "../../study/contrasts/verdict.ts";
import { type Estimate, estimateMean } from "../../study/statistics/estimate.ts";
import type { Tables } from "../results.ts";
import { type JudgedFigure, judgedFigures } from "./judged-figures.ts";

/** The arm with every parameter at its default. */
export const DEFAULTS = "defaults";

/** A figure in one world. */
export interface Finding extends JudgedFigure {
  readonly estimate: Estimate;
  readonly verdict: Verdict;
}

/** A world that differs from the default one in one parameter, with the figures whose verdict is another one there. */
export interface Change {
  /** `memory_low` */
  readonly arm: string;
  readonly findings: readonly Finding[];
}

/** @returns by figure, NaN where the world has none: without new ties none is silent */
export function findingsOf(tables: Tables, experiment: string, arm: string): Finding[] {
  return judgedFigures.map((figure) => {
    const estimate = estimateMean(tables.values(experiment, arm, figure.outcome));
    return { ...figure, estimate, verdict: judgeInterval(estimate, figure.range) };
  });
}

/**
 * Compares every other world with the default one. A verdict changes from holds to fails or the other way around; one that is not
 * decided in either world has not changed.
 */
export function changesOf(tables: Tables, experiment: string, arms: readonly string[]): Change[] {
  const defaults = findingsOf(tables, experiment, DEFAULTS);
  return arms.map((arm) => ({
    arm,
    findings: findingsOf(tables, experiment, arm).filter(({ verdict }, at) => isChange(defaults[at]?.verdict, verdict)),
  }));
}

function isChange(before: Verdict | undefined, after: Verdict): boolean {
  return before !== after && before !== "undecided" && after !== "undecided";
}
