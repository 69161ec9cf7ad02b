import { describe, expect, test } from "vitest";
import { TRAITS } from "../../sim/parameters/trait-names.ts";
import { eventKinds } from "../../sim/population/event-log.ts";
import { strangers } from "../../sim/population/people.ts";
import type { Population } from "../../sim/population/population.ts";
import { advance, type Run } from "../../sim/run/run.ts";
import { advanceTo, few, makeRun } from "../helpers/make-run.ts";
import { readItems, readPopulation } from "../helpers/read-population.ts";
import { stateFaults } from "../helpers/state-faults.ts";

/** Much news and long promises, so that an agent that leaves has some of both. */
const parameters = { ...few, news_rate: 0.5, favor_rate: 0.8, longest_due: 20, introduction_rate: 0.2 };

/** All agents involved in an event recorded since the last call. */
function involved({ events }: Population): Set<number> {
  const agents = new Set<number>();
  for (let at = 0; at < events.kept; at++) {
    agents.add(events.from[at]).add(events.to[at]);
    const kind = eventKinds[events.kind[at]];
    if (kind === "gossip" || kind === "introduction" || kind === "tie_formed") agents.add(events.about[at]);
  }
  events.kept = 0;
  return agents;
}

/** Agents that know someone, are known by someone, are part of a promise, or hold news. */
function withAnything(population: Population): Set<number> {
  const { people, promises } = readPopulation(population);
  const agents = new Set<number>();
  people.forEach(({ ties }, i) => {
    for (const j of ties.keys()) agents.add(i).add(j);
    if (readItems(population, i).length > 0) agents.add(i);
  });
  for (const { asker, promiser } of promises) agents.add(asker).add(promiser);
  return agents;
}

describe("agents who leave", () => {
  const gone = [0, 7, 21, 49];
  const run = makeRun({ parameters, interventions: [{ tick: 30, remove: gone }] });
  const before = advanceTo(run, 29) && withAnything(run.population);
  const promised = readPopulation(run.population).promises.filter(
    ({ asker, promiser }) => gone.includes(asker) || gone.includes(promiser),
  );
  const all = readPopulation(run.population);
  run.population.events.listening = 1;
  advance(run);

  test("have ties, promises and news until then", () => {
    for (const agent of gone) expect(before).toContain(agent);
    expect(promised.length).toBeGreaterThan(4);
  });

  test("lose their ties, promises and news, and nobody else does", () => {
    const left = withAnything(run.population);
    for (const agent of gone) expect(left).not.toContain(agent);
    // Among the others, only faded ties, promises that fell due and promises made in that tick differ.
    const counts = (kind: (typeof eventKinds)[number]) =>
      [...run.population.events.kind.subarray(0, run.population.events.kept)].filter((one) => eventKinds[one] === kind).length;
    const among = (state: typeof all) =>
      state.people.reduce(
        (sum, { ties }, i) => sum + (gone.includes(i) ? 0 : [...ties.keys()].filter((j) => j > i && !gone.includes(j)).length),
        0,
      );
    expect(among(readPopulation(run.population))).toBe(among(all) + counts("tie_formed") - counts("tie_forgotten"));
  });

  test("are no longer met, talked about or introduced, and their index is never reused", () => {
    expect([...involved(run.population)].filter((agent) => gone.includes(agent))).toEqual([]);
    for (let tick = 31; tick <= 90; tick++) {
      const then = readPopulation(run.population);
      advance(run);
      const left = withAnything(run.population);
      const met = involved(run.population);
      for (const agent of gone) expect(left.has(agent) || met.has(agent)).toBe(false);
      expect(stateFaults(run.population, then)).toEqual([]);
    }
    expect(run.population.circles.present).toHaveLength(46);
    for (const agent of gone) expect(run.population.circles.present).not.toContain(agent);
  });

  test("leave an index that nobody added later gets, not even if the last agent has left", () => {
    const later = makeRun({
      parameters,
      interventions: [
        { tick: 2, remove: 49 },
        { tick: 3, add: 2 },
        { tick: 4, remove: [50, 51] },
        { tick: 5, add: 1 },
      ],
    });
    expect([...advanceTo(later, 5).population.circles.present].slice(-2)).toEqual([48, 52]);
  });

  test("can be all agents: then nothing happens, and an agent added later begins alone", () => {
    const empty = makeRun({
      parameters,
      interventions: [
        { tick: 5, remove: "all" },
        { tick: 9, add: 3 },
      ],
    });
    const counts = advanceTo(empty, 4).population.events.counts.slice();
    advanceTo(empty, 8);
    expect(empty.population.events.counts).toEqual(counts);
    expect(withAnything(empty.population).size).toBe(0);
    advanceTo(empty, 40);
    expect([...empty.population.circles.present]).toEqual([50, 51, 52]);
    expect(empty.population.events.counts[eventKinds.indexOf("tie_formed")]).toBeGreaterThan(
      counts[eventKinds.indexOf("tie_formed")],
    );
  });
});

