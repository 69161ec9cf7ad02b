import { useSignal } from "@preact/signals";
import type { ViewOptions } from "../network/view-options.ts";
import type { Unchanged } from "../state/unchanged.ts";
import type { World } from "../state/world.ts";
import { Changes } from "./changes.tsx";
import { type Chart, chartList } from "./chart-list.ts";
import { describeLag } from "./compare.ts";
import "./charts.css";
import { LineChart } from "./line-chart.tsx";
import { Sparkline } from "./sparkline.tsx";
import { StrengthChart } from "./strength-chart.tsx";
import { useBeat } from "./use-beat.ts";

/** Milliseconds between two drawings of the large chart: enough for lines that grow slowly at one end. */
const DRAWN_EVERY = 100;

/** Milliseconds between two drawings of the small ones. */
const SMALL_EVERY = 300;

export interface Props {
  readonly world: World;
  readonly unchanged: Unchanged;
  readonly options: Pick<ViewOptions, "chart">;
}

/** One large chart of the run so far, a small one for each other measure to choose from, and a histogram of tie strength. */
export function OverTime({ world, unchanged, options }: Props) {
  const beat = useBeat(world, unchanged, DRAWN_EVERY);
  const slow = useBeat(world, unchanged, SMALL_EVERY);
  const lit = useSignal<number | undefined>(undefined);
  const chosen = chartList.find(({ title }) => title === options.chart.value) ?? (chartList[0] as Chart);
  return (
    <>
      <LineChart key={chosen.title} world={world} unchanged={unchanged} beat={beat} chart={chosen} lit={lit} />
      <UnchangedLine world={world} unchanged={unchanged} />
      <Changes world={world} lit={lit} />
      <fieldset class="choice bare">
        <legend class="small soft">Choose the large chart. Each small one shows its first and last value.</legend>
        {chartList.map((chart) => (
          <button
            key={chart.title}
            type="button"
            aria-pressed={chart === chosen}
            onClick={() => {
              options.chart.value = chart.title;
            }}
          >
            <span class="title">{titleOf(chart)}</span>
            <Sparkline world={world} unchanged={unchanged} beat={slow} chart={chart} />
          </button>
        ))}
      </fieldset>
      <StrengthChart world={world} beat={beat} />
    </>
  );
}

/** A chart's title, with the name of the line that is shown in small where it has several. */
function titleOf({ title, lines }: Chart): string {
  return lines.length > 1 ? `${title}: ${lines[0].label}` : title;
}

/** What the gray lines are, and how far they are behind. */
function UnchangedLine({ world, unchanged }: Omit<Props, "options">) {
  const { since, reason, tick } = unchanged;
  if (reason.value !== "") return <p class="small soft">{reason.value}</p>;
  if (since.value === undefined) return null;
  return (
    <p class="small soft">
      <span class="unchanged">Gray, “unchanged”</span>: the same world, week by week, without your changes. Each difference follows
      from them. {describeLag(world.tick.value - tick.value)}
    </p>
  );
}
