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
 * What is wrong with the form of a choice of focal agents, by the rules for the agents of interventions. Whether they are there is
 * asked when the people are known.
 *
 * @returns a problem each, without place; empty where it is sound, and then it is an `AgentSelector`
 */
export function focalProblems(selector: unknown): string[] {
  const setting = { tick: 1, set_traits: { sharing: 0 }, agents: selector };
  const { problems } = checkInterventions([setting], LARGEST_POPULATION, "");
  return problems.filter((problem) => !isOfNames.test(problem)).map((problem) => problem.replace(/^\[0\]: agents/, "focal_agents"));
}
