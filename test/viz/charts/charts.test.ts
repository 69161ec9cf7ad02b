import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { networkMeasures } from "../../../sim/metrics/network-columns.ts";
import { takeSnapshot } from "../../../sim/snapshot/take-snapshot.ts";
import { chartList } from "../../../viz/charts/chart-list.ts";
import { firstShown, lastTick, nextRow, rowAt, valueRange } from "../../../viz/charts/chart-scales.ts";
import { comparedTick, describeLag, lastPair, pairAt } from "../../../viz/charts/compare.ts";
import { placeTexts } from "../../../viz/charts/draw-marks.ts";
import { axisLabel, formatValue } from "../../../viz/charts/format-value.ts";
import { spreadLabels } from "../../../viz/charts/place-labels.ts";
import { countStrengths, kindOfBin } from "../../../viz/charts/strength-bins.ts";
import { createSeries, type Series } from "../../../viz/state/series.ts";
import { formatTick } from "../../../viz/text/format-tick.ts";
import { yearTicks } from "../../../viz/text/year-ticks.ts";
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
    [52, [1]],
    [60, [1, 2]],
    [260, [1, 2, 3, 4, 5]],
    [520, [1, 3, 5, 7, 9]],
    [1040, [1, 5, 9, 13, 17]],
  ])("to tick %i names the years %j where they begin, as the clock counts them, none at the very end", (tick, years) => {
    expect(yearTicks(tick, 5, 0.9).map(({ year }) => year)).toEqual(years);
    for (const one of yearTicks(tick, 5, 0.9)) expect(formatTick(one.tick + 1)).toBe(`year ${one.year}, week 1`);
  });

  test("never names more than six years", () => {
    for (let tick = 52; tick < 20_000; tick += 37) expect(yearTicks(tick, 5, 0.9).length).toBeLessThanOrEqual(6);
  });
});

describe("the value axis", () => {
  const lines = [{ measure: "value", label: "", color: "" }];

  test("begins at 0, and includes all values", () => {
    expect(valueRange([seriesOf([0, 1, 2], [5, 9, Number.NaN])], { lines })).toEqual([0, 9]);
    expect(valueRange([seriesOf([0, 1], [-2, 9])], { lines })).toEqual([-2, 9]);
  });

  test("spans a score from its reference", () => {
    expect(valueRange([seriesOf([0, 1], [2.2, 2.9])], { lines, reference: 3 })).toEqual([2.2, 3]);
    expect(valueRange([seriesOf([0], [3.5])], { lines, reference: 3 })).toEqual([3, 3.5]);
  });

  test("spans the unchanged world, too", () => {
    expect(valueRange([seriesOf([0, 1], [5, 9]), seriesOf([1], [12])], { lines })).toEqual([0, 12]);
  });

  test("leaves out the weeks that have nothing to look back to", () => {
    const series = seriesOf([0, 30, 52, 60], [1, 0.8, 0.3, 0.25]);
    expect(firstShown({ lookBack: 52 }, 0)).toBe(52);
    expect(firstShown({ lookBack: 52 }, 40)).toBe(12);
    expect(firstShown({ lookBack: 52 }, 1040)).toBe(0);
    expect(valueRange([series], { lines }, 52)).toEqual([0, 0.3]);
    expect(valueRange([series], { lines }, 0)).toEqual([0, 1]);
  });

  test("of strong ties is their own: there are far fewer than weak ones", () => {
    for (const { lines } of chartList) {
      const measures = lines.map(({ measure }) => measure);
      expect(measures.includes("strong_ties") && measures.includes("weak_ties")).toBe(false);
    }
  });

  test("is never empty, nor infinite before anything is defined", () => {
    expect(valueRange([seriesOf([0], [0])], { lines })).toEqual([0, 1]);
    expect(valueRange([seriesOf([0], [Number.NaN])], { lines, reference: 3 })).toEqual([3, 4]);
  });
});

describe("the texts of changes", () => {
  /** A letter is 6 pixels wide, a week 1 pixel. */
  const row = { x: (tick: number) => tick, left: 0, right: 300, measure: (text: string) => 6 * text.length };
  const marks = [
    { at: 0, tick: 100, text: "Gossip: off" },
    { at: 1, tick: 110, text: "Be real: 90%" },
    { at: 2, tick: 290, text: "Do what you say: 10%" },
  ];
  const placed = (lit?: number, some = marks) => placeTexts(some, lit, row).map(({ mark, text, x }) => [mark.at, text, x]);

  test("stand beside their marks, the latest first; where there is no room, they are left out", () => {
    expect(placed()).toEqual([
      [2, "Do what you say: 10%", 290 - 3 - 120],
      [1, "Be real: 90%", 110 - 3 - 72],
    ]);
  });

  test("that are lit come first, and may stand across their mark", () => {
    expect(placed(0)).toEqual([
      [0, "Gossip: off", 103],
      [2, "Do what you say: 10%", 300 - 120],
    ]);
  });

  test("become numbers before they are left out", () => {
    expect(placed(undefined, [{ at: 0, tick: 20, text: "a text that is far too long for so short a row of texts" }])).toEqual([
      [0, "1", 23],
    ]);
  });
});

test("the names of lines stand above their ends, and apart from each other", () => {
  const label = (value: number) => ({ text: String(value), color: "", tick: 0, value });
  const places = (...values: number[]) =>
    spreadLabels(values.map(label), (value) => 100 - value, 13, 13).map(({ text, y }) => [text, y]);
  expect(places(20, 60, Number.NaN)).toEqual([
    ["20", 77],
    ["60", 37],
  ]);
  expect(places(50, 48)).toEqual([
    ["48", 49],
    ["50", 36],
  ]);
  expect(places(99, 98).map(([, y]) => y)).toEqual([26, 13]);
});

describe("the two worlds", () => {
  const worlds = (own: Series, alone?: Series) => ({ series: own, unchanged: { series: () => alone } });

  test("are compared in the same week", () => {
    const both = worlds(seriesOf([0, 1, 2, 3], [10, 11, 12, 13]), seriesOf([1, 2], [11, 20]));
    expect(comparedTick(both)).toBe(2);
    expect(lastPair(both, "value")).toEqual({ value: 12, unchanged: 20 });
    expect(pairAt(both, "value", 3)).toEqual({ value: 13, unchanged: undefined });
    expect(pairAt(both, "value", 0)).toEqual({ value: 10, unchanged: undefined });
  });

  test("are not compared while the unchanged one is far behind, and the page says so", () => {
    const behind = worlds(seriesOf([0, 1, 20]), seriesOf([1], [11]));
    expect(comparedTick(behind)).toBeUndefined();
    expect(lastPair(behind, "value")).toEqual({ value: 20, unchanged: undefined });
    expect(describeLag(19)).toBe("It is 19 weeks behind, and catches up while the run pauses.");
    expect(describeLag(8)).toBe("");
    expect(comparedTick(worlds(seriesOf([0])))).toBeUndefined();
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
    expect([0, 1, 9, 10, 24].map((bin) => kindOfBin(bin, 25, { activeFrom: 0.05, strongFrom: 0.4 }))).toEqual([
      "faded",
      "weak",
      "weak",
      "strong",
      "strong",
    ]);
  });
});
