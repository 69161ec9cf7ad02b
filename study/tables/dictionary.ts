import { csvLine, experimentMeasures } from "../../sim/index.ts";
import { CONFIDENCE } from "../contrasts/contrast.ts";
import { hasFactorialEffects } from "../contrasts/factorial-effects.ts";
import { designRoles } from "../designs/design-roles.ts";
import type { Experiment, Factor, Outcome } from "../experiment.ts";
import { keptTables } from "../run-tables.ts";
import { attributionColumns } from "./attribution-table.ts";
import { contrastsColumns } from "./contrasts-table.ts";
import { describeFactor, NEVER } from "./factor-text.ts";
import { indicesColumns } from "./indices-table.ts";
import { measureOfOutcome, outcomePhrase } from "./outcome-text.ts";
import { type Meanings, meaningsOfRunTables } from "./run-table-meanings.ts";
import { runTableColumnsOf } from "./runs-table.ts";
import { seriesSummaryColumns } from "./series-summary-table.ts";
import { summaryColumns } from "./summary-table.ts";

/** What a column of a file holds. */
export interface DictionaryRow {
  readonly file: string;
  readonly column: string;
  readonly meaning: string;
  /** empty for names and texts */
  readonly unit: string;
  /** the paper that defines it, or "definition" where this project defines it */
  readonly source: string;
}

const ofOutcome = "unit of the outcome";

// biome-ignore format: a table
const ofRuns: Meanings = {
  id: ["Identifier of the run, a hash of its design point, arm and replicate.", ""],
  arm: ["Name of the arm.", ""],
  replicate: ["Number of the replicate, from 1. Runs with the same number have the same seed at all design points and in all arms.", ""],
  seed: ["Text that fixes every draw of the run. It is made from the experiment's seed and the replicate.", ""],
  last_tick: ["Tick at which the run ended: the first at which the stop condition held, or the last tick planned. What is measured at the last tick planned is measured here instead, and windows that end there end here.", "ticks"],
  state_hash: ["Sixteen hexadecimal digits computed from the final state. Runs with equal hashes ended in the same state.", ""],
  error: ["Why the run has no outcomes. Empty if it has outcomes.", ""],
};

// biome-ignore format: a table
const ofSeries = {
  tick: ["Tick of the measurement, counted from the start of the run.", "ticks"],
  measure: ["Name of the measure", ""],
  value: ["Value of the measure at the tick. Empty where the measure is not defined.", "unit of the measure"],
} as const satisfies Meanings;

const FROM_FIRST = "from the first arm at the same design point; with a single arm, from the first design point.";

// biome-ignore format: a table
const ofSeriesSummary: Meanings = {
  tick: ofSeries.tick,
  measure: ofSeries.measure,
  n: ["Number of replicates in which the measure is defined at the tick.", "runs"],
  mean: ["Mean of the measure over replicates at the tick.", "unit of the measure"],
  low: ["Lower end of the 95% interval of the mean at the tick, from Student's t.", "unit of the measure"],
  high: ["Upper end of the 95% interval of the mean at the tick, from Student's t.", "unit of the measure"],
  difference: [`Mean difference at the tick, paired by replicate: ${FROM_FIRST}`, "unit of the measure"],
  difference_low: [`Lower end of the 95% interval of the mean difference at the tick: ${FROM_FIRST}`, "unit of the measure"],
  difference_high: [`Upper end of the 95% interval of the mean difference at the tick: ${FROM_FIRST}`, "unit of the measure"],
};

// biome-ignore format: a table
const ofSummary = {
  outcome: ["Name of the outcome, a column of runs.csv.", ""],
  n: ["Number of replicates in which the outcome is defined.", "runs"],
  mean: ["Mean of the outcome over replicates.", ofOutcome],
  sd: ["Standard deviation of the outcome over replicates, with n − 1 in the denominator.", ofOutcome],
  low: ["Lower end of the 95% bootstrap interval of the mean.", ofOutcome],
  high: ["Upper end of the 95% bootstrap interval of the mean.", ofOutcome],
  difference: ["Mean difference from the first arm, paired by replicate. Empty for the first arm.", ofOutcome],
  difference_low: ["Lower end of the 95% bootstrap interval of the mean difference.", ofOutcome],
  difference_high: ["Upper end of the 95% bootstrap interval of the mean difference.", ofOutcome],
  unpaired_low: ["Lower end of the 95% interval that the mean difference would have without pairing.", ofOutcome],
  unpaired_high: ["Upper end of the 95% interval that the mean difference would have without pairing.", ofOutcome],
  narrowing: ["Width of the paired interval divided by the width of the unpaired interval.", "ratio"],
} as const satisfies Meanings;

