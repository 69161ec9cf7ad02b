import type { Selection } from "../../state/focus.ts";

/** Who is there, and who is lit. */
export interface Walkable {
  readonly agents: number;
  /** by agent: 1 if it is there */
  readonly present: Uint8Array;
  /** by agent: 1 if it is selected, or tied to the selected agent by a tie on show */
  readonly lit: Uint8Array;
}

/**
 * The agent that an arrow key leads to, by number and around the end: among the contacts of the selected agent, or among everyone
 * if none is selected.
 *
 * @param direction 1 for the next one, −1 for the one before
 * @returns undefined if there is nobody to go to
 */
export function nextAgent(
  { agents, present, lit }: Walkable,
  selection: Selection | undefined,
  hovered: Selection | undefined,
  direction: 1 | -1,
): number | undefined {
  const selected = agentOf(selection);
  const among: number[] = [];
  for (let agent = 0; agent < agents; agent++)
    if (present[agent] === 1 && agent !== selected && (selected === undefined || lit[agent] === 1)) among.push(agent);
  const place = among.indexOf(agentOf(hovered) ?? -1);
  if (place < 0) return among.at(direction > 0 ? 0 : -1);
  return among[(place + direction + among.length) % among.length];
}

/** The tie between the selected and the hovered agent; undefined if these are not two agents. */
export function tieBetween(selection: Selection | undefined, hovered: Selection | undefined): Selection | undefined {
  const one = agentOf(selection);
  const other = agentOf(hovered);
  if (one === undefined || other === undefined || one === other) return undefined;
  return { lower: Math.min(one, other), upper: Math.max(one, other) };
}

export function agentOf(selection: Selection | undefined): number | undefined {
  return selection !== undefined && "agent" in selection ? selection.agent : undefined;
}
