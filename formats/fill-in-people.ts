import { type People, TRAITS } from "../sim/index.ts";
import type { AgentRows } from "./agents.ts";

/** The same people, whose traits are not known yet, with the values of the rows. `agents` holds the agent of each row. */
export function fillIn(people: People, rows: AgentRows, agents: readonly number[]): People {
  const sociality = new Float64Array(people.names.length).fill(Number.NaN);
  const traits = new Float64Array(people.names.length * TRAITS).fill(Number.NaN);
  for (const [row, agent] of agents.entries()) {
    people.domain[agent] = rows.domain[row] ?? -1;
    people.expertise[agent] = rows.expertise[row] ?? Number.NaN;
    people.status[agent] = rows.status[row] ?? Number.NaN;
    sociality[agent] = rows.sociality[row] ?? Number.NaN;
    for (let trait = 0; trait < TRAITS; trait++) traits[agent * TRAITS + trait] = rows.traits[row * TRAITS + trait] ?? Number.NaN;
  }
  return { ...people, sociality, traits };
}
