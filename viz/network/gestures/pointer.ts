import type { Selection } from "../../state/focus.ts";
import type { World } from "../../state/world.ts";
import type { Point } from "../layout/layout-messages.ts";
import { createBundles } from "../painting/bundles.ts";
import type { Stage } from "../stage.ts";
import { pick } from "./pick.ts";
import type { Pins } from "./pins.ts";
import { agentOf } from "./walk.ts";

/** How near a pointer has to be, in CSS pixels. A finger is less exact. */
const MOUSE_REACH = 12;
const FINGER_REACH = 22;

/** Where pointer events are in the picture. */
export interface PointerPlaces {
  /** in units of the layout */
  pointOf(event: MouseEvent): Point;
  targetOf(event: MouseEvent): Selection | undefined;
  agentOf(event: MouseEvent): number | undefined;
  /** The agent that a press would drag. A finger is too wide to say which agent it means: it drags only the one that is selected. */
  draggedBy(event: MouseEvent): number | undefined;
}

export function createPointerPlaces({ snapshot }: Pick<World, "snapshot">, { scene }: Pick<Stage, "scene">): PointerPlaces {
  function pointOf({ offsetX, offsetY }: MouseEvent): Point {
    return scene.transform.invert(offsetX, offsetY);
  }

  function targetOf(event: MouseEvent): Selection | undefined {
    const state = snapshot();
    if (state === undefined) return undefined;
    const reach = (isFinger(event) ? FINGER_REACH : MOUSE_REACH) / scene.transform.k;
    return pick(scene, state.present, pointOf(event), reach, createBundles(scene, state));
  }

  const agentAt = (event: MouseEvent) => agentOf(targetOf(event));
  return {
    pointOf,
    targetOf,
    agentOf: agentAt,
    draggedBy(event) {
      const agent = agentAt(event);
      return isFinger(event) && agent !== agentOf(scene.selection) ? undefined : agent;
    },
  };
}

function isFinger(event: MouseEvent): boolean {
  return event instanceof PointerEvent && event.pointerType === "touch";
}

/** What pointer gestures need. */
export interface PointerGestures {
  readonly world: World;
  readonly stage: Stage;
  readonly canvas: HTMLCanvasElement;
  readonly places: PointerPlaces;
  readonly pins: Pins;
  /** called when an agent is dragged */
  onDrag(): void;
}

/** Pixels that a pointer moves before it drags: a finger never keeps quite still. */
const DRAG_FROM = 4;

/** Hovers, drags agents, selects by a click and pins by a double click. */
export function addPointerGestures({ world, stage, canvas, places, pins, onDrag }: PointerGestures, signal: AbortSignal): void {
  let dragged: number | undefined;
  let pressedAt = { x: 0, y: 0 };
  let hasMoved = false;

  function hover(event: PointerEvent): void {
    const target = event.buttons === 0 ? places.targetOf(event) : undefined;
    if (!isSameSelection(target, world.hovered.value)) world.hovered.value = target;
    canvas.style.cursor = target === undefined ? "grab" : "pointer";
  }

  function unhover(): void {
    world.hovered.value = undefined;
  }

  function endDrag(): void {
    if (dragged !== undefined && hasMoved && !stage.scene.pinned.has(dragged)) stage.hold(dragged, undefined);
    dragged = undefined;
  }

  canvas.addEventListener(
    "pointerdown",
    (event) => {
      hasMoved = false;
      pressedAt = { x: event.clientX, y: event.clientY };
      dragged = places.draggedBy(event);
      if (dragged !== undefined) canvas.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  canvas.addEventListener(
    "touchstart",
    (event) => {
      // The finger drags a person, so it must not scroll the page as well.
      if (dragged === undefined || event.touches.length > 1) return;
      event.preventDefault();
    },
    { signal, passive: false },
  );
  canvas.addEventListener(
    "pointermove",
    (event) => {
      if (dragged === undefined) {
        hover(event);
        return;
      }
      hasMoved ||= Math.hypot(event.clientX - pressedAt.x, event.clientY - pressedAt.y) >= DRAG_FROM;
      if (!hasMoved) return;
      onDrag();
      stage.hold(dragged, places.pointOf(event));
    },
    { signal },
  );
  for (const type of ["pointerup", "pointercancel"]) canvas.addEventListener(type, endDrag, { signal });
  for (const type of ["pointerleave", "blur"]) canvas.addEventListener(type, unhover, { signal });
  canvas.addEventListener(
    "click",
    (event) => {
      if (!hasMoved) world.selection.value = places.targetOf(event);
    },
    { signal },
  );
  canvas.addEventListener(
    "dblclick",
    (event) => {
      const agent = places.agentOf(event);
      if (agent !== undefined) pins.toggle(agent);
    },
    { signal },
  );
}

export function isSameSelection(one: Selection | undefined, other: Selection | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  if ("agent" in one) return "agent" in other && one.agent === other.agent;
  return "lower" in other && one.lower === other.lower && one.upper === other.upper;
}
