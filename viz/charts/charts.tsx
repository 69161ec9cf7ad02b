import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { followSlowly } from "../state/follow-slowly.ts";
import { loadLater } from "../state/load-later.tsx";
import { whenIdle } from "../state/when-idle.ts";
import type { World } from "../state/world.ts";
import { chartList } from "./chart-list.ts";
import "./charts.css";
import { LineChart } from "./line-chart.tsx";
import { StrengthChart } from "./strength-chart.tsx";

/** Milliseconds between two drawings of a chart: enough for lines that grow slowly at one end. */
const DRAWN_EVERY = 100;

const changes = loadLater(async () => (await import("./changes.tsx")).Changes);

/** Small charts of the run so far, one idea each, and a histogram of tie strength. */
export function Charts({ world }: { world: World }) {
  const beat = useMemo(() => followSlowly(world.frames, DRAWN_EVERY), [world]);
  useEffect(() => beat.end, [beat]);
  useEffect(() => whenIdle(world.runCount, changes.prepare), []);
  const lit = useSignal<number | undefined>(undefined);
  return (
    <section aria-labelledby="charts-title" class="charts">
      <h2 id="charts-title">Over time</h2>
      {world.interventions.value.length > 0 && <changes.Part world={world} lit={lit} />}
      {chartList.map((chart) => (
        <LineChart key={chart.title} world={world} beat={beat.value} chart={chart} lit={lit} />
      ))}
      <StrengthChart world={world} beat={beat.value} />
    </section>
  );
}
