import { relative, sep } from "node:path";
import { listDecidedParameters } from "../../formats/decided-parameters.ts";
import { checkReading, type Reading, readingOf } from "../../formats/network/read-options.ts";
import type { PeopleOfFiles } from "../../formats/people-of-files.ts";
import {
  definitions,
  formatNumber,
  type InputFile,
  mergeParameters,
  type People,
  plainParameters,
  type RecordDetails,
  type RunPlan,
  type RunSetup,
  SERIES_INTERVAL,
  type TieFilter,
  VERSION,
} from "../../sim/index.ts";
import { dropUndefined } from "../data/drop-undefined.ts";
import { realPath } from "../files/real-path.ts";
import { safeName } from "../files/safe-name.ts";
import { throwProblems } from "../flags/throw-problems.ts";
import { type Base, baseInterventions, resolveBesideConfig, scenarioBase } from "../input/base.ts";
import { InputReader } from "../input/input-reader.ts";
import { readReference } from "../input/read-reference.ts";
import type { RecordedRun } from "../input/recorded-run.ts";
import { checkRunFolder, type OutputFolder } from "./check-run-folder.ts";
import { type ContinuedRun, checkpointProblems, pastProblems, readContinuedRun, settingsAsInterventions } from "./continued-run.ts";
import { gatherInterventions } from "./gather-interventions.ts";
import { thisMaker } from "./makers.ts";
import type { NamedInput, readPeople } from "./read-people.ts";
import type { TableFormat } from "./run-file-names.ts";
import type { RunFlags } from "./run-flags.ts";
import { clearRemains, findStopped, type StoppedRun } from "./run-folder.ts";
import { differencesFrom } from "./saved-run.ts";
import { combineTables } from "./table-flags.ts";

const MOST_AGENTS = definitions.agents.max;

/** A run that is ready to start. */
export interface PlannedRun {
  readonly setup: RunSetup;
  readonly plan: RunPlan;
  readonly format: TableFormat;
  readonly details: RecordDetails;
  /** the name of the run for a person */
  readonly title: string;
  /** undefined if the series goes to standard output and nothing is kept */
  readonly folder: OutputFolder | undefined;
  /** whether to keep a checkpoint in the folder */
  readonly checkpoint: boolean;
  /** ticks between two saved states; undefined for the usual time, 0 for none */
  readonly saveEvery: number | undefined;
  /** the stopped run that this one resumes */
  readonly resumes: StoppedRun | undefined;
  /** the finished run that this one continues */
  readonly continues: ContinuedRun | undefined;
  /** what a person should know before the run starts */
  readonly notes: readonly string[];
  /** if this repeats a recorded run without changes: the hash that must result, and the version that made the record */
  /** chooses the rows of ties.csv; undefined for all */
  readonly tieFilter: TieFilter | undefined;
  readonly expected: (RecordedRun & { readonly file: string }) | undefined;
}

/** The files about people. */
interface PeopleInputs {
  readonly network: NamedInput;
  readonly agents: NamedInput;
}

/**
 * Checks everything that the command line and its files say, and puts it together. Writes nothing.
 *
 * @param problems of the flags, to report with the others
 * @throws InputError with every fault
 */
