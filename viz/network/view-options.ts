import { signal } from "@preact/signals";
import type { World } from "../state/world.ts";
import type { Amount, Aspect } from "./aspects.ts";
import type { Filter } from "./ties/filters.ts";

/** What the view shows, and how. The engine never learns of it, and it moves nobody. */
export function createViewOptions() {
  return {
    colorBy: signal<Aspect>("circle"),
    sizeBy: signal<Amount | "none">("none"),
    filter: signal<Filter>("best"),
    /** whether names are shown; undefined while the reader has not said, which shows names that come from a file */
    labels: signal<boolean | undefined>(undefined),
    /** a table in place of the picture */
    asTable: signal(false),
  };
}

export type ViewOptions = ReturnType<typeof createViewOptions>;

export function showsNames({ names }: Pick<World, "names">, { labels }: ViewOptions): boolean {
  return labels.value ?? names.value.length > 0;
}
