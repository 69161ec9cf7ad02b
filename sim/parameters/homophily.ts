/**
 * The expected ties of an agent inside its circle, if all agents expect as many ties in all and homophily is the same everywhere.
 *
 * @param members of the circle
 * @param ties expected ties of an agent in all
 * @param homophily Coleman's index, 0 (as chance gives) to 1 (all ties stay inside)
 * @see Coleman 1958, Human Organization 17(4), 28–36
 */
export function tiesInside(agents: number, members: number, ties: number, homophily: number): number {
  return Math.max(0, Math.min((ties * (members - 1 + homophily * (agents - members))) / (agents - 1), members - 1));
}

/** The most homophily at which the ties inside fit into the smallest circle; at most 1. */
export function mostHomophily(agents: number, sizes: readonly number[], ties: number): number {
  const smallest = sizes.reduce((least, size) => (size > 0 && size < least ? size : least), agents);
  if (smallest === agents || ties === 0) return 1;
  if (smallest === 1) return 0;
  return Math.min(1, ((smallest - 1) * ((agents - 1) / ties - 1)) / (agents - smallest));
}
