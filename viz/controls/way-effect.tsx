import type { Way } from "../../sim/parameters/ways.ts";
import { chartOfWay } from "../charts/chart-list.ts";
import "../charts/charts.css";
import { Sparkline } from "../charts/sparkline.tsx";
import { useBeat } from "../charts/use-beat.ts";
import type { Unchanged } from "../state/unchanged.ts";
import type { World } from "../state/world.ts";

/** Milliseconds between two drawings. */
const DRAWN_EVERY = 300;

/** What a way moves, as a small chart beside its slider. */
export function WayEffect({ world, unchanged, way }: { world: World; unchanged: Unchanged; way: Way }) {
  const beat = useBeat(world, unchanged, DRAWN_EVERY);
  const chart = chartOfWay(way.trait);
  return (
    <>
      <span class="small soft">It moves: {chart.title.toLowerCase()}</span>
      <Sparkline world={world} unchanged={unchanged} beat={beat} chart={chart} />
    </>
  );
}
