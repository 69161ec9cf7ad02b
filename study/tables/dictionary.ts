import { csvLine, networkMeasures } from "../../sim/index.ts";
import { designRoles } from "../designs/design-roles.ts";
import type { Experiment, Outcome } from "../experiment.ts";
import { factorText } from "./factor-text.ts";
import { indicesColumns } from "./indices-table.ts";
import { measureOfOutcome, ofText, whenText } from "./outcome-text.ts";
import { summaryColumns } from "./summary-table.ts";

/** What a column of a file holds. */
export interface DictionaryRow {
  readonly file: string;
  readonly column: string;
  readonly meaning: string;
  /** empty where there is none */
  readonly unit: string;
  /** the paper that defines it, or "definition" where nothing but this project does */
  readonly source: string;
}

/** Meaning and unit, by column. */
type Meanings = Readonly<Record<string, readonly [meaning: string, unit: string]>>;

// biome-ignore format: a table
const ofRuns: Meanings = {
  id: ["the run, from what it is: design point, arm and replicate", ""],
  arm: ["the arm, by its name", ""],
  replicate: ["runs of the same number have the same seed in all design points and arms; from 1", ""],
  seed: ["what fixes every draw of the run, from the experiment's seed and the replicate", ""],
  state_hash: ["sixteen digits over the state at the end: runs with the same one ended alike", ""],
  error: ["why the run has no outcomes; empty where it has", ""],
};

// biome-ignore format: a table
const ofSeries: Meanings = {
  tick: ["when, from the start of the run", "ticks"],
  measure: ["what was measured", ""],
  value: ["its value then; empty where it is not defined", "that of the measure"],
};

// biome-ignore format: a table
const ofSummary: Meanings = {
  outcome: ["the column of runs.csv that the row sums up", ""],
  n: ["replicates in which the outcome is defined", "runs"],
  mean: ["their mean", "that of the outcome"],
  sd: ["their standard deviation, over n − 1", "that of the outcome"],
  low: ["lower end of the 95 % bootstrap interval of the mean", "that of the outcome"],
  high: ["upper end of the same", "that of the outcome"],
  difference: ["mean difference from the first arm, replicate by replicate; empty for the first arm", "that of the outcome"],
  difference_low: ["lower end of its 95 % bootstrap interval", "that of the outcome"],
  difference_high: ["upper end of the same", "that of the outcome"],
  unpaired_low: ["lower end of the interval that the difference would have without pairing", "that of the outcome"],
  unpaired_high: ["upper end of the same", "that of the outcome"],
  narrowing: ["width of the paired interval over that of the unpaired one", "ratio"],
};

// biome-ignore format: a table
const ofDesign: Meanings = {
  row: ["the row of the design, from 1; a point may stand in several", ""],
  trajectory: ["the trajectory that the row is a step of, from 1", ""],
  changed: ["the factor that has changed since the row before; empty at the first of a trajectory", ""],
  base: ["the base point, from 1", ""],
  block: ["A or B, or the factor that A takes from B", ""],
};

// biome-ignore format: a table
const ofIndices: Meanings = {
  outcome: ofSummary.outcome,
  factor: ["what varies, as a column of runs.csv", ""],
  mu: ["mean elementary effect: change of the outcome over the whole range of the factor", "that of the outcome"],
  mu_star: ["mean size of elementary effects", "that of the outcome"],
  mu_star_low: ["lower end of its 95 % interval", "that of the outcome"],
  mu_star_high: ["upper end of the same", "that of the outcome"],
  sigma: ["standard deviation of elementary effects", "that of the outcome"],
  first: ["first-order index: share of the variance of the outcome that the factor has by itself", "share"],
  first_low: ["lower end of its 95 % interval", "share"],
  first_high: ["upper end of the same", "share"],
  total: ["total index: the share that the factor has together with all it does with others", "share"],
  total_low: ["lower end of its 95 % interval", "share"],
  total_high: ["upper end of the same", "share"],
};

// biome-ignore format: a table
const sources: Readonly<Record<string, string>> = {
  low: "Hesterberg 2015", high: "Hesterberg 2015",
  difference_low: "Hesterberg 2015", difference_high: "Hesterberg 2015", unpaired_low: "Hesterberg 2015", unpaired_high: "Hesterberg 2015",
  mu: "Morris 1991", mu_star: "Campolongo, Cariboni and Saltelli 2007", sigma: "Morris 1991",
  first: "Sobol 1993; Saltelli et al. 2010", total: "Homma and Saltelli 1996; Saltelli et al. 2010",
};

/**
 * What every column of an experiment's files means: runs.csv, series.csv where series are kept, summary.csv, and, where the design
 * is one of Morris or Saltelli, design.csv and indices.csv. Parquet files have the same columns.
 */
export function dictionaryRows(experiment: Experiment): DictionaryRow[] {
  const { factors, outcomes, design, series } = experiment;
  const names = factors.map(({ name }) => name);
  const ids = ["id", "arm", ...names, "replicate", "seed"];
  const row = describer(experiment);
  const rows = [
    ...ids.map((column) => row("runs.csv", column, ofRuns)),
    ...outcomes.map(outcomeRow),
    ...["state_hash", "error"].map((column) => row("runs.csv", column, ofRuns)),
  ];
  if (series !== undefined) rows.push(...[...ids, ...Object.keys(ofSeries)].map((column) => row("series.csv", column, ofSeries)));
  rows.push(...summaryColumns(experiment).map((column) => row("summary.csv", column, ofSummary)));
  if (design.kind === "morris" || design.kind === "saltelli") {
    const roles = designRoles(experiment)?.columns ?? [];
    rows.push(...["row", ...roles, ...names].map((column) => row("design.csv", column, ofDesign)));
    rows.push(...indicesColumns(design.kind).map((column) => row("indices.csv", column, ofIndices)));
  }
  return rows;
}

/** Finds the meaning of a column that is a factor's, the file's own, or one of those that name a run. */
function describer({ factors, series }: Experiment): (file: string, column: string, own: Meanings) => DictionaryRow {
  const byFactor = new Map(factors.map((factor) => [factor.name, factorText(factor)]));
  return (file, column, own) => {
    const factor = byFactor.get(column);
    if (factor !== undefined) {
      const unit = factor.unit === "on or off" ? "1 on, 0 off" : factor.unit;
      return { file, column, meaning: `${factor.label}: ${factor.help}`, unit, source: "definition" };
    }
    const [meaning, unit] = own[column] ?? ofRuns[column];
    const measures = column === "measure" && series !== undefined ? `: ${series.measures.map(measureText).join("; ")}` : "";
    return { file, column, meaning: meaning + measures, unit, source: sources[column] ?? "definition" };
  };
}

function measureText(measure: string): string {
  const column = networkMeasures.find(({ name }) => name === measure);
  return column === undefined ? measure : `${measure} (${column.unit}): ${column.description.replace(/\.$/, "")}`;
}

function outcomeRow(outcome: Outcome): DictionaryRow {
  const { label, unit, description, source } = measureOfOutcome(outcome);
  const meaning = `${label}, ${ofText(outcome)}, ${whenText(outcome)}. ${description}`;
  return { file: "runs.csv", column: outcome.name, meaning, unit, source };
}

/** dictionary.csv. */
export function* dictionaryLines(experiment: Experiment): Generator<string> {
  yield csvLine(["file", "column", "meaning", "unit", "source"]);
  for (const { file, column, meaning, unit, source } of dictionaryRows(experiment))
    yield csvLine([file, column, meaning, unit, source]);
}
