import { describe, expect, test } from "vitest";
import { createCircleIndex } from "../../sim/population/circle-index.ts";
import { step } from "../../sim/step/step.ts";
import { expectProportional } from "../helpers/chi-square.ts";
import { readMeetings, TICKS } from "../helpers/plan-bench.ts";
import { bench } from "../helpers/rule-bench.ts";

describe("a meeting", () => {
  test("takes place only if both engage: v = 1 − 1 × (1 − 0) = 0 on either side prevents it", () => {
    for (const pair of [
      [{ statusBias: 1 }, { z: 0 }],
      [{ z: 0 }, { statusBias: 1 }],
    ]) {
      const population = bench(pair, [[0, 1, 0.5]], { meetingRate: 1 });
      for (let t = 0; t < 50; t++) step(population);
      expect(readMeetings(population, 1)).toEqual([0]);
    }
  });

  // v is 1 − 1 × (1 − ½) = ½ both ways, their product ¼; each can run into the other: 1 − (¾)² = 7/16
  test("takes place with probability vij × vji, and one of two chances is enough", () => {
    const alike = { statusBias: 1, z: 0.5 };
    const population = bench([alike, alike], [[0, 1, 0.5]], { meetingRate: 1 });
    for (let t = 0; t < TICKS; t++) step(population);
    const [n] = readMeetings(population, 1);
    expectProportional([n, TICKS - n], [7, 9]);
  });

  test("is in the circle more often if the circle is large, and else with anyone, each equally likely", () => {
    // 0 knows everyone; 0, 1 and 2 share a circle. Nobody else knows anyone.
    const ties = [1, 2, 3, 4].map((k) => [0, k, 0.5] as const);
    const parameters = { meetingRate: 0.4, outsidePull: 2, newTies: false };
    const population = bench([{}, {}, {}, { circle: 1 }, { circle: 2 }], ties, parameters);
    for (let t = 0; t < TICKS; t++) step(population);
    // In a circle of 3, (3 − 1) / (3 − 1 + 2) = ½ of 0.4 goes to 2 circle-mates and ½ to 4 others: 0.1 + 0.05 to each mate, 0.05 to
    // the rest. Someone who is alone in a circle meets anyone: 0.4 / 4.
    const mate = 1 - (1 - 0.15) ** 2;
    const other = 1 - (1 - 0.05) * (1 - 0.1);
    for (const [k, count] of readMeetings(population, 4).entries()) {
      const share = k < 2 ? mate : other;
      expectProportional([count, TICKS - count], [share, 1 - share]);
    }
  });

  test("never leads out of the circle without a pull from outside", () => {
    const population = bench(
      [{}, {}, { circle: 1 }, { circle: 1 }],
      [1, 2, 3].map((k) => [0, k, 0.5] as const),
      { meetingRate: 1 },
    );
    for (let t = 0; t < 100; t++) step(population);
    expect(readMeetings(population, 3)).toEqual([100, 0, 0]);
  });

  test("is more frequent for sociable people, of both who meets and who is met", () => {
    const population = bench(
      [{}, {}, {}],
      [1, 2].map((k) => [0, k, 0.5] as const),
      { meetingRate: 0.2, newTies: false },
    );
    population.agents.sociality.set([1, 3, 1]);
    population.circles = createCircleIndex(population.agents);
    for (let t = 0; t < TICKS; t++) step(population);
    const [sociable, usual] = readMeetings(population, 2);
    // 0 meets 1 and 2 in 0.2 · ¾ and 0.2 · ¼; 1 meets 0 in 0.2 · 3 · ½; 2 meets 0 in 0.2 · ¼.
    const often = 1 - (1 - 0.15) * (1 - 0.3);
    const seldom = 1 - (1 - 0.05) ** 2;
    expectProportional([sociable, TICKS - sociable], [often, 1 - often]);
    expectProportional([usual, TICKS - usual], [seldom, 1 - seldom]);
  });
});
