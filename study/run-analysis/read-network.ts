import { type ActiveTies, createActiveTies, fillActiveTies, type Run, tickOf } from "../../sim/index.ts";
import type { Network } from "./network.ts";

/** The active network of a run now, in columns of its own. */
export function readNetwork(run: Run): { readonly network: Network; readonly active: ActiveTies } {
  const { population } = run;
  const { agents } = population;
  const { count } = agents;
  const active = createActiveTies();
  fillActiveTies(population, active);
  const network: Network = {
    tick: tickOf(run),
    present: agents.present.slice(0, count),
    circle: Uint32Array.from(agents.circle.subarray(0, count)),
    status: Float64Array.from(agents.status.subarray(0, count)),
    expertise: Float64Array.from(agents.expertise.subarray(0, count)),
    strongFrom: population.parameters.strongFrom,
    ties: {
      agents: count,
      count: active.count,
      start: active.start.subarray(0, count + 1),
      contacts: active.contacts.subarray(0, active.count),
      strength: active.strength.subarray(0, active.count),
      degree: active.degree.subarray(0, count),
    },
  };
  return { network, active };
}
