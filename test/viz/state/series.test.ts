import { effect } from "@preact/signals";
import { expect, test } from "vitest";
import { networkMeasures } from "../../../sim/index.ts";
import { createSeries } from "../../../viz/state/series.ts";

const [tick, agents, trust] = ["tick", "agents", "mean_trust_score"].map((name) => {
  const column = networkMeasures.find((measure) => measure.name === name);
  if (column === undefined) throw new Error(`no measure ${name}`);
  return column;
});
const columns = [tick, agents, trust].filter((column) => column !== undefined);

function rows(...numbers: number[]): Float64Array {
  return Float64Array.from(numbers);
}

test("rows are added in order and read by measure", () => {
  const series = createSeries();
  series.clear(columns);
  series.add(rows(0, 40, Number.NaN, 1, 41, 2.5));
  series.add(rows(2, 42, 2.75));
  expect(series.length.value).toBe(3);
  expect([0, 1, 2].map((row) => series.at(row, "agents"))).toEqual([40, 41, 42]);
  expect([0, 1, 2].map((row) => series.at(row, "mean_trust_score"))).toEqual([Number.NaN, 2.5, 2.75]);
  expect(series.column("agents")).toBe(agents);
});

test("the range of a measure leaves out where it is not defined", () => {
  const series = createSeries();
  series.clear(columns);
  expect(series.range("mean_trust_score")).toEqual([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  series.add(rows(0, 40, Number.NaN, 1, 38, 2.5, 2, 44, 1.5));
  expect(series.range("mean_trust_score")).toEqual([1.5, 2.5]);
  expect(series.range("agents")).toEqual([38, 44]);
  expect(series.range("no_such_measure")).toEqual([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
});

test("what does not exist is NaN: a row beyond the last, an unknown measure", () => {
  const series = createSeries();
  series.clear(columns);
  series.add(rows(0, 40, 2));
  expect([series.at(1, "agents"), series.at(-1, "agents"), series.at(0, "nothing")]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});

test("another run empties the store; nothing of the old run can be read", () => {
  const series = createSeries();
  series.clear(columns);
  series.add(rows(0, 40, 2, 1, 41, 3));
  series.clear(columns);
  expect(series.length.value).toBe(0);
  expect(series.at(1, "agents")).toBeNaN();
  expect(series.range("agents")).toEqual([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  series.add(rows(0, 7, 1));
  expect([series.length.value, series.at(0, "agents")]).toEqual([1, 7]);
});

test("rows before a run has announced its measures are dropped", () => {
  const series = createSeries();
  series.add(rows(1, 2, 3));
  expect(series.length.value).toBe(0);
});

test("the store grows, whatever the size of a frame, and keeps every number", () => {
  const series = createSeries();
  series.clear(columns);
  const many = 40_000;
  const first = Float64Array.from({ length: 3 * many }, (_, k) => k);
  series.add(first);
  for (let k = 0; k < 10; k++) series.add(rows(3 * (many + k), 3 * (many + k) + 1, 3 * (many + k) + 2));
  expect(series.length.value).toBe(many + 10);
  for (const row of [0, 1, 10_922, 10_923, many - 1, many, many + 9])
    expect([series.at(row, "tick"), series.at(row, "mean_trust_score")]).toEqual([3 * row, 3 * row + 2]);
});

test("charts follow the length, and reading a value does not subscribe to it", () => {
  const series = createSeries();
  series.clear(columns);
  const lengths: number[] = [];
  let reads = 0;
  const stops = [
    effect(() => {
      lengths.push(series.length.value);
    }),
    effect(() => {
      series.at(0, "agents");
      reads++;
    }),
  ];
  series.add(rows(0, 40, 2));
  series.add(rows(1, 40, 2));
  for (const stop of stops) stop();
  expect(lengths).toEqual([0, 1, 2]);
  expect(reads).toBe(1);
});
