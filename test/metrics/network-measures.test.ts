import { describe, expect, test } from "vitest";
import { createMeasureWorkspace, measureTies } from "../../sim/metrics/measure-workspace.ts";
import { copyActiveTies } from "../../sim/metrics/network/past-ties.ts";
import { measureNetwork, networkMeasures } from "../../sim/metrics/network-measures.ts";
import { createMeasureWindow, type MeasureWindow } from "../../sim/metrics/window.ts";
import { createCircleIndex } from "../../sim/population/circle-index.ts";
import { eventKinds } from "../../sim/population/event-log.ts";
import type { Population } from "../../sim/population/population.ts";
import { BELIEFS, tieRow } from "../../sim/population/tie-store.ts";
import { refreshTrust } from "../../sim/trust/trust-equation.ts";
import { type GivenTie, smallPopulation } from "../helpers/small-population.ts";

type Row = Readonly<Record<(typeof networkMeasures)[number]["name"], number>>;

function measured(population: Population, window: MeasureWindow = createMeasureWindow(population.agents.count)): Row {
  const into = new Float64Array(networkMeasures.length).fill(-777); // a value that no measure can have
  measureNetwork(population, createMeasureWorkspace(), window, into);
  return Object.fromEntries(networkMeasures.map(({ name }, at) => [name, into[at]])) as Row;
}

/** Two circles of three: a triangle 0 1 2, a bridge 2–3, a path 3 4 5; and an inactive tie 0–5. */
const ties: GivenTie[] = [
  [0, 1, 0.9],
  [0, 2, 0.5],
  [1, 2, 0.4],
  [2, 3, 0.1],
  [3, 4, 0.2],
  [4, 5, 0.3],
  [0, 5, 0.04],
];
const small = () => smallPopulation(6, ties, { circleSize: 3 });

