import { checkInterventions, defaultParameters, definitions } from "../../sim/index.ts";
import type { Known } from "../interventions.ts";

/** A population that has every agent and every circle, for checks before the real one is known. */
const LARGEST_POPULATION: Known = {
  parameters: { ...defaultParameters, agents: definitions.agents.max, circleSize: 1 },
  names: [],
  circleNames: [],
  hasNames: false,
};

/**
 * Checks the form of a choice of focal agents by the rules for agents in interventions. Whether the agents exist is checked once
 * the people are known.
 *
 * @returns the problems, without their place; none if the choice is a sound `AgentSelector`
 */
export function focalProblems(selector: unknown): string[] {
  const setting = { tick: 1, set_traits: { sharing: 0 }, agents: selector };
  const { problems } = checkInterventions([setting], LARGEST_POPULATION, "");
  return problems.map((problem) => problem.replace(/^\[0\]: agents/, "focal_agents"));
}
