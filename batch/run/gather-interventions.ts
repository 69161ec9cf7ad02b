import { elementAt } from "../../formats/export/element-at.ts";
import type { ReadInterventions } from "../../formats/list-interventions.ts";
import { addedLookAlikes } from "../../formats/names.ts";
import { checkInterventions, type Intervention, type Parameters, type People } from "../../sim/index.ts";

/**
 * Gathers the interventions of all sources in the order in which they act. They are checked together, because one can act on agents
 * that another has added.
 *
 * @param people undefined if the people of the run have no names; "unknown" if their files are faulty: names are then not checked, and
 *   `parameters.agents` must be as large as possible
 * @param after the first tick of the run
 */
export function gatherInterventions(
  sources: readonly ReadInterventions[],
  parameters: Parameters,
  people: People | "unknown" | undefined,
  after = 0,
): { interventions: Intervention[]; problems: string[]; notices: string[] } {
  const given = sources.flatMap((source) => source.given);
  const places = sources.flatMap(({ file, lines }) => lines.map((line) => (line > 0 ? `${file}, line ${line}` : file)));
  const isUnknown = people === "unknown";
  const known = {
    parameters,
    names: isUnknown ? [] : (people?.names ?? []),
    circleNames: isUnknown ? [] : (people?.circleNames ?? []),
    hasNames: !isUnknown,
    after,
  };
  const { interventions, problems } = checkInterventions(given, known, "");
  const located = problems.map((problem) => problem.replace(/^\[(\d+)\]/, (_, at) => elementAt(places, Number(at))));
  const notices = addedLookAlikes(known.names, given).map((notice) => `interventions: WARNING: ${notice}`);
  return { interventions, problems: located, notices };
}
