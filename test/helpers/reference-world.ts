import type { Parameters } from "../../sim/parameters/definitions.ts";
import type { Purpose } from "../../sim/random/purposes.ts";
import { drawOf, eventWords, runWords, tickWords, type Words } from "./reference-draws.ts";
import type { ReferenceEvent } from "./reference-events.ts";
import type { State, Tie, View } from "./reference-state.ts";
import { memoryOf, mutual, ordinaryRichness, strengthAfter, type TrustShare, trustShareBy } from "./reference-trust.ts";

/**
 * The lowest layer of the reference model: what its rules ask of the state (rules 1 to 4 as far as they are formulas), and how
 * it draws. Nothing here changes the state.
 */
export class ReferenceWorld {
  /** in force now */
  p: Parameters;
  readonly runWords: Words;
  state: State;
  /** what has happened, for whoever reads and clears it */
  events: ReferenceEvent[] = [];
  #tick: { number: number; words: Words };

  constructor(parameters: Parameters, seed: string, state: State) {
    this.p = parameters;
    this.runWords = runWords(seed);
    this.#tick = { number: state.tick, words: tickWords(this.runWords, state.tick) };
    this.state = state;
  }

  get trustShare(): TrustShare {
    return trustShareBy(this.p.trustFunction);
  }

  /** All agents who are present, ascending. */
  present(): number[] {
    return [...this.state.people.keys()].filter((i) => this.state.people[i].present);
  }

  draw(purpose: Purpose, doer: number, other = doer, count = 0): number {
    if (this.state.tick !== this.#tick.number)
      this.#tick = { number: this.state.tick, words: tickWords(this.runWords, this.state.tick) };
    return drawOf(eventWords(this.#tick.words, doer, other), purpose, count);
  }

  happens(chance: number, purpose: Purpose, doer: number, other = doer, count = 0): boolean {
    return this.draw(purpose, doer, other, count) < chance;
  }

  /** ζ */
  noise(purpose: Purpose, doer: number, other: number, count = 0): number {
    return this.p.noise * (2 * this.draw(purpose, doer, other, count) - 1);
  }

  contacts(i: number): number[] {
    return [...this.state.people[i].ties.keys()].sort((a, b) => a - b);
  }

  knows(i: number, j: number): boolean {
    return this.state.people[i].ties.has(j);
  }

  tie(i: number, j: number): Tie {
    const tie = this.state.people[i].ties.get(j);
    if (tie === undefined) throw new Error(`${i} does not know ${j}`);
    return tie;
  }

  view(i: number, j: number): View {
    return this.tie(i, j).views.get(i) as View;
  }

  /** τij */
  trust(i: number, j: number): number {
    return this.trustShare(this.view(i, j));
  }

  /** μ */
  mutualTrust(i: number, j: number): number {
    return mutual(this.p, this.trust(i, j), this.trust(j, i));
  }

  /** t − t0 */
  silent(i: number, j: number): number {
    return this.state.tick - this.tie(i, j).t0;
  }

  /** sij, rule 2 */
  strength(i: number, j: number): number {
    return strengthAfter(this.p, this.tie(i, j).w, this.silent(i, j));
  }

  /** ēij, rule 2 */
  evidence(i: number, j: number): number {
    const phi = 1 / (1 + this.silent(i, j) / memoryOf(this.p));
    return this.view(i, j).e * phi;
  }

  isActive(i: number, j: number): boolean {
    return this.strength(i, j) >= this.p.activeFrom;
  }

  /** vij, rule 4 */
  treatment(i: number, j: number): number {
    const { people } = this.state;
    return this.p.credentials ? 1 - people[i].statusBias * (1 - people[j].z) : 1;
  }

  ordinaryRichness(i: number, j: number): number {
    const { people } = this.state;
    return ordinaryRichness(this.p, people[i].circle === people[j].circle, this.mutualTrust(i, j));
  }

  isAvoided(i: number, j: number): boolean {
    return this.p.avoidance && this.trust(i, j) < this.p.avoidBelow;
  }

  /** Wij, rule 16 */
  weight(i: number, j: number): number {
    if (this.isAvoided(i, j)) return 0;
    let power = 1;
    for (let times = 0; times < this.p.trustInChoice; times++) power *= this.trust(i, j);
    return this.evidence(i, j) * power * this.treatment(i, j);
  }

  /** Place floor(ξ · n) of a list. */
  pickUniform<T>(among: readonly T[], u: number): T {
    return among[Math.floor(u * among.length)];
  }

  /** Drawn by weight: the first place at which the running sum of the weights exceeds the draw's share of their total. */
  pickWeighted(among: readonly number[], weight: (k: number) => number, u: number): number | undefined {
    const weights = among.map(weight);
    const total = weights.reduce((sum, w) => sum + w, 0);
    if (!(total > 0)) return undefined;
    let sum = 0;
    for (const [at, k] of among.entries()) {
      sum += weights[at];
      if (u * total < sum) return k;
    }
    return among.findLast((_, at) => weights[at] > 0);
  }

  /** A uniform active tie of i: eight draws among all its ties, and if none is active, one draw among the active ties. */
  pickActive(i: number, except: number[], purpose: Purpose, doer: number, other: number, count: number): number | undefined {
    const all = this.contacts(i);
    const willDo = (k: number) => !except.includes(k) && this.isActive(i, k);
    for (let attempt = 0; attempt < 8; attempt++) {
      const k = this.pickUniform(all, this.draw(purpose, doer, other, count + attempt));
      if (willDo(k)) return k;
    }
    return this.pickUniform(all.filter(willDo), this.draw(purpose, doer, other, count + 8));
  }
}
