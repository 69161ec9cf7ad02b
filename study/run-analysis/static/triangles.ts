import type { Ties } from "../network.ts";

/** Every triangle of a network: three agents with a tie between each two. */
export interface Triangles {
  readonly count: number;
  /** three numbers of ties for each triangle a < b < c: a–b, a–c and b–c */
  readonly ties: Uint32Array;
}

/**
 * Lists the triangles, each one once, from its lowest agent.
 *
 * @param shared by tie: contacts that its agents share, whose sum is three times the number of triangles
 * @see Latapy 2008, Theoretical Computer Science 407, 458–473
 */
export function listTriangles({ agents, count, start, contacts }: Ties, shared: Uint32Array): Triangles {
  let sides = 0;
  for (let tie = 0; tie < count; tie++) sides += shared[tie] ?? 0;
  const found = new Uint32Array(sides);
  const marks = new Int32Array(agents).fill(-1);
  let at = 0;
  for (let agent = 0; agent < agents; agent++) {
    const first = start[agent] ?? 0;
    const end = start[agent + 1] ?? 0;
    for (let tie = first; tie < end; tie++) marks[contacts[tie] ?? 0] = tie;
    for (let tie = first; tie < end; tie++) {
      const contact = contacts[tie] ?? 0;
      const theirEnd = start[contact + 1] ?? 0;
      for (let theirs = start[contact] ?? 0; theirs < theirEnd; theirs++) {
        const mark = marks[contacts[theirs] ?? 0] ?? -1;
        if (mark < first) continue; // marks of earlier agents are lower
        found[at++] = tie;
        found[at++] = mark;
        found[at++] = theirs;
      }
    }
  }
  return { count: at / 3, ties: found };
}
