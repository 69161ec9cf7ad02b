import { useEffect, useMemo } from "preact/hooks";
import { followSlowly } from "../state/follow-slowly.ts";
import type { World } from "../state/world.ts";
import { chartList } from "./chart-list.ts";
import "./charts.css";
import { LineChart } from "./line-chart.tsx";
import { StrengthChart } from "./strength-chart.tsx";

/** Milliseconds between two drawings of a chart: enough for lines that grow slowly at one end. */
const DRAWN_EVERY = 100;

/** Small charts of the run so far, one idea each, and a histogram of tie strength. */
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
