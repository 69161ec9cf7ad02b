/** Disjoint sets of agents. At first each agent is a set of its own. */
export class DisjointSets {
  readonly #parent: Uint32Array;
  readonly #size: Uint32Array;

  constructor(agents: number) {
    this.#parent = new Uint32Array(agents);
    this.#size = new Uint32Array(agents).fill(1);
    for (let agent = 0; agent < agents; agent++) this.#parent[agent] = agent;
  }

  /** Returns the agent that stands for an agent's set. */
  find(agent: number): number {
    const parent = this.#parent;
    let at = agent;
    for (let above = parent[at] ?? 0; above !== at; above = parent[at] ?? 0) {
      const next = parent[above] ?? 0;
      parent[at] = next;
      at = next;
    }
    return at;
  }

  /** Joins the sets of two agents and returns the size of the result. */
  join(one: number, other: number): number {
    const size = this.#size;
    const a = this.find(one);
    const b = this.find(other);
    if (a === b) return size[a] ?? 0;
    const small = (size[a] ?? 0) < (size[b] ?? 0) ? a : b;
    const large = small === a ? b : a;
    this.#parent[small] = large;
    const joined = (size[large] ?? 0) + (size[small] ?? 0);
    size[large] = joined;
    return joined;
  }

  /** The size of an agent's set. */
  sizeOf(agent: number): number {
    return this.#size[this.find(agent)] ?? 0;
  }
}
