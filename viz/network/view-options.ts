import { signal } from "@preact/signals";
import { settingsByHand } from "../state/settings.ts";
import { plannedInterventions } from "../state/setup.ts";
import type { World } from "../state/world.ts";
import type { Amount, Aspect } from "./aspects.ts";
import type { Filter } from "./ties/filters.ts";

/** What the view shows, and how. The engine never learns of it, and it moves nobody. */
export function createViewOptions() {
  return {
    /** undefined while the reader has not said: see `colorInForce` */
    colorBy: signal<Aspect | undefined>(undefined),
    sizeBy: signal<Amount | "none">("none"),
    filter: signal<Filter>("best"),
    /** whether names are shown; undefined while the reader has not said, which shows names that come from a file */
    labels: signal<boolean | undefined>(undefined),
    /** the title of the large chart; undefined for the first one */
    chart: signal<string | undefined>(undefined),
    /** a table in place of the picture */
    asTable: signal(false),
    /** this world and the unchanged one in place of the picture, if there is an unchanged one */
    sideBySide: signal(false),
  };
}

export type ViewOptions = ReturnType<typeof createViewOptions>;

export function showsNames({ names }: Pick<World, "names">, { labels }: ViewOptions): boolean {
  return labels.value ?? names.value.length > 0;
}

/** What people are colored by: what the reader chose, else their circle, and trust once a way has been moved. */
export function colorInForce(world: World, { colorBy }: ViewOptions): Aspect {
  if (colorBy.value !== undefined) return colorBy.value;
  const { parameters, traits } = settingsByHand(world.interventions.value, plannedInterventions(world, world.fromFile.value));
  return Object.keys({ ...parameters, ...traits }).length > 0 ? "trust" : "circle";
}
