import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { speeds } from "../state/live-run.ts";
import type { World } from "../state/world.ts";
import { countOf } from "../text/format-number.ts";
import { formatTick } from "../text/format-tick.ts";
import "./full-play.css";
import { isFullPlay, toggleFullPlay } from "./projector.ts";

/** Milliseconds for which the buttons stay after the mouse has moved or a key was pressed. */
const AWAKE = 2500;

/** Weeks a second in place of a pace that isn't steady. */
const STEADY = 10;

/** Plays the run on the full screen, at a steady pace. The date is always there, the buttons only while someone uses mouse or keys. */
export function FullPlay({ world }: { world: World }) {
  const isAwake = useSignal(false);
  const { tick, playing, speed } = world;
  useEffect(() => playSteadily(world), []);
  useEffect(
    () =>
      followActivity((isActive) => {
        isAwake.value = isActive;
      }),
    [],
  );
  return (
    <div class={isAwake.value ? "play-bar awake" : "play-bar"}>
      <div class="play-buttons">
        <button type="button" class="primary" onClick={playing.value ? world.pause : world.play}>
          {playing.value ? "Pause" : "Play"}
        </button>
        <select
          autocomplete="off"
          aria-label="Speed"
          value={String(speed.value)}
          onChange={(event) => world.setSpeed(Number(event.currentTarget.value))}
        >
          {speeds.filter(Number.isFinite).map((pace) => (
            <option key={pace} value={String(pace)}>
              {countOf(pace, "week")} a second
            </option>
          ))}
        </select>
        <button type="button" title="Leave the full screen (Escape)" onClick={toggleFullPlay}>
          Leave
        </button>
      </div>
      <output class="number">{formatTick(tick.value)}</output>
    </div>
  );
}

/** Plays at a pace that is the same all the time. Returns a function that brings back the one before. */
function playSteadily({ speed, setSpeed, play }: Pick<World, "speed" | "setSpeed" | "play">): () => void {
  const before = speed.peek();
  if (!Number.isFinite(before)) setSpeed(STEADY);
  play();
  return () => {
    if (!Number.isFinite(before)) setSpeed(before);
  };
}

/** Calls back when someone begins to use the mouse, a finger or keys, and when they have rested. Escape leaves. */
function followActivity(onChange: (isActive: boolean) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ends = new AbortController();
  function wake(): void {
    clearTimeout(timer);
    onChange(true);
    timer = setTimeout(() => onChange(false), AWAKE);
  }
  document.addEventListener(
    "pointermove",
    // When the page moves below a pointer at rest, some browsers report that, too.
    ({ movementX, movementY }) => {
      if (movementX !== 0 || movementY !== 0) wake();
    },
    ends,
  );
  document.addEventListener("pointerdown", wake, ends);
  document.addEventListener(
    "keydown",
    ({ key }) => {
      // Most browsers leave the full screen by themselves, and the mode with it.
      if (key === "Escape" && isFullPlay.peek()) toggleFullPlay();
      else wake();
    },
    ends,
  );
  return () => {
    clearTimeout(timer);
    ends.abort();
  };
}
