import type { Purpose } from "../../sim/random/purposes.ts";
import { type Proposal, ReferenceRules, type Wish } from "./reference-rules.ts";
import { drawNewcomer } from "./reference-start.ts";

/** Units of time that two agents are to spend together. */
interface Planned {
  planner: number;
  other: number;
  units: number;
  ordinary: boolean;
  wish?: Wish | undefined;
}

/**
 * A second implementation of the whole model, written only from its description, docs/model.md. It uses plain objects, sorts lists
 * each time, computes every strength and trust when needed and checks every tie when ties are forgotten. The engine must reach
 * the same state, bit for bit.
 */
export class ReferenceModel extends ReferenceRules {
  /** the tick in which each news item appeared */
  readonly born = new Map<number, number>();
  /** by tick: the number of the next item of news before births */
  readonly firstItems: number[] = [];

  /** One tick, in the order of the description. */
  step(): void {
    this.state.tick++;
    this.people();
    this.news();
    this.promisesDue();
    const { encounters, proposals } = this.plan();
    proposals.push(...this.commit(encounters));
    this.newTies(proposals);
    this.forget();
  }

  /** 1. People, rule 15. */
  people(): void {
    const { people } = this.state;
    const { p } = this;
    if (p.peopleLeave) for (const i of this.present()) if (this.happens(p.turnover / 52, "leaves", i)) this.replace(i);
    if (!p.peopleMove) return;
    for (const i of this.present()) {
      if (!this.happens(p.moves / 104, "moves", i)) continue;
      const others = this.present().filter((j) => j !== i);
      if (others.length === 0) continue;
      const other = people[this.pickUniform(others, this.draw("movesWhom", i))];
      if (people[i].circle !== other.circle) this.events.push({ kind: "agents_swapped", from: i, to: people.indexOf(other) });
      [people[i].circle, other.circle] = [other.circle, people[i].circle];
    }
  }

  /** What agent i has and holds goes. */
  dropEverything(i: number): void {
    for (const j of this.contacts(i)) this.removeTie(i, j);
    for (const holders of this.state.news.values()) holders.delete(i);
  }

  /** Agent i leaves, and a newcomer takes its place. */
  replace(i: number): void {
    const { state } = this;
    this.dropEverything(i);
    state.people[i] = drawNewcomer(this.p, this.runWords, state.tick, i, state.people[i]);
    this.events.push({ kind: "agent_replaced", from: i, to: i });
  }

  /** A tie goes, and so do its promises. */
  removeTie(i: number, j: number): void {
    const { state } = this;
    state.people[i].ties.delete(j);
    state.people[j].ties.delete(i);
    state.promises = state.promises.filter((promise) => pairName(promise.asker, promise.promiser) !== pairName(i, j));
  }

  /** 2. News. */
  news(): void {
    const { state, p } = this;
    this.firstItems[state.tick] = state.nextItem;
    for (const item of [...state.news.keys()])
      if (state.tick > (this.born.get(item) as number) + p.newsLife - 1) state.news.delete(item);
    if (!p.news) return;
    const expected = p.newsRate * this.present().length;
    const whole = Math.floor(expected);
    const births = whole + (this.happens(expected - whole, "births", 0) ? 1 : 0);
    for (let k = 0; k < births; k++) {
      const holder = this.birthplace(this.draw("birthplace", k));
      if (holder === undefined) continue;
      const item = state.nextItem++;
      this.born.set(item, state.tick);
      state.news.set(item, new Set([holder]));
      this.events.push({ kind: "news_born", from: holder, to: holder, about: item });
    }
  }

  birthplace(u: number): number | undefined {
    const { people } = this.state;
    const all = this.present();
    return this.p.expertNews ? this.pickWeighted(all, (i) => people[i].x, u) : this.pickUniform(all, u);
  }

