import { describe, expect, test } from "vitest";
import { advance, createRun, listDifferences, type PastEvent, tickOf, viewTie } from "../../sim/index.ts";
import { measureRipples } from "../../study/ripple/measure-ripples.ts";
import { turnAround } from "../../viz/ripple/past-event.ts";
import { beginRun } from "../../workers/begin-run.ts";
import type { Start } from "../../workers/messages.ts";
import { createRippleWorker } from "../../workers/ripple.ts";
import type { RippleCommands } from "../../workers/ripple-messages.ts";

const start: Start = {
  seed: "a",
  parameters: { agents: 40, circle_size: 20, ties_within: 6, ties_across: 2, favor_rate: 0.5 },
  interventions: [],
  settled: 8,
};
const TICKS = 40;
const plan = { weeks: 20, least: 0.01 };
const ignore = () => undefined;

/** A worker whose clock jumps, so that it lets other commands through after each tick. */
function createWorker(): RippleCommands {
  let time = 0;
  return createRippleWorker({
    now: () => {
      time += 1000;
      return time;
    },
    soon: (callback) => void setImmediate(callback),
  });
}

/** A promise of person 3 that was settled late enough to be behind a keyframe. */
async function promiseOf(worker: RippleCommands, from: Start = start): Promise<PastEvent> {
  const events = await worker.events(from, TICKS, { agent: 3 }, ignore);
  return events.find(({ kind, tick }) => kind === "promise" && tick > 30) as PastEvent;
}

function baseAt(from: Start, tick: number) {
  const { run } = beginRun(from);
  while (tickOf(run) < tick) advance(run);
  return run;
}

test("a ripple has the figures that the command line measures, also from a keyframe", async () => {
  const worker = createWorker();
  const event = turnAround(await promiseOf(worker));
  const { weeks, isMissing, agents } = await worker.follow(start, event, plan, ignore);
  const sources = [event, event].map((one, at) => Object.values(Object(Object(one).promise))[at] as number);
  const arms = [{ name: "as_is", set: {} }];
  const [measured] = [...measureRipples(baseAt(start, 0), [{ event: 1, turn: event, sources }], { ...plan, arms })].filter(
    (one) => one !== undefined,
  );
  expect(isMissing).toBe(false);
  expect(agents).toBe(40);
  expect(weeks.map(({ differences: _, ...week }) => week)).toEqual(measured?.weeks);
  expect(await createWorker().follow(start, event, plan, ignore)).toEqual(await worker.follow(start, event, plan, ignore));
});

test("events that can be turned are those of the log, newest first, and each turns", async () => {
  const worker = createWorker();
  const events = await worker.events(start, TICKS, { agent: 3 }, ignore);
  expect(events.map(({ tick }) => tick)).toEqual(events.map(({ tick }) => tick).toSorted((a, b) => b - a));
  for (const kind of ["promise", "favor", "meeting", "introduction"] as const) {
    const one = events.find((event) => event.kind === kind);
    expect(one?.agents, kind).toContain(3);
    const turned = await worker.follow(start, turnAround(one as PastEvent), { weeks: 1, least: 0.01 }, ignore);
    expect(turned.isMissing, JSON.stringify(one)).toBe(false);
    expect(turned.weeks[0]?.agentCount, JSON.stringify(one)).toBeGreaterThan(0);
  }
  const pair = events[0]?.agents.slice(0, 2).toSorted((a, b) => a - b) as [number, number];
  const between = await worker.events(start, TICKS, { lower: pair[0], upper: pair[1] }, ignore);
  expect(between[0]).toEqual(events[0]);
});

describe("bad requests", () => {
  test("an event that never was turns nothing", async () => {
    const turn = { tick: 20, promise: { asker: 3, promiser: 4, made: 19, outcome: "kept" } } as const;
    const events = await createWorker().events(start, TICKS, { lower: 3, upper: 4 }, ignore);
    expect(events.filter(({ tick, made }) => tick === 20 && made === 19)).toEqual([]);
    expect(await createWorker().follow(start, turn, plan, ignore)).toMatchObject({ isMissing: true, weeks: [] });
  });

  test("an event of nobody is refused", async () => {
    const turn = { tick: 20, promise: { asker: 3, promiser: 999, outcome: "kept" } } as const;
    await expect(createWorker().follow(start, turn, plan, ignore)).rejects.toThrow("999");
  });

  test("a second command takes the place of the first one, and cancel ends it", async () => {
    const worker = createWorker();
    const first = worker.events(start, TICKS, { agent: 3 }, ignore);
    const second = worker.events(start, TICKS, { agent: 4 }, ignore);
    await expect(first).rejects.toThrow("canceled");
    worker.cancel();
    await expect(second).rejects.toThrow("canceled");
  });
});

