import { circleNameOf } from "../state/name-of.ts";
import type { World } from "../state/world.ts";
import { type LegendPart, legendParts, type TieCounts } from "./legend-parts.ts";
import { SLOW } from "./painting/tie-events.ts";
import { colorInForce, type ViewOptions } from "./view-options.ts";

/** The legend of the picture on the page. */
export function legendOfPage(world: World, options: ViewOptions, ties: TieCounts): LegendPart[] {
  void world.runCount.value;
  return legendParts({
    ties,
    colorBy: colorInForce(world, options),
    sizeBy: options.sizeBy.value,
    filter: options.filter.value,
    hasMarks: world.speed.value <= SLOW,
    snapshot: world.snapshot(),
    circleName: (circle) => circleNameOf(world, circle),
    ripple: world.ripple.value,
  });
}
