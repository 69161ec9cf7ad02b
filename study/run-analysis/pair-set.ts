/** With more agents, a bit for every pair takes more memory than a list of pairs. */
const MOST_IN_BITS = 20_000;

/** A set of pairs of agents, in any order. */
export interface PairSet {
  has(one: number, other: number): boolean;
  add(one: number, other: number): void;
  remove(one: number, other: number): void;
}

export function createPairSet(agents: number): PairSet {
  const code = (one: number, other: number) => (one < other ? one * agents + other : other * agents + one);
  return agents > MOST_IN_BITS ? listPairs(code) : markPairs(code, agents);
}

function listPairs(code: (one: number, other: number) => number): PairSet {
  const codes = new Set<number>();
  return {
    has: (one, other) => codes.has(code(one, other)),
    add: (one, other) => void codes.add(code(one, other)),
    remove: (one, other) => void codes.delete(code(one, other)),
  };
}

function markPairs(code: (one: number, other: number) => number, agents: number): PairSet {
  const words = new Uint32Array(Math.ceil((agents * agents) / 32));
  return {
    has(one, other) {
      const pair = code(one, other);
      return (((words[pair >>> 5] ?? 0) >>> (pair & 31)) & 1) === 1;
    },
    add(one, other) {
      const pair = code(one, other);
      words[pair >>> 5] = (words[pair >>> 5] ?? 0) | (1 << (pair & 31));
    },
    remove(one, other) {
      const pair = code(one, other);
      words[pair >>> 5] = (words[pair >>> 5] ?? 0) & ~(1 << (pair & 31));
    },
  };
}
