import { describe, expect, test } from "vitest";
import { takeSnapshot } from "../../../../sim/snapshot/take-snapshot.ts";
import { copyGraph } from "../../../../viz/network/layout/layout-client.ts";
import { chooseTies, strokeOf } from "../../../../viz/network/ties/choose-ties.ts";
import { countLasting, type DrawnTies, Stroke, TieChange } from "../../../../viz/network/ties/drawn-ties.ts";
import { createTieHistory } from "../../../../viz/network/ties/tie-history.ts";
import { makeGraph } from "../../../helpers/make-graph.ts";
import { advanceTo, makeRun } from "../../../helpers/make-run.ts";

const names = {
  stroke: Object.fromEntries(Object.entries(Stroke).map(([name, value]) => [value, name])),
  change: Object.fromEntries(Object.entries(TieChange).map(([name, value]) => [value, name])),
};

/** What is drawn, as text, one tie an entry. */
function read({ count, lower, upper, stroke, change }: DrawnTies): string[] {
  return Array.from({ length: count }, (_, k) => `${lower[k]}-${upper[k]} ${names.stroke[stroke[k]]} ${names.change[change[k]]}`);
}

describe("the ties to draw", () => {
  test("are active, have a stroke by strength and bridge, and are sorted by stroke", () => {
    // A triangle with one faint tie, a bridge to 3, and a faded tie to 4.
    const graph = makeGraph(5, [
      [0, 1, 0.9],
      [0, 2, 0.06],
      [1, 2, 0.3],
      [2, 3, 0.2],
      [3, 4, 0.04],
    ]);
    const ties = chooseTies(graph, "best", -1, createTieHistory());
    expect(read(ties)).toEqual(["0-2 WEAK APPEARS", "1-2 WEAK APPEARS", "2-3 BRIDGE APPEARS", "0-1 STRONG APPEARS"]);
    expect([...ties.strength]).toEqual([0.06, 0.3, 0.2, 0.9].map(Math.fround));
    expect([ties.active, countLasting(ties)]).toEqual([4, 4]);
  });

  test("appear once, stay, and disappear once", () => {
    const history = createTieHistory();
    const first = makeGraph(3, [[0, 1, 0.9]]);
    const next = makeGraph(3, [[0, 2, 0.9]], { tick: 12 });
    expect(read(chooseTies(first, "best", -1, history))).toEqual(["0-1 BRIDGE APPEARS"]);
    expect(read(chooseTies(first, "best", -1, history))).toEqual(["0-1 BRIDGE NONE"]);
    const changed = chooseTies(next, "best", -1, history);
    expect(read(changed).sort()).toEqual(["0-1 BRIDGE DISAPPEARS", "0-2 BRIDGE APPEARS"]);
    expect([changed.active, countLasting(changed)]).toEqual([1, 1]);
    expect(read(chooseTies(next, "best", -1, history))).toEqual(["0-2 BRIDGE NONE"]);
  });

  test("of another run have nothing to do with those before", () => {
    const history = createTieHistory();
    chooseTies(makeGraph(3, [[0, 1, 0.9]]), "best", -1, history);
    expect(read(chooseTies(makeGraph(3, [[1, 2, 0.9]], { run: 2 }), "best", -1, history))).toEqual(["1-2 BRIDGE APPEARS"]);
  });

  test("include all active ties of the selected agent, whatever the filter", () => {
    const graph = makeGraph(4, [
      [0, 1, 0.9],
      [0, 2, 0.1],
      [0, 3, 0.01],
      [1, 2, 0.1],
    ]);
    expect(read(chooseTies(graph, "strong", -1, createTieHistory())).map((tie) => tie.slice(0, 3))).toEqual(["0-1"]);
    expect(read(chooseTies(graph, "strong", 2, createTieHistory())).map((tie) => tie.slice(0, 3))).toEqual(["0-2", "1-2", "0-1"]);
  });
});

test("ties have the step of the mean trust of both directions, and the same stroke is drawn from low to high trust", () => {
  const graph = makeGraph(6, [
    [0, 1, 0.2, 0.9, 0.7],
    [0, 2, 0.2, 0.5, 0.5],
    [0, 3, 0.2, 0.1, 0.3],
    [0, 4, 0.2, 0.3, 0.7],
  ]);
  const { trust, lower, upper, count } = chooseTies(graph, "all", -1, createTieHistory());
  const steps = Object.fromEntries(Array.from({ length: count }, (_, k) => [`${lower[k]}-${upper[k]}`, trust[k]]));
  expect(steps).toEqual({ "0-1": 6, "0-2": 3, "0-3": 0, "0-4": 3 });
  expect([...trust]).toEqual([...trust].sort());
});

test("a local bridge is new if its tie was not there at the last choice, whether it is on show or not", () => {
  const history = createTieHistory();
  const choose = (tick: number, ties: Parameters<typeof makeGraph>[1]) => [
    ...chooseTies(makeGraph(6, ties, { tick }), "strong", -1, history).newBridges,
  ];
  expect(choose(1, [[0, 1, 0.2]])).toEqual([]);
  const second = [
    [0, 1, 0.2],
    [2, 3, 0.1],
    [3, 4, 0.01],
  ] as const;
  expect(choose(2, second)).toEqual([2, 3]);
  expect(choose(2, second)).toEqual([]);
});

