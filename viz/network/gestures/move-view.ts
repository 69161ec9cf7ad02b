import type { Point } from "../layout/layout-messages.ts";

/** How far a turn of the wheel zooms, as a power of 2 per unit of its `deltaMode`: pixels, lines, pages. */
const WHEEL = [0.002, 0.05, 1];

/** A pinch on a touchpad comes as small turns of the wheel with Ctrl. */
const PINCH = 10;

/** What moves the picture. */
export interface ViewMoves {
  /** whether a pointer that is pressed here moves the picture; if not, it drags a person */
  mayPan(event: PointerEvent): boolean;
  panBy(x: number, y: number): void;
  /** zooms by a factor around a point of the canvas */
  zoomAround(factor: number, x: number, y: number): void;
}

/** Moves the picture with the mouse, the wheel and fingers. Where one finger scrolls the page, two move the picture. */
export function addViewMoves(canvas: HTMLCanvasElement, { mayPan, panBy, zoomAround }: ViewMoves, signal: AbortSignal): void {
  const pressed = new Map<number, Point>();
  const listen = <E extends Event>(type: string, act: (event: E) => void) =>
    canvas.addEventListener(type, act as (event: Event) => void, { signal, passive: false });

  listen("wheel", (event: WheelEvent) => {
    event.preventDefault();
    const turned = -event.deltaY * (WHEEL[event.deltaMode] ?? 1) * (event.ctrlKey ? PINCH : 1);
    zoomAround(2 ** turned, event.offsetX, event.offsetY);
  });
  listen("touchstart", (event: TouchEvent) => {
    if (event.touches.length > 1) event.preventDefault();
  });
  listen("pointerdown", (event: PointerEvent) => {
    if (event.button !== 0 || !mayPan(event)) return;
    pressed.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    canvas.setPointerCapture(event.pointerId);
  });
  listen("pointermove", (event: PointerEvent) => {
    const before = pressed.get(event.pointerId);
    if (before === undefined) return;
    const now = { x: event.offsetX, y: event.offsetY };
    pressed.set(event.pointerId, now);
    const other = [...pressed].find(([id]) => id !== event.pointerId)?.[1];
    if (other === undefined) {
      if (event.pointerType !== "touch" || !scrollsPage(canvas)) panBy(now.x - before.x, now.y - before.y);
      return;
    }
    panBy((now.x - before.x) / 2, (now.y - before.y) / 2);
    const apart = ({ x, y }: Point) => Math.max(1, Math.hypot(x - other.x, y - other.y));
    zoomAround(apart(now) / apart(before), (now.x + other.x) / 2, (now.y + other.y) / 2);
  });
  for (const type of ["pointerup", "pointercancel"]) listen(type, (event: PointerEvent) => void pressed.delete(event.pointerId));
}

function scrollsPage(canvas: HTMLCanvasElement): boolean {
  return getComputedStyle(canvas).touchAction !== "none";
}
