import { expect, test } from "vitest";
import { after, believe, bench, pairsMeet, viewOf } from "../helpers/rule-bench.ts";

const seen = { ...pairsMeet, learnRespect: 0.5 };

// v01 = 1 − 0.4 × (1 − 0.5) = 0.8; R = 0.5 + 0.5 × (0.8 − 0.5)
test("rule 4: the other's reliability moves toward how it is treated, 1 − b(1 − z)", () => {
  const state = after(bench([{ statusBias: 0.4, z: 1 }, { z: 0.5 }], [[0, 1, 0.2]], seen));
  expect(viewOf(state, 1, 0).R).toBeCloseTo(0.65, 14);
});

test("rule 4: treatment hangs on the doer's bias and the other's status alone", () => {
  // 1 has no bias: treats 0 with 1, though the status of 0 is 0 and 0 is biased
  const state = after(
    bench(
      [
        { statusBias: 1, z: 0 },
        { statusBias: 0, z: 1 },
      ],
      [[0, 1, 0.2]],
      seen,
    ),
  );
  expect(viewOf(state, 0, 1).R).toBeCloseTo(0.75, 14);
  expect(viewOf(state, 1, 0).R).toBeCloseTo(0.75, 14);
});

// 0 treats 2, of status 0, with 1 − 0.4 = 0.6; R = 0.5 + 0.5 × 0.1
test("rule 4: a bystander sees how a third person is treated, who learns nothing", () => {
  const people = [{ statusBias: 0.4, z: 1 }, { z: 0.5 }, { z: 0, circle: 1 }];
  const state = after(
    bench(
      people,
      [
        [0, 1, 0.2],
        [0, 2, 0.2],
      ],
      { ...seen, bystanderShare: 1 },
    ),
  );
  expect(viewOf(state, 1, 0).R).toBeCloseTo(0.55, 14);
  expect(viewOf(state, 2, 0).R).toBe(0.5);
});

test("rule 4: with no other active tie there is nobody else to see, and one's own treatment counts", () => {
  const people = [{ statusBias: 0.4, z: 1 }, { z: 0.5 }, { z: 0, circle: 1 }];
  const inactive = after(
    bench(
      people,
      [
        [0, 1, 0.2],
        [0, 2, 0.049],
      ],
      { ...seen, bystanderShare: 1 },
    ),
  );
  expect(viewOf(inactive, 1, 0).R).toBeCloseTo(0.65, 14);
  const atTheBar = after(
    bench(
      people,
      [
        [0, 1, 0.2],
        [0, 2, 0.05],
      ],
      { ...seen, bystanderShare: 1 },
    ),
  );
  expect(viewOf(atTheBar, 1, 0).R).toBeCloseTo(0.55, 14);
});

// v = 1, R = ½, rate ½: the value that was seen is 2R′ − ½
test("rule 4: noise is added before the cut, from −0.15 to 0.15, both ends nearly reached in 200 ticks", () => {
  const population = bench([{}, {}], [[0, 1, 0.2]], { ...seen, noise: 0.15 });
  const noise = Array.from({ length: 200 }, () => {
    believe(population, 1, 0, {});
    return 2 * viewOf(after(population), 1, 0).R - 0.5 - 1;
  });
  expect(Math.min(...noise)).toBeGreaterThanOrEqual(-0.15);
  expect(Math.max(...noise)).toBeLessThanOrEqual(0.15);
  expect(Math.min(...noise)).toBeLessThan(-0.14);
  expect(Math.max(...noise)).toBeGreaterThan(0.14);
});

test("rule 4: a belief is cut to 0 to 1 after it has moved", () => {
  const population = bench([{}, {}], [[0, 1, 0.2]], { ...pairsMeet, learnRespect: 1, noise: 0.5 });
  const beliefs = Array.from({ length: 50 }, () => viewOf(after(population), 1, 0).R);
  expect(Math.max(...beliefs)).toBe(1);
  expect(beliefs.filter((belief) => belief === 1).length).toBeGreaterThan(10);
});
