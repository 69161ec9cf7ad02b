import type { Snapshot } from "../../workers/messages.ts";
import { amountOf, GROUPS, mostReach, STEPS } from "./colors.ts";
import type { Palette } from "./palette.ts";
import { radiusOf, type Scene } from "./scene.ts";

/** Draws the agents over the ties, those that are lit last. */
export function drawAgents(context: CanvasRenderingContext2D, scene: Scene, snapshot: Snapshot, palette: Palette): void {
  const { selection, agents, lit } = scene;
  const dimmed = selection !== undefined;
  const most = scene.colorBy === "reach" || scene.sizeBy === "reach" ? mostReach(snapshot) : 0;
  context.globalAlpha = dimmed ? 0.25 : 1;
  for (let agent = 0; agent < agents; agent++)
    if (snapshot.present[agent] === 1 && !(dimmed && lit[agent] === 1)) drawAgent(context, scene, snapshot, palette, agent, most);
  context.globalAlpha = 1;
  if (dimmed)
    for (let agent = 0; agent < agents; agent++)
      if (snapshot.present[agent] === 1 && lit[agent] === 1) drawAgent(context, scene, snapshot, palette, agent, most);
  for (const chosen of [scene.hovered, selection])
    if (chosen !== undefined && "agent" in chosen && chosen.agent < agents)
      drawRing(context, scene, snapshot, palette, chosen.agent, most);
}

function drawAgent(
  context: CanvasRenderingContext2D,
  scene: Scene,
  snapshot: Snapshot,
  palette: Palette,
  agent: number,
  most: number,
): void {
  const { positions, colorBy, sizeBy, pinned } = scene;
  const x = positions[2 * agent];
  const y = positions[2 * agent + 1];
  const radius = radiusOf(sizeBy === "none" ? undefined : amountOf(snapshot, sizeBy, agent, most));
  context.fillStyle =
    colorBy === "circle"
      ? palette.groups[snapshot.circle[agent] % GROUPS]
      : palette.amounts[Math.round(amountOf(snapshot, colorBy, agent, most) * (STEPS - 1))];
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
  if (!pinned.has(agent)) return;
  context.fillStyle = palette.paper;
  context.beginPath();
  context.arc(x, y, radius * 0.4, 0, 2 * Math.PI);
  context.fill();
}

function drawRing(
  context: CanvasRenderingContext2D,
  scene: Scene,
  snapshot: Snapshot,
  palette: Palette,
  agent: number,
  most: number,
): void {
  const { positions, sizeBy, transform } = scene;
  const radius = radiusOf(sizeBy === "none" ? undefined : amountOf(snapshot, sizeBy, agent, most));
  context.strokeStyle = palette.ink;
  context.lineWidth = 2 / transform.k;
  context.beginPath();
  context.arc(positions[2 * agent], positions[2 * agent + 1], radius + 2 / transform.k, 0, 2 * Math.PI);
  context.stroke();
}

/** Names of a few: what is hovered and selected, and, close enough, of all that are lit or near. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  scene: Scene,
  snapshot: Snapshot,
  palette: Palette,
  nameOf: (agent: number) => string,
  named: boolean,
): void {
  const { transform, agents, lit, selection, hovered, positions, labels } = scene;
  const size = 12 / transform.k;
  context.font = `${size}px ${palette.font}`;
  context.textAlign = "center";
  context.textBaseline = "bottom";
  context.lineWidth = 3 / transform.k;
  context.lineJoin = "round";
  context.strokeStyle = palette.paper;
  context.fillStyle = palette.ink;
  const everyone = labels && (transform.k > 2.2 || (named && agents <= 60));
  for (let agent = 0; agent < agents; agent++) {
    if (snapshot.present[agent] === 0) continue;
    const chosen = isChosen(selection, agent) || isChosen(hovered, agent);
    const neighbor = selection !== undefined && lit[agent] === 1 && labels && transform.k > 1.2;
    if (!(chosen || neighbor || (everyone && (selection === undefined || lit[agent] === 1)))) continue;
    const x = positions[2 * agent];
    const y = positions[2 * agent + 1] - 8;
    context.strokeText(nameOf(agent), x, y);
    context.fillText(nameOf(agent), x, y);
  }
}

function isChosen(selection: Scene["selection"], agent: number): boolean {
  if (selection === undefined) return false;
  return "agent" in selection ? selection.agent === agent : selection.lower === agent || selection.upper === agent;
}