test("ties are bundled from 150 between circles on, but not in a ring", () => {
  const pairs = (count: number) => Array.from({ length: count }, (_, k) => [k, 200 + k, 0.5] as const);
  const circle = Array.from({ length: 400 }, (_, agent) => +(agent >= 200));
  const isBundled = (count: number, isRing = false) =>
    chooseTies(makeGraph(400, pairs(count), { circle, isRing }), "all", -1, createTieHistory()).isBundled;
  expect([isBundled(149), isBundled(150), isBundled(150, true)]).toEqual([false, true, false]);
});

describe("ties between circles", () => {
  /** Three circles of 50, and as many ties between the first two as wanted; 20 join the second and third, 5 lie within the first. */
  const circle = Array.from({ length: 150 }, (_, agent) => Math.floor(agent / 50));
  const graphWith = (count: number, options = {}) =>
    makeGraph(
      150,
      [
        ...Array.from({ length: 5 }, (_, k) => [k, k + 1, 0.9, 0.5, 0.5] as const),
        ...Array.from({ length: count }, (_, k) => [k % 50, 50 + ((k + Math.floor(k / 50)) % 50), 0.2, 0.9, 0.5] as const),
        ...Array.from({ length: 20 }, (_, k) => [50 + k, 100 + k, 0.3, 0.1, 0.3] as const),
      ].toSorted(([a, b], [c, d]) => a - c || b - d),
      { circle, ...options },
    );
  const bands = ({ sums }: DrawnTies) =>
    Array.from(sums.ties, (ties, k) => ({ from: sums.from[k], to: sums.to[k], ties, trust: sums.trust[k] }));

  test("are summed for each two circles from 1,000 on, with their mean trust, the widest first", () => {
    expect(bands(chooseTies(graphWith(979), "best", -1, createTieHistory()))).toEqual([]);
    const drawn = chooseTies(graphWith(980), "best", -1, createTieHistory());
    expect(bands(drawn)).toEqual([
      { from: 0, to: 1, ties: 980, trust: 6 },
      { from: 1, to: 2, ties: 20, trust: 0 },
    ]);
    expect([drawn.sums.total, drawn.active, countLasting(drawn)]).toEqual([1000, 1005, 5]);
  });

  test("stay summed until there are fewer than 800", () => {
    const history = createTieHistory();
    const total = (count: number, tick: number) => chooseTies(graphWith(count, { tick }), "best", -1, history).sums.total;
    expect([total(979, 1), total(980, 2), total(780, 3), total(779, 4), total(900, 5)]).toEqual([0, 1000, 800, 0, 0]);
  });

  test("of a selected agent have lines of their own, too", () => {
    const drawn = chooseTies(graphWith(980), "best", 120, createTieHistory());
    expect(read(drawn).filter((tie) => tie.startsWith("70-"))).toEqual([]);
    expect(read(chooseTies(graphWith(980), "best", 110, createTieHistory())).filter((tie) => tie.startsWith("60-"))).toHaveLength(
      1,
    );
  });

  test("have a line each in a ring, and if the reader chooses a kind of ties", () => {
    expect(chooseTies(graphWith(980, { isRing: true }), "best", -1, createTieHistory()).sums.total).toBe(0);
    const all = chooseTies(graphWith(980), "all", -1, createTieHistory());
    expect([all.sums.total, countLasting(all)]).toEqual([0, 1005]);
  });
});

test("a stroke follows from strength, unless the tie is a local bridge", () => {
  const cuts = { strongFrom: 0.4 };
  expect(strokeOf(0.05, false, cuts)).toBe(Stroke.WEAK);
  expect(strokeOf(0.399, false, cuts)).toBe(Stroke.WEAK);
  expect(strokeOf(0.4, false, cuts)).toBe(Stroke.STRONG);
  expect(strokeOf(0.9, true, cuts)).toBe(Stroke.BRIDGE);
});

test.each(["all", "weak", "strong", "bridges", "best"] as const)(
  "of a run, the filter %s draws the ties that its name says",
  (filter) => {
    const { population } = advanceTo(makeRun(), 60);
    const graph = copyGraph(takeSnapshot(population), 1, { activeFrom: 0.05, strongFrom: 0.4, avoidBelow: 0.4, isRing: false });
    const ties = chooseTies(graph, filter, -1, createTieHistory());
    expect(ties.count).toBeGreaterThan(0);
    const { strength, stroke, active, count } = ties;
    expect(active).toBe(graph.strength.filter((one) => one >= 0.05).length);
    if (filter === "all") expect(count).toBe(active);
    if (filter === "weak") expect(count).toBe(graph.strength.filter((one) => one >= 0.05 && one < 0.4).length);
    if (filter === "strong") expect(count).toBe(graph.strength.filter((one) => one >= 0.4).length);
    if (filter === "bridges") expect(new Set(stroke)).toEqual(new Set([Stroke.BRIDGE]));
    if (filter === "best") expect(count).toBeLessThan(active);
    expect(Math.min(...strength)).toBeGreaterThanOrEqual(Math.fround(0.05));
  },
);