test("each column has a name, label, unit, description and source, and the first are tick and agents", () => {
  const names = networkMeasures.map(({ name }) => name);
  expect(names.slice(0, 2)).toEqual(["tick", "agents"]);
  expect(new Set(names).size).toBe(names.length);
  for (const column of networkMeasures) {
    expect(column.name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
    for (const text of [column.label, column.unit, column.description, column.source]) expect(text).not.toBe("");
  }
});

test("every column is filled", () => expect(Object.values(measured(small()))).not.toContain(-777));

test("the measures of ties match a small network worked by hand", () => {
  // overlaps: 0–1 has 1 of 1, 0–2 and 1–2 have 1 of 2, the others none
  expect(measured(small())).toMatchObject({
    tick: 0,
    agents: 6,
    known_ties: 7,
    active_ties: 6,
    weak_ties: 3,
    strong_ties: 3,
    dormant_ties: 0,
    cross_ties: 1,
    strong_cross_share: 0,
    local_bridges: 3,
    bridge_share: 3 / 6,
    weak_bridge_share: 1,
    mean_strength: expect.closeTo(2.4 / 6, 14),
    mean_overlap: expect.closeTo(2 / 6, 14),
    // 0 and 1 have 1 of 1 pair tied, 2 has 1 of 3, 3 and 4 have none; 5 has one contact
    clustering: expect.closeTo((1 + 1 + 1 / 3) / 5, 14),
    layer_strong: 1,
    layer_middle: expect.closeTo(10 / 6, 14),
    layer_active: 2,
    // strength ranks 6 5 4 1 2 3, overlap ranks 6 4.5 4.5 2 2 2, both with mean 3.5
    spearman_strength_overlap: expect.closeTo(
      (2.5 * 2.5 + 1.5 * 1 + 0.5 * 1 + (2.5 + 1.5 + 0.5) * 1.5) / Math.sqrt(17.5 * (6.25 + 2 + 6.75)),
      14,
    ),
    // without 2–3: strength ranks 5 4 3 1 2 and overlap ranks 5 3.5 3.5 1.5 1.5, both with mean 3
    spearman_within: expect.closeTo((2 * 2 + 1 * 0.5 + 2 * 1.5 + 1 * 1.5) / Math.sqrt(10 * 9), 14),
  });
});

test("pairs of strong ties and of weak ties within a circle may be closed", () => {
  const closed = (given: GivenTie[]) => {
    const { closed_pairs_strong, closed_pairs_weak, closed_pairs_ratio } = measured(smallPopulation(8, given, { circleSize: 4 }));
    return [closed_pairs_strong, closed_pairs_weak, closed_pairs_ratio];
  };
  // a triangle of strong ties closes three pairs; 3 has a pair of weak ties that a strong tie closes, and one that nothing closes
  const triangle: GivenTie[] = [
    [0, 1, 0.5],
    [0, 2, 0.6],
    [1, 2, 0.4],
  ];
  expect(closed([...triangle, [0, 3, 0.1], [1, 3, 0.2]])).toEqual([1, 1, 1]);
  // another circle: 4 has weak ties to 5, 6 and 7, of whom 5 and 6 know each other well
  const star: GivenTie[] = [
    [4, 5, 0.1],
    [4, 6, 0.1],
    [4, 7, 0.1],
    [5, 6, 0.9],
  ];
  expect(closed([...triangle, ...star])).toEqual([1, 1 / 3, 3]);
  // cross ties make no pair, and close none
  expect(closed([...triangle, ...star, [3, 4, 0.1], [3, 5, 0.1], [0, 4, 0.9]])).toEqual([1, 1 / 3, 3]);
  // without 1–2 the strong pair of 0 is open
  expect(closed([...triangle.slice(0, 2), ...star])).toEqual([0, 1 / 3, 0]);
  expect(closed([])).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});

test("trust is the mean over known ties in both directions; incoming trust is the mean over agents", () => {
  const population = smallPopulation(3, [
    [0, 1, 0.5],
    [1, 2, 0.02],
  ]);
  const believe = (agent: number, contact: number, beliefs: readonly number[], evidence: number) => {
    const row = tieRow(population.ties, agent, contact);
    population.ties.beliefs.set(beliefs, row * BELIEFS);
    population.ties.evidence[row] = evidence;
    refreshTrust(population.ties, row, 0);
  };
  believe(0, 1, [1, 1, 1, 0], 3); // T = 30, τ = 1
  believe(2, 1, [0, 0, 0, 1], 3); // T = 0.3, τ = 0
  believe(1, 0, [1 / 3, 1 / 3, 1 / 3, 1 / 3], 3); // T = 3, τ = ½
  believe(1, 2, [1, 1, 1, 0], 2); // T = 30, τ = 1, with too little evidence to count as incoming
  const row = measured(population);
  expect(row.mean_trust_score).toBeCloseTo((30 + 0.3 + 3 + 30) / 4, 13);
  expect(row.mean_trust_share).toBeCloseTo((1 + 0 + 0.5 + 1) / 4, 14);
  expect(row.incoming_trust_score).toBeCloseTo((3 + 15.15) / 2, 13);
  expect(row.incoming_trust_share).toBeCloseTo((0.5 + 0.5) / 2, 14);
});

test("hidden ties are counted per agent", () => {
  const population = small();
  population.agents.expertise.fill(0);
  population.agents.expertise[2] = 0.8;
  population.agents.status.fill(0.3);
  expect(measured(population).hidden_ties).toBe(3 / 6);
});

function windowOf(ticks: number, counts: Partial<Record<(typeof eventKinds)[number], number>>): MeasureWindow {
  const window = createMeasureWindow(6);
  window.ticks = ticks;
  for (const [kind, count] of Object.entries(counts)) window.counts[(eventKinds as readonly string[]).indexOf(kind)] = count;
  window.reach.set([0, 0, 12, 0, 0, 0]);
  window.payoff.set([1, -4, 0, 0, 0, 0]);
  return window;
}

describe("rates", () => {
  const counts = {
    encounter: 6 * 26 * 3,
    refused: 30,
    promise_made: 90,
    promise_kept: 60,
    promise_broken: 20,
    thanks: 15,
    gossip: 6,
    introduction: 12,
    declined: 18,
    tie_formed: 24,
    tie_forgotten: 30,
    news_offered: 36,
    news_used: 42,
  };

  test("are per agent and year for any length of the window", () => {
    expect(measured(small(), windowOf(26, counts))).toMatchObject({
      encounters: expect.closeTo(3, 14), // per tick
      promises_made: expect.closeTo(30, 13),
      promises_kept_share: 0.75,
      promises_broken_share: 0.25,
      refused_share: 0.25,
      thanks_share: 0.25,
      gossip: expect.closeTo(2, 14),
      introductions: expect.closeTo(4, 14),
      declined: expect.closeTo(6, 14),
      ties_formed: expect.closeTo(8, 14),
      ties_forgotten: expect.closeTo(10, 14),
      news_offered: expect.closeTo(12, 14),
      news_used: expect.closeTo(14, 14),
      reach: 4,
      payoff: -1,
      gini_reach: expect.closeTo(5 / 6, 14),
    });
    expect(measured(small(), windowOf(52, counts))).toMatchObject({ gossip: 1, reach: 2, payoff: -0.5, refused_share: 0.25 });
  });

  const names = [
    "encounters",
    "promises_made",
    "promises_kept_share",
    "promises_broken_share",
    "refused_share",
    "thanks_share",
    "gossip",
    "introductions",
    "declined",
    "ties_formed",
    "ties_forgotten",
    "news_offered",
    "news_used",
    "reach",
    "gini_reach",
    "payoff",
    "conversion_52",
    "conversion_156",
    "conversion_cross_156",
    "survival_weak",
    "survival_strong",
    "top_three",
    "silent_new_ties",
  ] as const;
  test("are undefined for an empty window", () => {
    const row = measured(small());
    expect(names.filter((name) => !Number.isNaN(row[name]))).toEqual([]);
  });
  test("are undefined without agents", () => {
    const population = smallPopulation(6, []);
    population.agents.present.fill(0);
    population.circles = createCircleIndex(population.agents);
    const row = measured(population, windowOf(52, counts));
    expect(row.agents).toBe(0);
    for (const name of ["encounters", "gossip", "ties_formed", "reach", "payoff", "gini_reach", "layer_active"] as const)
      expect(row[name]).toBeNaN();
  });
  test("without events a share is undefined and a rate is 0", () => {
    const window = windowOf(52, {});
    window.reach.fill(0);
    const row = measured(small(), window);
    expect([row.promises_kept_share, row.refused_share, row.thanks_share, row.gini_reach].every(Number.isNaN)).toBe(true);
    expect([row.encounters, row.gossip, row.reach, row.ties_formed]).toEqual([0, 0, 0, 0]);
  });
});

test("conversion and survival follow the ties listed in the window", () => {
  const before = createMeasureWorkspace();
  measureTies(small(), before);
  const window = createMeasureWindow(6);
  window.past52 = copyActiveTies(small(), before.active); // weak: 2–3, 3–4, 4–5; strong: 0–1, 0–2, 1–2
  const later = smallPopulation(6, [
    [2, 3, 0.4],
    [3, 4, 0.2],
    [0, 1, 0.9],
  ]);
  expect(measured(later, window)).toMatchObject({
    conversion_52: 1 / 3,
    conversion_156: Number.NaN,
    survival_weak: 2 / 3,
    survival_strong: 1 / 3,
  });
  window.past156 = window.past52;
  expect(measured(later, window)).toMatchObject({ conversion_156: 1 / 3, conversion_cross_156: 1 });
});

test("the thresholds are parameters", () => {
  const { active_ties, weak_ties, strong_ties } = measured(smallPopulation(6, ties, { activeFrom: 0.15, strongFrom: 0.5 }));
  expect([active_ties, weak_ties, strong_ties]).toEqual([5, 3, 2]);
});

test("without ties, counts are 0 and means are undefined", () => {
  const row = measured(smallPopulation(3, []));
  expect([row.known_ties, row.active_ties, row.local_bridges, row.layer_active, row.hidden_ties]).toEqual([0, 0, 0, 0, 0]);
  const means = [
    row.mean_strength,
    row.mean_overlap,
    row.spearman_strength_overlap,
    row.clustering,
    row.mean_trust_score,
    row.incoming_trust_share,
  ];
  expect(means.every(Number.isNaN)).toBe(true);
});
