import type { Experiment } from "../../study/experiment.ts";

/** The columns of runs.csv that a script analyzes. */
export function analyzedColumns({ outcomes, factors }: Experiment): {
  outcome: string;
  /** the other outcomes, for a comment */
  others: string;
  groups: string[];
} {
  const [outcome = "", ...others] = outcomes.map(({ name }) => name);
  return {
    outcome,
    others: others.map(quoted).join(", "),
    groups: ["arm", ...factors.map(({ name }) => name)],
  };
}

/** A text as R and Python both read it, on one line. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}
