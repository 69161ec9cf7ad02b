import { FAVOR, FIRST_DUE, INTRODUCTION, MEETING, PROMISE, type Turn } from "../population/turns.ts";
import type { Intervention, TurningIntervention } from "./interventions.ts";

/** The kinds of events that an intervention can turn: the agents that each names, in order, and its outcomes, the positive one first. */
export const turnKinds = {
  promise: { agents: ["asker", "promiser"], outcomes: ["kept", "broken"] },
  favor: { agents: ["asker", "asked"], outcomes: ["agreed", "refused"] },
  meeting: { agents: ["agent", "other"], outcomes: ["met", "missed"] },
  introduction: { agents: ["introducer", "agent", "person"], outcomes: ["engaged", "declined"] },
} as const;

export type TurnKind = keyof typeof turnKinds;

export const turnKindNames = Object.keys(turnKinds) as readonly TurnKind[];

/** The kind of event that an intervention turns; undefined if it is another intervention. */
function turnKindOf(intervention: Intervention): TurnKind | undefined {
  return turnKindNames.find((kind) => kind in intervention);
}

export function isTurning(intervention: Intervention): intervention is TurningIntervention {
  return turnKindOf(intervention) !== undefined;
}

/**
 * The turn of an intervention, as the step reads it.
 *
 * @param numberOf the index of an agent given by index or name
 * @param settled ticks of the burn-in, which the population counts and interventions don't
 */
export function turnOf(intervention: TurningIntervention, numberOf: (agent: number | string) => number, settled: number): Turn {
  if ("promise" in intervention) {
    const { asker, promiser, made, outcome } = intervention.promise;
    const third = made === undefined ? FIRST_DUE : made + settled;
    return createTurn(PROMISE, numberOf(asker), numberOf(promiser), third, outcome === "kept");
  }
  if ("favor" in intervention) {
    const { asker, asked, outcome } = intervention.favor;
    return createTurn(FAVOR, numberOf(asker), numberOf(asked), 0, outcome === "agreed");
  }
  if ("meeting" in intervention) {
    const { agent, other, outcome } = intervention.meeting;
    return createTurn(MEETING, numberOf(agent), numberOf(other), 0, outcome === "met");
  }
  const { introducer, agent, person, outcome } = intervention.introduction;
  return createTurn(INTRODUCTION, numberOf(agent), numberOf(introducer), numberOf(person), outcome === "engaged");
}

function createTurn(kind: number, one: number, other: number, third: number, happens: boolean): Turn {
  return { kind, one, other, third, outcome: +happens, found: false };
}

/** Says of an intervention that there was no such event: `tick 120: there was no promise of 41 to 7 that was due`. */
export function missingEventText(intervention: TurningIntervention): string {
  return `tick ${intervention.tick}: ${whatNeverWas(intervention)}, so nothing was turned`;
}

function whatNeverWas(intervention: TurningIntervention): string {
  if ("promise" in intervention) {
    const { asker, promiser, made } = intervention.promise;
    return `no promise of ${promiser} to ${asker}${made === undefined ? "" : ` from tick ${made}`} was due`;
  }
  if ("favor" in intervention) return `${intervention.favor.asker} did not ask ${intervention.favor.asked} for a favor`;
  if ("meeting" in intervention)
    return `${intervention.meeting.agent} and ${intervention.meeting.other} did not run into each other`;
  const { introducer, agent, person } = intervention.introduction;
  return `${introducer} did not offer to introduce ${person} to ${agent}`;
}
