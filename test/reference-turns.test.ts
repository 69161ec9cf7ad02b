import { describe, expect, test } from "vitest";
import type { eventKinds } from "../sim/population/event-log.ts";
import type { Intervention } from "../sim/run/interventions.ts";
import { advance } from "../sim/run/run.ts";
import { stateHash } from "../sim/run/state-hash.ts";
import { eventRows, listen } from "../sim/run/tables.ts";
import { differences } from "./helpers/compare-states.ts";
import { few, makeRun } from "./helpers/make-run.ts";
import { readPopulation } from "./helpers/read-population.ts";
import { ReferenceRun } from "./helpers/reference-interventions.ts";
import { startState } from "./helpers/reference-start.ts";

const TICKS = 24;

/** Everything that can be turned happens often. */
const parameters = {
  ...few,
  agents: 40,
  turnover: 0.2,
  favor_rate: 0.6,
  longest_due: 6,
  introduction_rate: 0.4,
  meeting_rate: 0.5,
  status_bias_mean: 0.6,
};

const wanted = { parameters, seed: "turned" };

interface Event {
  readonly tick: number;
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly about: number | undefined;
}

/** The events of the run without interventions. */
function listEvents(): Event[] {
  const run = makeRun(wanted);
  const events: Event[] = [];
  listen(run);
  for (let t = 1; t <= TICKS; t++) {
    advance(run);
    for (const [tick, kind, from, to, about] of eventRows(run)) events.push({ tick, kind, from, to, about } as unknown as Event);
  }
  return events;
}

const events = listEvents();

/** Whether nothing like it happens to the pair a tick later, so that an event of that tick never was. */
function isAlone({ kind, tick, from, to }: Event): boolean {
  const isOfPromise = kind.startsWith("promise_");
  return !events.some(
    (one) =>
      one.tick === tick + 1 &&
      one.from === from &&
      one.to === to &&
      (isOfPromise ? one.kind.startsWith("promise_") : one.kind === kind),
  );
}

function firstOf(kind: (typeof eventKinds)[number], after: number): Event {
  const found = events.find((event) => event.kind === kind && event.tick > after && isAlone(event));
  if (found === undefined) throw new Error(`no ${kind} after tick ${after}`);
  return found;
}

/** Runs engine and second program and compares them after each tick, to the last bit. */
function runBoth(interventions: readonly Intervention[]) {
  const run = makeRun({ ...wanted, interventions });
  const twin = new ReferenceRun(run.parameters, run.seed, startState(run.parameters, run.seed), run.interventions);
  const hashes: string[] = [];
  for (let t = 1; t <= TICKS; t++) {
    advance(run);
    twin.step();
    expect(differences(readPopulation(run.population), twin.state, 0), `tick ${t}`).toEqual([]);
    hashes.push(stateHash(run));
  }
  expect(run.missing).toEqual(twin.missing);
  return { run, hashes };
}

const asDrawn = runBoth([]);

/** The interventions that turn an event, one with its other outcome and one with the outcome that it has anyway. */
const broken = firstOf("promise_broken", 3);
const kept = firstOf("promise_kept", 6);
const refused = firstOf("refused", 4);
const promised = firstOf("promise_made", 5);
const introduced = events.find((event) => event.kind === "introduction" && leadsToTie(event)) as Event;
const formed = events.find((event) => event.kind === "tie_formed" && event.about === undefined) as Event;

type Turned = [what: string, tick: number, turned: Intervention, asBefore: Intervention];

function turns(what: string, tick: number, event: (outcome: string) => object, outcome: string, before: string): Turned {
  return [what, tick, { tick, ...event(outcome) } as Intervention, { tick, ...event(before) } as Intervention];
}

const cases: Turned[] = [
  turns("a broken promise", broken.tick, promiseOf(broken), "kept", "broken"),
  turns("a kept promise", kept.tick, promiseOf(kept), "broken", "kept"),
  turns("a refused favor", refused.tick, favorOf(refused), "agreed", "refused"),
  turns("a favor that was agreed to", promised.tick, favorOf(promised), "refused", "agreed"),
  turns("an introduction", introduced.tick, introductionOf(introduced), "declined", "engaged"),
  turns("a meeting of strangers", formed.tick, meetingOf(formed), "missed", "met"),
];

