import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { networkMeasures } from "../../../sim/metrics/network-columns.ts";
import { takeSnapshot } from "../../../sim/snapshot/take-snapshot.ts";
import { chartList } from "../../../viz/charts/chart-list.ts";
import { lastTick, nextRow, rowAt, valueRange, yearTicks } from "../../../viz/charts/chart-scales.ts";
import { axisLabel, formatValue } from "../../../viz/charts/format-value.ts";
import { countStrengths, kindOfBin } from "../../../viz/charts/strength-bins.ts";
import { createSeries } from "../../../viz/state/series.ts";
import { advanceTo, makeRun } from "../../helpers/make-run.ts";

/** A series of ticks and the values of one measure. */
function seriesOf(ticks: readonly number[], values: readonly number[] = ticks) {
  const series = createSeries();
  const column = { label: "", unit: "", description: "", source: "" };
  series.clear([
    { ...column, name: "tick" },
    { ...column, name: "value" },
  ]);
  series.add(Float64Array.from(ticks.flatMap((tick, row) => [tick, values[row]])));
  return series;
}

describe("every chart", () => {
  test("shows measures that runs have, in colors that the page has", () => {
    const measures = new Set<string>(networkMeasures.map(({ name }) => name));
    const tokens = readFileSync("viz/style/tokens.css", "utf8");
    for (const { measure, color } of chartList.flatMap(({ lines }) => lines)) {
      expect(measures).toContain(measure);
      expect(tokens).toContain(`${color}:`);
    }
  });

  test("has its own title, a whole sentence, and lines that differ", () => {
    expect(new Set(chartList.map(({ title }) => title)).size).toBe(chartList.length);
    for (const { sentence, lines } of chartList) {
      expect(sentence).toMatch(/^[A-Z].+\.$/);
      expect(new Set(lines.map(({ color }) => color)).size).toBe(lines.length);
      expect(new Set(lines.map(({ label }) => label)).size).toBe(lines.length);
    }
  });
});

describe("the time axis", () => {
  test("is a year long at least", () => {
    expect(lastTick(seriesOf([3]))).toBe(52);
    expect(lastTick(seriesOf([0, 80]))).toBe(80);
  });

  test.each([
    [52, [0]],
    [55, [0, 1]],
    [260, [0, 1, 2, 3, 4]],
    [520, [0, 2, 4, 6, 8]],
    [1040, [0, 4, 8, 12, 16]],
  ])("to tick %i names the years %j, none of them at the very end", (tick, years) => {
    expect(yearTicks(tick).map(({ year }) => year)).toEqual(years);
    for (const one of yearTicks(tick)) expect(one.tick).toBe(52 * one.year);
  });

  test("never names more than six years", () => {
    for (let tick = 52; tick < 20_000; tick += 37) expect(yearTicks(tick).length).toBeLessThanOrEqual(6);
  });
});

describe("the value axis", () => {
  const lines = [{ measure: "value", label: "", color: "" }];

  test("begins at 0, and includes all values", () => {
    expect(valueRange(seriesOf([0, 1, 2], [5, 9, Number.NaN]), { lines })).toEqual([0, 9]);
    expect(valueRange(seriesOf([0, 1], [-2, 9]), { lines })).toEqual([-2, 9]);
  });

  test("spans a score from its reference", () => {
    expect(valueRange(seriesOf([0, 1], [2.2, 2.9]), { lines, reference: 3 })).toEqual([2.2, 3]);
    expect(valueRange(seriesOf([0], [3.5]), { lines, reference: 3 })).toEqual([3, 3.5]);
  });

  test("is never empty, nor infinite before anything is defined", () => {
    expect(valueRange(seriesOf([0], [0]), { lines })).toEqual([0, 1]);
    expect(valueRange(seriesOf([0], [Number.NaN]), { lines, reference: 3 })).toEqual([3, 4]);
  });
});

describe("rows", () => {
  test("are found by tick: the same or the next one, the last one at the end", () => {
    const series = seriesOf([0, 10, 20, 30]);
    expect([-5, 0, 1, 10, 29, 30, 99].map((tick) => rowAt(series, tick))).toEqual([0, 0, 1, 1, 3, 3, 3]);
    expect(rowAt(createSeries(), 5)).toBeUndefined();
  });

  test.each([
    [1, 300],
    [7, 300],
    [301, 300],
    [5000, 300],
  ])("are drawn from the first to the last: %i rows on %i pixels, not more than one per pixel", (rows, pixels) => {
    const drawn: number[] = [];
    for (let row: number | undefined = 0; row !== undefined; row = nextRow(row, rows, pixels)) drawn.push(row);
    expect([drawn[0], drawn.at(-1)]).toEqual([0, rows - 1]);
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(drawn.length).toBeLessThanOrEqual(pixels + 1);
    expect(drawn.length).toBeGreaterThan(Math.min(rows, pixels / 2) - 1);
  });
});

test("values are written as numbers, percentages or counts", () => {
  expect(formatValue(2.906, "number")).toBe("2.91");
  expect(formatValue(0.1568, "percent")).toBe("15.7%");
  expect(formatValue(1845.4, "count")).toBe("1,845");
  for (const format of ["number", "percent", "count"] as const) expect(formatValue(Number.NaN, format)).toBe("–");
});

test("beside an axis they are as short as can be", () => {
  expect([0, 0.25, 1].map((value) => axisLabel(value, "percent"))).toEqual(["0%", "25%", "100%"]);
  expect([0, 500, 1000, 1500].map((value) => axisLabel(value, "count"))).toEqual(["0", "500", "1k", "1.5k"]);
  expect([2.2, 2.4000000000000004].map((value) => axisLabel(value, "number"))).toEqual(["2.2", "2.4"]);
});

describe("the histogram of strength", () => {
  test("counts each tie once, strength 1 in the last bin", () => {
    const bins = Uint32Array.of(9, 9, 9, 9);
    countStrengths({ ties: 5, strength: Float32Array.of(0, 0.25, 0.3, 0.99, 1, 0.5) }, bins);
    expect([...bins]).toEqual([1, 2, 0, 2]);
  });

  test("counts all known ties of a run", () => {
    const snapshot = takeSnapshot(advanceTo(makeRun(), 20).population);
    const bins = new Uint32Array(25);
    countStrengths(snapshot, bins);
    expect(bins.reduce((a, b) => a + b, 0)).toBe(snapshot.ties);
  });

  test("tells faded, weak and strong ties apart by the middle of a bin", () => {
    expect([0, 1, 9, 10, 24].map((bin) => kindOfBin(bin, 25, 0.05, 0.4))).toEqual(["faded", "weak", "weak", "strong", "strong"]);
  });
});
