import { effect } from "@preact/signals";
import { scenarios } from "../../../sim/parameters/scenarios.ts";
import { VERSION } from "../../../sim/version.ts";
import type { Block } from "../../drawing/caption.ts";
import type { World } from "../../state/world.ts";
import { formatTick } from "../../text/format-tick.ts";

/** Which state of which run a picture shows. */
export interface RunMoment {
  /** of the scenario, or the file that the people come from */
  readonly title: string;
  /** the same, as a part of a file name */
  readonly about: string;
  readonly seed: string;
  readonly tick: number;
  readonly stateHash: string;
}

type ToHold = Pick<World, "identify" | "about" | "wantsToPlay" | "pause" | "play" | "snapshot" | "frames">;

/**
 * Draws the state on show, and knows its hash. A run that plays stops for a moment, so that picture and hash are of one tick.
 *
 * @throws Error if the engine dies
 */
export async function drawMoment<T>(world: ToHold, draw: (moment: RunMoment) => T): Promise<T> {
  const isPlaying = world.wantsToPlay();
  if (isPlaying) world.pause();
  try {
    const { start, tick, stateHash } = await world.identify();
    await untilShown(world, tick);
    const { scenario, fromFile } = world.about.peek();
    const file = fromFile?.file;
    return draw({ title: file ?? scenarios[scenario].title, about: file ?? scenario, seed: start.seed, tick, stateHash });
  } finally {
    if (isPlaying) world.play();
  }
}

/** Waits for the frame of a tick: the engine may know more than the page shows. */
function untilShown({ frames, snapshot }: Pick<World, "frames" | "snapshot">, tick: number): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      void frames.value;
      if (snapshot()?.tick !== tick) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}

/** A moment in one sentence, for a file that is opened far from the page. */
export function describeMoment({ title, seed, tick, stateHash }: RunMoment): string {
  return `${title}, ${formatTick(tick)} (tick ${tick}), seed ${seed}, state hash ${stateHash}, Weak Ties ${VERSION}`;
}

/** A moment as the last lines of a caption. */
export function momentBlocks({ title, seed, tick, stateHash }: RunMoment, { ink, soft }: { ink: string; soft: string }): Block[] {
  const parts = [`tick ${tick}`, `seed ${seed}`, `state hash ${stateHash}`, `Weak Ties ${VERSION}`];
  return [
    [[{ text: title, color: ink, isBold: true }], [{ text: formatTick(tick), color: ink }]],
    parts.map((text) => [{ text, color: soft }]),
  ];
}
