import type { Selection } from "../../state/focus.ts";
import { includesAgent, type Scene } from "../scene.ts";
import { containsPoint, type Extent } from "./extent.ts";
import type { Painting } from "./painting.ts";

/** Size of names, and how far from its agent a name stands, in CSS pixels and in units of the layout. */
const FONT_SIZE = 12;
const OFFSET = 8;

/** About how wide a letter is, and how high a line, in CSS pixels: to keep names apart without measuring each. */
const LETTER_WIDTH = 7;
const LINE_HEIGHT = 14;

/** Zoom from which everyone's name fits, and from which the names of lit agents fit. */
const CLOSE = 2.2;
const FAIRLY_CLOSE = 1.2;

/** Up to this many people, names from a file fit at any zoom. */
const FEW = 60;

/** Draws names: of the hovered and the selected agents, and of others where the zoom leaves room. */
export function drawLabels(context: CanvasRenderingContext2D, scene: Scene, painting: Painting, extent: Extent): void {
  const { transform, agents, positions } = scene;
  const { snapshot, nameOf } = painting;
  const pixel = 1 / transform.k;
  prepareText(context, painting, pixel);
  const below = agentLabeledBelow(scene.selection, positions);
  const taken: number[] = [];
  // Hovered and selected agents first: other names are left out where they would cover these.
  for (const isFocused of [true, false])
    for (let agent = 0; agent < agents; agent++) {
      const x = positions[2 * agent] as number;
      const agentY = positions[2 * agent + 1] as number;
      if (snapshot.present[agent] === 0 || !containsPoint(extent, x, agentY)) continue;
      const inFocus = includesAgent(scene.selection, agent) || includesAgent(scene.hovered, agent);
      if (inFocus !== isFocused || !(inFocus || showsName(scene, agent, painting.hasNames))) continue;
      const y = agentY + (agent === below ? OFFSET : -OFFSET);
      const name = nameOf(agent);
      if (!claimSpace(taken, x, y, name.length * LETTER_WIDTH * pixel, LINE_HEIGHT * pixel) && !inFocus) continue;
      context.textBaseline = agent === below ? "top" : "bottom";
      context.strokeText(name, x, y);
      context.fillText(name, x, y);
    }
}

function prepareText(context: CanvasRenderingContext2D, { palette }: Painting, pixel: number): void {
  context.font = `${FONT_SIZE * pixel}px ${palette.font}`;
  context.textAlign = "center";
  context.lineWidth = 3 * pixel;
  context.lineJoin = "round";
  context.strokeStyle = palette.paper;
  context.fillStyle = palette.ink;
}

/** Whether the name of an agent that is neither selected nor hovered over is drawn, if there is room. */
export function showsName(
  { labels, selection, lit, transform, agents }: Pick<Scene, "labels" | "selection" | "lit" | "transform" | "agents">,
  agent: number,
  hasNames: boolean,
): boolean {
  if (!labels) return false;
  if (selection !== undefined) return lit[agent] === 1 && transform.k > FAIRLY_CLOSE;
  return transform.k > CLOSE || (hasNames && agents <= FEW);
}

/**
 * Claims space for a name.
 *
 * @param taken x, y and width of each name so far; extended
 * @param x the middle of the name
 * @param y its foot
 * @returns false if it would cover a name that is there
 */
export function claimSpace(taken: number[], x: number, y: number, width: number, height: number): boolean {
  for (let k = 0; k < taken.length; k += 3) {
    const distance = Math.abs((taken[k] as number) - x);
    if (distance < ((taken[k + 2] as number) + width) / 2 && Math.abs((taken[k + 1] as number) - y) < height) return false;
  }
  taken.push(x, y, width);
  return true;
}

/** Of a selected tie's two agents, the one farther down: its name stands below it, so that the two names don't meet. */
export function agentLabeledBelow(selection: Selection | undefined, positions: Float32Array): number {
  if (selection === undefined || "agent" in selection) return -1;
  const { lower, upper } = selection;
  return (positions[2 * lower + 1] ?? 0) > (positions[2 * upper + 1] ?? 0) ? lower : upper;
}
