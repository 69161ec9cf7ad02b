import { withPlainValues } from "../../sim/parameters/check-parameters.ts";
import { definitions, type Parameters, parameterKeys } from "../../sim/parameters/definitions.ts";
import { type TraitKey, traitKeys, traitNames } from "../../sim/parameters/trait-names.ts";
import type { Purpose } from "../../sim/random/purposes.ts";
import type { AgentSelector, Intervention } from "../../sim/run/interventions.ts";
import { ReferenceModel } from "./reference-model.ts";
import { beginTie, drawPerson } from "./reference-start.ts";
import type { State } from "./reference-state.ts";

/** A setting with the ticks in which it is in force. A permanent one has no end. */
type Setting = { readonly until: number } & (
  | { readonly key: keyof Parameters; readonly value: Parameters[keyof Parameters] }
  | { readonly trait: TraitKey; readonly of: number; readonly value: number }
);

/** An intervention that turns an event of this tick. */
interface Turn {
  readonly intervention: Intervention;
  readonly happens: boolean;
  /** whether there was such an event */
  found: boolean;
}

/**
 * The reference model with interventions, written only from their description in docs/model.md. Keeps every setting that was made
 * for one parameter, or for one trait of one agent: the last one that hasn't ended counts.
 */
export class ReferenceRun extends ReferenceModel {
  readonly #atStart: Parameters;
  readonly #interventions: readonly Intervention[];
  #settings: Setting[] = [];
  /** the person whom an introducer has just drawn */
  #drawn: number | undefined;
  /** interventions of this tick that turn an event */
  #turns: Turn[] = [];
  /** interventions whose event never was */
  readonly missing: Intervention[] = [];

  constructor(parameters: Parameters, seed: string, state: State, interventions: readonly Intervention[]) {
    super(parameters, seed, state);
    this.#atStart = parameters;
    this.#interventions = interventions;
  }

  override step(): void {
    const tick = this.state.tick + 1;
    const before = this.#settings.length;
    this.#settings = this.#settings.filter(({ until }) => until >= tick);
    if (this.#settings.length < before) this.#putIntoForce();
    for (const intervention of this.#interventions) if (intervention.tick === tick) this.#act(intervention);
    super.step();
    this.missing.push(...this.#turns.filter(({ found }) => !found).map(({ intervention }) => intervention));
    this.#turns = [];
  }

  /** The chance of an event, or the outcome that an intervention gives it. */
  override happens(chance: number, purpose: Purpose, doer: number, other = doer, count = 0): boolean {
    let outcome = super.happens(chance, purpose, doer, other, count);
    for (const turn of this.#turns) {
      if (!this.#concerns(turn, purpose, doer, other, this.state.tick - count)) continue;
      turn.found = true;
      outcome = turn.happens;
    }
    return outcome;
  }

  override engage(i: number, j: number, m: number): boolean {
    this.#drawn = m;
    return super.engage(i, j, m);
  }

  #concerns({ intervention, found }: Turn, purpose: Purpose, doer: number, other: number, made: number): boolean {
    if ("promise" in intervention) {
      const { asker, promiser, made: own } = intervention.promise;
      return purpose === "keeps" && promiser === doer && asker === other && (own === undefined ? !found : own === made);
    }
    if ("favor" in intervention)
      return purpose === "agrees" && intervention.favor.asker === doer && intervention.favor.asked === other;
    if ("meeting" in intervention) {
      const both = [intervention.meeting.agent, intervention.meeting.other];
      return purpose === "meetingHappens" && both.includes(doer) && both.includes(other);
    }
    if (!("introduction" in intervention)) return false;
    const { introducer, agent, person } = intervention.introduction;
    return purpose === "engages" && agent === doer && introducer === other && person === this.#drawn;
  }

  override replace(i: number): void {
    super.replace(i);
    this.#setTraitsOf(i);
  }

  #act(intervention: Intervention): void {
    const { people, tick } = this.state;
    const until = ("until" in intervention && intervention.until) || Number.POSITIVE_INFINITY;
    if ("set" in intervention) {
      const now = withPlainValues(this.p, intervention.set);
      const keys = parameterKeys.filter((key) => definitions[key].name in intervention.set);
      this.#set(keys.map((key) => ({ key, value: now[key], until })));
    } else if ("set_traits" in intervention) this.#setTraits(intervention.set_traits, this.#chosen(intervention.agents), until);
    else if ("remove" in intervention)
      for (const i of this.#chosen(intervention.remove)) {
        this.dropEverything(i);
        people[i].present = false;
      }
    else if ("add" in intervention) this.#add(intervention);
    else if ("move" in intervention)
      for (const i of this.#chosen(intervention.move)) people[i].circle = Number(intervention.to_circle);
    else if ("cut_ties" in intervention) {
      for (const [one, other] of pairsOf(intervention.cut_ties)) if (this.knows(one, other)) this.removeTie(one, other);
    } else if ("promise" in intervention) this.#turn(intervention, intervention.promise.outcome === "kept");
    else if ("favor" in intervention) this.#turn(intervention, intervention.favor.outcome === "agreed");
    else if ("meeting" in intervention) this.#turn(intervention, intervention.meeting.outcome === "met");
    else if ("introduction" in intervention) this.#turn(intervention, intervention.introduction.outcome === "engaged");
    else
      for (const [one, other] of pairsOf(intervention.add_ties))
        if (people[one].present && people[other].present && !this.knows(one, other))
          beginTie(this.p, people, one, other, intervention.strength ?? this.p.newStrength, tick);
  }

  #turn(intervention: Intervention, happens: boolean): void {
    this.#turns.push({ intervention, happens, found: false });
  }

  #add({ add, circle, traits = {} }: Extract<Intervention, { add: number }>): void {
    const { people, tick } = this.state;
    const first = people.length;
    const oneCircle = people.every(({ circle: own }) => own === 0);
    for (let i = first; i < first + add; i++) {
      const drawnFor = oneCircle ? 0 : Math.floor(i / this.p.circleSize);
      people.push(drawPerson(this.p, this.runWords, tick + 1, i, { circle: Number(circle ?? drawnFor), sociality: 1 }));
    }
    this.#setTraits(traits, [...people.keys()].slice(first), Number.POSITIVE_INFINITY);
  }

  #setTraits(values: Readonly<Record<string, number>>, chosen: readonly number[], until: number): void {
    const settings = Object.entries(values).flatMap(([name, value]) => {
      const trait = traitKeys[(traitNames as readonly string[]).indexOf(name)];
      return chosen.map((of) => ({ trait, of, value, until }));
    });
    if (until === Number.POSITIVE_INFINITY)
      for (const { trait, of } of settings) {
        const { given } = this.state.people[of];
        this.state.people[of].given = new Set(traitKeys.filter((key) => key === trait || given.has(key)));
      }
    this.#set(settings);
  }

