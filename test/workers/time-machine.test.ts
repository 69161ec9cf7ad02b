import { describe, expect, test } from "vitest";
import { InputError } from "../../sim/index.ts";
import type { EngineCommands, Start } from "../../workers/messages.ts";
import { engineAndView, giveAllBack, headlessHash, headlessRows, rowsOf, small } from "../helpers/engine-bench.ts";

const settled: Start = { ...small, settled: 60 };

/** A run with what a person does by hand: sliders, a promise that everybody breaks for a while, and a newcomer. */
function playByHand(start: Start, ticks: number) {
  const { engine, view } = engineAndView();
  engine.start(start);
  engine.settle(Number.POSITIVE_INFINITY);
  for (let tick = 0; tick < ticks; tick++) {
    if (tick === 20) engine.intervene({ set: { follow_through_mean: 0.2 } });
    if (tick === 50) engine.intervene({ set_traits: { follow_through: 0 }, agents: [7], until: 70 });
    if (tick === 90) engine.intervene({ add: 3 });
    engine.step(1);
  }
  return { engine, view };
}

function visit(engine: EngineCommands, tick: number): string {
  if (!engine.visit(tick)) while (engine.travel(1) !== 0);
  return engine.stateHash();
}

function replan(engine: EngineCommands, interventions: Start["interventions"], tick: number): void {
  if (!engine.replan(interventions, tick)) while (engine.travel(1) !== 0);
}

/** Forward, backward and at random, near and far. */
const visits = [0, 1, 25, 26, 27, 60, 130, 129, 104, 52, 51, 3, 111, 8, 139, 21, 20, 91, 90, 140, 0];

describe.each([
  ["a run", small],
  ["a run in a settled world", settled],
])("the past of %s", (_, start) => {
  test("is the same on every visit as in the run without a page", () => {
    const { engine } = playByHand(start, 140);
    const { start: recorded } = engine.record();
    const known = new Map<number, string>();
    for (const tick of visits) {
      const hash = visit(engine, tick);
      known.set(tick, known.get(tick) ?? headlessHash(recorded, tick));
      expect([tick, hash]).toEqual([tick, known.get(tick)]);
    }
  });

  test("shows and answers what the engine showed and answered then", () => {
    const { engine, view } = engineAndView();
    engine.start(start);
    engine.settle(Number.POSITIVE_INFINITY);
    const then: unknown[] = [];
    let given = 0;
    for (let tick = 0; tick <= 140; tick++) {
      const { snapshot } = view.frames[view.frames.length - 1];
      then.push(
        structuredClone([
          snapshot.tick,
          snapshot.reach.slice(0, 40),
          snapshot.trustReceived.slice(0, 40),
          engine.agent(5),
          engine.tie(0, 1),
          engine.ways(),
        ]),
      );
      given = giveAllBack(view, given);
      engine.step(1);
    }
    for (const tick of [100, 30, 140, 60, 0, 119]) {
      given = giveAllBack(view, given);
      visit(engine, tick);
      const { snapshot, present } = view.frames[view.frames.length - 1];
      expect(present).toBe(141);
      expect([
        snapshot.tick,
        snapshot.reach.slice(0, 40),
        snapshot.trustReceived.slice(0, 40),
        engine.agent(5),
        engine.tie(0, 1),
        engine.ways(),
      ]).toEqual(then[tick]);
    }
  });

  test("leaves the present as it was", () => {
    const { engine, view } = playByHand(start, 140);
    const before = engine.stateHash();
    visit(engine, 33);
    visit(engine, 100);
    expect(engine.record().ticks).toBe(140);
    expect(visit(engine, 140)).toBe(before);
    visit(engine, 5);
    engine.stopTravel();
    expect(engine.stateHash()).toBe(before);
    engine.step(10);
    expect(engine.stateHash()).toBe(headlessHash(engine.record().start, 150));
    giveAllBack(view, 0);
    expect(rowsOf(view.frames).map(([tick]) => tick)).toEqual(Array.from({ length: 151 }, (_, tick) => tick));
  });

  test("plays again as it was, and then goes on as the run", () => {
    const { engine } = playByHand(start, 140);
    visit(engine, 100);
    const recorded = engine.record().start;
    engine.step(39);
    expect(engine.stateHash()).toBe(headlessHash(recorded, 139));
    engine.step(1);
    engine.step(5);
    expect(engine.record().ticks).toBe(145);
    expect(engine.stateHash()).toBe(headlessHash(recorded, 145));
  });
});

describe.each([
  ["a run", small],
  ["a run in a settled world", settled],
])("other interventions in the past of %s", (_, start) => {
  const lists = [
    ["one more", (list) => [{ tick: 35, set: { gossip: false } }, ...list]],
    ["one less", (list) => list.slice(1)],
    ["one that is moved", ([first, ...rest]) => [...rest, { ...first, tick: 101 }]],
    ["none at all", () => []],
    ["one that is planned for later", (list) => [...list, { tick: 300, remove: 3 }]],
  ] as const satisfies readonly (readonly [string, (list: Start["interventions"]) => Start["interventions"]])[];

  test.each(lists)("%s: the run is as if it had been started with them", (_, change) => {
    const { engine, view } = playByHand(start, 140);
    giveAllBack(view, 0);
    const given = [...engine.record().start.interventions];
    const before = view.frames.length;
    replan(engine, change(given), 140);
    const { start: recorded, ticks } = engine.record();
    expect(recorded.interventions).toHaveLength(change(given).length);
    expect(ticks).toBe(140);
    expect(engine.stateHash()).toBe(headlessHash({ ...start, interventions: change(given) }, 140));
    const changed = view.frames.slice(before).find(({ cut }) => cut !== undefined);
    const later = rowsOf(view.frames.slice(before));
    const headless = headlessRows({ ...start, interventions: change(given) }, 140);
    expect(later).toEqual(changed?.cut === undefined ? [] : headless.slice(changed.cut + 1));
    visit(engine, 77);
    expect(engine.stateHash()).toBe(headlessHash(recorded, 77));
  });

  test("there and back again gives the run that it was", () => {
    const { engine } = playByHand(start, 140);
    const given = [...engine.record().start.interventions];
    const hash = engine.stateHash();
    replan(engine, given, 60);
    expect(engine.record().ticks).toBe(60);
    engine.intervene({ set: { openness_mean: 0.9 } });
    engine.step(20);
    expect(engine.stateHash()).toBe(headlessHash(engine.record().start, 80));
    expect(engine.stateHash()).not.toBe(headlessHash({ ...start, interventions: given }, 80));
    replan(engine, given, 140);
    expect(engine.stateHash()).toBe(hash);
  });

  test("a faulty list is refused with every fault, and an unfinished change leaves no trace", () => {
    const { engine } = playByHand(start, 140);
    const hash = engine.stateHash();
    expect(() =>
      engine.replan(
        [
          { tick: 0, remove: 1 },
          { tick: 3, set: { noise: 7 } },
        ],
        140,
      ),
    ).toThrow(InputError);
    expect(engine.replan([], 140)).toBe(false);
    expect(engine.travel(1)).toBeGreaterThan(0);
    engine.stopTravel();
    expect(engine.travel(1)).toBeUndefined();
    expect(engine.stateHash()).toBe(hash);
    engine.step(3);
    expect(engine.stateHash()).toBe(headlessHash(engine.record().start, 143));
  });
});