// biome-ignore format: a table
const ofContrasts: Meanings = {
  contrast: ["Name of the contrast in the experiment file, or what the effect compares.", ""],
  origin: ["Origin of the contrast: file, or main effect or interaction of a full factorial.", ""],
  kind: ["Kind of comparison: difference, difference of differences, ratio, slope or maximum.", ""],
  outcome: ofSummary.outcome,
  comparison: ["What is compared. A group of runs is the mean over its runs in each replicate.", ""],
  n: ["Number of replicates in which every run of the comparison has the outcome.", "replicates"],
  estimate: ["Mean over replicates of a difference or slope; ratio of means; or the level with the highest mean.", "unit of the outcome; ratio; per unit of the factor; or unit of the factor"],
  low: ["Lower end of the interval of the estimate.", "as estimate"],
  high: ["Upper end of the interval of the estimate.", "as estimate"],
  expect: ["What the experiment file expects of the estimate. Empty without an expectation.", "as estimate"],
  verdict: ["Verdict on the expectation: holds if the whole interval meets it, fails if no part of the interval does, undecided otherwise. Empty without an expectation.", ""],
  claim: ["What it means if the expectation holds, as the experiment file says.", ""],
};

// biome-ignore format: a table
const ofDesign: Meanings = {
  row: ["Row of the design, from 1. Several rows can have the same design point.", ""],
  trajectory: ["Number of the trajectory that the row belongs to, from 1.", ""],
  changed: ["Factor that differs from the previous row. Empty in the first row of a trajectory.", ""],
  base: ["Number of the base point, from 1.", ""],
  block: ["Part of the base point: A, B, the factor or group whose values A takes from B, or \"B, \" and the one whose values B takes from A.", ""],
};

// biome-ignore format: a table
const ofIndices: Meanings = {
  outcome: ofSummary.outcome,
  factor: ["Name of the factor, a column of runs.csv, or of a group of factors.", ""],
  mu: ["Mean elementary effect μ. An elementary effect is the change of the outcome over the whole range of the factor.", ofOutcome],
  mu_star: ["Mean absolute elementary effect μ*.", ofOutcome],
  mu_star_low: ["Lower end of the 95% interval of μ*.", ofOutcome],
  mu_star_high: ["Upper end of the 95% interval of μ*.", ofOutcome],
  sigma: ["Standard deviation σ of the elementary effects.", ofOutcome],
  first: ["First-order index: share of the outcome's variance that is due to the factor alone.", "share"],
  first_low: ["Lower end of the 95% interval of the first-order index.", "share"],
  first_high: ["Upper end of the 95% interval of the first-order index.", "share"],
  total: ["Total index: share of the outcome's variance that is due to the factor, interactions with other factors included.", "share"],
  total_low: ["Lower end of the 95% interval of the total index.", "share"],
  total_high: ["Upper end of the 95% interval of the total index.", "share"],
  with: ["Name of the other factor or group of a second-order index. Empty in the rows of one factor or group.", ""],
  second: ["Second-order index: share of the outcome's variance that is due to the interaction of the two alone.", "share"],
  second_low: ["Lower end of the 95% interval of the second-order index.", "share"],
  second_high: ["Upper end of the 95% interval of the second-order index.", "share"],
};

// biome-ignore format: a table
const ofAttribution: Meanings = {
  outcome: ofSummary.outcome,
  cause: ["Name of the cause, a column of runs.csv; or all causes, for what they bring together.", ""],
  n: ["Number of replicates in which the outcome is defined with every subset of the causes.", "replicates"],
  contribution: ["Shapley value: mean change that the cause makes, over all orders in which causes can be added. For all causes: the change that they bring together.", ofOutcome],
  contribution_low: ["Lower end of the interval of the contribution.", ofOutcome],
  contribution_high: ["Upper end of the interval of the contribution.", ofOutcome],
  share: ["Contribution of the cause divided by what all causes bring together.", "share"],
  share_low: ["Lower end of the interval of the share. Empty if the total cannot be told from 0.", "share"],
  share_high: ["Upper end of the interval of the share. Empty if the total cannot be told from 0.", "share"],
  alone: ["Mean change that the cause makes where no other cause is on.", ofOutcome],
  alone_low: ["Lower end of the interval of the change that the cause makes alone.", ofOutcome],
  alone_high: ["Upper end of the interval of the change that the cause makes alone.", ofOutcome],
  last: ["Mean change that the cause makes where all other causes are on.", ofOutcome],
  last_low: ["Lower end of the interval of the change that the cause makes last.", ofOutcome],
  last_high: ["Upper end of the interval of the change that the cause makes last.", ofOutcome],
};

// biome-ignore format: a table
const sources: Readonly<Record<string, string>> = {
  low: "Hesterberg 2015", high: "Hesterberg 2015",
  difference_low: "Hesterberg 2015", difference_high: "Hesterberg 2015", unpaired_low: "Hesterberg 2015", unpaired_high: "Hesterberg 2015",
  mu: "Morris 1991", mu_star: "Campolongo, Cariboni and Saltelli 2007", sigma: "Morris 1991",
  first: "Sobol 1993; Saltelli et al. 2010", second: "Saltelli 2002", total: "Homma and Saltelli 1996; Saltelli et al. 2010",
  contribution: "Shapley 1953", share: "Shapley 1953",
  contribution_low: "Student 1908", contribution_high: "Student 1908", alone_low: "Student 1908", alone_high: "Student 1908",
  last_low: "Student 1908", last_high: "Student 1908", share_low: "Efron and Stein 1981", share_high: "Efron and Stein 1981",
};

