import { effect, type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { whenNextDrawn } from "../state/when-next-drawn.ts";
import type { World } from "../state/world.ts";
import { formatTick } from "../text/format-tick.ts";
import { WithTerms } from "../text/term.tsx";
import type { Chart } from "./chart-list.ts";
import { drawLines, tickAt } from "./draw-lines.ts";
import { formatValue } from "./format-value.ts";

interface Props {
  readonly world: World;
  /** changes when it is time to draw anew */
  readonly beat: ReadonlySignal<number>;
  readonly chart: Chart;
}

/** A chart of a few measures over the run. It reads out the last values, or those under the pointer. */
export function LineChart({ world, beat, chart }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  /** row that is read out; undefined is the last one */
  const row = useSignal<number | undefined>(undefined);
  const { series } = world;

  useEffect(() => {
    const element = canvas.current as HTMLCanvasElement;
    const redraw = whenNextDrawn(() => drawLines(element, series, chart, world.interventions.value, row.value));
    const watcher = new ResizeObserver(redraw);
    watcher.observe(element);
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    scheme.addEventListener("change", redraw);
    const stop = effect(() => {
      void beat.value;
      void world.interventions.value;
      void row.value;
      redraw();
    });
    return () => {
      stop();
      watcher.disconnect();
      scheme.removeEventListener("change", redraw);
    };
  }, []);

  void beat.value;
  const length = series.length.peek();
  const read = Math.min(row.value ?? length - 1, length - 1);
  const when = read < 0 ? "" : formatTick(series.at(read, "tick"));
  return (
    <figure class="chart">
      <figcaption>
        <h3>
          <WithTerms text={chart.title} />
        </h3>
        <p class="values small number">
          {chart.lines.map(({ measure, label, color, dashed }) => (
            <span key={measure}>
              <svg width="14" height="8" aria-hidden="true">
                <line
                  x1="0"
                  x2="14"
                  y1="4"
                  y2="4"
                  stroke={`var(${color})`}
                  stroke-width="2"
                  stroke-dasharray={dashed ? "3 2" : undefined}
                />
              </svg>{" "}
              {label} <strong>{read < 0 ? "–" : formatValue(series.at(read, measure), chart.format)}</strong>
            </span>
          ))}
          {row.value !== undefined && <span class="soft">{when}</span>}
        </p>
      </figcaption>
      <canvas
        ref={canvas}
        role="img"
        aria-label={`${chart.title} over the run so far. ${chart.sentence}`}
        onPointerMove={(event) => {
          row.value = tickAt(event.currentTarget, event.offsetX, series);
        }}
        onPointerLeave={() => {
          row.value = undefined;
        }}
      />
      <p class="small soft">
        <WithTerms text={chart.sentence} besides={chart.title} />
      </p>
    </figure>
  );
}
