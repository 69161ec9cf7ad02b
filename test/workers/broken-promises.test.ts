import { expect, test } from "vitest";
import { stateHash, tickOf } from "../../sim/index.ts";
import { createBrokenPromises } from "../../workers/broken-promises.ts";
import { advanceTo, makeRun } from "../helpers/make-run.ts";

test("of a slow run, every broken promise is collected once, and of a fast one none", () => {
  const run = makeRun();
  const broken = createBrokenPromises();
  const before = run.population.events.counts[4]; // promise_broken
  let pairs = 0;
  for (let tick = 0; tick < 30; tick++) {
    broken.advance(run, 2);
    pairs += broken.take().length / 2;
  }
  expect(pairs).toBe(run.population.events.counts[4] - before);
  expect(pairs).toBeGreaterThan(10);
  expect(broken.take()).toHaveLength(0);
  broken.advance(run, 10);
  expect(broken.take()).toHaveLength(0);
});

test("listening changes no run", () => {
  const run = makeRun();
  const broken = createBrokenPromises();
  while (tickOf(run) < 20) broken.advance(run, tickOf(run) % 3);
  expect(stateHash(run)).toBe(stateHash(advanceTo(makeRun(), 20)));
});
