import { TRAITS, traitKeys } from "../../sim/parameters/trait-names.ts";
import type { Population } from "../../sim/population/population.ts";
import { BELIEFS } from "../../sim/population/tie-store.ts";
import type { Person, State, Tie, Traits, View } from "./reference-state.ts";

/** Copies a population's columns into plain objects, from which the reference model can continue or to which it is compared. */
export function readPopulation(population: Population): State {
  const { agents, promises, news, tick } = population;
  const people = Array.from({ length: agents.count }, (_, agent) => readPerson(population, agent));
  const ties = new Map<string, Tie>();
  people.forEach((person, agent) => {
    for (const [contact, own] of readRows(population, agent)) {
      const name = `${Math.min(agent, contact)} ${Math.max(agent, contact)}`;
      const tie = ties.get(name) ?? { w: own.w, t0: own.t0, views: new Map() };
      if (tie.w !== own.w || tie.t0 !== own.t0) throw new Error(`the two rows of ${name} differ`);
      tie.views.set(agent, own.view);
      ties.set(name, tie);
      person.ties.set(contact, tie);
    }
  });
  const held = new Map<number, Set<number>>();
  for (let item = news.oldestLive; item < news.next; item++) held.set(item, new Set());
  people.forEach((_, agent) => {
    for (const item of readItems(population, agent)) held.get(item)?.add(agent);
  });
  return {
    tick,
    people,
    promises: Array.from({ length: promises.count }, (_, at) => ({
      asker: promises.asker[at],
      promiser: promises.promiser[at],
      made: promises.made[at],
      due: promises.due[at],
      relied: promises.relied[at] === 1,
      need: promises.need[at] === 1,
    })),
    news: held,
    nextItem: news.next,
  };
}

function readPerson({ agents }: Population, agent: number): Person {
  const traits = traitKeys.map((key, trait) => [key, agents.traits[agent * TRAITS + trait]]);
  return {
    ...(Object.fromEntries(traits) as Traits),
    present: agents.present[agent] === 1,
    since: agents.since[agent],
    domain: agents.domain[agent],
    x: agents.expertise[agent],
    z: agents.status[agent],
    circle: agents.circle[agent],
    sociality: agents.sociality[agent],
    given: new Set(traitKeys.filter((_, trait) => (agents.given[agent] & (1 << trait)) !== 0)),
    reach: agents.reach[agent],
    payoff: agents.payoff[agent],
    kept: agents.promisesKept[agent],
    broken: agents.promisesBroken[agent],
    ties: new Map(),
  };
}

/** The rows of an agent, in their order, each with its contact. */
export function readRows({ ties }: Population, agent: number): [number, { view: View; w: number; t0: number; trust: number }][] {
  const { ids, start, length } = ties.blocks;
  return Array.from({ length: length[agent] }, (_, place) => {
    const row = start[agent] + place;
    const [C, R, I, S] = ties.beliefs.subarray(row * BELIEFS, (row + 1) * BELIEFS);
    const view = { C, R, I, S, e: ties.evidence[row] };
    return [ids[row], { view, w: ties.strength[row], t0: ties.lastEncounter[row], trust: ties.trust[row] }];
  });
}

/** The items an agent holds, in order, including expired ones that the engine has not dropped yet. */
export function readItems({ news }: Population, agent: number): number[] {
  const { ids, start, length } = news.held;
  return [...ids.subarray(start[agent], start[agent] + length[agent])];
}