  /** 3. Promises due, in the order in which they were made. */
  promisesDue(): void {
    const { state } = this;
    const due = state.promises.filter((promise) => promise.due === state.tick);
    state.promises = state.promises.filter((promise) => promise.due !== state.tick);
    for (const promise of due) this.promiseDue(promise);
  }

  /** 4. Plan. */
  plan(): { encounters: Planned[]; proposals: Proposal[] } {
    const encounters: Planned[] = [];
    const proposals: Proposal[] = [];
    const weights = this.state.people.map((_, i) => new Map(this.contacts(i).map((j) => [j, this.weight(i, j)])));
    for (const i of this.present()) {
      encounters.push(...this.planUnits(i, weights));
      this.meeting(i, encounters, proposals);
    }
    return { encounters, proposals };
  }

  /** What agent i's units go to, and whom its partners bring along. */
  planUnits(i: number, weights: readonly ReadonlyMap<number, number>[]): Planned[] {
    const { p } = this;
    const { people } = this.state;
    const planned: Planned[] = [];
    const time = p.budget * (p.budgetBase + people[i].initiative) * people[i].sociality;
    let left = Math.floor(time) + (this.happens(time - Math.floor(time), "placed", i) ? 1 : 0);
    const contacts = this.contacts(i);
    if (contacts.length === 0 || left === 0) return [];
    const spend = (other: number, ordinary: boolean, wish?: Wish) => {
      planned.push({ planner: i, other, units: 1, ordinary, wish });
      left--;
    };
    const welcome = contacts.filter((j) => !this.isAvoided(i, j));

    let wishOfFirst: Wish | undefined;
    if (p.needs && p.domains > 1 && this.happens(p.needRate, "need", i)) {
      const others = range(p.domains).filter((domain) => domain !== people[i].domain);
      const domain = this.pickUniform(others, this.draw("needDomain", i));
      const experts = welcome.filter((j) => people[j].domain === domain);
      const expert = this.pickWeighted(experts, (j) => this.view(i, j).C * this.trust(i, j), this.draw("expert", i));
      if (expert === undefined) wishOfFirst = { domain };
      else spend(expert, true, "favor");
    }

    const metOnce = welcome.filter((j) => this.view(i, j).e <= 1 && this.silent(i, j) <= p.freshFor);
    if (left > 0 && p.freshTies && p.freshFor > 0 && metOnce.length > 0) {
      const j = this.pickUniform(metOnce, this.draw("freshWhom", i));
      if (this.happens(people[i].initiative * this.trust(i, j), "freshTakes", i)) spend(j, false);
    }

    const silent = welcome.filter((j) => this.silent(i, j) >= p.followUpInterval);
    if (left > 0 && p.followUp && silent.length > 0 && this.happens(people[i].initiative, "followUp", i))
      spend(this.pickUniform(silent, this.draw("followUpWhom", i)), false);

    const draw = (of: number, u: number) => this.pickWeighted(this.contacts(of), (k) => weights[of].get(k) as number, u);
    const units = left;
    for (let r = 0; r < units; r++) {
      const j = draw(i, this.draw("partner", i, i, r));
      if (j === undefined) break;
      spend(j, true, wishOfFirst);
      wishOfFirst = undefined;
      if (!p.meetingTogether || !this.happens(p.threeRate, "three", i, i, r)) continue;
      const m = draw(j, this.draw("third", i, i, r));
      if (m === undefined || m === i || !this.knows(i, m)) continue;
      for (const planner of [i, j]) planned.push({ planner, other: m, units: 1, ordinary: true });
    }
    return planned;
  }

