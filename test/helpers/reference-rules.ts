import type { Purpose } from "../../sim/random/purposes.ts";
import type { Promised } from "./reference-state.ts";
import { atDepth, clip, firstView, memoryOf } from "./reference-trust.ts";
import { ReferenceWorld } from "./reference-world.ts";

/** An agent's request in an encounter: a favor, or an introduction to an expert of a domain. */
export type Wish = "favor" | { domain: number };

/** Two strangers; without an introducer they met by chance. */
export interface Proposal {
  one: number;
  other: number;
  introducer?: number;
}

/** What an agent brings into an encounter: its trust share, and the other's evidence about it. */
interface Before {
  readonly tau: number;
  readonly evidenceOfOther: number;
}

/** The middle layer of the reference model: each rule for one agent, or one pair, at a time. */
export class ReferenceRules extends ReferenceWorld {
  /** Rule 9; i is the asker and j the promiser. */
  promiseDue({ asker: i, promiser: j, made, relied, need }: Promised): void {
    const { p } = this;
    const { people, tick } = this.state;
    const tie = this.tie(i, j);
    const ofJ = this.view(i, j);
    const ofI = this.view(j, i);
    const count = tick - made; // tells apart the draws of two promises of a pair that fall due together
    const omega = p.blowingOff ? p.blowOff : 0;
    const before = { trust: this.trust(i, j), strength: this.strength(i, j) };
    const event = { from: j, to: i, value: Number(relied) };
    if (this.happens(people[j].followThrough * (1 - omega * (1 - this.strength(i, j))), "keeps", j, i, count)) {
      const s = this.strength(i, j);
      const w = s + p.keptPromiseGain * p.encounterGain * this.ordinaryRichness(i, j) * (this.mutualTrust(i, j) - s);
      this.setNow(i, j, w);
      ofJ.R = moved(ofJ.R, p.learnReliability, 1);
      ofJ.S = moved(ofJ.S, p.learnSelfOrientation, 0);
      ofJ.C = moved(ofJ.C, p.learnCredibility, people[j].x + this.noise("deliveryNoise", j, i, count));
      ofJ.e += p.promiseEvidence;
      if (relied) people[i].payoff += p.reliedPayoff;
      if (need) people[j].payoff += p.expertPayoff * people[j].x;
      people[j].kept++;
      const toTrust = [before.trust, this.trust(i, j)] as const;
      this.events.push({ kind: "promise_kept", ...event, toTrust, strength: [before.strength, tie.w] });
      if (p.thanks && this.happens(people[i].gratitude, "thanks", j, i, count)) {
        const thanked = { trust: this.trust(j, i), strength: tie.w };
        ofI.I = moved(ofI.I, p.learnIntimacy, 1);
        ofI.S = moved(ofI.S, p.thanksSelfOrientation * p.learnSelfOrientation, 0);
        tie.w = clip(tie.w + p.thanksStep * (1 - tie.w) * this.mutualTrust(i, j));
        const lifted = { toTrust: [thanked.trust, this.trust(j, i)], strength: [thanked.strength, tie.w] } as const;
        this.events.push({ kind: "thanks", from: i, to: j, ...lifted });
      }
    } else {
      const nu = p.negativity ? p.negativityFactor : 1;
      ofJ.R = moved(ofJ.R, Math.min(1, nu * p.learnReliability), 0);
      ofJ.S = moved(ofJ.S, p.learnSelfOrientation, 1);
      ofJ.e += p.promiseEvidence * (1 + (tick - tie.t0) / memoryOf(p));
      if (relied) people[i].payoff -= p.reliedLoss;
      people[j].broken++;
      this.events.push({ kind: "promise_broken", ...event, toTrust: [before.trust, this.trust(i, j)] });
    }
  }

  /** Sets strength as of now. What follows from t0, the evidence, is brought up to date first. */
  setNow(i: number, j: number, w: number): void {
    const evidence = [this.evidence(i, j), this.evidence(j, i)];
    this.view(i, j).e = evidence[0];
    this.view(j, i).e = evidence[1];
    Object.assign(this.tie(i, j), { w, t0: this.state.tick });
  }

