import {
  checkInterventions,
  definitions,
  formatNumber,
  hashText,
  type ImportedTies,
  type Intervention,
  keyOfName,
  type Layer,
  mergeParameters,
  type Parameters,
  type People,
  type PlainValue,
  plainParameters,
  scenarios,
  traitNames,
  VERSION,
} from "../sim/index.ts";
import { type Arm, type DesignPoint, type Experiment, FOCAL, type Settings } from "./experiment.ts";
import { groupsIn } from "./expressions/expression.ts";
import { groupText } from "./expressions/expression-text.ts";
import type { Group } from "./expressions/listing.ts";
import { parseCondition, parseTies } from "./expressions/parse-expression.ts";
import { groupsOfOutcome } from "./expressions/parts-of-outcome.ts";

/** What the agents and network files of an experiment contain; empty without files. */
export interface FromFiles {
  readonly people?: People;
  readonly imported?: ImportedTies;
}

/** A design point with an arm: everything its runs share except their seed. */
export interface Combination {
  /** at the start, before the burn-in if there is one */
  readonly parameters: Parameters;
  /** what is set in the first tick after a burn-in, before anything else, by name; empty without a burn-in */
  readonly changes: Readonly<Record<string, number | string | boolean>>;
  /** checked, in the order in which they take effect */
  readonly interventions: readonly Intervention[];
  /** traits of the focal agents from the first tick, before any intervention, by name */
  readonly focalTraits: Readonly<Record<string, number>>;
}

/**
 * Combines the settings of a design point and an arm with the settings of all runs, and checks them.
 *
 * @returns the combination, valid only if there are no problems; every problem; and notes on settings that were adjusted
 */
export function combine(
  experiment: Experiment,
  point: DesignPoint,
  arm: Arm,
  { people, imported }: FromFiles,
): { combination: Combination; problems: string[]; notes: string[] } {
  const causes = causesAt(experiment, point);
  const ofArm = { place: `arm ${arm.name}`, values: arm.parameters };
  const ofPoint = { place: "vary", values: variedParameters(experiment, point) };
  const ofCauses = causes.map(({ place, parameters }) => ({ place, values: parameters }));
  const own = [ofArm, ...ofCauses, ofPoint];
  const base = [
    { place: `scenario ${experiment.scenario}`, values: scenarios[experiment.scenario].parameters },
    { place: "parameters", values: experiment.parameters },
  ];
  const files = people && { agents: people.names.length, ties: imported !== undefined };
  const merged = mergeParameters([...base, ...own], files);
  const { problems, notes } = merged;
  const isSettled = experiment.settled !== undefined;
  const settling = isSettled ? mergeParameters([...base, ...own.map(withoutLive)], files) : merged;
  const { parameters } = settling;
  const start = imported?.state?.tick ?? 0;
  const known: Known = { parameters, names: people?.names ?? [], circleNames: people?.circleNames ?? [], after: start };
  const lists = [
    { place: "", interventions: experiment.interventions },
    { place: `arm ${arm.name}: `, interventions: arm.interventions },
    ...causes.map(({ place, interventions }) => ({ place: `${place}: `, interventions })),
  ];
  const checked = checkInterventions(
    lists.flatMap(({ interventions }) => interventions),
    known,
    "",
  );
  return {
    combination: {
      parameters,
      changes: isSettled ? changesOf(parameters, merged.parameters) : {},
      interventions: checked.interventions,
      focalTraits: focalTraits([arm, ...causes], point),
    },
    problems: [
      ...(isSettled && imported?.state !== undefined
        ? ["settled cannot be combined with the tables of a run, which begin at the state that they describe; leave settled out"]
        : []),
      ...settling.problems.filter((problem) => !problems.includes(problem)).map((problem) => `${problem} (during the burn-in)`),
      ...(start < experiment.ticks
        ? []
        : [`ticks must be after tick ${formatNumber(start)}, at which the network file was written, got ${experiment.ticks}`]),
      ...problems,
      ...checked.problems.map((problem) => locateProblem(problem, lists)),
      ...focalProblems(experiment, known),
      ...listedProblems(experiment, known),
    ],
    notes,
  };
}

/** The causes that are on at a point, with their place in the file. */
function causesAt({ factors }: Experiment, point: DesignPoint): (Settings & { readonly place: string })[] {
  return factors.flatMap(({ name, sets }) =>
    sets === undefined || point[name] !== true ? [] : [{ ...sets, place: `design.of.${name}` }],
  );
}

