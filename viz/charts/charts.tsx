import { useEffect, useMemo } from "preact/hooks";
import { followSlowly } from "../state/follow-slowly.ts";
import type { World } from "../state/world.ts";
import { chartList } from "./chart-list.ts";
import "./charts.css";
import { LineChart } from "./line-chart.tsx";
import { StrengthChart } from "./strength-chart.tsx";

/** Milliseconds between two drawings of a chart: a line that grows at its end needs no more. */
const DRAWN_EVERY = 100;

/** Small charts over the time of the run, one idea each, and how strong ties are now. */
export function Charts({ world }: { world: World }) {
  const beat = useMemo(() => followSlowly(world.frames, DRAWN_EVERY), [world]);
  useEffect(() => beat.end, [beat]);
  return (
    <section aria-labelledby="charts-title" class="charts">
      <h2 id="charts-title">Over time</h2>
      {chartList.map((chart) => (
        <LineChart key={chart.title} world={world} beat={beat.value} chart={chart} />
      ))}
      <StrengthChart world={world} beat={beat.value} />
    </section>
  );
}
