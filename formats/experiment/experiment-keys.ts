import { SETTLE_TICKS, scenarioNames } from "../../sim/index.ts";
import { CONFIDENCE } from "../../study/contrasts/contrast.ts";
import { burnIn, describe, describeNested, locate, oneOf, path, positive, reference, seedList, text, whole } from "../fields.ts";
import { outcomesSchema } from "./outcome-fields.ts";
import { armsSchema } from "./read-arms.ts";
import { confidenceField, contrastsSchema } from "./read-contrasts.ts";
import { designSchema } from "./read-design.ts";
import { runTablesSchema } from "./read-run-tables.ts";
import { seriesSchema } from "./read-series.ts";
import { stopSchema } from "./read-stop.ts";
import { parametersSchema, ref, varySchema } from "./schema-parts.ts";

/** The most replicates, and the default. */
const MOST_REPLICATES = 100_000;
export const REPLICATES = 10;

/** Seconds: the longest limit of a run, more than eleven days, and the default. */
const LONGEST_LIMIT = 1_000_000;
export const RUN_LIMIT = 3600;

/** The keys of an experiment file in the order in which it is written. The schema and the reader are made from this table. */
export const experimentFields = {
  question: describe("The question in one sentence. It heads the report.", text()),
  scenario: describe("The settings of every run, before this file changes any.", oneOf(scenarioNames)),
  config: describe("A configuration as for `weakties run`, in place of a scenario.", path()),
  network: describe("A file with the ties of real people. The path is relative to this file.", reference("network")),
  agents: describe("A file with what is known about the people. The path is relative to this file.", reference("agents")),
  settled: describe(
    `Whether the world settles before tick 0, in a burn-in of ${SETTLE_TICKS} ticks or of another length. Default: off.`,
    burnIn(),
  ),
  ticks: describe("Length of a run in ticks, which are weeks. Default: the scenario's.", locate(whole(1))),
  burn_in: describe("The tick after which windows begin. Default: 0.", locate(whole(0))),
  seed: describe("A text from which the seeds of all runs are derived. Default: the scenario's.", text()),
  replicates: describe(
    `Runs of each design point and arm. They differ only in their seed. Default: ${REPLICATES}.`,
    whole(1, MOST_REPLICATES),
  ),
  seeds: describe("The seed of each replicate, in place of seed and replicates: a list of different texts.", seedList()),
  parameters: describeNested("Parameters that hold in every run.", parametersSchema),
  interventions: describeNested("Interventions in every run. They replace those of the scenario.", ref("interventions")),
  focal_agents: describeNested("Agents whose traits are set or who are measured separately.", ref("agents")),
  vary: describeNested("What differs between design points: for each factor, a list of values or a range.", varySchema),
  design: describeNested("How values are combined into design points. Default: grid.", designSchema),
  arms: describeNested(
    "What is compared at each design point, in runs with the same seeds. The first arm is the baseline.",
    armsSchema,
  ),
  outcomes: describeNested("What is measured in each run. Each outcome becomes a column.", outcomesSchema),
  contrasts: describeNested("What is compared between runs, and what is expected. The report answers with it.", contrastsSchema),
  confidence: describe(`Confidence of the intervals of contrasts. Default: ${CONFIDENCE}.`, confidenceField()),
  series: describeNested("Measures of the network over the course of every run.", seriesSchema),
  tables: describeNested("Tables that every run adds rows to: ties, agents and events.", runTablesSchema),
  stop: describeNested("Ends a run early, at the first tick after 0 at which a condition holds.", stopSchema),
  run_limit: describe(`Seconds after which a run is stopped. Default: ${RUN_LIMIT}.`, positive(LONGEST_LIMIT)),
};

export type ExperimentKey = keyof typeof experimentFields;

export const experimentKeys = Object.keys(experimentFields) as ExperimentKey[];

/** Keys that experiment.json in a results folder adds. They are ignored, so that it is an experiment file too. */
export const recordKeys: readonly string[] = ["program", "version", "hash", "made_by", "files", "until_precision", "shard"];
