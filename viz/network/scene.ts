import type { Selection } from "../state/focus.ts";
import type { RippleOnShow } from "../state/ripple-on-show.ts";
import type { Amount, Aspect } from "./aspects.ts";
import { UNIT } from "./layout/units.ts";
import { type DrawnTies, noTies } from "./ties/drawn-ties.ts";
import { Transform } from "./transform.ts";

/** Something that has just happened to a tie, to be marked on it. */
export interface TieEvent {
  readonly kind: "broken" | "bridge";
  readonly lower: number;
  readonly upper: number;
  /** on the clock of `performance.now()` */
  readonly at: number;
}

/** Everything a picture of the network is drawn from. The stage changes it between frames; painters and gestures read it. */
export interface Scene {
  /** x and y by agent, in units of the layout */
  positions: Float32Array;
  /** agents that have a position */
  agents: number;
  /** how far apart neighbors are, in units of the layout */
  spacing: number;
  ties: DrawnTies;
  /** when the ties were chosen, on the clock of `performance.now()`: from then on they fade in and out */
  tiesChangedAt: number;
  /** whether ties were fading when they were painted last */
  wasFading: boolean;
  /** what just happened, to be marked on its ties */
  events: readonly TieEvent[];
  transform: Transform;
  selection: Selection | undefined;
  hovered: Selection | undefined;
  /** by agent: 1 if it is selected, or tied to the selected agent by a tie on show */
  lit: Uint8Array;
  colorBy: Aspect;
  /** the run on show, whose circles have these colors */
  run: number;
  /** by circle: the number of its color */
  groups: readonly number[];
  sizeBy: Amount | "none";
  labels: boolean;
  readonly pinned: Set<number>;
  /** the ripple on show, in place of colors and ties */
  ripple: RippleOnShow | undefined;
}

export function createScene(): Scene {
  return {
    positions: new Float32Array(0),
    agents: 0,
    spacing: UNIT,
    ties: noTies,
    tiesChangedAt: 0,
    wasFading: false,
    events: [],
    transform: new Transform(),
    selection: undefined,
    hovered: undefined,
    lit: new Uint8Array(0),
    colorBy: "circle",
    run: 0,
    groups: [],
    sizeBy: "none",
    labels: true,
    pinned: new Set(),
    ripple: undefined,
  };
}

/** Lights the selected agent and its contacts by ties on show, or the two agents of the selected tie. */
export function lightSelection(scene: Scene): void {
  const { selection, ties, agents } = scene;
  if (scene.lit.length < agents) scene.lit = new Uint8Array(Math.ceil(agents * 1.25));
  const { lit } = scene;
  lit.fill(0);
  if (selection === undefined) return;
  if ("agent" in selection) {
    const { agent } = selection;
    lit[agent] = 1;
    for (let tie = 0; tie < ties.count; tie++) {
      if (ties.lower[tie] === agent) lit[ties.upper[tie] as number] = 1;
      if (ties.upper[tie] === agent) lit[ties.lower[tie] as number] = 1;
    }
  } else {
    lit[selection.lower] = 1;
    lit[selection.upper] = 1;
  }
}

/** The share of the way to its neighbor that an agent's radius takes. */
const FILLED = 0.38;

/** Radius in pixels below which an agent is hard to see, and from which on it grows more slowly than its room. */
const SMALLEST = 1.75;
const FULL = 4;

/**
 * Radius of an agent in pixels. It fits the room between neighbors. From close by there is more room than it needs: zooming in
 * spreads people out rather than magnifying them.
 *
 * @param amount 0 to 1, or undefined if all agents have one size
 */
export function radiusOf(amount: number | undefined, { spacing, transform: { k } }: Pick<Scene, "spacing" | "transform">): number {
  const room = FILLED * spacing * k;
  const radius = room > FULL ? Math.sqrt(FULL * room) : Math.max(SMALLEST, room);
  return amount === undefined ? radius : radius * (0.5 + 1.3 * Math.sqrt(amount));
}

/** Whether an agent is selected or hovered over, itself or by one of its ties. */
export function includesAgent(selection: Selection | undefined, agent: number): boolean {
  if (selection === undefined) return false;
  return "agent" in selection ? selection.agent === agent : selection.lower === agent || selection.upper === agent;
}
