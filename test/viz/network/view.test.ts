import { readFileSync } from "node:fs";
import { interpolateCividis, rgb } from "d3";
import { describe, expect, test } from "vitest";
import { networkMeasures } from "../../../sim/metrics/network-columns.ts";
import type { Population } from "../../../sim/population/population.ts";
import { createCollector } from "../../../sim/run/collect.ts";
import { takeSnapshot } from "../../../sim/snapshot/take-snapshot.ts";
import { amountColor, chooseGroups, GROUPS, STEPS, stepOf } from "../../../viz/network/colors.ts";
import { findAgents } from "../../../viz/network/find-agents.ts";
import { placeCircles } from "../../../viz/network/layout/place-circles.ts";
import { chooseLegendCircles } from "../../../viz/network/legend-circles.ts";
import { halfYearOf, networkSummary } from "../../../viz/network/summary.ts";
import { countTies, tableRows } from "../../../viz/network/table-rows.ts";
import { createSeries } from "../../../viz/state/series.ts";
import { advanceTo, few, makeRun } from "../../helpers/make-run.ts";

/** A row of measures of a run as it is. */
function rowOf(population: Population): Float64Array {
  const row = createCollector(population, () => true).collect();
  if (row === undefined) throw new Error("the collector has measured nothing");
  return row;
}