  /**
   * An encounter, rule 3 and all that follows.
   *
   * @param ordinary whether it has ordinary richness; else it is lean
   * @param units h, before the switch `depth`
   * @param proposals collects introductions; undefined in a first encounter, which has none
   */
  encounter(i: number, j: number, ordinary: boolean, units: number, wishes: Map<number, Wish>, proposals?: Proposal[]): void {
    const { p } = this;
    const h = p.depth ? units : 1;
    const rho = ordinary ? this.ordinaryRichness(i, j) : p.richnessLean;
    const before = new Map<number, Before>([
      [i, { tau: this.trust(i, j), evidenceOfOther: this.evidence(j, i) }],
      [j, { tau: this.trust(j, i), evidenceOfOther: this.evidence(i, j) }],
    ]);
    const s = this.strength(i, j);
    this.setNow(i, j, s + atDepth(p.encounterGain * rho, h) * (this.mutualTrust(i, j) - s));
    const sides = [
      [i, j],
      [j, i],
    ] as const;
    for (const [doer, other] of sides) this.view(doer, other).e += h;
    for (const [doer, other] of sides) this.show(doer, other, rho, h, before.get(doer) as Before);
    const change = (doer: number, other: number) => [before.get(doer)?.tau, this.trust(doer, other)] as const;
    const trusts = { fromTrust: change(i, j), toTrust: change(j, i), strength: [s, this.tie(i, j).w] } as const;
    this.events.push({ kind: "encounter", from: i, to: j, about: h, value: rho, ...trusts });
    for (const [doer, other] of sides) this.ask(doer, other, wishes.get(doer) === "favor");
    for (const [doer, other] of sides) this.gossip(doer, other);
    for (const [doer, other] of sides) {
      const wish = wishes.get(doer);
      const person = proposals && this.introduction(doer, other, typeof wish === "object" ? wish.domain : undefined);
      if (person !== undefined) proposals?.push({ one: doer, other: person, introducer: other });
    }
    for (const [doer, other] of sides) this.passNews(doer, other, rho);
  }

  /** Rules 4 to 7: i acts, j sees it. */
  show(i: number, j: number, rho: number, h: number, { tau, evidenceOfOther }: Before): void {
    const { p } = this;
    const { people } = this.state;
    const { x, boasting, openness, generosity, sharing } = people[i];
    const ofI = this.view(j, i);
    if (p.respect) {
      const third =
        p.bystanders && this.happens(p.bystanderShare, "seesOther", i, j) ? this.pickActive(i, [j], "seesWhom", i, j, 0) : j;
      ofI.R = moved(ofI.R, atDepth(p.learnRespect, h), this.treatment(i, third ?? j) + this.noise("respectNoise", i, j));
    }
    if (p.expertiseSharing && this.happens(sharing, "shares", i, j)) {
      const rate = (p.learnCredibility * p.halfEvidence) / (p.halfEvidence + evidenceOfOther);
      ofI.C = moved(ofI.C, atDepth(rate, h), x + boasting * (1 - x) + this.noise("shareNoise", i, j));
    }
    if (p.disclosure) {
      const rate = p.learnIntimacy * rho * (p.curiosityBase + (1 - p.curiosityBase) * people[j].curiosity);
      const shown = clip(openness * (1 - boasting) * (p.disclosureBase + p.disclosureTrust * tau));
      ofI.I = moved(ofI.I, atDepth(rate, h), shown + this.noise("discloseNoise", i, j));
    }
    if (p.attention) {
      const seen = clip(1 - generosity + p.boastSelfOrientation * boasting);
      ofI.S = moved(ofI.S, atDepth(p.learnAttention * rho, h), seen + this.noise("attentionNoise", i, j));
    }
  }

  /** Rule 8: i asks j. */
  ask(i: number, j: number, needsIt: boolean): void {
    const { p } = this;
    const { people, promises, tick } = this.state;
    if (!p.favors) return;
    if (!needsIt && !this.happens(p.favorRate, "asks", i, j)) return;
    const ofJ = this.view(i, j);
    if (this.evidence(i, j) < p.checkEvidence && !this.passesCheck(i, j, "checks", "checksWhom")) return;
    const { generosity: g } = people[j];
    const agreement = (g + (1 - g) * this.strength(i, j) * this.trust(j, i)) * this.treatment(j, i);
    if (this.happens(agreement, "agrees", i, j)) {
      const u = people[i].trusting;
      const relied = this.happens(u + (1 - u) * this.trust(i, j), "relies", i, j);
      const due = tick + 1 + Math.floor(this.draw("due", i, j) * p.longestDue);
      promises.push({ asker: i, promiser: j, made: tick, due, relied, need: needsIt });
      this.events.push({ kind: "promise_made", from: j, to: i, value: Number(relied) });
    } else {
      const before = this.trust(i, j);
      ofJ.S = moved(ofJ.S, p.learnSelfOrientation, 1);
      this.events.push({ kind: "refused", from: j, to: i, toTrust: [before, this.trust(i, j)] });
    }
  }

  /** Rule 10: i tells j. */
  gossip(i: number, j: number): void {
    const { p } = this;
    if (!p.gossip || !this.happens(p.gossipRate, "gossips", i, j)) return;
    const first = this.pickActive(i, [j], "gossipWhom", i, j, 0);
    if (first === undefined) return;
    const second = this.pickActive(i, [j, first], "gossipWhom", i, j, 9);
    const feeling = (k: number) => Math.abs(this.trust(i, k) - 0.5);
    const m = second !== undefined && feeling(second) > feeling(first) ? second : first;
    const told = { kind: "gossip", from: i, to: j, about: m, value: this.trust(i, m) } as const;
    if (!this.knows(j, m)) return void this.events.push(told);
    let weight = (p.hearsay * this.trust(j, i) * p.halfEvidence) / (p.halfEvidence + this.evidence(j, m));
    if (this.trust(i, m) < 0.5) weight *= p.gossipNegativity;
    const before = this.trust(j, m);
    this.hear(j, m, i, Math.min(1, weight));
    this.events.push({ ...told, toTrust: [before, this.trust(j, m)] });
  }

