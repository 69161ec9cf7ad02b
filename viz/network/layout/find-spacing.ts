/** At most this many agents are measured: enough for a median. */
const SAMPLE = 300;

/**
 * How far agents are from their nearest neighbor, as a median.
 *
 * @param positions x and y by agent
 * @param present by agent: 1 if it is there
 * @returns undefined for fewer than two agents
 */
export function findSpacing(positions: Float32Array, present: Uint8Array): number | undefined {
  const agents: number[] = [];
  for (let agent = 0; agent < present.length; agent++) if (present[agent] === 1) agents.push(agent);
  const x = (place: number) => positions[2 * (agents[place] as number)] as number;
  const y = (place: number) => positions[2 * (agents[place] as number) + 1] as number;
  agents.sort((a, b) => (positions[2 * a] as number) - (positions[2 * b] as number));

  /** the nearest neighbor in the order of x, searched until x alone is farther than the best so far */
  function nearest(place: number): number {
    let best = Number.POSITIVE_INFINITY;
    for (const direction of [1, -1])
      for (let other = place + direction; other >= 0 && other < agents.length; other += direction) {
        const across = Math.abs(x(other) - x(place));
        if (across >= best) break;
        best = Math.min(best, Math.hypot(across, y(other) - y(place)));
      }
    return best;
  }

  if (agents.length < 2) return undefined;
  const every = Math.ceil(agents.length / SAMPLE);
  const distances: number[] = [];
  for (let place = 0; place < agents.length; place += every) distances.push(nearest(place));
  return distances.sort((a, b) => a - b)[distances.length >> 1];
}
