import { expect, test } from "vitest";
import { after, apart, believe, bench, pairsMeet, viewOf } from "../helpers/rule-bench.ts";

const seen = { ...pairsMeet, learnRespect: 0.5 };

// v01 = 1 − 0.4 × (1 − 0.5) = 0.8; R = 0.5 + 0.5 × (0.8 − 0.5)
test("rule 4: the belief in the other's reliability moves toward the treatment received, 1 − b(1 − z)", () => {
  const state = after(bench([{ statusBias: 0.4, z: 1 }, { z: 0.5 }], [[0, 1, 0.2]], seen));
  expect(viewOf(state, 1, 0).R).toBeCloseTo(0.65, 14);
});

test("rule 4: treatment depends only on the bias of one agent and the status of the other", () => {
  // 1 has no bias, so it treats 0 with 1, although 0 has status 0 and is biased
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
test("rule 4: a bystander sees how a third agent is treated, and that agent learns nothing", () => {
  const people = [{ statusBias: 0.4, z: 1 }, { z: 0.5 }, { ...apart, z: 0 }];
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

test("rule 4: without another active tie an agent observes only its own treatment", () => {
  const people = [{ statusBias: 0.4, z: 1 }, { z: 0.5 }, { ...apart, z: 0 }];
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

// v = 1, R = ½, rate ½: the observed value is 2R′ − ½
test("rule 4: noise from −0.15 to 0.15 is added before the cut, and 200 ticks nearly reach both ends", () => {
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

test("rule 4: a belief is cut to the range 0 to 1 after it moves", () => {
  const population = bench([{}, {}], [[0, 1, 0.2]], { ...pairsMeet, learnRespect: 1, noise: 0.5 });
  const beliefs = Array.from({ length: 50 }, () => viewOf(after(population), 1, 0).R);
  expect(Math.max(...beliefs)).toBe(1);
  expect(beliefs.filter((belief) => belief === 1).length).toBeGreaterThan(10);
});