export async function planRun(given: RunFlags, problems: readonly string[]): Promise<PlannedRun> {
  const reader = new InputReader();
  const continues = given.from === undefined ? undefined : readContinuedRun(given, given.from, reader);
  // Without its record, nothing can be said about the rest of a run that continues another one.
  if (given.from !== undefined && continues === undefined) throwProblems([...problems, ...reader.problems]);
  const flags = continues === undefined ? given : { ...given, ...ofRecord, config: continues.recordFile };
  const base = await readBase(flags, reader);
  const { scenario, config, configFile, recorded } = base;
  const seed = flags.seed ?? config.seed ?? scenario.seed;
  const readings = readingsOf(flags, config, reader);
  const inputs = readInputs(flags, base, readings, reader);
  const settings = await readSettings(flags, base, inputs, seed, reader, continues);
  const { files, parameters } = settings;
  const output = readOutput(flags, base, seed, continues);
  const start = files?.imported?.state?.tick ?? 0;
  const ticks = flags.ticks ?? config.ticks ?? start + scenario.ticks;
  const settled = flags.settle ?? config.settled ?? 0;
  const chosen = await readTieChoice(flags, base, settings, start);
  const ofFiles = decidedByFiles(base, flags, files?.people?.names.length);
  throwProblems([
    ...problems,
    ...reader.problems,
    ...settings.problems.parameters,
    ...ofFiles,
    ...settings.problems.interventions,
    ...(ticks < start
      ? [
          `ticks must be at least ${formatNumber(start)}, the tick at which the network file was written, got ${formatNumber(ticks)}`,
        ]
      : []),
    ...output.problems,
    ...(chosen !== undefined && "problems" in chosen ? chosen.problems : []),
    ...tableProblems(flags, base, { ticks, from: continues?.tick ?? 0 }),
  ]);

  const { folder } = output;
  const setup: RunSetup = dropUndefined({
    parameters,
    seed,
    people: files?.people,
    imported: files?.imported,
    interventions: settings.interventions,
    settled: settled > 0 ? settled : undefined,
  });
  if (continues !== undefined) throwProblems(checkpointProblems(continues, setup));
  const { tables, events } = combineTables(flags, config);
  const format = flags.format ?? config.tableFormat ?? "csv";
  const plan: RunPlan = dropUndefined({
    ticks,
    every: flags.every ?? config.every ?? SERIES_INTERVAL,
    ...(folder && !flags.noTies && tables?.includes("ties") !== false && wavesOf(flags, config, continues?.tick)),
    eventKinds: folder && events ? (flags.eventKinds ?? config.eventKinds) : undefined,
    events: folder !== undefined && events,
    tables: folder === undefined ? (["series"] as const) : tables,
    from: continues?.tick,
  });
  const planned: PlannedRun = {
    setup,
    plan,
    format,
    checkpoint: folder !== undefined && flags.checkpoint,
    saveEvery: flags.saveEvery,
    resumes: output.stopped,
    continues,
    details: dropUndefined({
      ...plan,
      tiesWhere: chosen !== undefined && "text" in chosen ? chosen.text : undefined,
      tableFormat: format === "csv" ? undefined : format,
      scenario: configFile === undefined ? base.scenarioName : config.scenario,
      network: folder && recordFile(inputs.network, folder),
      agents: folder && recordFile(inputs.agents, folder),
    }),
    title: titleOf(base),
    tieFilter: chosen !== undefined && "filter" in chosen ? chosen.filter : undefined,
    folder,
    notes: [...(files?.note === undefined ? [] : [files.note]), ...(files?.notices ?? []), ...settings.notes],
    expected: recorded !== undefined && isUnchanged(flags) ? { ...recorded, file: configFile ?? "" } : undefined,
  };
  throwProblems(resumeProblems(planned));
  return planned;
}

/** Everything that a run and its files depend on, by the names that people know. A stopped run resumes only with the same facts. */
export function runFacts({ setup, plan, checkpoint, details, continues }: PlannedRun): Readonly<Record<string, unknown>> {
  const { parameters, seed, settled, interventions = [] } = setup;
  const { network, agents, scenario: _, ...tables } = details;
  const sums = { network: network && { ...network, file: undefined }, agents: agents && { ...agents, file: undefined } };
  const facts = {
    version: VERSION,
    build: thisMaker().build,
    seed,
    settled,
    ...tables,
    ...sums,
    ...plan,
    checkpoint,
    from: continues?.stateHash,
    interventions,
    ...plainParameters(parameters),
  };
  return JSON.parse(JSON.stringify(facts));
}

/** Why a stopped run cannot resume: it was another one. */
function resumeProblems(planned: PlannedRun): string[] {
  const { resumes, folder } = planned;
  if (resumes === undefined) return [];
  return differencesFrom(resumes.saved, runFacts(planned)).map(
    (difference) =>
      `--resume: the stopped run in ${folder?.name} differs: ${difference}; type the command that started it, or start over with --force and without --resume`,
  );
}

