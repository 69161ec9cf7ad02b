import {
  checkInterventions,
  hashText,
  type ImportedTies,
  type Intervention,
  mergeParameters,
  type Parameters,
  type People,
  plainParameters,
  scenarios,
  traitNames,
  VERSION,
} from "../sim/index.ts";
import type { Arm, DesignPoint, Experiment } from "./experiment.ts";

/** What files say of a run's people; nothing where there are no files. */
export interface FromFiles {
  readonly people?: People;
  readonly imported?: ImportedTies;
}

/** A design point with an arm: all that its runs share, but for their seed. */
export interface Combination {
  readonly parameters: Parameters;
  /** checked, in the order in which they act */
  readonly interventions: readonly Intervention[];
  /** traits of the focal agents from the first tick on, before any intervention, by name */
  readonly focalTraits: Readonly<Record<string, number>>;
}

/** How a factor that is a trait of the focal agents begins. */
const FOCAL = "focal.";

/**
 * Puts together what a point and an arm set on top of what all runs have, and checks that it fits.
 *
 * @returns the combination, sound only where there is no problem; every problem; and what gave way, for a person to know
 */
export function combine(
  experiment: Experiment,
  point: DesignPoint,
  arm: Arm,
  { people, imported }: FromFiles,
): { combination: Combination; problems: string[]; notes: string[] } {
  const varied = Object.entries(point);
  const layers = [
    { place: `scenario ${experiment.scenario}`, values: scenarios[experiment.scenario].parameters },
    { place: "parameters", values: experiment.parameters },
    { place: `arm ${arm.name}`, values: arm.parameters },
    { place: "vary", values: Object.fromEntries(varied.filter(([name]) => !name.startsWith(FOCAL))) },
  ];
  const files = people && { agents: people.names.length, ties: imported !== undefined };
  const { parameters, problems, notes } = mergeParameters(layers, files);
  const known: Known = { parameters, names: people?.names ?? [], circleNames: people?.circleNames ?? [] };
  const checked = checkInterventions([...experiment.interventions, ...arm.interventions], known, "");
  return {
    combination: {
      parameters,
      interventions: checked.interventions,
      focalTraits: focalTraits(arm, point),
    },
    problems: [
      ...problems,
      ...checked.problems.map((problem) => placed(problem, experiment.interventions.length, arm)),
      ...focalProblems(experiment, known),
    ],
    notes,
  };
}

/** Those of the arm and of the point, in the order of traits: in which order factors stand must change nothing. */
function focalTraits(arm: Arm, point: DesignPoint): Record<string, number> {
  const given = traitNames.map((name) => [name, point[FOCAL + name] ?? arm.focalTraits[name]]);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/** What a check of interventions is told. */
interface Known {
  readonly parameters: Parameters;
  readonly names: readonly string[];
  readonly circleNames: readonly string[];
}

/** A problem of an intervention, by its place in the list that has it. */
function placed(problem: string, shared: number, arm: Arm): string {
  return problem.replace(/^\[(\d+)\]/, (_, at) =>
    Number(at) < shared ? `interventions[${at}]` : `arm ${arm.name}: interventions[${Number(at) - shared}]`,
  );
}

/** Whether the focal agents are there, asked as an intervention on them would be. */
function focalProblems({ focalAgents }: Experiment, known: Known): string[] {
  if (focalAgents === undefined) return [];
  const { problems } = checkInterventions([{ tick: 1, remove: focalAgents }], known, "");
  return problems.map((problem) => problem.replace(/^\[0\]: remove/, "focal_agents"));
}

/**
 * What the runs of a combination mean, as a hash: everything they depend on but the replicate. Where it differs, numbers under the
 * same id are not the same numbers.
 *
 * @param files SHA-256 of the files of people
 */
export function meaningOf(experiment: Experiment, combination: Combination, files: readonly string[]): string {
  const { ticks, seed, focalAgents } = experiment;
  const { parameters, interventions, focalTraits } = combination;
  return hashText(
    JSON.stringify([VERSION, seed, ticks, focalAgents, plainParameters(parameters), interventions, focalTraits, files]),
  );
}
