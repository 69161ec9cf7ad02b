import { createAmountScale } from "../aspects.ts";
import { groupOf, stepOf } from "../colors.ts";
import { radiusOf, type Scene } from "../scene.ts";
import type { Extent } from "./draw-ties.ts";
import type { Painting } from "./painting.ts";

/** How each agent looks in one picture. */
interface Look {
  readonly color: (agent: number) => string;
  /** 0 to 1; undefined where all are equally large */
  readonly size: ((agent: number) => number) | undefined;
}

function lookOf({ colorBy, sizeBy }: Scene, { snapshot, palette }: Painting): Look {
  const size = sizeBy === "none" ? undefined : createAmountScale(snapshot, sizeBy);
  if (colorBy === "circle") {
    const { circle } = snapshot;
    return { size, color: (agent) => palette.groups[groupOf(circle[agent] ?? 0)] ?? palette.ink };
  }
  const amount = createAmountScale(snapshot, colorBy);
  return { size, color: (agent) => palette.amounts[stepOf(amount(agent))] ?? palette.ink };
}

/** Draws the agents over the ties, those that are lit last. */
export function drawAgents(context: CanvasRenderingContext2D, scene: Scene, how: Painting, extent: Extent): void {
  const { selection, agents, lit } = scene;
  const { present } = how.snapshot;
  const dimmed = selection !== undefined;
  const look = lookOf(scene, how);
  context.globalAlpha = dimmed ? 0.25 : 1;
  for (let agent = 0; agent < agents; agent++)
    if (present[agent] === 1 && !(dimmed && lit[agent] === 1) && isWithin(scene, agent, extent))
      drawAgent(context, scene, how, agent, look);
  context.globalAlpha = 1;
  if (dimmed)
    for (let agent = 0; agent < agents; agent++)
      if (present[agent] === 1 && lit[agent] === 1 && isWithin(scene, agent, extent)) drawAgent(context, scene, how, agent, look);
  for (const chosen of [scene.hovered, selection])
    if (chosen !== undefined && "agent" in chosen && chosen.agent < agents) drawRing(context, scene, how, chosen.agent, look);
}

/** Whether an agent, with room for its name, can be seen at all. */
function isWithin({ positions }: Scene, agent: number, { left, right, top, bottom }: Extent): boolean {
  const x = positions[2 * agent];
  const y = positions[2 * agent + 1];
  return x > left && x < right && y > top && y < bottom;
}

function drawAgent(context: CanvasRenderingContext2D, scene: Scene, how: Painting, agent: number, look: Look): void {
  const { positions, pinned } = scene;
  const { palette } = how;
  const x = positions[2 * agent];
  const y = positions[2 * agent + 1];
  const radius = radiusOf(scene, look.size?.(agent));
  context.fillStyle = look.color(agent);
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
  if (!pinned.has(agent)) return;
  context.fillStyle = palette.paper;
  context.beginPath();
  context.arc(x, y, radius * 0.4, 0, 2 * Math.PI);
  context.fill();
}

function drawRing(context: CanvasRenderingContext2D, scene: Scene, how: Painting, agent: number, look: Look): void {
  const { positions, transform } = scene;
  const radius = radiusOf(scene, look.size?.(agent));
  context.strokeStyle = how.palette.ink;
  context.lineWidth = 2 / transform.k;
  context.beginPath();
  context.arc(positions[2 * agent], positions[2 * agent + 1], radius + 2 / transform.k, 0, 2 * Math.PI);
  context.stroke();
}

/** Names of a few: what is hovered and selected, and, close enough, of all that are lit or near. */
export function drawLabels(context: CanvasRenderingContext2D, scene: Scene, how: Painting, extent: Extent): void {
  const { transform, agents, lit, selection, hovered, positions, labels } = scene;
  const { snapshot, palette, nameOf, named } = how;
  context.font = `${12 / transform.k}px ${palette.font}`;
  context.textAlign = "center";
  context.lineWidth = 3 / transform.k;
  context.lineJoin = "round";
  context.strokeStyle = palette.paper;
  context.fillStyle = palette.ink;
  const everyone = labels && (transform.k > 2.2 || (named && agents <= 60));
  const beneath = lowerOnThePage(scene);
  const taken: number[] = [];
  // Those that were chosen come first: names of others stand only where they cover none.
  for (const first of [true, false])
    for (let agent = 0; agent < agents; agent++) {
      if (snapshot.present[agent] === 0 || !isWithin(scene, agent, extent)) continue;
      const chosen = isChosen(selection, agent) || isChosen(hovered, agent);
      const near = labels && lit[agent] === 1 && selection !== undefined && transform.k > 1.2;
      if (chosen !== first || !(chosen || near || (everyone && selection === undefined))) continue;
      const x = positions[2 * agent];
      const y = positions[2 * agent + 1] + (agent === beneath ? 8 : -8);
      if (!takePlace(taken, x, y, (nameOf(agent).length * 7) / transform.k, 14 / transform.k) && !chosen) continue;
      context.textBaseline = agent === beneath ? "top" : "bottom";
      context.strokeText(nameOf(agent), x, y);
      context.fillText(nameOf(agent), x, y);
    }
}

/** Takes a place for a name, x and y its middle and foot; false where it would cover one that is there. */
function takePlace(taken: number[], x: number, y: number, width: number, height: number): boolean {
  for (let k = 0; k < taken.length; k += 3)
    if (Math.abs(taken[k] - x) < (taken[k + 2] + width) / 2 && Math.abs(taken[k + 1] - y) < height) return false;
  taken.push(x, y, width);
  return true;
}

/** Of a tie's two agents the one farther down, whose name stands beneath it, so that the two do not meet. */
function lowerOnThePage({ selection, positions }: Scene): number {
  if (selection === undefined || "agent" in selection) return -1;
  const { lower, upper } = selection;
  return positions[2 * lower + 1] > positions[2 * upper + 1] ? lower : upper;
}

function isChosen(selection: Scene["selection"], agent: number): boolean {
  if (selection === undefined) return false;
  return "agent" in selection ? selection.agent === agent : selection.lower === agent || selection.upper === agent;
}
