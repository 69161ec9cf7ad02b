import { expect, test } from "vitest";
import { yearTicks } from "../../../viz/text/year-ticks.ts";
import { spreadHandles, tickAfterKey, tickAtPlace, timelineEnd, timelineMarks } from "../../../viz/timeline/timeline-scale.ts";

test("the timeline holds the run so far, a year at least, and what is planned soon", () => {
  expect(timelineEnd(0, [])).toBe(52);
  expect(timelineEnd(300, [{ tick: 20 }])).toBe(300);
  expect(timelineEnd(10, [{ tick: 100, until: 177 }])).toBe(177);
  expect(timelineEnd(10, [{ tick: 1_000_000 }])).toBe(52);
});

test("a place on the timeline is the nearest week of the run so far", () => {
  expect(tickAtPlace(0, 520, 104, 80)).toBe(0);
  expect(tickAtPlace(52, 520, 104, 80)).toBe(10);
  expect(tickAtPlace(54, 520, 104, 80)).toBe(11);
  expect(tickAtPlace(500, 520, 104, 80)).toBe(80);
  expect(tickAtPlace(-5, 520, 104, 80)).toBe(0);
});

test.each([
  ["ArrowLeft", 59],
  ["ArrowDown", 59],
  ["ArrowRight", 61],
  ["ArrowUp", 61],
  ["PageDown", 8],
  ["PageUp", 80],
  ["Home", 0],
  ["End", 80],
  ["a", undefined],
])("from week 60 of 80, %s goes to %j", (key, to) => {
  expect(tickAfterKey(key, 60, 80)).toBe(to);
});

test("changes of one week share a mark; those that last have their own", () => {
  const changes = [{ tick: 5 }, { tick: 5 }, { tick: 5, until: 9 }, { tick: 90, until: 400 }, { tick: 300 }];
  expect(timelineMarks(changes, 104)).toEqual([
    { at: [0, 1], tick: 5 },
    { at: [2], tick: 5, until: 9 },
    { at: [3], tick: 90, until: 104 },
  ]);
});

test("as many years are named as have room, from the first on", () => {
  expect(yearTicks(52 * 4, 10, 0.96).map(({ year }) => year)).toEqual([1, 2, 3, 4]);
  expect(yearTicks(52 * 40, 8, 0.96)).toEqual(Array.from({ length: 8 }, (_, k) => ({ year: 1 + 5 * k, tick: 260 * k })));
});

test("handles that would cover each other move to the right, no farther than they must", () => {
  expect(spreadHandles([10, 100, 103, 130, 300], 24)).toEqual([0, 0, 21, 18, 0]);
  expect(spreadHandles([], 24)).toEqual([]);
});
