/** Experiments: read one, make its runs wherever you like, and analyze them. */
export { analyzeRuns, type ContrastRow, type ExperimentAnalysis, type SummaryRow } from "./analyze-runs.ts";
export { createExperiment, type DesignPoint, type Experiment, readExperiment } from "./experiment.ts";
export { type ExperimentRun, experimentRuns, type PlannedReplicate, performRun } from "./experiment-runs.ts";