  /** j's view of m moves toward i's, intimacy excepted. */
  hear(j: number, m: number, i: number, weight: number): void {
    const mine = this.view(j, m);
    const theirs = this.view(i, m);
    for (const belief of ["C", "R", "S"] as const) mine[belief] = moved(mine[belief], weight, theirs[belief]);
  }

  /** Rule 11: i asks around about m. */
  passesCheck(i: number, m: number, checks: Purpose, whom: Purpose): boolean {
    const { p } = this;
    if (!p.trustChecks || this.draw(checks, i, m) < this.state.people[i].trusting) return true;
    const know = this.contacts(i).filter((k) => this.isActive(i, k) && k !== m && this.knows(k, m));
    const shares: number[] = [];
    while (shares.length < p.checkContacts && know.length > 0) {
      const [k] = know.splice(Math.floor(this.draw(whom, i, m, shares.length) * know.length), 1);
      shares.push(this.trust(k, m));
    }
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    if (shares.length === 0 || !(mean < p.checkBelow)) return true;
    this.events.push({ kind: "declined", from: i, to: m, value: mean });
    return false;
  }

  /** Rule 13: j introduces someone to i. */
  introduction(i: number, j: number, domain: number | undefined): number | undefined {
    const { p } = this;
    const { people } = this.state;
    if (!p.introductions) return undefined;
    if (domain === undefined && !this.happens(p.introductionRate, "introduces", i, j)) return undefined;
    if (!this.happens(this.trust(j, i), "introduces", i, j, 1)) return undefined;
    const unknown = this.contacts(j).filter(
      (m) => m !== i && this.isActive(j, m) && !this.knows(i, m) && (domain === undefined || people[m].domain === domain),
    );
    const weight = (m: number) => this.view(j, m).C * this.trust(j, m) * this.strength(j, m);
    const m = this.pickWeighted(unknown, weight, this.draw("introducesWhom", i, j));
    if (m === undefined) return undefined;
    if (!this.engage(i, j, m)) return undefined;
    this.events.push({ kind: "introduction", from: j, to: i, about: m });
    return m;
  }

  /** Whether i and m, whom j has drawn for i, engage. */
  engage(i: number, j: number, m: number): boolean {
    return this.happens(this.treatment(i, m) * this.treatment(m, i), "engages", i, j);
  }

  /** Rule 14: i offers, j uses. */
  passNews(i: number, j: number, rho: number): void {
    const { people, news } = this.state;
    const held = [...news.keys()].filter((item) => news.get(item)?.has(i)).sort((a, b) => a - b);
    if (held.length === 0) return;
    const item = held[Math.floor(this.draw("newsItem", i, j) * held.length)];
    const { generosity: g } = people[i];
    if (!this.happens(rho * (g + (1 - g) * this.strength(i, j)) * this.trust(i, j), "offers", i, j)) return;
    const holders = news.get(item) as Set<number>;
    const event = { about: item, value: Number(!holders.has(j)) };
    this.events.push({ kind: "news_offered", from: i, to: j, ...event });
    if (!this.happens(this.trust(j, i) * this.treatment(j, i), "uses", i, j)) return;
    this.events.push({ kind: "news_used", from: j, to: i, ...event });
    if (holders.has(j)) return;
    holders.add(j);
    people[j].reach++;
  }

  /** Rule 12. */
  newTie(one: number, other: number, introducer: number | undefined): void {
    const { p } = this;
    const { people, tick } = this.state;
    const views = new Map([
      [one, firstView(p, people[one].trusting)],
      [other, firstView(p, people[other].trusting)],
    ]);
    const tie = { w: p.newStrength, t0: tick, views };
    people[one].ties.set(other, tie);
    people[other].ties.set(one, tie);
    if (introducer !== undefined) {
      this.hear(one, other, introducer, p.hearsay * this.trust(one, introducer));
      this.hear(other, one, introducer, p.hearsay * this.trust(other, introducer));
    }
    const firsts = {
      fromTrust: [undefined, this.trust(one, other)],
      toTrust: [undefined, this.trust(other, one)],
      strength: [undefined, tie.w],
    } as const;
    this.events.push({ kind: "tie_formed", from: one, to: other, about: introducer, ...firsts });
  }
}

/** B ←η v: a belief after it has moved toward a value, which may lie outside 0 to 1. */
function moved(belief: number, rate: number, value: number): number {
  return clip(belief + rate * (value - belief));
}