describe("agents who are added", () => {
  test("are drawn by their index, the seed and the tick in which they come, whatever happened before", () => {
    const additions = [
      { tick: 10, add: 4 },
      { tick: 30, add: 6 },
    ];
    const later = advanceTo(makeRun({ parameters, interventions: additions }), 30);
    const other = advanceTo(
      makeRun({ parameters: { ...parameters, agents: 49, gossip: false }, interventions: [{ tick: 3, add: 1 }, ...additions] }),
      30,
    );
    const person = ({ population: { agents } }: Run, agent: number) => ({
      traits: [...agents.traits.subarray(agent * TRAITS, (agent + 1) * TRAITS)],
      rest: [agents.domain[agent], agents.expertise[agent], agents.status[agent], agents.circle[agent], agents.since[agent]],
    });
    for (let agent = 50; agent < 60; agent++) expect(person(later, agent)).toEqual(person(other, agent));
    expect([...later.population.agents.since.subarray(48, 60)]).toEqual([0, 0, 10, 10, 10, 10, 30, 30, 30, 30, 30, 30]);
    expect(person(other, 49).traits).not.toEqual(person(later, 49).traits); // came in tick 3 in the other run
  });

  test("know nobody at first, and then form ties", () => {
    const run = makeRun({
      parameters: { ...parameters, meeting_rate: 0 },
      interventions: [{ tick: 10, add: 3, circle: 0 }],
    });
    advanceTo(run, 10);
    expect([...run.population.ties.blocks.length.subarray(50, 53)]).toEqual([0, 0, 0]);
    const meeting = makeRun({
      parameters: { ...parameters, meeting_rate: 1 },
      interventions: [{ tick: 10, add: 3, circle: 0 }],
    });
    const { people } = readPopulation(advanceTo(meeting, 20).population);
    for (const agent of [50, 51, 52]) expect(people[agent].ties.size).toBeGreaterThan(2);
  });

  test("join the named circle, or the only one, or the one of their index", () => {
    const circleOf = (given: Record<string, unknown>, addition: object) => {
      const run = advanceTo(makeRun({ parameters: { ...few, ...given }, interventions: [{ tick: 1, add: 11, ...addition }] }), 1);
      return [...run.population.agents.circle.subarray(50, 61)];
    };
    expect(circleOf({}, { circle: 1 })).toEqual(Array(11).fill(1));
    expect(circleOf({}, { circle: 9 })).toEqual(Array(11).fill(9));
    expect(circleOf({}, {})).toEqual([...Array(10).fill(2), 3]);
    expect(circleOf({ network: "random" }, {})).toEqual(Array(11).fill(0));
    expect(circleOf({ circle_size: 50, ties_across: 0 }, {})).toEqual(Array(11).fill(0));
  });

  test("have the given names and traits, and are drawn with the means of that tick", () => {
    const people = strangers(Array.from({ length: 50 }, (_, agent) => `agent ${agent}`));
    const run = makeRun({
      parameters: { ...few, trait_spread: 0 },
      people,
      interventions: [
        { tick: 2, set: { openness_mean: 0.7 } },
        { tick: 3, add: 1, circle: 0 },
        { tick: 4, add: 2, circle: 0, names: ["Dot", "Eva"], traits: { boasting: 0.9 } },
      ],
    });
    advanceTo(run, 4);
    expect(run.names.slice(48)).toEqual(["agent 48", "agent 49", "", "Dot", "Eva"]);
    const traits = (agent: number) => [...run.population.agents.traits.subarray(agent * TRAITS, agent * TRAITS + 5)];
    expect(traits(50)).toEqual([0.6, 0.25, 0.3, 0.88, 0.7]);
    expect(traits(52)).toEqual([0.6, 0.9, 0.3, 0.88, 0.7]);
  });

  test("can outnumber the existing agents by far", () => {
    const run = makeRun({
      parameters,
      interventions: [
        { tick: 3, add: 400, circle: 1 },
        { tick: 5, add: 200 },
      ],
    });
    for (let tick = 1; tick <= 12; tick++) {
      const then = tick === 3 || tick === 5 ? undefined : readPopulation(run.population);
      advance(run);
      if (then !== undefined) expect(stateFaults(run.population, then)).toEqual([]);
    }
    expect(run.population.circles.present).toHaveLength(650);
    expect(withAnything(run.population).has(649)).toBe(true);
  });
});

