import { describe, expect, test } from "vitest";
import { linksOf } from "../../../../viz/network/layout/force-simulation.ts";
import { placeNewAgents } from "../../../../viz/network/layout/place-agents.ts";
import { countMembers, placeCircles, placeOnAgentRing, radiusOfCircle } from "../../../../viz/network/layout/place-circles.ts";
import { makeGraph } from "../../../helpers/make-graph.ts";

const distance = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y);

describe("circles", () => {
  test("stand in the middle if there is one, and on a ring from the top if there are a few", () => {
    expect(placeCircles([200])).toEqual([{ x: 0, y: 0 }]);
    const ring = placeCircles([40, 40, 40, 40, 40]);
    const radii = ring.map(({ x, y }) => Math.hypot(x, y));
    expect(Math.max(...radii) - Math.min(...radii)).toBeLessThan(1e-9);
    expect(ring[0].x).toBeCloseTo(0, 9);
    expect(ring[0].y).toBeLessThan(0);
    const sides = ring.map((place, k) => distance(place, ring[(k + 1) % 5]));
    expect(Math.max(...sides) - Math.min(...sides)).toBeLessThan(1e-9);
  });

  test.each([2, 5, 9, 10, 20, 40])("don't overlap, whatever their sizes: %i of them", (circles) => {
    const sizes = Array.from({ length: circles }, (_, k) => 20 + ((k * 17) % 41));
    const places = placeCircles(sizes);
    const gaps = places.flatMap((a, i) =>
      places.slice(i + 1).map((b, k) => distance(a, b) - radiusOfCircle(sizes[i]) - radiusOfCircle(sizes[i + 1 + k])),
    );
    expect(Math.min(...gaps)).toBeGreaterThan(0);
  });

  test("are counted to the last one in use, empty ones included", () => {
    expect(countMembers({ circle: Uint32Array.of(0, 3, 1, 9), agents: 3 })).toEqual([1, 1, 0, 1]);
    expect(countMembers({ circle: new Uint32Array(0), agents: 0 })).toEqual([]);
  });
});

test("agents of a ring stand beside their neighbors by number, all the way around", () => {
  const places = placeOnAgentRing(90);
  const steps = places.map((place, k) => distance(place, places[(k + 3) % 90]));
  expect(Math.max(...steps)).toBeLessThan(3 * Math.min(...steps));
  const radii = places.map(({ x, y }) => Math.hypot(x, y));
  expect(Math.max(...radii)).toBeLessThan(1.2 * Math.min(...radii));
  expect(distance(places[0], places[45])).toBeGreaterThan(1.8 * Math.min(...radii));
});

describe("a new agent", () => {
  const circlePlaces = [
    { x: 0, y: 0 },
    { x: 1000, y: 0 },
  ];

  const homes = Array.from({ length: 40 }, (_, k) => circlePlaces[k % 2]);

  test("starts in the place of its circle at first, apart from the others", () => {
    const places = placeNewAgents(makeGraph(40, []), [], homes);
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
    const [tied, alone] = placeNewAgents(
      graph,
      known,
      [0, 0, 1, 1].map((circle) => circlePlaces[circle]),
    );
    expect(distance(tied, { x: 200, y: 600 })).toBeLessThan(120);
    expect(distance(alone, circlePlaces[1])).toBeLessThan(120);
  });

  test("is nobody who has a place", () => {
    expect(placeNewAgents(makeGraph(2, []), [{ x: 1, y: 1 }, {}], homes)).toEqual([]);
  });
});

test("ties across circles don't pull, and none in a ring does", () => {
  const ties = [
    [0, 1, 0.5],
    [1, 2, 0.5],
  ] as const;
  expect(linksOf(makeGraph(3, ties, { circle: [0, 0, 1] })).map(({ source, target }) => [source, target])).toEqual([[0, 1]]);
  expect(linksOf(makeGraph(3, ties, { isRing: true }))).toEqual([]);
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
