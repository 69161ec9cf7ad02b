import type { Parameters } from "../../sim/parameters/definitions.ts";
import type { Purpose } from "../../sim/random/purposes.ts";
import { seedKey } from "../../sim/random/seed.ts";
import { drawOf, eventWords, tickWords, type Words } from "./reference-draws.ts";
import type { State, Tie, View } from "./reference-state.ts";
import { asWritten, type TrustShare } from "./reference-trust.ts";

/**
 * The lowest layer of the reference model: what its rules ask of the state (rules 1 to 4 as far as they are formulas), and how
 * it draws. Nothing here changes the state.
 */
export class ReferenceWorld {
  readonly p: Parameters;
  readonly trustShare: TrustShare;
  readonly runWords: Words;
  state: State;
  #tick: { number: number; words: Words };

  constructor(parameters: Parameters, seed: string, state: State, trustShare: TrustShare = asWritten(parameters.trustFunction)) {
    this.p = parameters;
    const key = seedKey(seed);
    this.runWords = [key[0] >>> 0, key[1] >>> 0];
    this.#tick = { number: state.tick, words: tickWords(this.runWords, state.tick) };
    this.state = state;
    this.trustShare = trustShare;
  }

  draw(purpose: Purpose, doer: number, other = doer, count = 0): number {
    if (this.state.tick !== this.#tick.number)
      this.#tick = { number: this.state.tick, words: tickWords(this.runWords, this.state.tick) };
    return drawOf(eventWords(this.#tick.words, doer, other), purpose, count);
  }

  happens(chance: number, purpose: Purpose, doer: number, other = doer, count = 0): boolean {
    return this.draw(purpose, doer, other, count) < chance;
  }

  /** Uniform noise, up to ζ either way. */
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
    const one = this.trust(i, j);
    const other = this.trust(j, i);
    return one === 0 && other === 0 ? 0 : (2 * one * other) / (one + other);
  }

  /** sij, rule 2 */
  strength(i: number, j: number): number {
    const { w, t0 } = this.tie(i, j);
    const fadingRate = this.p.fading ? this.p.fadingRate : 0;
    return w / (1 + fadingRate * (1 - this.p.fadingProtection * w) * (this.state.tick - t0));
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
    return people[i].circle === people[j].circle ? this.p.richnessWithin : this.p.richnessAcross;
  }

  // How picks draw, as the engine's comments state it.

  /** The first place at which the running sum of the weights passes the draw's share of their total. */
  pickWeighted(among: number[], weight: (k: number) => number, u: number): number | undefined {
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
      const k = all[Math.floor(this.draw(purpose, doer, other, count + attempt) * all.length)];
      if (willDo(k)) return k;
    }
    const left = all.filter(willDo);
    return left[Math.floor(this.draw(purpose, doer, other, count + 8) * left.length)];
  }
}
