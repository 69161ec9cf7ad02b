import { describe, expect, test } from "vitest";
import { runHere } from "../../calibration/measured-run.ts";
import {
  driftOf,
  STATIONARITY,
  type StationarityDesign,
  settledAt,
  stationarity,
  verdictOf,
} from "../../calibration/stationarity.ts";
import { stationarityReport } from "../../calibration/stationarity-report.ts";

const small: StationarityDesign = {
  seeds: ["calibration-1", "calibration-2"],
  every: 5,
  spans: [{ after: 0, until: 10 }],
  longRun: { after: 20, until: 30 },
  tolerance: 0.02,
  settled: [0.02],
};

describe("a span against the long run", () => {
  // Two seeds, measured at ticks 5 to 30: levels 8 and 9 over 1–10, 10 and 10 over 21–30.
  const series = [
    [7, 9, 10, 10, 10, 10],
    [9, 9, 10, 10, 11, 9],
  ];

  test("is the mean relative difference of pairs with Student's interval, as calculated by hand", () => {
    const [{ level, difference, half }] = driftOf("known_ties", series, small).spans;
    expect(level).toBe(8.5);
    expect(difference).toBeCloseTo(-0.15, 12);
    // Differences −2 and −1: standard error 0.5, times 12.706205, over 10.
    expect(half).toBeCloseTo(0.63531025, 12);
  });

  test("leaves out windows that begin before the span, for a measure that looks back", () => {
    const yearly = { ...small, every: 26, spans: [{ after: 0, until: 78 }], longRun: { after: 78, until: 156 } };
    const values = [[1, 2, 3, 9, 9, 9]];
    expect(driftOf("known_ties", values, yearly).spans[0].level).toBe(2);
    expect(driftOf("reach", values, yearly).spans[0].level).toBe(2.5);
  });
});

describe("whether a level is the same", () => {
  test("is decided only if the whole interval agrees", () => {
    expect(verdictOf(0.01, 0.005, 0.02)).toBe("yes");
    expect(verdictOf(-0.01, 0.005, 0.02)).toBe("yes");
    expect(verdictOf(0.01, 0.015, 0.02)).toBe("open");
    expect(verdictOf(-0.03, 0.015, 0.02)).toBe("open");
    expect(verdictOf(-0.03, 0.005, 0.02)).toBe("no");
    expect(verdictOf(0.03, 0.005, 0.02)).toBe("no");
  });

  test("is left open if a level is undefined", () => {
    expect(verdictOf(Number.NaN, 0.001, 0.02)).toBe("open");
  });
});

describe("settling", () => {
  test("happens at the end of the first four values that are close on average and stay close", () => {
    expect(settledAt([0, 10, 10, 10, 10, 10, 10], 10, 0.02)).toBe(5);
    expect(settledAt([9.4, 10, 10, 10, 10], 10, 0.02)).toBe(4);
  });

  test("starts over after a later departure", () => {
    expect(settledAt([10, 10, 10, 10, 14, 10, 10, 10, 10], 10, 0.02)).toBe(9);
  });

  test("never happens if the end is too far off or undefined", () => {
    expect(settledAt([10, 10, 10, 10, 14], 10, 0.02)).toBe(Number.POSITIVE_INFINITY);
    expect(settledAt([10, 10, 10, 10, Number.NaN], 10, 0.02)).toBe(Number.POSITIVE_INFINITY);
  });

  test("at a negative level uses a share of the level's size", () => {
    expect(settledAt([0, -10, -10, -10, -10], -10, 0.02)).toBe(5);
  });
});

describe("the program", () => {
  test("reads each of its measures from a run and gives the same table twice", async () => {
    const first = stationarityReport(await stationarity(small, runHere), small);
    expect(stationarityReport(await stationarity(small, runHere), small)).toBe(first);
    expect(first).toMatch(/^known_ties +\d/m);
    expect(first).toMatch(/^top_three +\d/m);
  });

  test("measures at the end of every span", () => {
    const { every, spans, longRun } = STATIONARITY;
    const ends = [...spans, longRun].flatMap(({ after, until }) => [after, until]);
    expect(ends.filter((tick) => tick % every !== 0)).toEqual([]);
  });
});
