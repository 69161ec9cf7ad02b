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

/** Milliseconds to wait for a frame before asking again which tick is on show. */
const PATIENCE = 1000;

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
    for (;;) {
      const { start, tick, stateHash } = await world.identify();
      // If someone goes to another week meanwhile, this is about that one.
      if (!(await isShownSoon(world, tick))) continue;
      const { scenario, fromFile } = world.about.peek();
      const file = fromFile?.file;
      return draw({ title: file ?? scenarios[scenario].title, about: file ?? scenario, seed: start.seed, tick, stateHash });
    }
  } finally {
    if (isPlaying) world.play();
  }
}

/** Waits for the frame of a tick, because the engine may know more than the page shows. @returns whether it came */
function isShownSoon({ frames, snapshot }: Pick<World, "frames" | "snapshot">, tick: number): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isShown: boolean) => {
      clearTimeout(timer);
      queueMicrotask(() => stop());
      resolve(isShown);
    };
    const timer = setTimeout(() => end(false), PATIENCE);
    const stop = effect(() => {
      void frames.value;
      if (snapshot()?.tick === tick) end(true);
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
