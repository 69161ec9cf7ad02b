import { P } from "../../parameters/effective-values.ts";
import type { Population } from "../../population/population.ts";
import { strengthNow } from "../../trust/tie-strength.ts";
import type { ActiveTies } from "../active-ties.ts";

/**
 * Strengths from which a contact belongs to a layer, the innermost first. They are fixed, whatever the cuts of weak and active
 * ties are set to, so that layers of any two runs compare.
 */
const LAYERS = [0.4, 0.2, 0.05] as const;

/**
 * Layers of contacts: the mean number, over agents, of contacts at a strength of 0.40, 0.20 and 0.05 or more. Each layer
 * holds the ones within. Dunbar's are near 5, 15 and 50.
 *
 * @param into length 3, overwritten: contacts an agent, in the order of LAYERS; NaN where there is no agent
 * @see Dunbar 1998, Evolutionary Anthropology 6(5), 178–190; Zhou et al. 2005, Proc. R. Soc. B 272, 439–444
 */
export function layers(population: Population, active: ActiveTies, into: Float64Array): void {
  into.fill(0);
  // What lies in the outermost layer but is not active is not among the active ties.
  if (population.values[P.activeFrom] <= LAYERS[2]) countActive(active, into);
  else for (let agent = 0; agent < population.agents.count; agent++) countKnown(population, agent, into);
  const agents = population.circles.present.length;
  for (let layer = 0; layer < 3; layer++) into[layer] *= 2 / agents;
}

function countActive({ strength, count }: ActiveTies, into: Float64Array): void {
  let inner = 0;
  let middle = 0;
  let outer = 0;
  for (let tie = 0; tie < count; tie++) {
    inner += +(strength[tie] >= LAYERS[0]);
    middle += +(strength[tie] >= LAYERS[1]);
    outer += +(strength[tie] >= LAYERS[2]);
  }
  into[0] = inner;
  into[1] = middle;
  into[2] = outer;
}

/** Counts the agent's ties to contacts of higher index. */
function countKnown({ ties, values, tick }: Population, agent: number, into: Float64Array): void {
  const { ids, start, length } = ties.blocks;
  for (let row = start[agent]; row < start[agent] + length[agent]; row++) {
    if (ids[row] < agent) continue;
    const now = strengthNow(ties, values, row, tick);
    for (let layer = 0; layer < 3; layer++) into[layer] += +(now >= LAYERS[layer]);
  }
}
