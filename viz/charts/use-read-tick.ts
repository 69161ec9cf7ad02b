import { type ReadonlySignal, useComputed } from "@preact/signals";
import type { World } from "../state/world.ts";

/** The tick whose values charts show: the one at the cursor, or else an earlier one on show. Undefined: the last one. */
export function useReadTick({ cursor, isPast, tick }: World): ReadonlySignal<number | undefined> {
  return useComputed(() => cursor.value ?? (isPast.value ? tick.value : undefined));
}
