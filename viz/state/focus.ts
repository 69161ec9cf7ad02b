import { batch, type Signal, signal } from "@preact/signals";
import type { TurningIntervention } from "../../workers/messages.ts";
import type { RippleOnShow } from "./ripple-on-show.ts";

/** An agent, or the tie between two agents. */
export type Selection = { readonly agent: number } | { readonly lower: number; readonly upper: number };

/** What the reader looks at. */
export interface Focus {
  /** the agent or tie that the inspector shows */
  readonly selection: Signal<Selection | undefined>;
  /** the agent or tie under the pointer, or the one the arrow keys have reached */
  readonly hovered: Signal<Selection | undefined>;
  /** the tick under the pointer, in a chart or on the timeline */
  readonly cursor: Signal<number | undefined>;
  /** the event whose ripple is on show, with the outcome that it is given */
  readonly turned: Signal<TurningIntervention | undefined>;
  /** the week of its ripple to show first; undefined for the most telling one */
  readonly turnedWeek: Signal<number | undefined>;
  /** the ripple of that event in the picture, once it has been followed */
  readonly ripple: Signal<RippleOnShow | undefined>;
}

export function createFocus(): Focus {
  return {
    selection: signal<Selection | undefined>(undefined),
    hovered: signal<Selection | undefined>(undefined),
    cursor: signal<number | undefined>(undefined),
    turned: signal<TurningIntervention | undefined>(undefined),
    turnedWeek: signal<number | undefined>(undefined),
    ripple: signal<RippleOnShow | undefined>(undefined),
  };
}

/** Selects nothing: the agents of another run are other people. */
export function clearFocus({ selection, hovered, cursor, turned, turnedWeek }: Focus): void {
  batch(() => {
    selection.value = undefined;
    hovered.value = undefined;
    cursor.value = undefined;
    turned.value = undefined;
    turnedWeek.value = undefined;
  });
}
