import { P } from "../../parameters/effective-values.ts";
import type { Population } from "../../population/population.ts";
import { strengthNow } from "../../trust/tie-strength.ts";
import type { ActiveTies } from "../active-ties.ts";

/**
 * Strengths from which a contact belongs to a layer, the innermost layer first. They are fixed and don't follow `active_from` and
 * `strong_from`, so that layers can be compared between runs.
 */
const LAYERS = [0.4, 0.2, 0.05] as const;

/**
 * Computes the layers of contacts: the mean number of an agent's contacts with a strength of at least 0.40, 0.20 and 0.05. Each
 * layer contains the one before. Dunbar's layers have about 5, 15 and 50 contacts.
 *
 * @param into length 3, overwritten: contacts per agent, in the order of LAYERS; NaN if there are no agents
 * @see Dunbar 1998, Evolutionary Anthropology 6(5), 178–190; Zhou et al. 2005, Proc. R. Soc. B 272, 439–444
 */
export function layers(population: Population, active: ActiveTies, into: Float64Array): void {
  into.fill(0);
  // If `active_from` is above 0.05, the outermost layer also has ties that aren't active.
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

/** Counts the agent's known ties to contacts with a higher index. */
function countKnown({ ties, values, tick }: Population, agent: number, into: Float64Array): void {
  const { ids, start, length } = ties.blocks;
  for (let row = start[agent]; row < start[agent] + length[agent]; row++) {
    if (ids[row] < agent) continue;
    const now = strengthNow(ties, values, row, tick);
    for (let layer = 0; layer < 3; layer++) into[layer] += +(now >= LAYERS[layer]);
  }
}
