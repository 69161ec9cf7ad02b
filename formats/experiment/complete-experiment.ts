import { type PlainValue, parameterNames, type ScenarioName, scenarios, withoutMinusZero } from "../../sim/index.ts";
import type { Experiment, Outcome, RunTables, Span, When } from "../../study/experiment.ts";
import type { RunConfig } from "../config-table.ts";
import { listDecidedParameters } from "../decided-parameters.ts";
import { Faults } from "../faults.ts";
import { type ReadInterventions, scenarioInterventions } from "../list-interventions.ts";
import type { FileReference, Located } from "../table-reader.ts";
import { checkTogether } from "./check-together.ts";
import type { ExperimentFile, ReadOutcome, ReadRunTables } from "./experiment-file.ts";
import { keepParameters, sortByNames } from "./plain-data.ts";

/** What an experiment builds on: a configuration and its scenario, or a scenario alone. */
export interface ExperimentBase {
  readonly scenarioName: ScenarioName;
  /** `{ parameters: {} }` if there is no configuration */
  readonly config: RunConfig;
  /** path of the configuration in messages */
  readonly configFile?: string | undefined;
}

/** A file of people. Its path is relative to the file that names it. */
export interface NamedFile extends FileReference {
  /** path of the experiment file or configuration in messages */
  readonly namedBy: string;
}

/** An experiment in full: what its file says, and what its configuration or scenario adds. */
export interface CompleteExperiment {
  readonly experiment: Experiment;
  readonly network?: NamedFile | undefined;
  readonly agents?: NamedFile | undefined;
  /** those of the experiment with their lines, not yet checked; those of the arms are in the experiment file */
  readonly interventions: ReadInterventions;
  /** notices for the person who starts it */
  readonly notes: readonly string[];
}

/**
 * Adds to an experiment file what its configuration or scenario says, and checks what depends on that. It does not check
 * interventions, whether focal agents exist, or whether parameters fit each other.
 *
 * @throws InputError with every fault and its line
 */
export function completeExperiment(read: ExperimentFile, base: ExperimentBase): CompleteExperiment {
  const { scenarioName, config, configFile = "" } = base;
  const scenario = scenarios[scenarioName];
  const faults: Faults = new Faults(read.file);
  const network = namedFile(read.network, read.file) ?? namedFile(config.network, configFile);
  const agents = namedFile(read.agents, read.file) ?? namedFile(config.agents, configFile);
  const ticks = read.ticks?.value ?? config.ticks ?? scenario.ticks;
  if (ticks < 1) faults.add(0, `ticks must be at least 1, got ${ticks} from ${configFile}; set ticks in this file`);
  const files = { network: network !== undefined, agents: agents !== undefined };
  checkTogether(read, { ticks: ticks < 1 ? undefined : ticks, ...files, focal: read.focalAgents !== undefined }, faults);
  faults.throwIfAny();
  const burnIn = read.burnIn?.value ?? 0;
  const settled = read.settled ?? config.settled ?? 0;
  const interventions = read.interventions ?? config.interventions ?? scenarioInterventions(scenarioName);
  const experiment: Experiment = {
    question: read.question ?? "",
    scenario: scenarioName,
    parameters: parametersOf(read, config, files),
    interventions: interventions.given.map(withoutMinusZero),
    ticks,
    ...(settled > 0 && { settled }),
    burnIn,
    seed: read.seed ?? config.seed ?? scenario.seed,
    replicates: read.replicates,
    ...(read.seeds && { seeds: read.seeds }),
    ...(read.focalAgents && { focalAgents: read.focalAgents.value }),
    factors: read.factors.map(({ line: _line, ...factor }) => factor),
    design: read.design,
    arms: read.arms.map((arm) => ({ ...arm, interventions: arm.interventions.given })),
    outcomes: read.outcomes.map((outcome) => outcomeOf(outcome, { from: burnIn, to: ticks })),
    ...(read.contrasts.length > 0 && { contrasts: read.contrasts }),
    ...(read.confidence !== undefined && { confidence: read.confidence }),
    ...(read.series && { series: read.series }),
    ...(read.tables && { tables: tablesOf(read.tables, ticks) }),
    ...(read.stop && { stop: read.stop.value }),
    runLimit: read.runLimit,
  };
  return {
    experiment,
    network,
    agents,
    interventions,
    notes: [...windowNotes(read, experiment), ...notesOn(experiment, read.file)],
  };
}

function namedFile(reference: FileReference | undefined, namedBy: string): NamedFile | undefined {
  return reference && { ...reference, namedBy };
}

/** The file's parameters over the configuration's. Drops those of the configuration that vary here or that files of people determine. */
function parametersOf(
  { parameters, factors }: ExperimentFile,
  config: RunConfig,
  files: { readonly network: boolean; readonly agents: boolean },
): Record<string, PlainValue> {
  const varied = factors.flatMap(({ name, sets }) => (sets === undefined ? [name] : []));
  const given = { ...keepParameters(config.parameters), ...parameters };
  const dropped = [...varied, ...listDecidedParameters(files.network, files.agents)];
  return sortByNames(
    parameterNames,
    Object.entries(given).filter(([name]) => !dropped.includes(name)),
  );
}

function outcomeOf({ line: _line, groups: _groups, when, ...outcome }: ReadOutcome, window: Span): Outcome {
  const spanOf = (span: "window" | { readonly from: number; readonly to: number | "end" }): Span =>
    span === "window" ? window : { from: span.from, to: span.to === "end" ? window.to : span.to };
  if ("first" in when) return { ...outcome, when };
  if ("at" in when) return { ...outcome, when: { at: when.at === "end" ? window.to : when.at } };
  return { ...outcome, when: { [when.over]: spanOf(when.span) } as unknown as When };
}

function tablesOf({ ties, agents, events }: ReadRunTables, ticks: number): RunTables {
  const tickOf = (tick: number | "end") => (tick === "end" ? ticks : tick);
  const ticksOf = (at: readonly Located<number | "end">[]) =>
    [...new Set(at.map(({ value }) => tickOf(value)))].sort((a, b) => a - b);
  return {
    ...(ties && { ties: { at: ticksOf(ties.at), ...(ties.where !== undefined && { where: ties.where }) } }),
    ...(agents && { agents: { at: ticksOf(agents.at) } }),
    ...(events && { events: { kinds: events.kinds, from: events.from, to: tickOf(events.to) } }),
  };
}

/** A world that has just been drawn is not in balance, so a window should not start with it by mistake. */
function windowNotes({ file, burnIn, outcomes }: ExperimentFile, { settled }: Experiment): string[] {
  if (burnIn !== undefined || settled !== undefined) return [];
  const names = outcomes.flatMap(({ name, when }) => ("span" in when && when.span === "window" ? [name] : []));
  if (names.length === 0) return [];
  return [
    `${file}: burn_in is not set, so the window of ${names.join(", ")} starts at tick 0, before the world has settled; set burn_in (0 keeps this window) or settled`,
  ];
}

/** A Sobol sequence is balanced if its length is a power of two. */
function notesOn({ design }: Experiment, file: string): string[] {
  if (design.kind !== "sobol" && design.kind !== "saltelli") return [];
  const [word, count] = design.kind === "sobol" ? ["points", design.points] : ["base", design.base];
  if (Number.isInteger(Math.log2(count))) return [];
  const below = 2 ** Math.floor(Math.log2(count));
  return [
    `${file}: a Sobol sequence is balanced only if its length is a power of two; set design.${word} to ${below} or ${2 * below} rather than ${count}`,
  ];
}
