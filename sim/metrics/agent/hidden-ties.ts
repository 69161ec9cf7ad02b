import type { AgentStore } from "../../population/agent-store.ts";
import type { ActiveTies } from "../active-ties.ts";

/** An expert has more expertise than this … */
const EXPERT_ABOVE = 0.7;

/** … and is hidden below this status. */
const HIDDEN_BELOW = 0.4;

/** Whether the agent is an expert whose credentials do not show it: the expert behind the reception desk. */
function isHiddenExpert({ expertise, status }: AgentStore, agent: number): boolean {
  return expertise[agent] > EXPERT_ABOVE && status[agent] < HIDDEN_BELOW;
}

/**
 * Hidden ties of each agent: active ties to agents with expertise above 0.7 and status below 0.4.
 *
 * @param into length at least `active.agents`, overwritten: contacts, by agent
 * @param hidden the same length, overwritten: 1 where the agent is a hidden expert
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