describe("colors", () => {
  const luminance = (color: string) => {
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  test("of amounts are those of d3's cividis", () => {
    const steps = (from: number, to: number) =>
      Array.from({ length: STEPS }, (_, step) => rgb(interpolateCividis(from + ((to - from) * step) / (STEPS - 1))).formatHex());
    const read = (isDark: boolean) => Array.from({ length: STEPS }, (_, step) => amountColor(step, isDark));
    expect(read(false)).toEqual(steps(0, 0.6));
    expect(read(true)).toEqual(steps(0.38, 1));
  });

  test.each([false, true])("of amounts get lighter step by step (dark page: %s)", (isDark) => {
    const steps = Array.from({ length: STEPS }, (_, step) => luminance(amountColor(step, isDark)));
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(new Set(steps).size).toBe(STEPS);
  });

  test("of amounts stand out from the page", () => {
    const tokens = readFileSync("viz/style/tokens.css", "utf8");
    const papers = [...tokens.matchAll(/--paper: (#[0-9a-f]{6})/g)].map(([, color]) => luminance(color));
    expect(papers).toHaveLength(2);
    expect(Math.min(...papers.slice(0, 1)) - luminance(amountColor(STEPS - 1, false))).toBeGreaterThan(40);
    expect(luminance(amountColor(0, true)) - papers[1]).toBeGreaterThan(40);
  });

  test("of circles are in the style sheet, as many as are used", () => {
    const tokens = readFileSync("viz/style/tokens.css", "utf8");
    const named = new Set([...tokens.matchAll(/--group-(\d+):/g)].map(([, group]) => Number(group)));
    expect([...named].sort((a, b) => a - b)).toEqual(Array.from({ length: GROUPS }, (_, group) => group));
  });

  test("of circles differ between neighbors, however many there are", () => {
    for (const count of [3, 8, 12, 20, 60, 128]) {
      const places = placeCircles(Array.from({ length: count }, (_, circle) => 20 + ((circle * 17) % 40)));
      const groups = chooseGroups(places);
      expect(groups.slice(0, GROUPS)).toEqual(Array.from({ length: Math.min(count, GROUPS) }, (_, group) => group));
      expect(Math.max(...groups)).toBeLessThan(GROUPS);
      for (const [one, { x, y }] of places.entries()) {
        const away = places.map((place, other) =>
          other === one ? Number.POSITIVE_INFINITY : Math.hypot(place.x - x, place.y - y),
        );
        const nearest = away.indexOf(Math.min(...away));
        expect(groups[nearest], `${count} circles, ${one} and ${nearest}`).not.toBe(groups[one]);
      }
    }
  });

  test("have the nearest of twelve steps", () => {
    expect([0, 0.04, 0.05, 0.5, 0.96, 1].map(stepOf)).toEqual([0, 0, 1, 6, 11, 11]);
  });
});

test("the legend names the circles with a color of their own, and counts the rest", () => {
  const circles = (count: number) => ({ agents: count, circle: Uint32Array.from({ length: count }, (_, agent) => agent) });
  expect(chooseLegendCircles(undefined)).toEqual({ shown: [], more: 0 });
  expect(chooseLegendCircles(circles(3))).toEqual({ shown: [0, 1, 2], more: 0 });
  expect(chooseLegendCircles(circles(11))).toEqual({ shown: [0, 1, 2, 3, 4, 5, 6, 7], more: 3 });
});

describe("people are found", () => {
  const names = ["Ann", "Anna", "Bo", "Hannah", "ann"];
  /** A snapshot's people, of whom some may have left. */
  const peopleOf = (agents: number, ...left: number[]) => ({
    agents,
    present: Uint8Array.from({ length: agents }, (_, agent) => +!left.includes(agent)),
  });
  const find = (text: string, ...left: number[]) => findAgents(text, peopleOf(names.length, ...left), (agent) => names[agent]);

  test("by a whole name first, then by a part of it, whatever the case", () => {
    expect(find("ann")).toEqual([0, 4, 1, 3]);
    expect(find(" BO ")).toEqual([2]);
    expect(find("nobody")).toEqual([]);
  });

  test("by number", () => expect(find("3")).toEqual([3]));
  test("unless they have left", () => {
    expect(find("ann", 0, 3)).toEqual([4, 1]);
    expect(find("2", 2)).toEqual([]);
  });

  test("not before anything is typed", () => expect(find("  ")).toEqual([]));

  test("twelve at most, and the one meant among them", () => {
    const found = findAgents("Person 1", peopleOf(200), (agent) => `Person ${agent}`);
    expect(found).toHaveLength(12);
    expect(found[0]).toBe(1);
    expect(findAgents("Person 199", peopleOf(200), (agent) => `Person ${agent}`)).toEqual([199]);
  });
});

describe("the table", () => {
  const { population } = advanceTo(makeRun({ parameters: { ...few, agents: 240 }, interventions: [{ tick: 3, remove: [5] }] }), 30);
  const snapshot = takeSnapshot(population);
  const { activeFrom, strongFrom } = population.parameters;

  test("lists the 200 most trusted of those who are there", () => {
    const rows = tableRows(snapshot, activeFrom, strongFrom);
    expect(rows).toHaveLength(200);
    const trust = rows.map((row) => row.trust);
    expect(trust).toEqual(trust.toSorted((a, b) => b - a));
    expect(rows.map(({ agent }) => agent)).not.toContain(5);
    const missing = [...snapshot.trustReceived.keys()].filter((agent) => agent !== 5 && !rows.some((row) => row.agent === agent));
    expect(missing).toHaveLength(39);
    expect(Math.max(...missing.map((agent) => snapshot.trustReceived[agent]))).toBeLessThanOrEqual(Math.min(...trust));
    for (const { agent, circle, reach } of rows) expect([circle, reach]).toEqual([snapshot.circle[agent], snapshot.reach[agent]]);
  });

  test("puts those nobody knows last", () => {
    const alone = takeSnapshot(makeRun({ parameters: { ...few, ties_within: 1, ties_across: 0 } }).population);
    alone.trustReceived.fill(0.01);
    alone.trustReceived[7] = Number.NaN;
    expect(tableRows(alone, activeFrom, strongFrom).at(-1)?.agent).toBe(7);
  });

  test("counts strong and weak ties as the measures do, each for both of its agents", () => {
    const { strong, weak } = countTies(snapshot, activeFrom, strongFrom);
    const row = rowOf(population);
    const measure = (name: string) => row[networkMeasures.findIndex((column) => column.name === name)];
    const sum = (column: Uint32Array) => column.reduce((a, b) => a + b, 0);
    expect([sum(strong), sum(weak)]).toEqual([2 * measure("strong_ties"), 2 * measure("weak_ties")]);
    expect(sum(strong)).toBeGreaterThan(0);
  });
});

describe("the spoken summary", () => {
  test("says time, people, ties and trust of the last row", () => {
    const { population } = advanceTo(makeRun({ parameters: { agents: 300 } }), 60);
    const row = rowOf(population);
    const series = createSeries();
    series.clear(networkMeasures);
    expect(networkSummary(series)).toBe("");
    series.add(Float64Array.from(row));
    const read = (name: string) => row[networkMeasures.findIndex((column) => column.name === name)];
    expect(networkSummary(series)).toBe(
      `year 2, week 8: 300 people, ${read("weak_ties").toLocaleString("en-US")} weak and ` +
        `${read("strong_ties").toLocaleString("en-US")} strong ties, mean trust score ${read("mean_trust_score").toFixed(2)}.`,
    );
  });

  test("says so if trust is not defined", () => {
    const series = createSeries();
    series.clear(networkMeasures);
    series.add(Float64Array.from(networkMeasures, ({ name }) => (name === "mean_trust_score" ? Number.NaN : 0)));
    expect(networkSummary(series)).toContain("mean trust score not defined.");
  });

  test("is renewed every 26 ticks", () => {
    expect([0, 25, 26, 52].map(halfYearOf)).toEqual([0, 0, 1, 2]);
  });
});
