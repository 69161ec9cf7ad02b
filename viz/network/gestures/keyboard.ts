import type { World } from "../../state/world.ts";
import type { Stage } from "../stage.ts";
import type { PanZoom } from "./pan-zoom.ts";
import type { Pins } from "./pins.ts";
import { agentOf, nextAgent, tieBetween } from "./walk.ts";

/** How far a key zooms. */
export const ZOOM_STEP = 1.4;

/** CSS pixels by which Shift and an arrow key move the picture. */
const PAN_STEP = 40;

/** Directions that arrow keys move the picture in. */
const panDirections: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** What a key does; undefined if it does nothing here. */
export function actionOf(
  { key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">,
  { world, stage, panZoom, pins }: KeyTargets,
): (() => void) | undefined {
  const { selection, hovered } = world;
  const direction = panDirections[key];
  if (direction !== undefined) {
    const [x, y] = direction;
    return shiftKey ? () => panZoom.panBy(x * PAN_STEP, y * PAN_STEP) : () => walk(world, stage, x + y < 0 ? 1 : -1);
  }
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case "+":
    case "=":
      return () => panZoom.zoomBy(ZOOM_STEP);
    case "-":
      return () => panZoom.zoomBy(1 / ZOOM_STEP);
    case "0":
      return () => panZoom.fit();
    case "Escape":
      return () => {
        selection.value = undefined;
        hovered.value = undefined;
      };
    case "Enter":
      return () => {
        selection.value = hovered.value ?? selection.value;
      };
    case "t":
      return () => {
        selection.value = tieBetween(selection.value, hovered.value) ?? selection.value;
      };
    case "p": {
      const agent = agentOf(selection.value);
      return agent === undefined ? undefined : () => pins.toggle(agent);
    }
    default:
      return undefined;
  }
}

/** What keys act on. */
export interface KeyTargets {
  readonly world: Pick<World, "selection" | "hovered" | "snapshot">;
  readonly stage: Pick<Stage, "scene">;
  readonly panZoom: Pick<PanZoom, "zoomBy" | "panBy" | "fit">;
  readonly pins: Pins;
}

function walk(
  { selection, hovered, snapshot }: KeyTargets["world"],
  { scene: { lit } }: KeyTargets["stage"],
  direction: 1 | -1,
): void {
  const state = snapshot();
  if (state === undefined) return;
  const agent = nextAgent({ agents: state.agents, present: state.present, lit }, selection.value, hovered.value, direction);
  if (agent !== undefined) hovered.value = { agent };
}

export function addKeyboard(canvas: HTMLCanvasElement, targets: KeyTargets, signal: AbortSignal): void {
  canvas.addEventListener(
    "keydown",
    (event) => {
      const act = actionOf(event, targets);
      if (act === undefined) return;
      act();
      event.preventDefault();
    },
    { signal },
  );
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Escape" && !event.defaultPrevented && !closesSomethingElse(event.target)) actionOf(event, targets)?.();
    },
    { signal },
  );
}

/** Whether Escape has another meaning: it closes what is open over the page, and clears a search. */
function closesSomethingElse(target: EventTarget | null): boolean {
  if (document.querySelector(":popover-open, dialog[open]") !== null) return true;
  return target instanceof HTMLInputElement && target.type === "search" && target.value !== "";
}