function leadsToTie({ tick, from, to, about }: Event): boolean {
  const pair = [to, about].sort((a, b) => Number(a) - Number(b)).join();
  return events.some(
    (one) => one.kind === "tie_formed" && one.tick === tick && one.about === from && [one.from, one.to].join() === pair,
  );
}
function promiseOf({ from, to }: Event) {
  return (outcome: string) => ({ promise: { asker: to, promiser: from, outcome } });
}
function favorOf({ from, to }: Event) {
  return (outcome: string) => ({ favor: { asker: to, asked: from, outcome } });
}
function introductionOf({ from, to, about }: Event) {
  return (outcome: string) => ({ introduction: { introducer: from, agent: to, person: about, outcome } });
}
function meetingOf({ from, to }: Event) {
  return (outcome: string) => ({ meeting: { agent: to, other: from, outcome } });
}

describe("a turned event", () => {
  test.each(cases)("%s changes the run from its tick on, as the description says", (_, tick, turned) => {
    const { run, hashes } = runBoth([turned]);
    expect(run.missing).toEqual([]);
    expect(hashes.slice(0, tick - 1)).toEqual(asDrawn.hashes.slice(0, tick - 1));
    expect(hashes[tick - 1]).not.toBe(asDrawn.hashes[tick - 1]);
  });

  test.each(cases)("%s with the outcome that it has anyway changes nothing", (_, _tick, _turned, asBefore) => {
    const { run, hashes } = runBoth([asBefore]);
    expect(run.missing).toEqual([]);
    expect(hashes).toEqual(asDrawn.hashes);
  });

  test.each(cases)("%s that never was changes nothing, and the run says so", (_, tick, turned) => {
    // Only one person is drawn for an introduction, so that of another one never was. The others don't happen again a tick later.
    const late =
      "introduction" in turned
        ? { tick, introduction: { ...turned.introduction, person: Number(turned.introduction.person) - 1 } }
        : { ...turned, tick: tick + 1 };
    const { run, hashes } = runBoth([late]);
    expect(run.missing).toEqual([late]);
    expect(hashes).toEqual(asDrawn.hashes);
  });

  test("all of them in one run", () => {
    runBoth(cases.map(([, , turned]) => turned).toSorted((a, b) => a.tick - b.tick));
  });

  test("the last of two that contradict each other counts", () => {
    const [, tick, turned, asBefore] = cases[0] as Turned;
    expect(runBoth([turned, asBefore]).hashes).toEqual(asDrawn.hashes);
    expect(runBoth([asBefore, turned]).hashes[tick - 1]).not.toBe(asDrawn.hashes[tick - 1]);
  });
});

describe("of several promises of a pair that are due in one tick", () => {
  const due = new Map<string, Event[]>();
  for (const event of events.filter(({ kind }) => kind === "promise_kept" || kind === "promise_broken")) {
    const key = [event.tick, event.from, event.to].join();
    due.set(key, [...(due.get(key) ?? []), event]);
  }
  const several = [...due.values()].find((list) => list.length > 1) as Event[];
  const { tick, from: promiser, to: asker } = several[0] as Event;
  const made = events.filter((one) => one.kind === "promise_made" && one.from === promiser && one.to === asker && one.tick < tick);

  test("`made` says which one; without it, the first counts", () => {
    const outcomes = (promise: object) => {
      const { run } = runBoth([{ tick, promise: { asker, promiser, ...promise } } as Intervention]);
      return [run.missing.length, run.population.agents.promisesKept[promiser]];
    };
    const byMade = made.map(({ tick: day }) => [day, outcomes({ made: day, outcome: "broken" })] as const);
    const found = byMade.filter(([, [missing]]) => missing === 0);
    expect(found.length).toBeGreaterThan(1);
    expect(outcomes({ outcome: "broken" })).toEqual(found[0]?.[1]);
  });
});
