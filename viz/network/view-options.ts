import { signal } from "@preact/signals";
import type { Amount, Aspect } from "./aspects.ts";
import type { Filter } from "./layout/layout-messages.ts";

/** What the view shows and how. A matter of looking alone: it never reaches the engine, nor the layout. */
export function createViewOptions() {
  return {
    colorBy: signal<Aspect>("circle"),
    sizeBy: signal<Amount | "none">("none"),
    filter: signal<Filter>("best"),
    labels: signal(true),
    /** a table in the place of the picture */
    asTable: signal(false),
  };
}

export type ViewOptions = ReturnType<typeof createViewOptions>;
