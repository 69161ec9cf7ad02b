/** The most names on offer while the reader types. */
const MOST_OFFERED = 12;

/**
 * The agents that a text may mean: first those with this name or number, then those whose name contains it. Case does not matter.
 *
 * @param agents how many there are
 */
export function findAgents(text: string, agents: number, nameOf: (agent: number) => string): number[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return [];
  const exact: number[] = [];
  const partial: number[] = [];
  for (let agent = 0; agent < agents; agent++) {
    const name = nameOf(agent).toLowerCase();
    if (name === wanted || String(agent) === wanted) exact.push(agent);
    else if (partial.length < MOST_OFFERED && name.includes(wanted)) partial.push(agent);
  }
  return [...exact, ...partial].slice(0, MOST_OFFERED);
}
