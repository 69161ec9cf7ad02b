import type { TurningIntervention } from "../../workers/messages.ts";
import type { PastEvent } from "../../workers/ripple-messages.ts";

/** The kinds of events that can be turned, as a list offers them. */
export const kindLabels = {
  promise: "Promises",
  favor: "Favors",
  meeting: "Meetings",
  introduction: "Introductions",
} as const;

/** What happened, in words. */
export function describeEvent({ kind, agents, happened }: Omit<PastEvent, "tick">, nameOf: (agent: number) => string): string {
  const [one = "", other = "", third = ""] = agents.map(nameOf);
  switch (kind) {
    case "promise":
      return `${other} ${happened ? "kept" : "broke"} a promise to ${one}`;
    case "favor":
      return happened ? `${other} agreed to do ${one} a favor` : `${other} refused ${one} a favor`;
    case "meeting":
      return happened ? `${one} and ${other} ran into each other` : `${one} and ${other} missed each other`;
    case "introduction":
      return happened ? `${one} introduced ${third} to ${other}` : `${one} did not get to introduce ${third} to ${other}`;
  }
}

/** The intervention that gives an event its other outcome. */
export function turnAround({ tick, kind, agents, happened, made }: PastEvent): TurningIntervention {
  const [one = 0, other = 0, third = 0] = agents;
  switch (kind) {
    case "promise":
      return {
        tick,
        promise: { asker: one, promiser: other, ...(made !== undefined && { made }), outcome: happened ? "broken" : "kept" },
      };
    case "favor":
      return { tick, favor: { asker: one, asked: other, outcome: happened ? "refused" : "agreed" } };
    case "meeting":
      return { tick, meeting: { agent: one, other, outcome: happened ? "missed" : "met" } };
    case "introduction":
      return {
        tick,
        introduction: { introducer: one, agent: other, person: third, outcome: happened ? "declined" : "engaged" },
      };
  }
}

/** An event as it was, before an intervention turns it. */
export function eventBefore(turn: TurningIntervention): PastEvent {
  const { tick } = turn;
  if ("promise" in turn) {
    const { asker, promiser, made, outcome } = turn.promise;
    const agents = [Number(asker), Number(promiser)];
    return { tick, kind: "promise", agents, happened: outcome === "broken", ...(made !== undefined && { made }) };
  }
  if ("favor" in turn) {
    const { asker, asked, outcome } = turn.favor;
    return { tick, kind: "favor", agents: [Number(asker), Number(asked)], happened: outcome === "refused" };
  }
  if ("meeting" in turn) {
    const { agent, other, outcome } = turn.meeting;
    return { tick, kind: "meeting", agents: [Number(agent), Number(other)], happened: outcome === "missed" };
  }
  const { introducer, agent, person, outcome } = turn.introduction;
  return { tick, kind: "introduction", agents: [introducer, agent, person].map(Number), happened: outcome === "declined" };
}