/** Flags of a run that continues another one, whose record takes their place. */
const ofRecord = { scenario: undefined, seed: undefined, network: undefined, agents: undefined };

/** Reads what a run computes: its parameters, people and interventions. */
async function readSettings(
  flags: RunFlags,
  base: Base,
  inputs: PeopleInputs,
  seed: string,
  reader: InputReader,
  continues: ContinuedRun | undefined,
) {
  const { scenarioName, scenario, config, configFile } = base;
  const layers = [
    { place: `scenario ${scenarioName}`, values: scenario.parameters },
    { place: configFile ?? "", values: config.parameters },
    { place: "--set", values: continues === undefined ? flags.set : {} },
  ];
  const alone = mergeParameters(layers);
  const files = await readFiles(inputs, { seed, domains: alone.parameters.domains }, reader);
  const people = files?.people;
  // A file that cannot be read may contain anything, so nothing that depends on its content counts as a problem.
  const agents = files === undefined ? MOST_AGENTS : people?.names.length;
  const merged = agents === undefined ? alone : mergeParameters(layers, { agents, ties: inputs.network !== undefined });
  const read = await readInterventions(flags.interventions, people, reader);
  const inNewTicks = continues === undefined ? [] : settingsAsInterventions(flags, continues);
  if (continues !== undefined && read !== undefined)
    for (const problem of pastProblems(read, continues)) reader.problems.push(problem);
  const sources = [baseInterventions(base), ...inNewTicks, ...(read === undefined ? [] : [read])];
  const start = files?.imported?.state?.tick ?? 0;
  const gathered = gatherInterventions(sources, merged.parameters, files === undefined ? "unknown" : people, start);
  return {
    files,
    parameters: merged.parameters,
    notes: [...merged.notes, ...gathered.notices],
    interventions: gathered.interventions,
    problems: { parameters: merged.problems, interventions: gathered.problems },
  };
}

/** Which ties the run writes; undefined for all. The language of kinds loads only if someone uses it. */
async function readTieChoice(
  flags: RunFlags,
  { config, configFile }: Base,
  { files, parameters }: Pick<Awaited<ReturnType<typeof readSettings>>, "files" | "parameters">,
  after: number,
) {
  const written = flags.tiesWhere ?? config.tiesWhere;
  if (written === undefined || flags.out === "-" || combineTables(flags, config).tables?.includes("ties") === false)
    return undefined;
  const { readChosenTies } = await import("../../study/tie-filter.ts");
  const { names = [], circleNames = [] } = files?.people ?? {};
  const place = flags.tiesWhere === undefined ? `${configFile}: ties_where` : "--ties-where";
  return readChosenTies(written, place, files && { parameters, names, circleNames, after });
}

/** The YAML parser takes a fifth of a short run's time, so it loads only if there is something to parse. */
async function readBase(flags: RunFlags, reader: InputReader): Promise<Base> {
  if (flags.config === undefined && flags.link === undefined) return scenarioBase(flags.scenario, reader);
  return (await import("../input/read-base.ts")).readBase(flags, reader);
}

/** The interventions of a file; undefined if there is none, or it is faulty. */
async function readInterventions(file: string | undefined, people: People | undefined, reader: InputReader) {
  const input = file === undefined ? undefined : reader.read(file);
  if (input === undefined) return undefined;
  const formats = await import("../../formats/interventions.ts");
  return reader.try(() => formats.readInterventions(input.text, input.file, people));
}

/** Reading networks takes a third of a short run's time, so the modules load only if there is something to read. */
async function readFiles(...[inputs, settings, reader]: Parameters<typeof readPeople>): Promise<PeopleOfFiles | undefined> {
  if (inputs.network === undefined && inputs.agents === undefined) return { notices: [] };
  return (await import("./read-people.ts")).readPeople(inputs, settings, reader);
}

/** The name of a run: its scenario, or else its configuration. */
function titleOf({ scenarioName, configFile, config, recorded, isLink }: Base): string {
  if (configFile === undefined || isLink || (recorded !== undefined && config.scenario !== undefined)) return scenarioName;
  const file = configFile.split(/[/\\]/).at(-1) ?? "";
  return file.replace(/(.)\.(ya?ml|json)$/i, "$1");
}

