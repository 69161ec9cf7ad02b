import type { Snapshot } from "../../workers/messages.ts";

/** What is compared of a world at one tick: a copy, because the next frame replaces a snapshot. */
export type WorldAtTick = Readonly<
  Pick<
    Snapshot,
    "tick" | "agents" | "ties" | "present" | "trustReceived" | "lower" | "upper" | "strength" | "trustOfLower" | "trustOfUpper"
  >
>;

export function copyWorld(snapshot: Snapshot): WorldAtTick {
  const { tick, agents, ties } = snapshot;
  return {
    tick,
    agents,
    ties,
    present: snapshot.present.slice(0, agents),
    trustReceived: snapshot.trustReceived.slice(0, agents),
    lower: snapshot.lower.slice(0, ties),
    upper: snapshot.upper.slice(0, ties),
    strength: snapshot.strength.slice(0, ties),
    trustOfLower: snapshot.trustOfLower.slice(0, ties),
    trustOfUpper: snapshot.trustOfUpper.slice(0, ties),
  };
}
