import type { Scene, TieEvent } from "../scene.ts";

/** Ticks a second up to which single events can be seen. */
export const SLOW = 2;

/**
 * Adds broken promises to what is marked, but only those of ties on show.
 *
 * @param pairs who broke a promise, and to whom, one after the other
 * @returns whether there were any
 */
export function addBroken(scene: Pick<Scene, "events" | "ties">, pairs: Uint32Array, at: number): boolean {
  const events = toEvents("broken", pairs, at).filter(({ lower, upper }) => isShown(scene, lower, upper));
  if (events.length > 0) scene.events = [...scene.events, ...events];
  return events.length > 0;
}

/** Adds new local bridges to what is marked, also those that are not on show: they are too weak to be among the strongest ties. */
export function addNewBridges(scene: Pick<Scene, "events">, pairs: Uint32Array, at: number): void {
  scene.events = [...scene.events, ...toEvents("bridge", pairs, at)];
}

function toEvents(kind: TieEvent["kind"], pairs: Uint32Array, at: number): TieEvent[] {
  return Array.from({ length: pairs.length / 2 }, (_, k) => {
    const [one, other] = [pairs[2 * k] as number, pairs[2 * k + 1] as number];
    return { kind, lower: Math.min(one, other), upper: Math.max(one, other), at };
  });
}

function isShown({ ties }: Pick<Scene, "ties">, lower: number, upper: number): boolean {
  for (let tie = 0; tie < ties.count; tie++) if (ties.lower[tie] === lower && ties.upper[tie] === upper) return true;
  return false;
}