describe("control: without what lets a third person learn", () => {
  const silent = { gossip: false, bystanders: false, introductions: false, trust_checks: false, news: false };

  test("and without plans, a ripple stays with the two; as it is, it doesn't", async () => {
    const alone: Start = { ...start, parameters: { ...start.parameters, ...silent, meeting_rate: 0.8 } };
    const worker = createWorker();
    const event = await promiseOf(worker, { ...alone, interventions: [{ tick: 10, set: { budget: 0 } }] });
    const still: Start = { ...alone, interventions: [{ tick: 10, set: { budget: 0 } }] };
    const reachedBy = async (from: Start, turned: PastEvent) =>
      (await worker.follow(from, turnAround(turned), plan, ignore)).weeks.flatMap(({ reached }) =>
        reached.map(({ agent }) => agent),
      );
    const stays = await reachedBy(still, event);
    expect(stays.length).toBeGreaterThan(0);
    expect(stays.filter((agent) => !event.agents.includes(agent))).toEqual([]);
    expect((await reachedBy(start, await promiseOf(worker))).length).toBeGreaterThan(2);
  });

  test("a ripple passes only to people whom someone has met whom it had reached before", async () => {
    const alone: Start = { ...start, parameters: { ...start.parameters, ...silent, meeting_together: false } };
    const worker = createWorker();
    const events = (await worker.events(alone, TICKS, { agent: 3 }, ignore)).filter(({ kind }) => kind === "promise");
    let passed = 0;
    for (const event of events.slice(0, 6)) {
      const { weeks } = await worker.follow(alone, turnAround(event), { weeks: 40, least: 0.01 }, ignore);
      const reached = weeks.flatMap((week) => week.reached);
      const since = new Map(reached.map(({ agent, week }) => [agent, week]));
      for (const { agent, via, week } of reached.filter((one) => !event.agents.includes(one.agent))) {
        passed++;
        if (!event.agents.includes(via)) expect(since.get(via), `${via} to ${agent}`).toBeLessThan(week);
      }
    }
    expect(passed).toBeGreaterThan(20);
  });
});

test("the largest differences are those of a walk over all pairs", () => {
  const { parameters, seed } = beginRun(start).run;
  const one = createRun({ parameters, seed });
  const other = createRun({
    parameters,
    seed,
    interventions: [
      { tick: 5, cut_ties: [[0, 1]] },
      { tick: 6, set: { gossip: false } },
    ],
  });
  while (tickOf(one) < 25) {
    advance(one);
    advance(other);
  }
  const pairs = Array.from({ length: 40 }, (_, i) => Array.from({ length: 40 - i - 1 }, (_, k) => [i, i + 1 + k] as const)).flat();
  const changes = pairs
    .map(([i, j]) => {
      const [a, b] = [viewTie(one.population, i, j), viewTie(other.population, i, j)];
      return {
        a,
        b,
        change: (b?.strength ?? 0) - (a?.strength ?? 0),
        shares: a && b && [b.byLower.share - a.byLower.share, b.byUpper.share - a.byUpper.share],
      };
    })
    .filter(({ a, b }) => a !== undefined || b !== undefined);
  const differ = changes.filter(({ a, b, change }) => (a === undefined) !== (b === undefined) || Math.abs(change) >= 0.01);
  const top = (values: number[]) =>
    values
      .map(Math.abs)
      .toSorted((x, y) => y - x)
      .slice(0, 8);
  const { trust, ties } = listDifferences(one.population, other.population, 0.01, 8);
  expect(ties.length).toBe(8);
  expect(ties.map(({ change }) => Math.abs(change))).toEqual(top(differ.map(({ change }) => change)));
  expect(trust.map(({ change }) => Math.abs(change))).toEqual(
    top(changes.flatMap(({ shares }) => shares ?? []).filter((change) => Math.abs(change) >= 0.01)),
  );
});
