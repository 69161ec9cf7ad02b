import { type AgentSelector, type ScenarioName, scenarios, withoutMinusZero } from "../../sim/index.ts";
import type { Contrast } from "../../study/contrasts/contrast.ts";
import { checkText } from "../check-text.ts";
import { Faults } from "../faults.ts";
import { readFields } from "../fields.ts";
import { readYaml } from "../read-yaml.ts";
import { type Located, TableReader, valuesOf } from "../table-reader.ts";
import { plainOf, toYamlValue, type YamlValue } from "../yaml-value.ts";
import { checkContrasts, checkPoints } from "./check-contrasts.ts";
import { checkTogether } from "./check-together.ts";
import type { ExperimentFile, Setting } from "./experiment-file.ts";
import { experimentFields, experimentKeys, REPLICATES, RUN_LIMIT, recordKeys } from "./experiment-keys.ts";
import { focalProblems } from "./focal-agents.ts";
import { keepParameters } from "./plain-data.ts";
import { readArms, readInterventionList } from "./read-arms.ts";
import { readContrasts } from "./read-contrasts.ts";
import { readDesign } from "./read-design.ts";
import { readOutcomes } from "./read-outcomes.ts";
import { readRunTables } from "./read-run-tables.ts";
import { readSeries } from "./read-series.ts";
import { readStop } from "./read-stop.ts";

/**
 * Reads an experiment file, YAML or JSON, such as the experiment.json of a results folder. A seed is text: a number is taken as
 * written, so `007` stays `007`.
 *
 * @returns what the file says; `completeExperiment` adds what its configuration or scenario says
 * @throws InputError with every fault and its line
 */
export function readExperiment(text: string, file: string): ExperimentFile {
  const faults = new Faults(file);
  return readDocument(readYaml(checkText(text, faults), faults), faults);
}

/**
 * Reads an experiment from plain data, such as a record that is already parsed.
 *
 * @param file as messages call it
 * @throws InputError with every fault
 */
export function readExperimentData(data: unknown, file: string): ExperimentFile {
  const faults = new Faults(file);
  return readDocument(toYamlValue(data, faults), faults);
}

function readDocument({ table }: YamlValue, faults: Faults): ExperimentFile {
  const { file } = faults;
  if (table === undefined) faults.stop(1, "must be a table such as question: Does gossip help?");
  const reader = new TableReader(table, faults);
  reader.checkKeys(experimentKeys, recordKeys);
  const { burn_in: burnIn, run_limit: runLimit, replicates, question, ...values } = readFields(reader, experimentFields);
  checkBase(reader);
  checkSeeds(reader, values.seeds, replicates);
  const beforeDesign = faults.count;
  const { design, factors, settings: ofCauses = [] } = readDesign(reader);
  const isDesignSound = faults.count === beforeDesign;
  const names = new Set(factors.map(({ name }) => name));
  const parameters = reader.parameters("parameters");
  const { arms, settings } = readArms(reader, names);
  const outcomes = readOutcomes(reader, names);
  const read: ExperimentFile = {
    ...values,
    file,
    question: question?.trim(),
    burnIn,
    replicates: values.seeds?.length ?? replicates ?? REPLICATES,
    parameters: keepParameters(valuesOf(parameters)),
    interventions: table.has("interventions") ? readInterventionList(reader) : undefined,
    focalAgents: readFocalAgents(reader),
    factors,
    design,
    arms,
    outcomes,
    contrasts: isDesignSound ? contrastsOf(reader, { outcomes, arms, factors, design }) : [],
    series: readSeries(reader),
    tables: readRunTables(reader),
    stop: readStop(reader),
    runLimit: runLimit ?? RUN_LIMIT,
    settings: [
      ...factors.flatMap(({ name, line, sets }): Setting[] =>
        sets === undefined ? [{ name, line, place: design.kind === "list" ? "design.points" : "vary" }] : [],
      ),
      ...ofCauses,
      ...[...parameters].map(([name, { line }]): Setting => ({ name, line, place: "parameters" })),
      ...settings,
    ],
  };
  const files = { network: read.network !== undefined, agents: read.agents !== undefined };
  checkTogether(read, { ticks: knownTicks(reader, read), ...files, focal: table.has("focal_agents") }, faults);
  faults.throwIfAny();
  return read;
}

/** The contrasts, if they refer to what the file has. */
function contrastsOf(
  reader: TableReader,
  { outcomes, arms, factors, design }: Pick<ExperimentFile, "outcomes" | "arms" | "factors" | "design">,
): Contrast[] {
  const known = {
    outcomes: outcomes.map(({ name }) => name),
    arms: arms.map(({ name }) => name),
    factors: factors.map(({ name, values, sets }) => ({
      name,
      levels: "levels" in values ? values.levels : undefined,
      isCause: sets !== undefined,
    })),
  };
  const checked = checkContrasts(readContrasts(reader), known, reader);
  if (design.kind === "list") checkPoints(checked, design.points, reader);
  return checked.map(({ line: _line, outcomeLine: _outcomeLine, outcome = "", ...contrast }) => ({ ...contrast, outcome }));
}

function checkBase(reader: TableReader): void {
  const config = reader.get("config");
  if (config !== undefined && reader.get("scenario") !== undefined)
    reader.faults.add(config.line, "give either config or scenario, not both; a configuration names its scenario");
}

/** A record has both seeds and replicates, so both may be given if they agree. */
function checkSeeds(reader: TableReader, seeds: readonly string[] | undefined, replicates: number | undefined): void {
  if (seeds === undefined || replicates === undefined || replicates === seeds.length) return;
  const line = reader.get("replicates")?.line ?? 0;
  reader.faults.add(line, `replicates must be the number of seeds, ${seeds.length}, or left out, got ${replicates}`);
}

function readFocalAgents(reader: TableReader): Located<AgentSelector> | undefined {
  const value = reader.get("focal_agents");
  if (value === undefined) return undefined;
  const selector = withoutMinusZero(plainOf(value));
  const problems = focalProblems(selector);
  for (const problem of problems) reader.faults.add(value.line, problem);
  return problems.length > 0 ? undefined : { value: selector as AgentSelector, line: value.line };
}

/** The length of a run, if this file alone determines it; undefined if a configuration may, or if it is faulty. */
function knownTicks(
  reader: TableReader,
  { ticks, scenario }: { readonly ticks?: Located<number> | undefined; readonly scenario?: ScenarioName | undefined },
): number | undefined {
  if (reader.get("ticks") !== undefined) return ticks?.value;
  if (reader.get("config") !== undefined) return undefined;
  return reader.get("scenario") === undefined ? scenarios.default.ticks : scenario && scenarios[scenario].ticks;
}
