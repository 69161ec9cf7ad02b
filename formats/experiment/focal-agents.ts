import { checkInterventions, defaultParameters, definitions } from "../../sim/index.ts";
import type { Known } from "../interventions.ts";

/** A population in which there is every agent and every circle, for what can be said before it is known. */
const LARGEST_POPULATION: Known = {
  parameters: { ...defaultParameters, agents: definitions.agents.max, circleSize: 1 },
  names: [],
  circleNames: [],
};

/** What is said of a name that nobody has, which can be judged only where names are known. */
const isOfNames = /no (agent|circle) is called/;

/**
 * What is wrong with a choice of focal agents, by the rules for the agents of interventions.
 *
 * @param known of the people at the start; where it is left out only the form is looked at
 * @returns a problem each, without place; empty where it is sound, and then it is an `AgentSelector`
 */
export function focalProblems(selector: unknown, known?: Known): string[] {
  const setting = { tick: 1, set_traits: { sharing: 0 }, agents: selector };
  const { problems } = checkInterventions([setting], known ?? LARGEST_POPULATION, "");
  return problems
    .filter((problem) => known !== undefined || !isOfNames.test(problem))
    .map((problem) => problem.replace(/^\[0\]: agents/, "focal_agents"));
}
