import type { DrawingContext } from "../../drawing/drawing-context.ts";
import { includesAgent, radiusOf, type Scene } from "../scene.ts";
import { chooseNames, type NamesToChoose } from "./choose-names.ts";
import { containsPoint, type Extent } from "./extent.ts";
import type { Painting } from "./painting.ts";

/** Size of names, height of a line, and how far a name stands from its agent, in CSS pixels. */
const FONT_SIZE = 12;
const LINE_HEIGHT = 15;
const GAP = 3;

/** Draws names where they cover no other: of the selected and the hovered agents first, then of others. */
export function drawLabels(context: DrawingContext, scene: Scene, painting: Painting, extent: Extent): void {
  const { agents, positions, transform, selection, hovered } = scene;
  const { snapshot, width, height, ratio, nameOf } = painting;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  prepareText(context, painting);
  const below = agentLabeledBelow(scene);
  const space = GAP + LINE_HEIGHT / 2 + radiusOf(scene.sizeBy === "none" ? undefined : 1, scene);
  const taken: Box[] = [];

  function drawName(agent: number): void {
    const x = transform.applyX(positions[2 * agent] as number);
    const y = transform.applyY(positions[2 * agent + 1] as number);
    const name = nameOf(agent);
    const box = placeName(taken, { x, y, width, height, space, isBelow: agent === below }, context.measureText(name).width);
    if (box === undefined) return;
    context.strokeText(name, box.x, box.y);
    context.fillText(name, box.x, box.y);
  }

  const isSeen = (agent: number) =>
    snapshot.present[agent] === 1 && containsPoint(extent, positions[2 * agent] as number, positions[2 * agent + 1] as number);
  for (const focus of [selection, hovered])
    for (let agent = 0; focus !== undefined && agent < agents; agent++)
      if (includesAgent(focus, agent) && (focus === selection || !includesAgent(selection, agent)) && isSeen(agent))
        drawName(agent);
  if (!scene.labels) return;
  const { circle, trustReceived } = snapshot;
  const people: NamesToChoose = { agents, isSeen, circle, trustReceived, lit: selection && scene.lit };
  for (const agent of chooseNames(people, width * height))
    if (!includesAgent(selection, agent) && !includesAgent(hovered, agent)) drawName(agent);
}

function prepareText(context: DrawingContext, { palette }: Painting): void {
  context.font = `${FONT_SIZE}px ${palette.font}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineWidth = 3;
  context.lineJoin = "round";
  context.strokeStyle = palette.paper;
  context.fillStyle = palette.ink;
}

/** The room that a name takes: its middle, and its width. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** An agent on a canvas, in CSS pixels. */
interface ToName {
  readonly x: number;
  readonly y: number;
  /** of the canvas */
  readonly width: number;
  readonly height: number;
  /** from the agent to the middle of its name */
  readonly space: number;
  /** whether the name stands below rather than above, if there is room */
  readonly isBelow: boolean;
}

/**
 * Finds room for a name above or below its agent, within the canvas.
 *
 * @param taken the names so far; extended
 * @returns undefined if it would cover another name
 */
export function placeName(taken: Box[], { x, y, width, height, space, isBelow }: ToName, wide: number): Box | undefined {
  const within = (at: number, half: number, end: number) => Math.min(Math.max(at, half), end - half);
  for (const side of isBelow ? [1, -1] : [-1, 1]) {
    const box = { x: within(x, wide / 2, width), y: within(y + side * space, LINE_HEIGHT / 2, height), width: wide };
    if (taken.some((other) => overlaps(box, other))) continue;
    taken.push(box);
    return box;
  }
  return undefined;
}

function overlaps(one: Box, other: Box): boolean {
  return Math.abs(one.x - other.x) < (one.width + other.width) / 2 + GAP && Math.abs(one.y - other.y) < LINE_HEIGHT;
}

/** Of a selected tie's two agents, the one farther down: its name stands below it, so that the two names don't meet. */
export function agentLabeledBelow({ selection, positions }: Pick<Scene, "selection" | "positions">): number {
  if (selection === undefined || "agent" in selection) return -1;
  const { lower, upper } = selection;
  return (positions[2 * lower + 1] ?? 0) > (positions[2 * upper + 1] ?? 0) ? lower : upper;
}