describe("agents who move", () => {
  const run = makeRun({
    parameters,
    interventions: [
      { tick: 5, move: { circle: 2 }, to_circle: 0 },
      { tick: 6, move: [0], to_circle: 4 },
    ],
  });

  test("belong to their new circle and no longer to the old one", () => {
    advanceTo(run, 6);
    const { members, start } = run.population.circles;
    const circle = (c: number) => [...members.subarray(start[c], start[c + 1])];
    const range = (from: number, to: number) => Array.from({ length: to - from }, (_, k) => from + k);
    expect([circle(0), circle(1), circle(2), circle(3), circle(4)]).toEqual([
      [...range(1, 20), ...range(40, 50)],
      range(20, 40),
      [],
      [],
      [0],
    ]);
  });

  test("meet their contacts at the richness of their circle from that tick on", () => {
    const onlyOrdinary = { follow_up: false, fresh_ties: false, rising_richness: false, meetings: false };
    const richness = (interventions: unknown[]) => {
      const moved = makeRun({ parameters: { ...parameters, ...onlyOrdinary }, interventions });
      moved.population.events.listening = 1;
      advanceTo(moved, 3);
      moved.population.events.kept = 0;
      advance(moved);
      const { events } = moved.population;
      const met = [...Array(events.kept).keys()].filter((at) => eventKinds[events.kind[at]] === "encounter");
      return new Set(met.map((at) => events.value[at]));
    };
    expect(richness([])).toEqual(new Set([0.9, 0.22]));
    expect(richness([{ tick: 4, move: "all", to_circle: 1 }])).toEqual(new Set([0.9]));
    const apart = Array.from({ length: 50 }, (_, agent) => ({ tick: 4, move: agent, to_circle: agent }));
    expect(richness(apart)).toEqual(new Set([0.22]));
  });

  test("run into members of their new circle", () => {
    const parametersOf = { ...few, budget: 0, outside_pull: 0, meeting_rate: 1, ties_within: 0, ties_across: 0 };
    const moved = advanceTo(makeRun({ parameters: parametersOf, interventions: [{ tick: 1, move: 0, to_circle: 2 }] }), 12);
    const contacts = [...readPopulation(moved.population).people[0].ties.keys()];
    expect(contacts.length).toBeGreaterThan(3);
    for (const contact of contacts) expect(contact).toBeGreaterThanOrEqual(40);
  });
});
