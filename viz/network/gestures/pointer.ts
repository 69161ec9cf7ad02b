import type { Selection } from "../../state/focus.ts";
import type { World } from "../../state/world.ts";
import type { Point } from "../layout/layout-messages.ts";
import type { Stage } from "../stage.ts";
import { pick } from "./pick.ts";
import type { Pins } from "./pins.ts";

/** How near a pointer has to be, in CSS pixels. A finger is less exact. */
const MOUSE_REACH = 12;
const FINGER_REACH = 22;

/** Where pointer events are in the picture. */
export interface PointerPlaces {
  /** in units of the layout */
  pointOf(event: MouseEvent): Point;
  targetOf(event: MouseEvent): Selection | undefined;
  agentOf(event: MouseEvent): number | undefined;
}

export function createPointerPlaces({ snapshot }: Pick<World, "snapshot">, { scene }: Stage): PointerPlaces {
  function pointOf({ offsetX, offsetY }: MouseEvent): Point {
    const [x, y] = scene.transform.invert([offsetX, offsetY]);
    return { x, y };
  }

  function targetOf(event: MouseEvent): Selection | undefined {
    const present = snapshot()?.present;
    return present && pick(scene, present, pointOf(event), (isFinger(event) ? FINGER_REACH : MOUSE_REACH) / scene.transform.k);
  }

  return {
    pointOf,
    targetOf,
    agentOf(event) {
      const target = targetOf(event);
      return target !== undefined && "agent" in target ? target.agent : undefined;
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
  /** called when a pointer is pressed on the canvas */
  onPress(): void;
}

/** Hovers, drags agents, selects by a click and pins by a double click. */
export function addPointerGestures({ world, stage, canvas, places, pins, onPress }: PointerGestures, signal: AbortSignal): void {
  let dragged: number | undefined;
  let hasMoved = false;

  function hover(event: PointerEvent): void {
    const target = event.buttons === 0 ? places.targetOf(event) : undefined;
    if (!isSameSelection(target, world.hovered.value)) world.hovered.value = target;
    canvas.style.cursor = target === undefined ? "grab" : "pointer";
  }

  canvas.addEventListener(
    "pointerdown",
    (event) => {
      hasMoved = false;
      onPress();
      // A finger on an agent pans the picture: fingers are too wide to say which agent they mean.
      dragged = isFinger(event) ? undefined : places.agentOf(event);
      if (dragged !== undefined) canvas.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  canvas.addEventListener(
    "pointermove",
    (event) => {
      if (dragged === undefined) {
        hover(event);
        return;
      }
      hasMoved ||= event.movementX !== 0 || event.movementY !== 0;
      if (hasMoved) stage.hold(dragged, places.pointOf(event));
    },
    { signal },
  );
  canvas.addEventListener(
    "pointerup",
    () => {
      if (dragged !== undefined && hasMoved && !stage.scene.pinned.has(dragged)) stage.hold(dragged, undefined);
      dragged = undefined;
    },
    { signal },
  );
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
