import { visitTick } from "../state/visit-tick.ts";
import type { World } from "../state/world.ts";
import { WEEKS_A_YEAR } from "../text/format-tick.ts";
import { stepTime } from "../timeline/step-time.ts";
import { toggleFullPlay, toggleProjector } from "./projector.ts";

/** What the keys of the page act on. */
interface KeyTargets extends Pick<World, "play" | "pause" | "playing" | "visit" | "tick" | "present" | "isPast" | "step"> {
  readonly showHelp: () => void;
}

/** How many weeks a key goes forward. */
const stepOfKey: Readonly<Record<string, number>> = { ",": -1, ".": 1, "<": -WEEKS_A_YEAR, ">": WEEKS_A_YEAR };

/** What a key does wherever the focus is; undefined if it does nothing. */
function pageActionOf(key: string, targets: KeyTargets): (() => void) | undefined {
  const { play, pause, playing, present, showHelp } = targets;
  if (key === " ") return playing.peek() ? pause : play;
  const weeks = stepOfKey[key];
  if (weeks !== undefined) return () => stepTime(targets, weeks);
  if (key === "n" || key === "N") return () => void visitTick(targets, present.peek());
  if (key === "f" || key === "F") return toggleProjector;
  if (key === "r" || key === "R") return toggleFullPlay;
  return key === "?" ? showHelp : undefined;
}

/** Parts of the page that use these keys themselves. */
const USES_KEYS = "input, select, textarea, button, summary, a[href], [contenteditable], dialog";

/** Listens to the keys of the page. Returns a function that stops it. */
export function addPageKeys(targets: KeyTargets): () => void {
  function press(event: KeyboardEvent): void {
    const { key, target } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const isUsed = target instanceof Element && target.closest(USES_KEYS) !== null;
    // A slider and a button have no use for letters.
    if (isUsed && (key === " " || !(target as Element).matches("input[type=range], input[type=checkbox], button, summary"))) return;
    const act = pageActionOf(key, targets);
    if (act === undefined) return;
    act();
    event.preventDefault();
  }
  document.addEventListener("keydown", press);
  return () => document.removeEventListener("keydown", press);
}
