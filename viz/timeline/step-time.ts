import { visitTick } from "../state/visit-tick.ts";
import type { World } from "../state/world.ts";

/** Goes some weeks back or forward. At the last week, forward lets the run go on. */
export function stepTime(world: Pick<World, "visit" | "tick" | "present" | "isPast" | "step" | "pause">, weeks: number): void {
  const { tick, isPast } = world;
  if (weeks < 0 || isPast.peek()) void visitTick(world, tick.peek() + weeks);
  else {
    world.pause();
    world.step(weeks);
  }
}
