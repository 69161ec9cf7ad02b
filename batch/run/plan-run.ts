import { relative, sep } from "node:path";
import { decidedParameters } from "../../formats/decided-parameters.ts";
import { readInterventions } from "../../formats/interventions.ts";
import type { PeopleOfFiles } from "../../formats/people-of-files.ts";
import type { FileReference } from "../../formats/table-reader.ts";
import {
  definitions,
  type InputFile,
  mergeParameters,
  type RecordDetails,
  type RunPlan,
  type RunSetup,
  SERIES_INTERVAL,
} from "../../sim/index.ts";
import { realPath } from "../files/real-path.ts";
import { safeName } from "../files/safe-name.ts";
import { throwProblems } from "../flags/throw-problems.ts";
import { type Input, InputReader } from "../input/input-reader.ts";
import { type Base, baseInterventions, besideConfig, readBase } from "../input/read-base.ts";
import { checkOutputFolder, type OutputFolder } from "./check-run-folder.ts";
import { gatherInterventions } from "./gather-interventions.ts";
import type { readPeople } from "./read-people.ts";
import type { RunFlags } from "./run-flags.ts";
import { clearRemains } from "./run-folder.ts";

const MOST_AGENTS = definitions.agents.max;

/** A run that can begin. */
export interface PlannedRun {
  readonly setup: RunSetup;
  readonly plan: RunPlan;
  readonly details: RecordDetails;
  /** what the run is called */
  readonly title: string;
  /** undefined: the series goes to standard output, and nothing is kept */
  readonly folder?: OutputFolder;
  /** what a person should know before it begins */
  readonly notes: readonly string[];
  /** where a recorded run is repeated as it was: the hash that has to come out, and from which release it is */
  readonly expected?: { readonly stateHash: string; readonly version: string; readonly file: string };
}

/**
 * All that the command line and its files say, checked and put together. Nothing is written.
 *
 * @param problems of the flags themselves, to be told with the others
 * @throws InputError with every fault
 */
export async function planRun(flags: RunFlags, problems: readonly string[]): Promise<PlannedRun> {
  const reader = new InputReader();
  const base = readBase(flags, reader);
  const { scenarioName, scenario, config, configFile, recorded } = base;
  const seed = flags.seed ?? config.seed ?? scenario.seed;
  const network = readReference(flags.network, besideConfig(config.network, base), reader);
  const agents = readReference(flags.agents, besideConfig(config.agents, base), reader);
  const layers = [
    { place: `scenario ${scenarioName}`, values: scenario.parameters },
    { place: configFile ?? "", values: config.parameters },
    { place: "--set", values: flags.set },
  ];
  const alone = mergeParameters(layers);
  const files = await readFiles({ network, agents }, { seed, domains: alone.parameters.domains }, reader);
  const people = files?.people;
  // Files that cannot be read may say anything: then nothing is told that hangs on what they say.
  const agentsFound = files === undefined ? MOST_AGENTS : people?.names.length;
  const merged = agentsFound === undefined ? alone : mergeParameters(layers, { agents: agentsFound, ties: network !== undefined });
  const { parameters } = merged;
  const added = flags.interventions === undefined ? undefined : reader.read(flags.interventions);
  const read = added && reader.try(() => readInterventions(added.text, added.file, people));
  const sources = [baseInterventions(base), ...(read === undefined ? [] : [read])];
  const { interventions, problems: ofInterventions } = gatherInterventions(
    sources,
    parameters,
    files === undefined ? "unknown" : people,
  );
  const { folder, problems: ofFolder } = readOutput(flags, base, seed);
  const ofFiles = decidedByFiles(base, flags, people?.names.length);
  throwProblems([...problems, ...reader.problems, ...merged.problems, ...ofFiles, ...ofInterventions, ...ofFolder]);

  const plan: RunPlan = {
    ticks: flags.ticks ?? config.ticks ?? scenario.ticks,
    every: flags.every ?? config.every ?? SERIES_INTERVAL,
    tiesEvery: folder && (flags.tiesEvery ?? config.tiesEvery),
    events: folder !== undefined && (flags.events || config.events === true),
  };
  return {
    setup: { parameters, seed, people, imported: files?.imported, interventions },
    plan,
    details: {
      ...plan,
      scenario: configFile === undefined ? scenarioName : config.scenario,
      network: folder && recordFile(network, folder),
      agents: folder && recordFile(agents, folder),
    },
    title: nameOf(base),
    folder,
    notes: [...(files?.note === undefined ? [] : [files.note]), ...merged.notes],
    expected: recorded !== undefined && isUnchanged(flags) ? { ...recorded, file: configFile ?? "" } : undefined,
  };
}

