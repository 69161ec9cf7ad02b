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
 * @see Latapy 2008, Theoretical Computer Science 407, 458–473
 */
export function listTriangles({ agents, count, start, contacts }: Ties): Triangles {
  let found = new Uint32Array(12 * count);
  const marks = new Int32Array(agents).fill(-1);
  let at = 0;
  for (let agent = 0; agent < agents; agent++) {
    const first = start[agent] ?? 0;
    const end = start[agent + 1] ?? 0;
    for (let tie = first; tie < end; tie++) marks[contacts[tie] ?? 0] = tie;
    for (let tie = first; tie < end; tie++) {
      const contact = contacts[tie] ?? 0;
      const begin = start[contact] ?? 0;
      const theirEnd = start[contact + 1] ?? 0;
      if (at + 3 * (theirEnd - begin) > found.length) found = longer(found, at + 3 * (theirEnd - begin));
      // About half of the pairs have a tie, and the processor can't predict which. So each pair is written, and the next one overwrites
      // it unless it has a tie. Marks of earlier agents are lower.
      for (let theirs = begin; theirs < theirEnd; theirs++) {
        const mark = marks[contacts[theirs] ?? 0] ?? -1;
        found[at] = tie;
        found[at + 1] = mark;
        found[at + 2] = theirs;
        at += 3 * +(mark >= first);
      }
    }
  }
  return { count: at / 3, ties: found.subarray(0, at) };
}

function longer(list: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(Math.max(least, 2 * list.length));
  copy.set(list);
  return copy;
}

/** The triangles whose three ties are all of a kind. */
export function trianglesOfKind({ count, ties }: Triangles, isOfKind: Uint8Array): Triangles {
  const found = new Uint32Array(3 * count + 3);
  let at = 0;
  for (let from = 0; from < 3 * count; from += 3) {
    const ab = ties[from] ?? 0;
    const ac = ties[from + 1] ?? 0;
    const bc = ties[from + 2] ?? 0;
    found[at] = ab;
    found[at + 1] = ac;
    found[at + 2] = bc;
    at += 3 * ((isOfKind[ab] ?? 0) & (isOfKind[ac] ?? 0) & (isOfKind[bc] ?? 0));
  }
  return { count: at / 3, ties: found.subarray(0, at) };
}

/** By tie: how many triangles it belongs to, which is the number of contacts that its agents share. */
export function countTriangles({ count, ties }: Triangles, allTies: number): Uint32Array {
  const counts = new Uint32Array(allTies);
  for (let at = 0; at < 3 * count; at++) {
    const tie = ties[at] ?? 0;
    counts[tie] = (counts[tie] ?? 0) + 1;
  }
  return counts;
}
