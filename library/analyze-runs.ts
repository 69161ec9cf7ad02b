import { createAnalyzer } from "../study/analysis.ts";
import { comparisonText } from "../study/contrasts/contrast-text.ts";
import { boundText } from "../study/contrasts/verdict.ts";
import type { DesignPoint, Experiment } from "../study/experiment.ts";
import { cellAt } from "../study/item-at.ts";
import { createPlan, runAt } from "../study/plan.ts";
import type { ExperimentRun } from "./experiment-runs.ts";

/** An outcome at a design point and arm, over replicates. NaN where a statistic is undefined. */
export interface SummaryRow {
  readonly arm: string;
  readonly point: DesignPoint;
  readonly outcome: string;
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
  /** 95% bootstrap interval of the mean */
  readonly low: number;
  readonly high: number;
  /** mean paired difference from the first arm, with its interval; undefined for the first arm */
  readonly difference?: { readonly mean: number; readonly low: number; readonly high: number };
}

/** A contrast with its estimate, as in contrasts.csv. */
export interface ContrastRow {
  readonly contrast: string;
  readonly origin: string;
  readonly outcome: string;
  /** what is compared, in words */
  readonly comparison: string;
  readonly n: number;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** `> 0`; undefined if nothing is expected */
  readonly expect?: string;
  readonly verdict?: "holds" | "fails" | "undecided";
}

export interface ExperimentAnalysis {
  /** by point, arm and outcome, in this order */
  readonly summary: readonly SummaryRow[];
  /** those of the file, then main effects and interactions of a full factorial */
  readonly contrasts: readonly ContrastRow[];
}

/**
 * Analyzes finished runs: the numbers of summary.csv and contrasts.csv.
 *
 * @param runs in any order; a run that is missing counts as undefined
 */
export function analyzeRuns(experiment: Experiment, runs: Iterable<ExperimentRun>): ExperimentAnalysis {
  const plan = createPlan(experiment);
  const { arms, outcomes, replicates } = experiment;
  const byId = new Map(Array.from(runs, (run) => [run.id, run]));
  const analyzer = createAnalyzer(plan);
  for (const point of plan.points.keys())
    analyzer.add(
      arms.map((_, arm) =>
        outcomes.map(({ name }) =>
          Float64Array.from({ length: replicates }, (_, replicate) => {
            const { id } = runAt(plan, (point * arms.length + arm) * replicates + replicate);
            return byId.get(id)?.values[name] ?? Number.NaN;
          }),
        ),
      ),
    );
  const { descriptions, differences, contrasts } = analyzer.finish();
  const summary = plan.points.flatMap((point, at) =>
    arms.flatMap(({ name: arm }, ofArm) =>
      outcomes.map(({ name: outcome }, ofOutcome): SummaryRow => {
        const difference = cellAt(differences, ofOutcome, at, ofArm);
        return {
          arm,
          point,
          outcome,
          ...cellAt(descriptions, ofOutcome, at, ofArm),
          ...(difference && { difference: { mean: difference.mean, low: difference.low, high: difference.high } }),
        };
      }),
    ),
  );
  return {
    summary,
    contrasts: contrasts.map(({ origin, contrast, n, mean, low, high, verdict }) => ({
      contrast: contrast.name,
      origin,
      outcome: contrast.outcome,
      comparison: comparisonText(contrast.comparison),
      n,
      estimate: mean,
      low,
      high,
      ...(contrast.expect && { expect: boundText(contrast.expect) }),
      ...(verdict && { verdict }),
    })),
  };
}
