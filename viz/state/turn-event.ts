import { batch } from "@preact/signals";
import type { TurningIntervention } from "../../workers/messages.ts";
import type { Focus } from "./focus.ts";

/** What is known of an event in the list of evidence: who believes something about whom, and what moved it. */
export interface EvidenceOfEvent {
  readonly tick: number;
  readonly kind: string;
  /** who was promised or refused something */
  readonly believer: number;
  readonly about: number;
}

/**
 * Shows what would follow if an event of the run had turned out otherwise.
 *
 * @param event with the outcome that it is to get, and agents by number: `{ tick: 120, promise: { asker: 7, promiser: 41, outcome: "kept" } }`
 */
export function turnEvent({ turned, turnedWeek }: Pick<Focus, "turned" | "turnedWeek">, event: TurningIntervention): void {
  batch(() => {
    turnedWeek.value = undefined;
    turned.value = event;
  });
}

/** The event that an item of evidence tells of, with its other outcome; undefined if it tells of none that can be turned. */
export function turnOfEvidence({ tick, kind, believer, about }: EvidenceOfEvent): TurningIntervention | undefined {
  if (kind === "kept") return { tick, promise: { asker: believer, promiser: about, outcome: "broken" } };
  if (kind === "broken") return { tick, promise: { asker: believer, promiser: about, outcome: "kept" } };
  if (kind === "refused") return { tick, favor: { asker: believer, asked: about, outcome: "agreed" } };
  return undefined;
}

/** What a turned event asks: `What if it had been kept?` */
export function questionOf(event: TurningIntervention): string {
  if ("promise" in event) return `What if it had been ${event.promise.outcome}?`;
  if ("favor" in event) return `What if it had been ${event.favor.outcome === "agreed" ? "agreed to" : "refused"}?`;
  if ("meeting" in event) return event.meeting.outcome === "met" ? "What if they had met?" : "What if they had missed each other?";
  return event.introduction.outcome === "engaged" ? "What if it had been accepted?" : "What if it had been declined?";
}

/** The agents of an event, by number: first the one whose trust is at stake. */
export function agentsOfEvent(event: TurningIntervention): number[] {
  if ("promise" in event) return [event.promise.asker, event.promise.promiser].map(Number);
  if ("favor" in event) return [event.favor.asker, event.favor.asked].map(Number);
  if ("meeting" in event) return [event.meeting.agent, event.meeting.other].map(Number);
  return [event.introduction.agent, event.introduction.person, event.introduction.introducer].map(Number);
}