/** The parameters that vary, at a point. */
function variedParameters({ factors }: Experiment, point: DesignPoint): Readonly<Record<string, PlainValue>> {
  const causes = new Set(factors.flatMap(({ name, sets }) => (sets === undefined ? [] : [name])));
  return Object.fromEntries(Object.entries(point).filter(([name]) => !name.startsWith(FOCAL) && !causes.has(name)));
}

/** The settings of a layer that apply from the start of a burn-in, because they cannot change later. */
function withoutLive({ place, values }: Layer): Layer {
  const entries = Object.entries(values);
  return { place, values: Object.fromEntries(entries.filter(([name]) => !isLive(name))) };
}

function isLive(name: string): boolean {
  const key = keyOfName(name);
  return key !== undefined && definitions[key].live;
}

/** The settings that change after a burn-in, by name. */
function changesOf(before: Parameters, after: Parameters): Combination["changes"] {
  const old = plainParameters(before);
  const entries = Object.entries(plainParameters(after));
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (value === old[name] || value === undefined ? [] : [[name, value]])),
  );
}

/**
 * Traits that the arm, causes and the point set, in the order of traits, so that the order of the factors has no effect. A later one
 * replaces an earlier one.
 */
function focalTraits(settings: readonly Settings[], point: DesignPoint): Record<string, number> {
  const set = Object.assign({}, ...settings.map((one) => one.focalTraits)) as Readonly<Record<string, number>>;
  const given = traitNames.map((name) => [name, point[FOCAL + name] ?? set[name]]);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/** What the check of interventions needs to know. */
export interface Known {
  readonly parameters: Parameters;
  readonly names: readonly string[];
  readonly circleNames: readonly string[];
  readonly after: number;
}

/** Replaces the index in the combined list by the place in the experiment file. */
function locateProblem(problem: string, lists: readonly { place: string; interventions: readonly unknown[] }[]): string {
  return problem.replace(/^\[(\d+)\]/, (found, text) => {
    let at = Number(text);
    for (const { place, interventions } of lists) {
      if (at < interventions.length) return `${place}interventions[${at}]`;
      at -= interventions.length;
    }
    return found;
  });
}

/** Problems with `focal_agents`, found by checking an intervention on them. */
function focalProblems({ focalAgents }: Experiment, known: Known): string[] {
  if (focalAgents === undefined) return [];
  const { problems } = checkInterventions([{ tick: known.after + 1, remove: focalAgents }], known, "");
  return problems.map((problem) => problem.replace(/^\[0\]: remove/, "focal_agents"));
}

/** Problems with circles and agents that expressions name, found in the same way. */
function listedProblems({ outcomes, stop, tables }: Experiment, known: Known): string[] {
  const places = [
    ...outcomes.map((outcome) => ({ place: `outcomes.${outcome.name}`, groups: groupsOfOutcome(outcome) })),
    ...(stop ? [{ place: "stop.when", groups: groupsIn(parseCondition(stop.when).expression) }] : []),
    {
      place: "tables.ties.where",
      groups: tables?.ties?.where === undefined ? [] : (parseTies(tables.ties.where).ties.ends?.groups ?? []),
    },
  ];
  return places.flatMap(({ place, groups }) => groupProblems(place, groups, known));
}

/** Problems with circles and agents that groups name: a run doesn't have them. */
export function groupProblems(place: string, groups: readonly Group[], known: Known): string[] {
  return groups.flatMap((group) => {
    if (!("which" in group)) return [];
    const selector = group.kind === "circle" ? { circle: group.which } : group.which;
    const { problems } = checkInterventions([{ tick: known.after + 1, remove: selector }], known, "");
    return problems.map((problem) => problem.replace(/^\[0\]: remove(\.circle)?/, `${place}, ${groupText(group)}`));
  });
}

/**
 * A hash of everything that the runs of a combination depend on except the replicate. If it changes, a run with the same id gives
 * different numbers.
 *
 * @param files SHA-256 of the agents and network files
 */
export function meaningOf(experiment: Experiment, combination: Combination, files: readonly string[]): string {
  const { ticks, settled, seed, focalAgents, stop } = experiment;
  const { parameters, changes, interventions, focalTraits } = combination;
  const ofBurnIn = settled === undefined ? [] : [settled, changes];
  const parts = [
    VERSION,
    seed,
    ticks,
    focalAgents,
    plainParameters(parameters),
    interventions,
    focalTraits,
    files,
    ...ofBurnIn,
    ...(stop ? [stop] : []),
  ];
  return hashText(JSON.stringify(parts));
}
