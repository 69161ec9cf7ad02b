import type { Population } from "../../sim/population/population.ts";
import { readItems, readPopulation, readRows } from "./read-population.ts";
import type { State, View } from "./reference-state.ts";
import { score, trustShareBy } from "./reference-trust.ts";

/** Written so that NaN is also out of range. */
const within = (x: number, min: number, max: number) => x >= min && x <= max;

/**
 * The faults of a state after a tick, as texts; empty if the state is valid.
 *
 * @param before the state one tick earlier
 */
export function stateFaults(population: Population, before: State): string[] {
  const found: string[] = [];
  const claim = (holds: boolean, text: () => string) => {
    if (!holds) found.push(`tick ${population.tick}: ${text()}`);
  };
  const state = readPopulation(population); // throws if the two rows of a tie differ in strength or last encounter
  const { parameters: p, tick } = population;
  const count = state.people.length;
  const trustShare = trustShareBy(p.trustFunction);
  const fadingRate = p.fading ? p.fadingRate : 0;
  const forgetBelow = p.forgetting ? p.forgetBelow : 0;
  const memory = p.evidenceFades ? p.memory : Number.POSITIVE_INFINITY;

  for (let agent = 0; agent < count; agent++) {
    const rows = readRows(population, agent);
    const was = before.people[agent];
    rows.forEach(([contact, { view, w, t0, trust }], place) => {
      const where = () => `${agent} about ${contact}`;
      claim(contact < count && contact !== agent, () => `${where()} is no contact`);
      claim(place === 0 || rows[place - 1][0] < contact, () => `rows of ${agent} are not ascending at ${contact}`);
      claim(state.people[contact].ties.has(agent), () => `${where()}: not known in return`);
      for (const belief of ["C", "R", "I", "S"] as const)
        claim(within(view[belief], 0, 1), () => `${where()}: ${belief} is ${view[belief]}`);
      claim(within(trust, 0, 1), () => `${where()}: trust share is ${trust}`);
      claim(Math.abs(trust - trustShare(view)) < 1e-12, () => `${where()}: trust share ${trust} is not that of the beliefs`);
      claim(within(score(view), 0.3 - 1e-12, 30 + 1e-12), () => `${where()}: T is ${score(view)}`);
      claim(within(w, 0, 1), () => `${where()}: strength was set to ${w}`);
      claim(Number.isInteger(t0) && within(t0, 0, tick), () => `${where()}: last encounter in tick ${t0}`);
      const strength = w / (1 + fadingRate * (1 - p.fadingProtection * w) * (tick - t0));
      claim(strength >= forgetBelow, () => `${where()}: strength ${strength} is below ${forgetBelow}`);
      claim(view.e >= 0, () => `${where()}: evidence is ${view.e}`);
      const earlier = was.ties.get(contact);
      const since = population.agents.since;
      if (earlier === undefined || Math.max(since[agent], since[contact]) === tick) return;
      const now = (e: number, from: number) => e / (1 + (tick - from) / memory);
      const left = now((earlier.views.get(agent) as View).e, earlier.t0);
      claim(now(view.e, t0) > left - 1e-9, () => `${where()}: evidence fell from ${left} to ${now(view.e, t0)}`);
    });

    const { reach, payoff, kept, broken } = state.people[agent];
    claim(Number.isFinite(payoff), () => `payoff of ${agent} is ${payoff}`);
    for (const [name, now, then] of [
      ["reach", reach, was.reach],
      ["kept", kept, was.kept],
      ["broken", broken, was.broken],
    ] as const)
      claim(now >= then, () => `${name} of ${agent} fell to ${now}`);

    const items = readItems(population, agent);
    items.forEach((item, place) => {
      claim(within(item, 0, state.nextItem - 1), () => `${agent} holds item ${item}, which is not born`);
      claim(place === 0 || items[place - 1] < item, () => `items of ${agent} are not ascending at ${item}`);
    });
  }

  for (const { asker, promiser, made, due } of state.promises) {
    const which = () => `promise of ${promiser} to ${asker}, made in ${made}, due in ${due}`;
    claim(state.people[asker].ties.has(promiser), () => `${which()}: the tie is forgotten`);
    claim(made <= tick && due > tick && within(due - made, 1, p.longestDue), which);
  }
  return found;
}