/** What the run is called: its scenario, or else its configuration. */
function nameOf({ scenarioName, configFile, config, recorded }: Base): string {
  if (configFile === undefined || (recorded !== undefined && config.scenario !== undefined)) return scenarioName;
  const file = configFile.split(/[/\\]/).at(-1) ?? "";
  return file.replace(/(.)\.(ya?ml|json)$/i, "$1");
}

/** Loads what reads networks and agents only for runs that have some: it would take a third of a short run's time. */
async function readFiles(...[named, settings, reader]: Parameters<typeof readPeople>): Promise<PeopleOfFiles | undefined> {
  if (named.network === undefined && named.agents === undefined) return {};
  return (await import("./read-people.ts")).readPeople(named, settings, reader);
}

/** @returns undefined where no file is named; "faulty" where it cannot be read */
function readReference(
  flag: string | undefined,
  reference: FileReference | undefined,
  reader: InputReader,
): Input | "faulty" | undefined {
  const file = flag ?? reference?.file;
  if (file === undefined) return undefined;
  const input = reader.read(file);
  if (flag === undefined && input !== undefined && reference?.sha256 !== undefined && input.sha256 !== reference.sha256)
    reader.problems.push(
      `${file}: must be the file that the configuration means, with SHA-256 ${reference.sha256}, got ${input.sha256}`,
    );
  return input ?? "faulty";
}

/** Parameters that files decide must not be set beside them. */
function decidedByFiles({ config, configFile, recorded }: Base, flags: RunFlags, agents: number | undefined): string[] {
  const byNetwork = (flags.network ?? config.network) !== undefined;
  const byAgents = (flags.agents ?? config.agents) !== undefined;
  const problems = decidedParameters(byNetwork, byAgents)
    .filter((name) => Object.hasOwn(flags.set, name))
    .map((name) => `--set: ${name} must not be set beside --${byNetwork ? "network" : "agents"}, whose file decides it`);
  // A run.json has every parameter, and a file given as a flag goes before what a configuration says.
  const ofConfig = recorded === undefined && flags.network === undefined && flags.agents === undefined;
  const given = config.parameters.agents;
  if (ofConfig && agents !== undefined && given !== undefined && Number(given) !== agents)
    problems.push(`${configFile}: agents must be ${agents}, as in the files that it names, got ${given}; leave it out`);
  return problems;
}

function readOutput(flags: RunFlags, base: Base, seed: string): { folder?: OutputFolder; problems: string[] } {
  if (flags.out === "-") {
    const left = [...(flags.events ? ["--events"] : []), ...(flags.tiesEvery === undefined ? [] : ["--ties-every"])];
    return { problems: left.map((flag) => `${flag} must have a folder to write into: with --out - there is only series.csv`) };
  }
  const name = flags.out ?? `runs/${safeName(nameOf(base))}-${safeName(seed)}`;
  clearRemains(realPath(name));
  const checked = checkOutputFolder(name, flags.force);
  return "problem" in checked ? { problems: [checked.problem] } : { folder: checked.folder, problems: [] };
}

/** In a record a file's path is meant from where the record is, so that a project can be moved as a whole. */
function recordFile(input: Input | "faulty" | undefined, folder: OutputFolder): InputFile | undefined {
  if (input === undefined || input === "faulty") return undefined;
  return { file: relative(folder.path, realPath(input.file)).split(sep).join("/"), sha256: input.sha256 };
}

/** Whether no flag changes what is computed. */
function isUnchanged({ scenario, set, seed, ticks, network, agents, interventions }: RunFlags): boolean {
  return (
    [scenario, seed, ticks, network, agents, interventions].every((flag) => flag === undefined) && Object.keys(set).length === 0
  );
}
