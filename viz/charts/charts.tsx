import type { World } from "../state/world.ts";
import { chartList } from "./chart-list.ts";
import "./charts.css";
import { LineChart } from "./line-chart.tsx";
import { StrengthChart } from "./strength-chart.tsx";

/** Small charts over the time of the run, one idea each, and how strong ties are now. */
export function Charts({ world }: { world: World }) {
  return (
    <section aria-labelledby="charts-title" class="charts">
      <h2 id="charts-title">Over time</h2>
      {chartList.map((chart) => (
        <LineChart key={chart.title} world={world} chart={chart} />
      ))}
      <StrengthChart world={world} />
    </section>
  );
}
