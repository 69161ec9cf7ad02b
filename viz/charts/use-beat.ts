import { computed, type ReadonlySignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { followSlowly } from "../state/follow-slowly.ts";
import type { Unchanged } from "../state/unchanged.ts";
import type { World } from "../state/world.ts";

/** Changes when either world has something new to show, at most once in this many milliseconds. */
export function useBeat(world: World, unchanged: Unchanged, milliseconds: number): ReadonlySignal<number> {
  const beat = useMemo(
    () =>
      followSlowly(
        computed(() => world.frames.value + unchanged.frames.value),
        milliseconds,
      ),
    [world, unchanged],
  );
  useEffect(() => beat.end, [beat]);
  return beat.value;
}
