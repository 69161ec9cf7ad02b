import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { drawMoment } from "../../../viz/downloads/pictures/run-moment.ts";

/** A world whose engine is ahead of the page: each answer is about the next of these ticks. */
function worldAt(shown: number, engine: readonly number[], isPlaying: boolean) {
  const calls: string[] = [];
  const frames = signal(0);
  const state = { shown, asked: 0 };
  const world = {
    about: signal({ scenario: "default", fromFile: undefined }),
    wantsToPlay: () => isPlaying,
    pause: () => calls.push("pause"),
    play: () => calls.push("play"),
    frames,
    snapshot: () => ({ tick: state.shown }),
    identify: async () => {
      const tick = engine[state.asked++] ?? -1;
      return { start: { seed: "7" }, tick, stateHash: `hash of ${tick}` };
    },
  };
  const show = (tick: number) => {
    state.shown = tick;
    frames.value++;
  };
  return { world: world as unknown as Parameters<typeof drawMoment>[0], calls, show };
}

test("a picture and its hash are of one tick, and a run that played plays on", async () => {
  const { world, calls, show } = worldAt(11, [12], true);
  setTimeout(() => show(12), 20);
  const drawn = await drawMoment(world, (moment) => {
    calls.push("draw");
    return { ...moment, shown: world.snapshot()?.tick };
  });
  expect(drawn).toMatchObject({ tick: 12, shown: 12, seed: "7", stateHash: "hash of 12", title: "A world of weak ties" });
  expect(calls).toEqual(["pause", "draw", "play"]);
});

test("a paused run stays paused", async () => {
  const { world, calls } = worldAt(5, [5], false);
  expect((await drawMoment(world, (moment) => moment)).tick).toBe(5);
  expect(calls).toEqual([]);
});

test("if someone goes to another week meanwhile, the picture is of that week", async () => {
  const { world, show } = worldAt(5, [9, 3], false);
  setTimeout(() => show(3), 20);
  expect(await drawMoment(world, (moment) => [moment.tick, world.snapshot()?.tick])).toEqual([3, 3]);
});

test("if the picture can't be drawn, the run plays on, too", async () => {
  const { world, calls } = worldAt(5, [5], true);
  const fail = () => {
    throw new Error("the network has not been drawn yet");
  };
  await expect(drawMoment(world, fail)).rejects.toThrow("not been drawn");
  expect(calls).toEqual(["pause", "play"]);
});
