import type { AgentStore } from "../../population/agent-store.ts";
import type { ActiveTies } from "../active-ties.ts";

/** An expert has more expertise than this. */
const EXPERT_ABOVE = 0.7;

/** A hidden expert has a lower status than this. */
const HIDDEN_BELOW = 0.4;

/** Says whether the agent is an expert whose credentials don't show it, like the expert at the reception desk. */
function isHiddenExpert({ expertise, status }: AgentStore, agent: number): boolean {
  return expertise[agent] > EXPERT_ABOVE && status[agent] < HIDDEN_BELOW;
}

/**
 * Counts the hidden ties of each agent: active ties to agents with expertise above 0.7 and status below 0.4.
 *
 * @param into length at least `active.agents`, overwritten: number of ties, by agent
 * @param hidden same length, overwritten: 1 if the agent is a hidden expert, else 0
 */
export function hiddenTies(agents: AgentStore, active: ActiveTies, into: Float64Array, hidden: Int32Array): void {
  const { start, contacts } = active;
  into.fill(0, 0, active.agents);
  for (let agent = 0; agent < active.agents; agent++) hidden[agent] = +isHiddenExpert(agents, agent);
  for (let agent = 0; agent < active.agents; agent++) {
    for (let tie = start[agent]; tie < start[agent + 1]; tie++) {
      into[agent] += hidden[contacts[tie]];
      into[contacts[tie]] += hidden[agent];
    }
  }
}
