import type { Purpose } from "../../sim/random/purposes.ts";
import { type Proposal, ReferenceRules, type Wish } from "./reference-rules.ts";

/** An encounter that an agent has planned. */
interface Planned {
  planner: number;
  other: number;
  richness: number;
  wish?: Wish | undefined;
}

/**
 * A second implementation of the whole model, written only from its description. It uses plain objects, sorts lists each
 * time, computes every strength and trust when needed and checks every tie when ties are forgotten. The engine must reach
 * the same state. The description leaves open which draws each event uses and how draws break ties in an order. There this
 * model follows the comments in the engine.
 */
export class ReferenceModel extends ReferenceRules {
  /** the tick in which each news item appeared */
  readonly born = new Map<number, number>();

  /** One tick, in the order of the description. */
  step(): void {
    this.state.tick++;
    this.news();
    this.promisesDue();
    const { encounters, proposals } = this.plan();
    proposals.push(...this.commit(encounters));
    this.newTies(proposals);
    this.forget();
  }

  /** 1. News. */
  news(): void {
    const { state, p } = this;
    for (const item of [...state.news.keys()])
      if (state.tick > (this.born.get(item) as number) + p.newsLife - 1) state.news.delete(item);
    if (!p.news) return;
    const expected = p.newsRate * state.people.length;
    const whole = Math.floor(expected);
    const births = whole + (this.happens(expected - whole, "births", 0) ? 1 : 0);
    for (let k = 0; k < births; k++) {
      const item = state.nextItem++;
      this.born.set(item, state.tick);
      state.news.set(item, new Set([Math.floor(this.draw("birthplace", k) * state.people.length)]));
    }
  }

  /** 2. Promises due, in the order in which they were made. */
  promisesDue(): void {
    const { state } = this;
    const due = state.promises.filter((promise) => promise.due === state.tick);
    state.promises = state.promises.filter((promise) => promise.due !== state.tick);
    for (const promise of due) this.promiseDue(promise);
  }

  /** 3. Plan. */
  plan(): { encounters: Planned[]; proposals: Proposal[] } {
    const encounters: Planned[] = [];
    const proposals: Proposal[] = [];
    for (let i = 0; i < this.state.people.length; i++) {
      encounters.push(...this.planWithin(i));
      this.meetings(i, encounters, proposals);
    }
    return { encounters, proposals };
  }

  /** What agent i's budget pays for. */
  planWithin(i: number): Planned[] {
    const { p } = this;
    const { people, tick } = this.state;
    const planned: Planned[] = [];
    let left = p.budget * (p.budgetBase + people[i].initiative);
    let attempts = 0;
    const met = new Set<number>();
    const place = (other: number, richness: number, wish?: Wish) => {
      const enough = left >= richness;
      met.add(other);
      if (enough || this.happens(left / richness, "partlyPaid", i, i, attempts))
        planned.push({ planner: i, other, richness, wish });
      attempts++;
      left = enough ? left - richness : 0;
    };
    const welcome = this.contacts(i).filter((j) => !p.avoidance || this.trust(i, j) >= p.avoidBelow);

    let wishOfFirst: Wish | undefined;
    if (left > 0 && p.needs && p.domains > 1 && this.happens(p.needRate, "need", i)) {
      const others = range(p.domains).filter((domain) => domain !== people[i].domain);
      const domain = others[Math.floor(this.draw("needDomain", i) * others.length)];
      const experts = welcome.filter((j) => people[j].domain === domain);
      const expert = this.pickWeighted(experts, (j) => this.trust(i, j) * this.trust(i, j), this.draw("expert", i));
      if (expert === undefined) wishOfFirst = { domain };
      else place(expert, this.ordinaryRichness(i, expert), "favor");
    }

    if (left > 0 && p.followUp && this.happens(people[i].initiative, "followUp", i)) {
      const silent = welcome.filter((j) => tick - this.tie(i, j).t0 >= p.followUpInterval);
      if (silent.length > 0) place(silent[Math.floor(this.draw("followUpWhom", i) * silent.length)], p.richnessFollowUp);
    }

    for (let partners = 0; left > 0; partners++) {
      const weight = (j: number) => this.strength(i, j) * this.strength(i, j) * this.treatment(i, j);
      const notPlanned = welcome.filter((j) => !met.has(j));
      const partner = this.pickWeighted(notPlanned, weight, this.draw("partner", i, i, partners));
      if (partner === undefined) break;
      place(partner, this.ordinaryRichness(i, partner), wishOfFirst);
      wishOfFirst = undefined;
    }
    return planned;
  }

