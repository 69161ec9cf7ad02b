import { interpolateCividis, rgb } from "d3";
import type { Snapshot } from "../../workers/messages.ts";

/** What agents can be colored or sized by. */
export const aspects = {
  circle: "Circle",
  trust: "Trust received",
  sharing: "Shares expertise",
  status_bias: "Looks at credentials",
  follow_through: "Does what it says",
  openness: "Is real",
  generosity: "Gives generously",
  expertise: "Expertise",
  status: "Status",
  reach: "Reach",
} as const;

export type Aspect = keyof typeof aspects;

/** Where each trait lies within an agent's ten. */
const traitPlaces: Partial<Record<Aspect, number>> = { sharing: 0, status_bias: 2, follow_through: 3, openness: 4, generosity: 5 };

/** Steps of a color scale for amounts: few enough to draw by color. */
export const STEPS = 12;

/** Groups that have a color of their own; further circles use them again, and are told apart by their places. */
export const GROUPS = 8;

const ends: Partial<Record<Aspect, readonly [number, number]>> = { trust: [0.3, 0.7] };

/**
 * The amount of an aspect that an agent has, 0 to 1 along its scale.
 *
 * @param most the largest reach of any agent, which is the end of that scale
 */
export function amountOf(snapshot: Snapshot, aspect: Aspect, agent: number, most: number): number {
  const [low, high] = ends[aspect] ?? [0, 1];
  return Math.max(0, Math.min(1, (rawAmount(snapshot, aspect, agent, most) - low) / (high - low)));
}

function rawAmount(snapshot: Snapshot, aspect: Aspect, agent: number, most: number): number {
  if (aspect === "trust") return Number.isNaN(snapshot.trustReceived[agent]) ? 0.5 : snapshot.trustReceived[agent];
  if (aspect === "expertise") return snapshot.expertise[agent];
  if (aspect === "status") return snapshot.status[agent];
  if (aspect === "reach") return most === 0 ? 0 : snapshot.reach[agent] / most;
  return snapshot.traits[agent * 10 + (traitPlaces[aspect] ?? 0)];
}

export function mostReach({ reach, agents }: Snapshot): number {
  let most = 0;
  for (let agent = 0; agent < agents; agent++) if (reach[agent] > most) most = reach[agent];
  return most;
}

/** The scale of amounts, cividis, cut at its ends so that no step is lost on a light or a dark page. */
export function amountColor(step: number, dark: boolean): string {
  const at = step / (STEPS - 1);
  return rgb(interpolateCividis(dark ? 0.25 + 0.75 * at : 0.9 * at)).formatHex();
}

/** What the ends of an aspect's scale are. */
export function scaleEnds(aspect: Aspect, most: number): readonly [string, string] {
  if (aspect === "reach") return ["none", `${most} items`];
  if (aspect === "trust") return ["0.3", "0.7"];
  return ["0", "1"];
}
