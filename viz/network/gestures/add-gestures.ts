import type { World } from "../../state/world.ts";
import type { Stage } from "../stage.ts";
import { addKeyboard } from "./keyboard.ts";
import { createPanZoom, type PanZoom } from "./pan-zoom.ts";
import { createPins } from "./pins.ts";
import { addPointerGestures, createPointerPlaces } from "./pointer.ts";

/** Adds everything that mouse, finger and keyboard can do in the picture. Returns what the page's buttons need; `end` takes all off. */
export function addGestures(world: World, stage: Stage, canvas: HTMLCanvasElement): PanZoom {
  const places = createPointerPlaces(world, stage);
  const panZoom = createPanZoom(stage, canvas, {
    mayPan: (event) => places.draggedBy(event) === undefined,
    isPlaying: () => world.playing.value,
  });
  const pins = createPins(stage);
  const listeners = new AbortController();
  addPointerGestures({ world, stage, canvas, places, pins, onDrag: panZoom.keepView }, listeners.signal);
  addKeyboard(canvas, { world, stage, panZoom, pins }, listeners.signal);
  return {
    ...panZoom,
    end() {
      listeners.abort();
      panZoom.end();
    },
  };
}
