import { afterEach, describe, expect, test } from "vitest";
import { networkMeasures } from "../../../sim/index.ts";
import { createLiveRun, type LiveRun } from "../../../viz/state/live-run.ts";
import type { Series } from "../../../viz/state/series.ts";
import { createUnchanged, type Unchanged } from "../../../viz/state/unchanged.ts";
import { headlessRows, small } from "../../helpers/engine-bench.ts";
import { type EngineHere, engineHere } from "../../helpers/engine-here.ts";
import { createFakeClock } from "../../helpers/fake-clock.ts";

interface Fixture {
  readonly run: LiveRun;
  readonly second: EngineHere;
  readonly unchanged: Unchanged;
  /** lets the second engine work until it is at a tick, and no further */
  reaches(tick: number): Promise<void>;
}

const open: Unchanged[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.end();
});

/** A small run at tick 0, and its unchanged world. Both run in this thread. */
async function compared(): Promise<Fixture> {
  const callbacks = { onStart: () => undefined, onError: (error: unknown) => expect.unreachable(String(error)) };
  const run = createLiveRun(engineHere(createFakeClock(2)).connect, callbacks);
  const clock = createFakeClock(2);
  const second = engineHere(clock);
  const unchanged = createUnchanged(run, second.connect);
  open.push(unchanged);
  await run.start(small);
  const reaches = (tick: number) =>
    expect
      .poll(() => {
        clock.pass(50);
        return unchanged.tick.value;
      })
      .toBe(tick);
  return { run, second, unchanged, reaches };
}

/** All rows of a series. */
function rowsOf(series: Series | undefined): number[][] {
  return Array.from({ length: series?.length.value ?? 0 }, (_, row) =>
    networkMeasures.map(({ name }) => (series as Series).at(row, name)),
  );
}

describe("the world left alone", () => {
  test("has, from the first change on, the measures of a headless run of the same seed", async () => {
    const { run, unchanged, reaches } = await compared();
    await run.advance(12);
    expect([unchanged.since.value, unchanged.series()]).toEqual([undefined, undefined]);
    run.setLive("follow_through_mean", 0.1);
    await run.advance(10);
    run.setLive("openness_mean", 0.9);
    await run.advance(20);
    await reaches(42);
    expect([unchanged.since.value, unchanged.reason.value]).toEqual([12, ""]);
    expect(rowsOf(unchanged.series())).toEqual(headlessRows(small, 42).slice(12));
    expect(rowsOf(run.series).at(-1)).not.toEqual(rowsOf(unchanged.series()).at(-1));
  });

  test("ends with its run, and begins again with the next change", async () => {
    const { run, unchanged, reaches } = await compared();
    run.setLive("noise", 0.4);
    await run.advance(5);
    await reaches(5);
    await run.start({ ...small, seed: "8" });
    expect([unchanged.since.value, unchanged.tick.value]).toEqual([undefined, 0]);
    await run.advance(5);
    expect(unchanged.since.value).toBeUndefined();
    run.setLive("noise", 0.4);
    await run.advance(5);
    await reaches(10);
    expect(rowsOf(unchanged.series())).toEqual(headlessRows({ ...small, seed: "8" }, 10).slice(5));
  });

  test("stops with a reason if its engine dies; the run continues", async () => {
    const { run, second, unchanged, reaches } = await compared();
    run.setLive("noise", 0.4);
    await run.advance(5);
    await reaches(5);
    second.kill("the worker died, perhaps out of memory");
    await run.advance(5);
    const reason = "The world without your changes has stopped: the worker died, perhaps out of memory.";
    await expect.poll(() => unchanged.reason.value).toBe(reason);
    expect([unchanged.since.value, run.deathReason.value]).toEqual([undefined, undefined]);
  });
});