  meeting(i: number, encounters: Planned[], proposals: Proposal[]): void {
    const { people } = this.state;
    const { p } = this;
    if (!p.meetings || !this.happens(p.meetingRate * people[i].sociality, "meets", i)) return;
    const others = this.present().filter((j) => j !== i);
    const inCircle = others.filter((j) => people[j].circle === people[i].circle);
    const inside = inCircle.length > 0 && this.happens(inCircle.length / (inCircle.length + p.outsidePull), "meetsInside", i);
    const whom = this.draw(inside ? "whomInCircle" : "whomAnywhere", i);
    const j = this.pickWeighted(inside ? inCircle : others, (k) => people[k].sociality, whom);
    if (j === undefined) return;
    if (!this.happens(this.treatment(i, j) * this.treatment(j, i), "meetingHappens", i, j)) return;
    if (this.knows(i, j)) encounters.push({ planner: i, other: j, units: 1, ordinary: true });
    else proposals.push({ one: i, other: j });
  }

  /** 5. Commit. Returns the introductions made. */
  commit(planned: Planned[]): Proposal[] {
    const proposals: Proposal[] = [];
    const pairs = new Map<string, Planned[]>();
    for (const plan of planned) pairs.set(pairName(plan.planner, plan.other), []);
    for (const plan of planned) pairs.get(pairName(plan.planner, plan.other))?.push(plan);
    const inOrder = [...pairs.values()].sort((a, b) => this.compare("order", a[0].planner, a[0].other, b[0].planner, b[0].other));
    for (const plans of inOrder) {
      const [i, j] = [plans[0].planner, plans[0].other].sort((a, b) => a - b);
      const units = plans.reduce((sum, plan) => sum + plan.units, 0);
      const ordinary = plans.some((plan) => plan.ordinary);
      const wishes = new Map(plans.filter(({ wish }) => wish !== undefined).map(({ planner, wish }) => [planner, wish as Wish]));
      this.encounter(i, j, ordinary, units, wishes, proposals);
    }
    return proposals;
  }

  /** The order given by seed, tick and pair: by the pair's draw, and for equal draws by lower and then upper agent. */
  compare(purpose: Purpose, a1: number, a2: number, b1: number, b2: number): number {
    const [aLow, aHigh] = [Math.min(a1, a2), Math.max(a1, a2)];
    const [bLow, bHigh] = [Math.min(b1, b2), Math.max(b1, b2)];
    return this.draw(purpose, aLow, aHigh) - this.draw(purpose, bLow, bHigh) || aLow - bLow || aHigh - bHigh;
  }

  /** 6. New ties. For the same pair, a meeting comes first, then the introducer with the lower index. */
  newTies(proposals: Proposal[]): void {
    if (!this.p.newTies) return;
    const decided = new Set<string>();
    const inOrder = proposals.toSorted(
      (a, b) => this.compare("tieOrder", a.one, a.other, b.one, b.other) || (a.introducer ?? -1) - (b.introducer ?? -1),
    );
    for (const { one, other, introducer } of inOrder) {
      if (decided.has(pairName(one, other))) continue;
      decided.add(pairName(one, other));
      const check = (i: number, m: number) => this.passesCheck(i, m, "tieChecks", "tieChecksWhom");
      const [lower, upper] = [Math.min(one, other), Math.max(one, other)];
      if (!check(lower, upper) || !check(upper, lower)) continue;
      this.newTie(lower, upper, introducer);
      if (this.p.firstEncounters) this.encounter(lower, upper, true, 1, new Map());
    }
  }

  /** 7. Forget. */
  forget(): void {
    const { state, p } = this;
    if (!p.forgetting) return;
    for (const i of state.people.keys())
      for (const j of this.contacts(i)) {
        if (this.strength(i, j) >= p.forgetBelow) continue;
        const trusts = { fromTrust: [this.trust(i, j), undefined], toTrust: [this.trust(j, i), undefined] } as const;
        this.events.push({ kind: "tie_forgotten", from: i, to: j, ...trusts, strength: [this.strength(i, j), undefined] });
        this.removeTie(i, j);
      }
  }
}

function pairName(one: number, other: number): string {
  return `${Math.min(one, other)} ${Math.max(one, other)}`;
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, k) => k);
}
