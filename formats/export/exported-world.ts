import type { Cell, Row, Run, TraitName } from "../../sim/index.ts";
import { TRAITS, traitNames } from "../../sim/index.ts";
import { elementAt } from "./element-at.ts";

/** What is known of a person at one tick, in the order of `facts`. */
export const factColumns: readonly ("domain" | "expertise" | "status" | "sociality" | TraitName)[] = [
  "domain",
  "expertise",
  "status",
  "sociality",
  ...traitNames,
];

/** A tick that has not come. */
const NOT_YET = -1;

/** The people of a run by number, also those who left or have yet to come. */
export class ExportedPeople {
  /** everyone who is there between the first and the last tick */
  readonly count: number;
  readonly #joined: Int32Array;
  readonly #left: Int32Array;
  readonly #run: Run;
  readonly #taken: ReadonlySet<string>;

  /** @param ticks the last tick */
  constructor(run: Run, ticks: number) {
    this.#run = run;
    const additions = run.interventions.flatMap((one) => ("add" in one && one.tick <= ticks ? [one] : []));
    this.count = run.population.agents.count + additions.reduce((sum, { add }) => sum + add, 0);
    this.#joined = new Int32Array(this.count).fill(NOT_YET);
    this.#left = new Int32Array(this.count).fill(NOT_YET);
    this.#taken = new Set([...run.names, ...additions.flatMap(({ names }) => names ?? [])]);
  }

  /** Notes who has come and who has left. Call this at every tick. */
  update(tick: number): void {
    const { agents } = this.#run.population;
    for (let agent = 0; agent < agents.count; agent++) {
      if (this.#joined[agent] === NOT_YET) this.#joined[agent] = tick;
      if (this.#left[agent] === NOT_YET && agents.present[agent] === 0) this.#left[agent] = tick;
    }
  }

  /** The first tick of someone who has come. */
  joinedAt(agent: number): number {
    return elementAt(this.#joined, agent);
  }

  /** The tick in which someone left; undefined for someone who has not. */
  leftAt(agent: number): number | undefined {
    const tick = elementAt(this.#left, agent);
    return tick === NOT_YET ? undefined : tick;
  }

  isPresent(agent: number): boolean {
    return this.joinedAt(agent) !== NOT_YET && this.leftAt(agent) === undefined;
  }

  /** The name, or else the number. No two labels are equal. */
  label(agent: number): string {
    const name = this.#run.names[agent] ?? "";
    if (name !== "") return name;
    let label = String(agent);
    while (this.#taken.has(label)) label = `agent ${label}`;
    return label;
  }

  /** The label of the circle, or else its number, as in agents.csv. */
  circle(agent: number): string {
    const circle = this.circleNumber(agent);
    return this.#run.circleNames[circle] ?? String(circle);
  }

  circleNumber(agent: number): number {
    return elementAt(this.#run.population.agents.circle, agent);
  }

  /** What is known of a person, as in agents.csv; of someone who left, as they left. A newcomer takes over the number of someone. */
  facts(agent: number): Row {
    const { agents } = this.#run.population;
    const cells: Cell[] = [agents.domain[agent], agents.expertise[agent], agents.status[agent], agents.sociality[agent]];
    for (let trait = 0; trait < TRAITS; trait++) cells.push(agents.traits[agent * TRAITS + trait]);
    return cells;
  }
}

/** A tie at one tick. */
export interface WaveTie {
  readonly lower: number;
  readonly upper: number;
  readonly strength: number;
  /** the trust share of the lower agent in the upper one, and the other way round */
  readonly trustOfLower: number;
  readonly trustOfUpper: number;
}

/** Numbers of a tie in a wave. */
const FIELDS = 5;

/** The ties at one tick, undirected, ascending by the lower and then the upper agent. */
export class Wave {
  readonly tick: number;
  /** the tick from which the next wave holds */
  readonly until: number;
  readonly length: number;
  readonly #numbers: Float64Array;

  constructor(tick: number, until: number, numbers: Float64Array) {
    this.tick = tick;
    this.until = until;
    this.length = numbers.length / FIELDS;
    this.#numbers = numbers;
  }

  /** @returns undefined behind the last tie */
  at(place: number): WaveTie | undefined {
    const [lower, upper, strength, trustOfLower, trustOfUpper] = this.#numbers.subarray(place * FIELDS, (place + 1) * FIELDS);
    if (lower === undefined || upper === undefined || strength === undefined) return undefined;
    return { lower, upper, strength, trustOfLower: trustOfLower ?? Number.NaN, trustOfUpper: trustOfUpper ?? Number.NaN };
  }

  *[Symbol.iterator](): Generator<WaveTie> {
    for (let place = 0; place < this.length; place++) {
      const tie = this.at(place);
      if (tie !== undefined) yield tie;
    }
  }
}

/** Collects the ties of a wave from the rows of ties.csv. */
export function collectWave(rows: Iterable<Row>, tick: number, until: number, isTie: (strength: number) => boolean): Wave {
  const numbers: number[] = [];
  // The rows of an agent are in the order of contacts, so the upper agents of each lower one come in the order of its list.
  const next = new Map<number, number>();
  for (const row of rows) {
    const [from, to, share, strength] = [Number(row[1]), Number(row[2]), Number(row[9]), Number(row[10])];
    if (!isTie(strength)) continue;
    if (from < to) {
      if (!next.has(from)) next.set(from, numbers.length);
      numbers.push(from, to, strength, share, Number.NaN);
    } else {
      const at = next.get(to) ?? 0;
      numbers[at + FIELDS - 1] = share;
      next.set(to, at + FIELDS);
    }
  }
  return new Wave(tick, until, Float64Array.from(numbers));
}