function readInputs(
  flags: RunFlags,
  base: Base,
  readings: { readonly network: Reading; readonly agents: Reading },
  reader: InputReader,
): PeopleInputs {
  const read = (key: "network" | "agents"): NamedInput =>
    readReference(
      {
        flag: `--${key}`,
        given: flags[key],
        reference: resolveBesideConfig(base.config[key], base),
        reading: readings[key],
        isLink: base.isLink === true,
      },
      reader,
    );
  return { network: read("network"), agents: read("agents") };
}

/** How the flags ask for the files to be read. `--circle-column` means the agents file, or the network if there is no agents file. */
function readingsOf(flags: RunFlags, config: Base["config"], reader: InputReader): { network: Reading; agents: Reading } {
  const { columns, circleColumn, trustScale, timeUnit, until } = flags;
  const hasNetwork = (flags.network ?? config.network) !== undefined;
  const hasAgents = (flags.agents ?? config.agents) !== undefined;
  const ofNetwork = readingOf(dropUndefined({ columns, trust_scale: trustScale, time_unit: timeUnit, until }));
  const sound: Reading = Object.fromEntries(
    Object.entries(ofNetwork).filter(([key, text]) => {
      const flag = `--${key.replace("_", "-")}`;
      if (!hasNetwork) reader.problems.push(`${flag} needs --network, because it says how to read a network file`);
      return reader.try(() => checkReading(key as keyof Reading, text, flag) ?? true);
    }),
  );
  if (circleColumn !== undefined && !hasNetwork && !hasAgents)
    reader.problems.push("--circle-column needs --agents or --network, because it names a column of one of them");
  const circles = circleColumn === undefined ? {} : { circle_column: circleColumn };
  return { network: { ...sound, ...(hasAgents ? {} : circles) }, agents: hasAgents ? circles : {} };
}

/** Parameters that a file about people decides cannot be set. */
function decidedByFiles({ config, configFile, recorded }: Base, flags: RunFlags, agents: number | undefined): string[] {
  const isNetwork = (flags.network ?? config.network) !== undefined;
  const isAgents = (flags.agents ?? config.agents) !== undefined;
  const problems = listDecidedParameters(isNetwork, isAgents)
    .filter((name) => Object.hasOwn(flags.set, name))
    .map((name) => `--set: ${name} cannot be combined with --${isNetwork ? "network" : "agents"}, because the file decides it`);
  // A run.json contains every parameter, and a file given as a flag overrides the configuration.
  const isOfConfig = recorded === undefined && flags.network === undefined && flags.agents === undefined;
  const given = config.parameters.agents;
  if (isOfConfig && agents !== undefined && given !== undefined && Number(given) !== agents)
    problems.push(`${configFile}: agents must be ${agents}, as in the files that it names, got ${given}; leave it out`);
  return problems;
}

function readOutput(
  flags: RunFlags,
  base: Base,
  seed: string,
  continues: ContinuedRun | undefined,
): { folder?: OutputFolder; problems: string[]; stopped?: StoppedRun | undefined } {
  if (flags.out === "-") {
    const useless = [
      ...(flags.events ? ["--events"] : []),
      ...(flags.checkpoint ? ["--checkpoint"] : []),
      ...(flags.resume ? ["--resume"] : []),
      ...(flags.saveEvery === undefined ? [] : ["--save-every"]),
      ...(flags.tiesEvery === undefined ? [] : ["--ties-every"]),
      ...(flags.tiesAt === undefined ? [] : ["--ties-at"]),
      ...(flags.tiesWhere === undefined ? [] : ["--ties-where"]),
      ...(flags.eventKinds === undefined ? [] : ["--event-kinds"]),
      ...(flags.tables === undefined ? [] : ["--tables"]),
      ...(flags.noTies ? ["--no-ties"] : []),
      ...(flags.format === undefined ? [] : [`--${flags.format}`]),
    ];
    return { problems: useless.map((flag) => `${flag} needs a folder, because --out - prints only series.csv`) };
  }
  const end = continues === undefined ? "" : `-to-${flags.ticks ?? continues.tick}`;
  const name = flags.out ?? `runs/${safeName(titleOf(base))}-${safeName(seed)}${end}`;
  if (continues !== undefined && realPath(name) === realPath(continues.folder))
    return { problems: [`--out: ${name} is the folder of the run to continue, which is only read: choose another folder`] };
  clearRemains(realPath(name), true);
  const checked = checkRunFolder(name, flags.force);
  if ("problem" in checked) return { problems: [checked.problem] };
  const stopped = findStopped(checked.folder.path);
  const { folder } = checked;
  if (stopped === undefined || flags.resume) return { folder, problems: [], stopped };
  if (flags.force) return { folder, problems: [] };
  return {
    problems: [
      `--out: the run in ${name} was stopped and is saved at tick ${formatNumber(stopped.saved.tick)}: continue it with --resume, or start over with --force`,
    ],
  };
}

