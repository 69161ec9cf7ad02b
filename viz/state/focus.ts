import { batch, type Signal, signal } from "@preact/signals";

/** An agent, or the tie between two agents. */
export type Selection = { readonly agent: number } | { readonly lower: number; readonly upper: number };

/** What the reader looks at. */
export interface Focus {
  /** the agent or tie that the inspector shows */
  readonly selection: Signal<Selection | undefined>;
  /** the agent or tie under the pointer, or the one the arrow keys have reached */
  readonly hovered: Signal<Selection | undefined>;
}

export function createFocus(): Focus {
  return { selection: signal<Selection | undefined>(undefined), hovered: signal<Selection | undefined>(undefined) };
}

/** Selects nothing: the agents of another run are other people. */
export function clearFocus({ selection, hovered }: Focus): void {
  batch(() => {
    selection.value = undefined;
    hovered.value = undefined;
  });
}
