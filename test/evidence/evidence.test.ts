import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EvidenceItem, FourBeliefs, Watch } from "../../sim/evidence/evidence-item.ts";
import { packEvidence, unpackItems } from "../../sim/evidence/packed-evidence.ts";
import { replayEvidence } from "../../sim/evidence/replay-evidence.ts";
import { checkpoint, restore } from "../../sim/run/checkpoint.ts";
import { advance, tickOf } from "../../sim/run/run.ts";
import { stateHash } from "../../sim/run/state-hash.ts";
import { eventRows, listen } from "../../sim/run/tables.ts";
import { few, makeRun } from "../helpers/make-run.ts";
import { readPopulation } from "../helpers/read-population.ts";
import type { State } from "../helpers/reference-state.ts";

const parameters = {
  ...few,
  agents: 30,
  circle_size: 15,
  turnover: 0.3,
  favor_rate: 0.5,
  gossip_rate: 0.8,
  bystander_share: 0.5,
  introduction_rate: 0.3,
  longest_due: 4,
  news_rate: 0.3,
};
const TICKS = 40;
const interventions = [
  { tick: 20, cut_ties: [[0, 1]] },
  { tick: 24, add_ties: [[0, 1]], strength: 0.5 },
  { tick: 30, remove: 2 },
];

const wanted = (seed: string, firstEncounters = true) => ({
  parameters: { ...parameters, first_encounters: firstEncounters },
  seed,
  interventions,
});

/** The beliefs of one agent about another in a state. */
function beliefsIn(state: State, believer: number, about: number): FourBeliefs | undefined {
  const view = state.people[believer]?.ties.get(about)?.views.get(believer);
  return view && [view.C, view.R, view.I, view.S];
}

/** Goes through the items of one direction: each must begin where the one before it ended. Returns the last beliefs. */
function replayItems(items: readonly EvidenceItem[], believer: number): FourBeliefs | undefined {
  let beliefs: FourBeliefs | undefined;
  for (const item of items) {
    if (item.believer !== believer) continue;
    expect(item.before, `tick ${item.tick}, ${item.kind}`).toEqual(beliefs);
    beliefs = item.after;
  }
  return beliefs;
}

/** The list that the page shows: the items after they have crossed threads. */
const asThePageHasThem = ({ items }: { readonly items: readonly EvidenceItem[] }) => unpackItems(packEvidence(items, []));

/** Replays a run with a watch, and checks after each tick that the items so far give the beliefs to the last bit. */
function checkEvidence(seed: string, watch: Watch, pairs: readonly (readonly [number, number])[], firstEncounters = true) {
  const run = makeRun(wanted(seed, firstEncounters));
  const plain = makeRun(wanted(seed, firstEncounters));
  const evidence = replayEvidence(run, watch);
  for (let tick = 1; tick <= TICKS; tick++) {
    evidence.advance();
    advance(plain);
    const state = readPopulation(plain.population);
    for (const [believer, about] of pairs)
      expect(replayItems(asThePageHasThem(evidence), believer), `tick ${tick}`).toEqual(beliefsIn(state, believer, about));
  }
  expect(stateHash(run)).toBe(stateHash(plain));
  return evidence;
}

describe("replaying the listed evidence gives the beliefs to the last bit", () => {
  test("of any tie, with any seed", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(29), fc.integer({ min: 1, max: 29 }), fc.boolean(), (seed, one, step, first) => {
        const other = (one + step) % 30;
        checkEvidence(
          seed,
          { tie: [one, other] },
          [
            [one, other],
            [other, one],
          ],
          first,
        );
      }),
      { seed: 11, numRuns: 25 },
    );
  });

  test("of all that others believe of an agent", () => {
    for (const [seed, agent] of [
      ["a", 5],
      ["b", 0],
      ["c", 2],
    ] as const)
      checkEvidence(
        seed,
        { agent },
        Array.from({ length: 30 }, (_, one) => [one, agent] as const).filter(([one]) => one !== agent),
      );
  });

  test("from a checkpoint on", () => {
    const run = makeRun(wanted("a"));
    while (tickOf(run) < 15) advance(run);
    const late = restore(checkpoint(run));
    const evidence = replayEvidence(late, { tie: [0, 1] });
    while (tickOf(late) < TICKS) evidence.advance();
    expect(replayItems(evidence.items, 0)).toEqual(beliefsIn(readPopulation(late.population), 0, 1));
    expect(evidence.items.every(({ tick }) => tick >= 15)).toBe(true);
  });
});

