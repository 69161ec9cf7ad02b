import { expect, test } from "vitest";
import { createLiveRun } from "../../../viz/state/live-run.ts";
import { createNotices } from "../../../viz/state/notices.ts";
import { createVisits, visitTick } from "../../../viz/state/visit-tick.ts";
import { small } from "../../helpers/engine-bench.ts";
import { engineHere } from "../../helpers/engine-here.ts";
import { createFakeClock } from "../../helpers/fake-clock.ts";

async function runTo(ticks: number) {
  const onError = (error: unknown) => expect.unreachable(String(error));
  const run = createLiveRun(engineHere(createFakeClock(2)).connect, { onStart: () => undefined, onError });
  await run.start(small);
  await run.advance(ticks);
  return { ...run, ...createVisits(run, createNotices()) };
}

test("the page shows the tick that was asked for last, and the run stays where it is", async () => {
  const run = await runTo(120);
  const now = await run.stateHash();
  expect(run.isPast.value).toBe(false);
  const visits = [30, 90, 45].map((tick) => visitTick(run, tick));
  expect((await Promise.all(visits)).slice(1)).toEqual([false, true]);
  expect([run.tick.value, run.present.value, run.isPast.value]).toEqual([45, 120, true]);
  expect(run.snapshot()?.tick).toBe(45);
  expect(run.series.length.value).toBe(121);
  expect(await visitTick(run, 1000)).toBe(true);
  expect([run.tick.value, run.isPast.value]).toEqual([120, false]);
  expect(await run.stateHash()).toBe(now);
});

test("a visit says false if the run was replaced on its way", async () => {
  const run = await runTo(120);
  const visit = visitTick(run, 30);
  await run.start(small);
  expect(await visit).toBe(false);
  expect(run.tick.value).toBe(0);
});