/**
 * What every column of an experiment's files means: runs.csv and summary.csv, series.csv and series-summary.csv if the experiment keeps series,
 * contrasts.csv if it has contrasts, design.csv and indices.csv if the design is Morris or Saltelli, and attribution.csv if it is
 * Shapley. Parquet files have the same columns.
 */
export function dictionaryRows(experiment: Experiment): DictionaryRow[] {
  const { factors, outcomes, design, series } = experiment;
  const names = factors.map(({ name }) => name);
  const ids = ["id", "arm", ...names, "replicate", "seed"];
  const describe = createDescriber(experiment);
  const rows = [
    ...ids.map((column) => describe("runs.csv", column, ofRuns)),
    ...outcomes.map(describeOutcome),
    ...[...(experiment.stop ? ["last_tick"] : []), "state_hash", "error"].map((column) => describe("runs.csv", column, ofRuns)),
  ];
  if (series !== undefined) {
    rows.push(...[...ids, ...Object.keys(ofSeries)].map((column) => describe("series.csv", column, ofSeries)));
    rows.push(...seriesSummaryColumns(experiment).map((column) => describe("series-summary.csv", column, ofSeriesSummary)));
  }
  for (const name of keptTables(experiment))
    rows.push(...runTableColumnsOf(experiment, name).map((column) => describe(`${name}.csv`, column, meaningsOfRunTables[name])));
  rows.push(...summaryColumns(experiment).map((column) => describe("summary.csv", column, ofSummary)));
  if (experiment.contrasts !== undefined || hasFactorialEffects(experiment))
    rows.push(...contrastsColumns.map((column) => describeContrasts(experiment, column)));
  if (design.kind === "morris" || design.kind === "saltelli") {
    const roles = designRoles(experiment)?.columns ?? [];
    rows.push(...["row", ...roles, ...names].map((column) => describe("design.csv", column, ofDesign)));
    const hasPairs = design.kind === "saltelli" && design.secondOrder === true;
    rows.push(...indicesColumns(design.kind, hasPairs).map((column) => describe("indices.csv", column, ofIndices)));
  }
  if (design.kind === "shapley")
    rows.push(...attributionColumns.map((column) => describe("attribution.csv", column, ofAttribution)));
  return rows;
}

/** Returns a function that describes a column: a factor, a column of the file itself, or one that names a run. */
function createDescriber({ factors, series }: Experiment): (file: string, column: string, own: Meanings) => DictionaryRow {
  const byFactor = new Map(
    factors.map((factor) => [factor.name, { ...describeFactor(factor), never: hasNever(factor) ? " Inf is never." : "" }]),
  );
  return (file, column, own) => {
    const factor = byFactor.get(column);
    if (factor !== undefined) {
      const unit = factor.unit === "on or off" ? "1 is on, 0 is off" : factor.unit;
      return { file, column, meaning: `${factor.label}: ${factor.help}${factor.never}`, unit, source: "definition" };
    }
    const found = own[column] ?? ofRuns[column];
    if (found === undefined) throw new RangeError(`no description of the column ${column} of ${file}`);
    const [meaning, unit] = found;
    const measures = column === "measure" && series !== undefined ? `: ${series.measures.map(describeMeasure).join("; ")}.` : "";
    return { file, column, meaning: meaning + measures, unit, source: sources[column] ?? "definition" };
  };
}

/** The ends of intervals depend on the experiment's confidence. */
function describeContrasts({ confidence = CONFIDENCE }: Experiment, column: (typeof contrastsColumns)[number]): DictionaryRow {
  const [meaning = "", unit = ""] = ofContrasts[column] ?? [];
  const isEnd = column === "low" || column === "high";
  const how = isEnd
    ? ` ${Math.round(100 * confidence)}%: Student's t for differences and slopes, jackknife for ratios, resampled replicates for maxima.`
    : "";
  return {
    file: "contrasts.csv",
    column,
    meaning: meaning + how,
    unit,
    source: isEnd ? "Student 1908; Efron and Stein 1981; Hesterberg 2015" : "definition",
  };
}

function hasNever({ values }: Factor): boolean {
  return "levels" in values && values.levels.includes(NEVER);
}

function describeMeasure(measure: string): string {
  const column = experimentMeasures.find(({ name }) => name === measure);
  return column === undefined ? measure : `${measure} (${column.unit}): ${column.description.replace(/\.$/, "")}`;
}

function describeOutcome(outcome: Outcome): DictionaryRow {
  const { unit, description, source } = measureOfOutcome(outcome);
  const meaning = `${outcomePhrase(outcome)}. ${description}`.trim();
  return { file: "runs.csv", column: outcome.name, meaning, unit, source };
}

/** dictionary.csv. */
export function* dictionaryLines(experiment: Experiment): Generator<string> {
  yield csvLine(["file", "column", "meaning", "unit", "source"]);
  for (const { file, column, meaning, unit, source } of dictionaryRows(experiment))
    yield csvLine([file, column, meaning, unit, source]);
}
