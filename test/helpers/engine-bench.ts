import { advance, createCollector, networkMeasures, stateHash, tickOf } from "../../sim/index.ts";
import { beginRun } from "../../workers/begin-run.ts";
import { createEngine } from "../../workers/engine.ts";
import type { EngineCommands, Frame, Start } from "../../workers/messages.ts";
import { createView, type View } from "./engine-view.ts";
import { createFakeClock, type FakeClock } from "./fake-clock.ts";

/** A small run. */
export const small: Start = { seed: "7", parameters: { agents: 40, circle_size: 20 }, interventions: [] };

/** An engine with a clock that the test moves, and the view of a page. */
export function engineAndView(): { clock: FakeClock; engine: EngineCommands; view: View } {
  // Every look at the clock takes 2 ms, so that even at full speed a slice has few ticks.
  const clock = createFakeClock(2);
  const engine = createEngine(clock);
  return { clock, engine, view: createView(engine) };
}

/** The rows of several frames in order. */
export function rowsOf(frames: readonly Frame[]): number[][] {
  return frames.flatMap(({ rows }) =>
    Array.from({ length: rows.length / networkMeasures.length }, (_, k) =>
      Array.from(rows.subarray(k * networkMeasures.length, (k + 1) * networkMeasures.length)),
    ),
  );
}

/** The rows of the same run without a page, at every tick. */
export function headlessRows(start: Start, ticks: number): number[][] {
  const { run } = beginRun(start);
  const collector = createCollector(run.population, (tick) => tick >= 0, { settled: run.settled });
  const rows = [collector.collect()?.slice()];
  while (tickOf(run) < ticks) {
    advance(run);
    rows.push(collector.collect()?.slice());
  }
  return rows.flatMap((row) => (row === undefined ? [] : [Array.from(row)]));
}

/** The state hash of the same run without a page. */
export function headlessHash(start: Start, tick: number): string {
  const { run } = beginRun(start);
  while (tickOf(run) < tick) advance(run);
  return stateHash(run);
}

/** Returns the snapshots of all frames from `from` on. */
export function giveAllBack(view: View, from: number): number {
  let at = from;
  for (; at < view.frames.length; at++) view.giveBack(view.frames[at].snapshot);
  return at;
}
