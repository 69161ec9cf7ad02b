import { describe, expect, test } from "vitest";
import { linksOf } from "../../../../viz/network/layout/force-simulation.ts";
import { placeNewAgents } from "../../../../viz/network/layout/place-agents.ts";
import { countCircles, placeCircles } from "../../../../viz/network/layout/place-circles.ts";
import { makeGraph } from "../../../helpers/make-graph.ts";

const distance = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y);

describe("circles", () => {
  test("stand in the middle if there is one, and on a ring from the top if there are a few", () => {
    expect(placeCircles(1, 200)).toEqual([{ x: 0, y: 0 }]);
    const ring = placeCircles(5, 200);
    const radii = ring.map(({ x, y }) => Math.hypot(x, y));
    expect(Math.max(...radii) - Math.min(...radii)).toBeLessThan(1e-9);
    expect(ring[0].x).toBeCloseTo(0, 9);
    expect(ring[0].y).toBeLessThan(0);
    const sides = ring.map((place, k) => distance(place, ring[(k + 1) % 5]));
    expect(Math.max(...sides) - Math.min(...sides)).toBeLessThan(1e-9);
  });

  test.each([2, 5, 9, 10, 40])("keep their distance, which grows with their size: %i of them", (circles) => {
    const nearest = (agents: number) => {
      const places = placeCircles(circles, agents);
      return Math.min(...places.flatMap((a, k) => places.slice(k + 1).map((b) => distance(a, b))));
    };
    expect(nearest(40 * circles)).toBeGreaterThan(150);
    expect(nearest(160 * circles)).toBeCloseTo(2 * nearest(40 * circles), 6);
  });

  test("are counted to the last one in use, empty ones included", () => {
    expect(countCircles(Uint32Array.of(0, 3, 1, 9), 3)).toBe(4);
    expect(countCircles(new Uint32Array(0), 0)).toBe(0);
  });
});

describe("a new agent", () => {
  const circlePlaces = [
    { x: 0, y: 0 },
    { x: 1000, y: 0 },
  ];

  test("starts in the place of its circle at first, apart from the others", () => {
    const places = placeNewAgents(makeGraph(40, [], { circle: Array.from({ length: 40 }, (_, k) => k % 2) }), [], circlePlaces);
    expect(places).toHaveLength(40);
    places.forEach((place, agent) => {
      expect(distance(place, circlePlaces[agent % 2])).toBeLessThan(120);
    });
    const apart = places.flatMap((a, k) => places.slice(k + 1).map((b) => distance(a, b)));
    expect(Math.min(...apart)).toBeGreaterThan(10);
  });

  test("starts between the contacts that have a place, whatever its circle", () => {
    const known = [
      { x: 100, y: 500 },
      { x: 300, y: 700 },
    ];
    const graph = makeGraph(
      4,
      [
        [0, 2, 0.5],
        [1, 2, 0.1],
        [2, 3, 0.5],
      ],
      { circle: [0, 0, 1, 1] },
    );
    const [tied, alone] = placeNewAgents(graph, known, circlePlaces);
    expect(distance(tied, { x: 200, y: 600 })).toBeLessThan(120);
    expect(distance(alone, circlePlaces[1])).toBeLessThan(120);
  });

  test("is nobody who has a place", () => {
    expect(placeNewAgents(makeGraph(2, []), [{ x: 1, y: 1 }, {}], circlePlaces)).toEqual([]);
  });
});

test("active ties pull; of a great many only those that pull noticeably", () => {
  const few = makeGraph(3, [
    [0, 1, 0.06],
    [0, 2, 0.04],
    [1, 2, 0.2],
  ]);
  expect(linksOf(few).map(({ source, target }) => [source, target])).toEqual([
    [0, 1],
    [1, 2],
  ]);
  const many = makeGraph(
    3,
    Array.from({ length: 20_001 }, (_, k) => [0, 1, k % 2 === 0 ? 0.06 : 0.2] as const),
  );
  expect(linksOf(many)).toHaveLength(10_000);
});
