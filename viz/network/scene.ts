import { type ZoomTransform, zoomIdentity } from "d3";
import type { Selection } from "../state/focus.ts";
import type { Amount, Aspect } from "./aspects.ts";
import type { ShownTies } from "./layout/layout-messages.ts";

/** All that a picture of the network is drawn from. Kept by the view, changed between frames, read by what draws. */
export interface Scene {
  positions: Float32Array;
  /** agents that have a place */
  agents: number;
  ties: ShownTies;
  /** when the ties were last chosen, to let them come and go */
  chosenAt: number;
  transform: ZoomTransform;
  selection: Selection | undefined;
  hovered: Selection | undefined;
  /** by agent: 1 where it is lit, as selected or in reach of what is selected */
  lit: Uint8Array;
  colorBy: Aspect;
  sizeBy: Amount | "none";
  labels: boolean;
  pinned: Set<number>;
}

const noTies: ShownTies = {
  count: 0,
  active: 0,
  lower: new Uint32Array(0),
  upper: new Uint32Array(0),
  strength: new Float32Array(0),
  stroke: new Uint8Array(0),
  change: new Uint8Array(0),
};

export function createScene(): Scene {
  return {
    positions: new Float32Array(0),
    agents: 0,
    ties: noTies,
    chosenAt: 0,
    transform: zoomIdentity,
    selection: undefined,
    hovered: undefined,
    lit: new Uint8Array(0),
    colorBy: "circle",
    sizeBy: "none",
    labels: true,
    pinned: new Set(),
  };
}

/** Lights what is selected and whom it knows by the ties that are shown. */
export function light(scene: Scene): void {
  const { selection, ties, agents } = scene;
  if (scene.lit.length < agents) scene.lit = new Uint8Array(Math.ceil(agents * 1.25));
  scene.lit.fill(0);
  if (selection === undefined) return;
  if ("agent" in selection) {
    scene.lit[selection.agent] = 1;
    for (let tie = 0; tie < ties.count; tie++) {
      if (ties.lower[tie] === selection.agent) scene.lit[ties.upper[tie]] = 1;
      if (ties.upper[tie] === selection.agent) scene.lit[ties.lower[tie]] = 1;
    }
  } else {
    scene.lit[selection.lower] = 1;
    scene.lit[selection.upper] = 1;
  }
}

/** Radius of an agent in units of the layout. From far away people are drawn larger than they are, so that they can be seen. */
export function radiusOf({ transform }: Scene, amount: number | undefined): number {
  return (amount === undefined ? 5 : 2.5 + 6.5 * Math.sqrt(amount)) * Math.max(1, 0.32 / transform.k);
}
