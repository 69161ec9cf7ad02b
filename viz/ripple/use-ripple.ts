import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { TurningIntervention } from "../../workers/messages.ts";
import { cancelRipple, followEvent } from "../../workers/ripple-client.ts";
import type { FollowedRipple } from "../../workers/ripple-messages.ts";
import type { World } from "../state/world.ts";

/** How far a ripple is followed, and what counts as a noticeable difference of a trust share or a strength. */
export const WEEKS = 156;
export const LEAST = 0.01;

/** What is known of a ripple. */
export interface RippleProgress {
  /** how much of the work is done, 0 to 1 */
  readonly share: number;
  readonly ripple?: FollowedRipple;
  /** why there is none */
  readonly fault?: string;
}

/** Follows the ripple of an event, and again when another one is asked about. The world pauses. */
export function useRipple(world: World, event: TurningIntervention): ReadonlySignal<RippleProgress> {
  const progress = useSignal<RippleProgress>({ share: 0 });

  useEffect(() => {
    let isWanted = true;
    progress.value = { share: 0 };
    world.pause();
    void (async () => {
      try {
        const { start } = await world.record();
        const ripple = await followEvent(start, event, { weeks: WEEKS, least: LEAST }, (share) => {
          if (isWanted) progress.value = { share };
        });
        if (isWanted) progress.value = { share: 1, ripple };
      } catch (error) {
        if (isWanted) progress.value = { share: 1, fault: error instanceof Error ? error.message : String(error) };
      }
    })();
    return () => {
      isWanted = false;
      if (progress.peek().share < 1) cancelRipple();
    };
  }, [event]);

  return progress;
}
