import type { Snapshot } from "../../workers/messages.ts";

/** The most names on offer while the reader types. */
const MOST_OFFERED = 12;

/**
 * The people whom a text may mean: first those with this name or number, then those whose name contains it. Case does not matter.
 * People who have left are not among them.
 */
export function findAgents(
  text: string,
  { agents, present }: Pick<Snapshot, "agents" | "present">,
  nameOf: (agent: number) => string,
): number[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return [];
  const exact: number[] = [];
  const partial: number[] = [];
  for (let agent = 0; agent < agents; agent++) {
    if (present[agent] !== 1) continue;
    const name = nameOf(agent).toLowerCase();
    if (name === wanted || String(agent) === wanted) exact.push(agent);
    else if (partial.length < MOST_OFFERED && name.includes(wanted)) partial.push(agent);
  }
  return [...exact, ...partial].slice(0, MOST_OFFERED);
}