  meetings(i: number, encounters: Planned[], proposals: Proposal[]): void {
    const { people } = this.state;
    const { p } = this;
    const others = range(people.length).filter((j) => j !== i);
    const inCircle = others.filter((j) => people[j].circle === people[i].circle);
    const meet = (among: number[], whom: Purpose) => {
      if (among.length === 0) return;
      const j = among[Math.floor(this.draw(whom, i) * among.length)];
      if (!this.happens(this.treatment(i, j) * this.treatment(j, i), "meetingHappens", i, j)) return;
      if (this.knows(i, j)) encounters.push({ planner: i, other: j, richness: this.ordinaryRichness(i, j) });
      else proposals.push({ one: i, other: j });
    };
    if (!p.meetings) return;
    if (this.happens(p.circleMeetings, "meetInCircle", i)) meet(inCircle, "whomInCircle");
    if (this.happens(p.chanceMeetings, "meetAnywhere", i)) meet(others, "whomAnywhere");
  }

  /** 4. Commit. Returns the introductions made. */
  commit(planned: Planned[]): Proposal[] {
    const proposals: Proposal[] = [];
    const pairs = new Map<string, Planned[]>();
    for (const plan of planned) pairs.set(pairName(plan.planner, plan.other), []);
    for (const plan of planned) pairs.get(pairName(plan.planner, plan.other))?.push(plan);
    const inOrder = [...pairs.values()].sort((a, b) => this.compare("order", a[0].planner, a[0].other, b[0].planner, b[0].other));
    for (const plans of inOrder) {
      const [i, j] = [plans[0].planner, plans[0].other].sort((a, b) => a - b);
      const richness = Math.max(...plans.map((plan) => plan.richness));
      const wishes = new Map(plans.filter(({ wish }) => wish !== undefined).map(({ planner, wish }) => [planner, wish as Wish]));
      this.encounter(i, j, richness, wishes, proposals);
    }
    return proposals;
  }

  /** The order given by seed, tick and pair: by the pair's draw, and for equal draws by lower and then upper agent. */
  compare(purpose: Purpose, a1: number, a2: number, b1: number, b2: number): number {
    const [aLow, aHigh] = [Math.min(a1, a2), Math.max(a1, a2)];
    const [bLow, bHigh] = [Math.min(b1, b2), Math.max(b1, b2)];
    return this.draw(purpose, aLow, aHigh) - this.draw(purpose, bLow, bHigh) || aLow - bLow || aHigh - bHigh;
  }

  /** 5. New ties. For the same pair, a meeting comes first, then the introducer with the lower index. */
  newTies(proposals: Proposal[]): void {
    const decided = new Set<string>();
    const inOrder = proposals.toSorted(
      (a, b) => this.compare("tieOrder", a.one, a.other, b.one, b.other) || (a.introducer ?? -1) - (b.introducer ?? -1),
    );
    for (const { one, other, introducer } of inOrder) {
      if (decided.has(pairName(one, other))) continue;
      decided.add(pairName(one, other));
      const check = (i: number, m: number) => this.passesCheck(i, m, "tieChecks", "tieChecksWhom");
      if (check(one, other) && check(other, one)) this.newTie(one, other, introducer);
    }
  }

  /** 6. Forget. */
  forget(): void {
    const { state, p } = this;
    if (!p.forgetting) return;
    state.people.forEach((person, i) => {
      for (const j of this.contacts(i)) {
        if (j < i || !(this.strength(i, j) < p.forgetBelow)) continue;
        person.ties.delete(j);
        state.people[j].ties.delete(i);
        state.promises = state.promises.filter((promise) => pairName(promise.asker, promise.promiser) !== pairName(i, j));
      }
    });
  }
}

function pairName(one: number, other: number): string {
  return `${Math.min(one, other)} ${Math.max(one, other)}`;
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, k) => k);
}
