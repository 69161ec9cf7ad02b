import { describe, expect, test } from "vitest";
import type { EvidenceItem } from "../../sim/evidence/evidence-item.ts";
import { unpackItems, unpackMissed } from "../../sim/evidence/packed-evidence.ts";
import { replayEvidence, tickOf } from "../../sim/index.ts";
import { advance } from "../../sim/run/run.ts";
import { beginRun } from "../../workers/begin-run.ts";
import { createEngine } from "../../workers/engine.ts";
import { createEvidence } from "../../workers/evidence.ts";
import type { NewEvidence, Start } from "../../workers/messages.ts";

const start: Start = {
  seed: "evidence",
  parameters: { agents: 40, circle_size: 20, ties_within: 6, turnover: 0.3 },
  interventions: [{ tick: 5, set: { gossip_rate: 0.8 } }],
};
const watch = { tie: [0, 1] } as const;
const ignore = () => undefined;

/** A clock by which every slice has one tick. */
function jumpingClock(meanwhile: () => void = ignore) {
  let now = 0;
  const soon = (callback: () => void) => {
    meanwhile();
    setTimeout(callback);
  };
  return { now: () => (now += 100), soon, later: (callback: () => void) => soon(callback) };
}

/** The evidence of a tie or an agent up to a tick, without a worker. */
function evidenceHere(from: Start, until: number, watched: Parameters<typeof replayEvidence>[1] = watch) {
  const { run } = beginRun(from);
  while (tickOf(run) < 0) advance(run);
  const evidence = replayEvidence(run, watched);
  while (tickOf(run) < until) evidence.advance();
  return evidence;
}

function itemsOf(...found: (NewEvidence | undefined)[]): EvidenceItem[] {
  return found.flatMap((one) => (one === undefined ? [] : unpackItems(one)));
}

describe("the worker's list of evidence", () => {
  test("is that of a replay, in however many pieces, and counts ticks", async () => {
    const commands = createEvidence(jumpingClock());
    commands.watch(start, watch);
    const reached: number[] = [];
    const one = await commands.listUntil(10, start.interventions, false, (tick) => void reached.push(tick));
    const two = await commands.listUntil(40, start.interventions, true, ignore);
    const expected = evidenceHere(start, 40).items;
    expect(expected.length).toBeGreaterThan(3);
    expect(itemsOf(one, two)).toEqual(expected);
    expect([one?.tick, two?.tick]).toEqual([10, 40]);
    expect(reached).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test("of an agent has what it missed, in several answers if it is long", async () => {
    const commands = createEvidence(jumpingClock());
    commands.watch(start, { agent: 3 });
    const answers: NewEvidence[] = [];
    do {
      const found = await commands.listUntil(40, start.interventions, false, ignore);
      if (found === undefined) throw new Error("the worker gave up");
      answers.push(found);
    } while ((answers.at(-1)?.tick ?? 40) < 40);
    const expected = evidenceHere(start, 40, { agent: 3 });
    expect(answers.length).toBeGreaterThan(1);
    expect(expected.missed.length).toBeGreaterThan(3);
    expect(answers.flatMap((one) => unpackMissed(one))).toEqual(expected.missed);
    expect(itemsOf(...answers)).toEqual(expected.items);
  });

  test("has nothing new for a tick in the past", async () => {
    const commands = createEvidence(jumpingClock());
    commands.watch(start, watch);
    await commands.listUntil(20, start.interventions, false, ignore);
    const found = await commands.listUntil(7, start.interventions, false, ignore);
    expect([itemsOf(found), found?.tick]).toEqual([[], 20]);
  });

  test("stops when something else is watched", async () => {
    let slices = 0;
    const commands = createEvidence(jumpingClock(() => ++slices === 5 && commands.watch(start, { tie: [2, 3] })));
    commands.watch(start, watch);
    expect(await commands.listUntil(40, start.interventions, false, ignore)).toBeUndefined();
    expect(slices).toBe(5);
    const found = await commands.listUntil(20, start.interventions, false, ignore);
    expect(itemsOf(found)).toEqual(evidenceHere(start, 20, { tie: [2, 3] }).items);
  });

  test("stops when nothing is watched any more", async () => {
    let slices = 0;
    const commands = createEvidence(jumpingClock(() => ++slices === 5 && commands.unwatch()));
    commands.watch(start, watch);
    expect(await commands.listUntil(40, start.interventions, false, ignore)).toBeUndefined();
    expect(await commands.listUntil(40, start.interventions, false, ignore)).toBeUndefined();
    expect(slices).toBe(5);
  });

  test("follows a run that is changed by hand", async () => {
    const engine = createEngine({ now: () => 0, soon: ignore, later: ignore });
    engine.start(start);
    engine.step(10);
    const before = structuredClone(engine.record().start); // as it crosses threads
    const commands = createEvidence(jumpingClock());
    commands.watch(before, watch);
    const one = await commands.listUntil(10, before.interventions, false, ignore);
    engine.intervene({ set: { follow_through_mean: 0.1 } });
    engine.intervene({ cut_ties: [[0, 1]] });
    engine.step(30);
    const after = engine.record().start;
    const two = await commands.listUntil(40, after.interventions, false, ignore);
    expect(itemsOf(one, two)).toEqual(evidenceHere(after, 40).items);
  });

  test("asks for a new start when the past of the run has changed", async () => {
    const commands = createEvidence(jumpingClock());
    commands.watch(start, watch);
    await commands.listUntil(10, start.interventions, false, ignore);
    expect(await commands.listUntil(12, [], false, ignore)).toBeUndefined();
    expect(await commands.listUntil(12, [...start.interventions, { tick: 9, cut_ties: [[0, 1]] }], false, ignore)).toBeUndefined();
    expect(await commands.listUntil(12, [...start.interventions, { tick: 11, cut_ties: [[0, 1]] }], false, ignore)).toBeDefined();
  });
});

describe("in a world that has settled", () => {
  const settled = { ...start, settled: 30 };

  test("evidence begins at tick 0, whether the burn-in is known or made again", async () => {
    const engine = createEngine({ now: () => 0, soon: ignore, later: ignore });
    engine.start(settled);
    engine.settle(Number.POSITIVE_INFINITY);
    engine.step(10);
    const known = engine.record().start;
    expect(known.world?.length).toBeGreaterThan(0);
    const expected = evidenceHere(settled, 20).items;
    expect(expected[0]).toMatchObject({ tick: 0, kind: "start" });
    for (const from of [known, settled]) {
      const commands = createEvidence(jumpingClock());
      commands.watch(from, watch);
      expect(itemsOf(await commands.listUntil(20, from.interventions, false, ignore))).toEqual(expected);
    }
  });
});
