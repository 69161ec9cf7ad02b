import type { ReadInterventions } from "../../formats/list-interventions.ts";
import { checkInterventions, type Intervention, type Parameters, type People } from "../../sim/index.ts";

/**
 * Interventions of all sources together, in the order in which they act. They are checked together, as one may act on agents whom
 * another has added.
 *
 * @param people undefined where the run's people have no names; "unknown" where their files are faulty: then names are not asked for,
 *   and the parameters' number of agents is to be as large as it can be
 */
export function gatherInterventions(
  sources: readonly ReadInterventions[],
  parameters: Parameters,
  people: People | "unknown" | undefined,
): { interventions: Intervention[]; problems: string[] } {
  const given = sources.flatMap((source) => source.given);
  const places = sources.flatMap(({ file, lines }) => lines.map((line) => (line > 0 ? `${file}, line ${line}` : file)));
  const unknown = people === "unknown";
  const known = {
    parameters,
    names: unknown ? [] : (people?.names ?? []),
    circleNames: unknown ? [] : (people?.circleNames ?? []),
  };
  const { interventions, problems } = checkInterventions(given, known, "");
  const told = problems.filter((problem) => !(unknown && isOfNames.test(problem)));
  return { interventions, problems: told.map((problem) => problem.replace(/^\[(\d+)\]/, (_, at) => places[Number(at)])) };
}

const isOfNames = /no (agent|circle) is called/;
