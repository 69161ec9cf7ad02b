import { checkpoint, type Run, tickOf } from "../sim/index.ts";

/** Bytes that all keyframes of a run may take together, however long it gets. */
const MOST_BYTES = 96 * 2 ** 20;

/** Keyframes that are kept even if they take more: without a few, the past of a large world would be out of reach. */
const FEWEST = 4;

/** Worlds of up to this many agents keep keyframes. Those of larger ones would take too much memory: their past is replayed from the start. */
const MOST_AGENTS = 20_000;

/** Ticks between the first keyframes. Writing one takes as long as two ticks, going back to one as long as ten. */
const FIRST_SPACING = 26;

/** The state of a run at one tick. */
export interface Keyframe {
  readonly tick: number;
  readonly state: Uint8Array;
}

/** Keeps states of a run at regular ticks. When they take too much memory, it drops every second one, so the run's length doesn't matter. */
export interface Keyframes {
  /** call before each tick of the run: keeps the state if it's due and the world isn't too large */
  note(run: Run): void;
  /** the last keyframe at or before a tick; undefined if there is none */
  before(tick: number): Keyframe | undefined;
  /** a copy without the keyframes after a tick */
  until(tick: number): Keyframes;
  /** bytes of all keyframes */
  readonly bytes: number;
}

/**
 * @param kept keyframes to begin with, in order
 * @param spacing ticks between two keyframes
 */
export function createKeyframes(kept: readonly Keyframe[] = [], spacing = FIRST_SPACING): Keyframes {
  let all = [...kept];
  let gap = spacing;

  const bytes = () => all.reduce((sum, { state }) => sum + state.length, 0);

  function thinOut(): void {
    while (all.length > FEWEST && bytes() > MOST_BYTES) {
      gap *= 2;
      all = all.filter(({ tick }) => tick % gap === 0);
    }
  }

  return {
    note(run) {
      const tick = tickOf(run);
      if (run.population.agents.count > MOST_AGENTS) return;
      if (tick <= 0 || tick % gap !== 0 || (all.at(-1)?.tick ?? 0) >= tick) return;
      all.push({ tick, state: checkpoint(run) });
      thinOut();
    },
    before: (tick) => all.findLast((keyframe) => keyframe.tick <= tick),
    until: (tick) =>
      createKeyframes(
        all.filter((keyframe) => keyframe.tick <= tick),
        gap,
      ),
    get bytes() {
      return bytes();
    },
  };
}
