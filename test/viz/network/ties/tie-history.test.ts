import fc from "fast-check";
import { expect, test } from "vitest";
import { createTieHistory, noteTies, pairNumber, pairOf } from "../../../../viz/network/ties/tie-history.ts";
import { makeGraph } from "../../../helpers/make-graph.ts";

/** Pairs of six agents, sorted as a snapshot sorts them. */
const pairs = fc
  .uniqueArray(
    fc.tuple(fc.nat(5), fc.nat(5)).filter(([lower, upper]) => lower < upper),
    { selector: ([a, b]) => 6 * a + b },
  )
  .map((list) => list.sort(([a, b], [c, d]) => a - c || b - d));

test("a tie is new from the tick at which it was not there before; those of the first picture are not new", () => {
  fc.assert(
    fc.property(fc.array(pairs, { minLength: 1, maxLength: 6 }), (pictures) => {
      const history = createTieHistory();
      const known = new Map<string, number>();
      pictures.forEach((ties, k) => {
        const tick = 10 * (k + 1);
        noteTies(
          history,
          makeGraph(
            6,
            ties.map(([lower, upper]) => [lower, upper, 0.5] as const),
            { tick },
          ),
        );
        const now = ties.map(
          ([lower, upper]) => [`${lower}-${upper}`, known.get(`${lower}-${upper}`) ?? (k === 0 ? 0 : tick)] as const,
        );
        expect([...history.firstSeen]).toEqual(now.map(([, first]) => first));
        known.clear();
        for (const [pair, first] of now) known.set(pair, first);
      });
    }),
  );
});

test("another run begins without a past", () => {
  const history = createTieHistory();
  noteTies(history, makeGraph(3, [[0, 1, 0.5]], { tick: 5 }));
  history.drawn.set(pairNumber(0, 1), { stroke: 0, trust: 3, strength: 0.5 });
  noteTies(history, makeGraph(3, [[1, 2, 0.5]], { tick: 9, run: 2 }));
  expect([...history.firstSeen]).toEqual([0]);
  expect(history.drawn.size).toBe(0);
});

test("strength is averaged over a year: after 52 ticks, a change has come through by 63 percent", () => {
  const history = createTieHistory();
  const at = (tick: number, strength: number) => noteTies(history, makeGraph(3, [[0, 1, strength]], { tick }));
  at(1, 0.2);
  expect([...history.average]).toEqual([expect.closeTo(0.2, 6)]);
  for (let tick = 2; tick <= 53; tick++) at(tick, 0.8);
  expect(history.average[0]).toBeCloseTo(0.2 + 0.6 * (1 - 1 / Math.E), 6);
  noteTies(history, makeGraph(3, [[0, 2, 0.3]], { tick: 54 }));
  expect(history.average[0]).toBeCloseTo(0.3, 6);
});

test("a pair has one number, however many agents there are", () => {
  const agent = fc.nat(999_999);
  fc.assert(
    fc.property(agent, agent, (lower, upper) => {
      expect(pairOf(pairNumber(lower, upper))).toEqual([lower, upper]);
    }),
  );
});
