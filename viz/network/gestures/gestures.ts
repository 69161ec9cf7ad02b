import { type D3ZoomEvent, select, type ZoomTransform, zoom, zoomIdentity } from "d3";
import type { World } from "../../state/world.ts";
import type { Stage } from "../stage.ts";
import { pick } from "./pick.ts";

/** Milliseconds after the first picture of a run at which it is fitted again, unless a hand has moved it: until then it unfolds. */
const UNFOLDED = [900, 2500];

/** CSS pixels within which a hand means something; a finger needs more. */
const REACH = 12;
const FINGER = 22;

/** What a hand can do from outside of the canvas. */
export interface Gestures {
  zoomBy(factor: number): void;
  /** shows everyone */
  fit(): void;
  /** shows everyone of a run that begins, and once more when they have found their places */
  begin(): void;
  /** brings an agent into the middle */
  show(agent: number): void;
  end(): void;
}

/** Zoom, pan, drag, pin, hover and select, by mouse, finger and keyboard. */
export function addGestures(world: World, stage: Stage, canvas: HTMLCanvasElement): Gestures {
  const { scene } = stage;
  let dragged: number | undefined;
  let wentFar = false;
  /** whether a hand has chosen what is to be seen */
  let isChosen = false;
  let later: ReturnType<typeof setTimeout>[] = [];

  const behavior = zoom<HTMLCanvasElement, unknown>()
    .scaleExtent([0.05, 12])
    .filter((event: Event) => {
      if (event.type === "dblclick") return false;
      if (event instanceof MouseEvent && event.type === "mousedown") return event.button === 0 && agentAt(event) === undefined;
      return true;
    })
    .on("start", (event: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
      isChosen ||= event.sourceEvent !== null;
    })
    .on("zoom", (event: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
      scene.transform = event.transform;
      stage.moved();
    });
  const selected = select(canvas);
  selected.call(behavior);

  function place(event: MouseEvent): { x: number; y: number } {
    const [x, y] = scene.transform.invert([event.offsetX, event.offsetY]);
    return { x, y };
  }

  function at(event: MouseEvent) {
    const snapshot = world.snapshot();
    if (snapshot === undefined) return undefined;
    const { x, y } = place(event);
    const reach = event instanceof PointerEvent && event.pointerType === "touch" ? FINGER : REACH;
    return pick(scene, snapshot.present, x, y, reach / scene.transform.k);
  }

  function agentAt(event: MouseEvent): number | undefined {
    const found = at(event);
    return found !== undefined && "agent" in found ? found.agent : undefined;
  }

  function down(event: PointerEvent): void {
    wentFar = false;
    isChosen = true;
    dragged = event.pointerType === "touch" ? undefined : agentAt(event);
    if (dragged !== undefined) canvas.setPointerCapture(event.pointerId);
  }

  function move(event: PointerEvent): void {
    if (dragged === undefined) {
      const found = event.buttons === 0 ? at(event) : undefined;
      if (!same(found, world.hovered.value)) world.hovered.value = found;
      canvas.style.cursor = found === undefined ? "grab" : "pointer";
      return;
    }
    wentFar ||= Math.hypot(event.movementX, event.movementY) > 0;
    if (wentFar) stage.hold(dragged, place(event));
  }

  function up(): void {
    if (dragged !== undefined && wentFar && !scene.pinned.has(dragged)) stage.hold(dragged);
    dragged = undefined;
  }

  function click(event: MouseEvent): void {
    if (!wentFar) world.selection.value = at(event);
  }

  function pin(agent: number): void {
    const { pinned, positions } = scene;
    if (pinned.delete(agent)) stage.hold(agent);
    else {
      pinned.add(agent);
      stage.hold(agent, { x: positions[2 * agent], y: positions[2 * agent + 1] });
    }
    stage.refresh("people");
  }

  function doubleClick(event: MouseEvent): void {
    const agent = agentAt(event);
    if (agent !== undefined) pin(agent);
  }

  function key(event: KeyboardEvent): void {
    const pan = { ArrowLeft: [40, 0], ArrowRight: [-40, 0], ArrowUp: [0, 40], ArrowDown: [0, -40] }[event.key];
    const { selection } = world;
    if (pan !== undefined) isChosen ||= event.shiftKey;
    if (pan !== undefined && event.shiftKey)
      selected.call(behavior.translateBy, pan[0] / scene.transform.k, pan[1] / scene.transform.k);
    else if (pan !== undefined) walk(pan[0] + pan[1] < 0 ? 1 : -1);
    else if (event.key === "+" || event.key === "=") gestures.zoomBy(1.4);
    else if (event.key === "-") gestures.zoomBy(1 / 1.4);
    else if (event.key === "0") gestures.fit();
    else if (event.key === "Escape") selection.value = undefined;
    else if (event.key === "Enter") toHovered();
    else if (event.key === "p" && selection.value !== undefined && "agent" in selection.value) pin(selection.value.agent);
    else if (event.key === "t") toTie();
    else return;
    event.preventDefault();
  }

  /** Goes along: from one agent to the next, or, where one is selected, along those it has ties to. */
  function walk(direction: number): void {
    const snapshot = world.snapshot();
    if (snapshot === undefined) return;
    const { selection, hovered } = world;
    const from = hovered.value !== undefined && "agent" in hovered.value ? hovered.value.agent : -1;
    const among: number[] = [];
    const own = selection.value !== undefined && "agent" in selection.value ? selection.value.agent : undefined;
    for (let agent = 0; agent < snapshot.agents; agent++)
      if (snapshot.present[agent] === 1 && agent !== own && (own === undefined || scene.lit[agent] === 1)) among.push(agent);
    if (among.length === 0) return;
    const place = among.indexOf(from);
    world.hovered.value = { agent: among[(place + direction + among.length) % among.length] };
  }

  function toHovered(): void {
    if (world.hovered.value !== undefined) world.selection.value = world.hovered.value;
  }

  /** Selects the tie between who is selected and who is pointed at. */
  function toTie(): void {
    const { selection, hovered } = world;
    if (
      selection.value === undefined ||
      hovered.value === undefined ||
      !("agent" in selection.value) ||
      !("agent" in hovered.value)
    )
      return;
    const pair = [selection.value.agent, hovered.value.agent].sort((a, b) => a - b);
    if (pair[0] !== pair[1]) selection.value = { lower: pair[0], upper: pair[1] };
  }

  canvas.addEventListener("pointerdown", down);
  canvas.addEventListener("pointermove", move);
  canvas.addEventListener("pointerup", up);
  canvas.addEventListener("click", click);
  canvas.addEventListener("dblclick", doubleClick);
  canvas.addEventListener("keydown", key);

  function everyone(): ZoomTransform | undefined {
    const box = boundsOf(scene.positions, scene.agents);
    const { clientWidth: width, clientHeight: height } = canvas;
    if (box === undefined || width === 0) return undefined;
    const k = Math.min(4, 0.92 * Math.min(width / (box.right - box.left + 30), height / (box.bottom - box.top + 30)));
    const x = width / 2 - (k * (box.left + box.right)) / 2;
    const y = height / 2 - (k * (box.top + box.bottom)) / 2;
    return zoomIdentity.translate(x, y).scale(k);
  }

  function fitAgain(): void {
    const next = everyone();
    if (isChosen || next === undefined) return;
    const glide = matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 700;
    selected.transition().duration(glide).call(behavior.transform, next);
  }

  const gestures: Gestures = {
    zoomBy(factor) {
      isChosen = true;
      selected.call(behavior.scaleBy, factor);
    },
    fit() {
      const next = everyone();
      if (next !== undefined) selected.call(behavior.transform, next);
    },
    begin() {
      isChosen = false;
      gestures.fit();
      for (const timer of later) clearTimeout(timer);
      later = UNFOLDED.map((milliseconds) => setTimeout(fitAgain, milliseconds));
    },
    show(agent) {
      isChosen = true;
      const { positions, transform } = scene;
      selected.call(behavior.translateTo, positions[2 * agent], positions[2 * agent + 1]);
      if (transform.k < 1) selected.call(behavior.scaleTo, 1);
    },
    end() {
      for (const timer of later) clearTimeout(timer);
      selected.interrupt().on(".zoom", null);
      canvas.removeEventListener("pointerdown", down);
      canvas.removeEventListener("pointermove", move);
      canvas.removeEventListener("pointerup", up);
      canvas.removeEventListener("click", click);
      canvas.removeEventListener("dblclick", doubleClick);
      canvas.removeEventListener("keydown", key);
    },
  };
  return gestures;
}

function same(a: object | undefined, b: object | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function boundsOf(positions: Float32Array, agents: number) {
  if (agents === 0) return undefined;
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let agent = 0; agent < agents; agent++) {
    left = Math.min(left, positions[2 * agent]);
    right = Math.max(right, positions[2 * agent]);
    top = Math.min(top, positions[2 * agent + 1]);
    bottom = Math.max(bottom, positions[2 * agent + 1]);
  }
  return { left, right, top, bottom };
}