describe("the evidence of an agent is what the events say", () => {
  const agent = 5;
  const run = makeRun(wanted("events"));
  const evidence = replayEvidence(run, { agent });
  const events: (readonly unknown[])[] = [];
  listen(run);
  while (tickOf(run) < TICKS) {
    evidence.advance();
    events.push(...eventRows(run));
  }
  const ofKind = (kind: string, pick: (from: number, to: number) => number) =>
    events
      .filter(([, one, from, to]) => one === kind && (from === agent || to === agent) && pick(Number(from), Number(to)) >= 0)
      .map(([tick, , from, to]) => `${tick} ${pick(Number(from), Number(to))}`);
  const items = (kind: string) =>
    evidence.items.filter((one) => one.kind === kind).map(({ tick, believer }) => `${tick} ${believer}`);
  const missed = (kind: string) => evidence.missed.filter((one) => one.kind === kind).map(({ tick, by }) => `${tick} ${by}`);

  test.each([
    ["kept", "promise_kept"],
    ["broken", "promise_broken"],
    ["refused", "refused"],
  ])("%s", (kind, event) => {
    const expected = ofKind(event, (from, to) => (from === agent ? to : -1));
    expect(expected.length).toBeGreaterThan(2);
    expect(items(kind)).toEqual(expected);
  });

  test("thanks", () => {
    expect(items("thanks")).toEqual(ofKind("thanks", (from, to) => (from === agent ? to : -1)));
  });

  test("gossip names who told it, among all events of gossip about the agent", () => {
    const told = new Set(
      events
        .filter(([, kind, , , about]) => kind === "gossip" && about === agent)
        .map(([tick, , from, to]) => `${tick} ${to} ${from}`),
    );
    const listed = evidence.items
      .filter(({ kind }) => kind === "gossip")
      .map(({ tick, believer, source }) => `${tick} ${believer} ${source}`);
    expect(listed.length).toBeGreaterThan(5);
    expect(listed.filter((one) => !told.has(one))).toEqual([]);
  });

  test("ties that begin name the introducer", () => {
    const formed = events
      .filter(([, kind, from, to]) => kind === "tie_formed" && (from === agent || to === agent))
      .map(([tick, , from, to, about]) => `${tick} ${from === agent ? to : from} ${about ?? -1}`);
    const listed = evidence.items
      .filter(({ kind }) => kind === "began")
      .map(({ tick, believer, source }) => `${tick} ${believer} ${source}`);
    expect(formed.some((one) => !one.endsWith("-1"))).toBe(true);
    expect(listed.sort()).toEqual(formed.sort());
  });

  test("what it missed: refused favors, declined trust checks, and news that nobody used", () => {
    expect(missed("favor")).toEqual(ofKind("refused", (from, to) => (to === agent ? from : -1)));
    expect(missed("trust_check")).toEqual(ofKind("declined", (from, to) => (to === agent ? from : -1)));
    const used = ofKind("news_used", (from, to) => (to === agent ? from : -1));
    const offered = ofKind("news_offered", (from, to) => (from === agent ? to : -1));
    expect(missed("news").length).toBe(offered.length - used.length);
    expect(missed("news").length).toBeGreaterThan(3);
    expect(missed("introduction").length).toBeGreaterThan(0);
  });
});
