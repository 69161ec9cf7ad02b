import { signal } from "@preact/signals";
import type { Amount, Aspect } from "./aspects.ts";
import type { Filter } from "./ties/filters.ts";

/** What the view shows, and how. The engine never learns of it, and it moves nobody. */
export function createViewOptions() {
  return {
    colorBy: signal<Aspect>("circle"),
    sizeBy: signal<Amount | "none">("none"),
    filter: signal<Filter>("best"),
    labels: signal(true),
    /** a table in place of the picture */
    asTable: signal(false),
  };
}

export type ViewOptions = ReturnType<typeof createViewOptions>;
