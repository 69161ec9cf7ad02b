import { createCollector, LOOK_BACK, restore, tickOf, unpackFork, WINDOW_TICKS } from "../sim/index.ts";
import { beginRun } from "./begin-run.ts";
import type { Keyframes } from "./keyframes.ts";
import { measuredBy, openKnownWorld, type Running } from "./settler.ts";

/**
 * Opens a copy of a run at or before a tick, so early that its collector, when the copy reaches the tick, knows what the measures look
 * back to. The run itself doesn't change.
 *
 * @param isToContinue whether the copy will take the place of the run; else it's only for looking, which needs less
 */
export function openPast(running: Running, keyframes: Keyframes, tick: number, isToContinue: boolean): Running {
  const { run } = running;
  const isMeasured = measuredBy(run);
  let measured = tick;
  while (measured > 0 && !isMeasured(measured)) measured--;
  const keyframe = keyframes.before(measured - (isToContinue ? LOOK_BACK : WINDOW_TICKS));
  const opened = keyframe === undefined ? openStart(running) : { run: restore(keyframe.state), memory: undefined };
  const copy = { ...opened.run, interventions: run.interventions };
  const collector = createCollector(copy.population, (own) => own >= measured && isMeasured(own), {
    settled: copy.settled,
    conversions: isToContinue,
    ...(opened.memory && { memory: opened.memory }),
  });
  return { ...running, run: copy, collector };
}

/** Opens a run where the page began with it: at its start, at the end of its burn-in, or where it was forked. */
function openStart({ start, forked, run: { settled } }: Running) {
  if (forked !== undefined) return unpackFork(forked);
  const { run } = beginRun(start);
  const settledWorld = openKnownWorld(run, start.world, measuredBy(run));
  if (settledWorld === undefined && tickOf(run) < 0) throw new Error(`the settled world of ${settled} ticks is missing`);
  return settledWorld ?? { run, memory: undefined };
}