/** When ties.csv is written: a flag replaces what the configuration says. */
function wavesOf(
  flags: Pick<RunFlags, "tiesAt" | "tiesEvery">,
  config: Base["config"],
  from = 0,
): Pick<RunPlan, "tiesAt" | "tiesEvery"> {
  const { tiesAt, tiesEvery } = flags;
  if (tiesAt !== undefined || tiesEvery !== undefined) return dropUndefined({ tiesAt, tiesEvery });
  // The record of a run that is continued may name ticks before the continuation.
  const later = config.tiesAt?.filter((tick) => tick >= from);
  return dropUndefined({ tiesAt: later?.length === 0 ? undefined : later, tiesEvery: config.tiesEvery });
}

/** Choices that contradict each other, in the configuration or together with the flags, and ticks that the run doesn't have. */
function tableProblems(
  flags: RunFlags,
  { config, configFile }: Base,
  { ticks, from }: { readonly ticks: number; readonly from: number },
): string[] {
  const problems: string[] = [];
  const hasNoTies = config.tables?.includes("ties") === false && flags.tables === undefined;
  if (hasNoTies && config.tiesEvery !== undefined) problems.push(`${configFile}: ties_every needs ties in tables`);
  if (hasNoTies && config.tiesAt !== undefined) problems.push(`${configFile}: ties_at needs ties in tables`);
  if (hasNoTies && config.tiesWhere !== undefined) problems.push(`${configFile}: ties_where needs ties in tables`);
  if (config.tiesAt !== undefined && config.tiesEvery !== undefined)
    problems.push(`${configFile}: ties_at and ties_every cannot be combined; keep one of them`);
  const place = flags.tiesAt === undefined ? `${configFile}: ties_at` : "--ties-at";
  const wrong = (wavesOf(flags, config, from).tiesAt ?? []).find((tick) => tick > ticks || tick < from);
  if (wrong !== undefined)
    problems.push(
      `${place} must be ticks from ${formatNumber(from)} to ${formatNumber(ticks)}, which the tables cover, got ${formatNumber(wrong)}`,
    );
  if (flags.eventKinds !== undefined && !combineTables(flags, config).events)
    problems.push("--event-kinds needs --events, or events in --tables");
  return problems;
}

/** In a record, the path of a file is relative to the record, so that a whole project can be moved. */
function recordFile(input: NamedInput, folder: OutputFolder): InputFile | undefined {
  if (input === undefined || input === "faulty") return undefined;
  return { file: relative(folder.path, realPath(input.file)).split(sep).join("/"), sha256: input.sha256, ...input.reading };
}

/** Whether no flag changes what is computed. */
function isUnchanged(flags: RunFlags): boolean {
  const { scenario, set, seed, ticks, settle, link, columns, circleColumn, trustScale, timeUnit, until, interventions } = flags;
  // With a link, these flags say where its files are.
  const files = link === undefined ? [flags.network, flags.agents] : [];
  const given = [scenario, seed, ticks, settle, ...files, columns, circleColumn, trustScale, timeUnit, until, interventions];
  return given.every((flag) => flag === undefined) && Object.keys(set).length === 0;
}