  /** Takes settings over. A permanent one ends temporary ones of the same thing. */
  #set(settings: readonly Setting[]): void {
    for (const setting of settings) {
      if (setting.until === Number.POSITIVE_INFINITY)
        this.#settings = this.#settings.filter((other) => !isOfTheSame(setting, other));
      this.#settings.push(setting);
    }
    this.#putIntoForce();
  }

  #putIntoForce(): void {
    const changed = this.#settings.flatMap((setting) => ("key" in setting ? [[setting.key, setting.value]] : []));
    this.p = inOrder({ ...this.#atStart, ...Object.fromEntries(changed) });
    for (const i of this.state.people.keys()) this.#setTraitsOf(i);
  }

  /** Traits follow their means unless they were given; settings come last. */
  #setTraitsOf(i: number): void {
    const person = this.state.people[i];
    const { circle, sociality } = person;
    const drawn = drawPerson(this.p, this.runWords, person.since, i, { circle, sociality });
    for (const key of traitKeys) {
      const settings = this.#settings.flatMap((one) => ("trait" in one && one.of === i && one.trait === key ? [one.value] : []));
      person[key] = settings.at(-1) ?? drawn[key];
    }
  }

  #chosen(selector: AgentSelector): number[] {
    const { people } = this.state;
    const there = this.present();
    if (selector === "all") return there;
    if (typeof selector === "number") return there.filter((i) => i === selector);
    if (isList(selector)) return there.filter((i) => selector.includes(i));
    if (typeof selector === "string") throw new Error("the reference model has no names");
    if ("circle" in selector) return there.filter((i) => people[i].circle === selector.circle);
    if ("every" in selector) return there.filter((i) => i % selector.every === 0);
    const measure = measures[selector.by as keyof typeof measures];
    return there.toSorted((a, b) => measure(this, b) - measure(this, a) || a - b).slice(0, selector.top);
  }
}

/** Measures by which the tests choose agents. */
const measures = {
  degree: (run: ReferenceRun, i: number) => run.contacts(i).filter((j) => run.strength(i, j) >= run.p.activeFrom).length,
  status: (run: ReferenceRun, i: number) => run.state.people[i].z,
};

function isList(selector: AgentSelector): selector is readonly (number | string)[] {
  return Array.isArray(selector);
}

function pairsOf(pairs: readonly (readonly (number | string)[])[]): [number, number][] {
  return pairs.map((pair) => {
    const [one, other] = pair.map(Number);
    return [Math.min(one, other), Math.max(one, other)];
  });
}

/** Keeps the bounds between parameters that an intervention may break. */
function inOrder(p: Parameters): Parameters {
  return {
    ...p,
    strongFrom: Math.max(p.strongFrom, p.activeFrom),
    richnessRich: Math.max(p.richnessRich, p.richnessLean),
    richFrom: Math.max(p.richFrom, p.leanBelow + 0.001),
  };
}

function isOfTheSame(one: Setting, other: Setting): boolean {
  if ("key" in one) return "key" in other && one.key === other.key;
  return "trait" in other && one.trait === other.trait && one.of === other.of;
}
