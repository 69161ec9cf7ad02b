import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { World } from "../state/world.ts";
import { formatTick } from "../text/format-tick.ts";
import { WithTerms } from "../text/term.tsx";
import type { Chart, Line } from "./chart-list.ts";
import { lastTick } from "./chart-scales.ts";
import { drawLines, rowAtOffset } from "./draw-lines.ts";
import { formatValue } from "./format-value.ts";
import { useDrawing } from "./use-drawing.ts";

interface Props {
  readonly world: World;
  /** changes when it is time to draw again */
  readonly beat: ReadonlySignal<number>;
  readonly chart: Chart;
  /** the change whose mark is lit, by its place in the list of changes */
  readonly lit: ReadonlySignal<number | undefined>;
}

/** A chart of a few measures over the run. It shows the last values, or those at the pointer. */
export function LineChart({ world, beat, chart, lit }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  /** the row at the pointer */
  const pointed = useSignal<number | undefined>(undefined);
  const { series, interventions } = world;
  useDrawing(
    canvas,
    () => void [beat.value, interventions.value, pointed.value, lit.value],
    (element) => drawLines(element, series, chart, { changes: interventions.peek(), lit: lit.peek(), readRow: pointed.peek() }),
  );

  void beat.value;
  const last = series.length.peek() - 1;
  const row = Math.min(pointed.value ?? last, last);
  return (
    <figure class="chart">
      <figcaption>
        <h3>
          <WithTerms text={chart.title} />
        </h3>
        <p class="values small number">
          {chart.lines.map((line) => (
            <span key={line.measure}>
              <Sample line={line} /> {line.label}{" "}
              <strong>{formatValue(row < 0 ? Number.NaN : series.at(row, line.measure), chart.format)}</strong>
            </span>
          ))}
          {pointed.value !== undefined && row >= 0 && (
            <span class="soft">{describePoint(series.at(row, "tick"), interventions.value, lastTick(series))}</span>
          )}
        </p>
      </figcaption>
      <canvas
        ref={canvas}
        role="img"
        aria-label={`Line chart of the run so far. ${chart.title}: ${chart.sentence}`}
        onPointerMove={(event) => {
          pointed.value = rowAtOffset(event.currentTarget, event.offsetX, series);
        }}
        onPointerLeave={() => {
          pointed.value = undefined;
        }}
      />
      <p class="small soft">
        <WithTerms text={chart.sentence} besides={chart.title} />
      </p>
    </figure>
  );
}

/** A change at most this share of the chart away counts as pointed at. */
const NEAR = 0.015;

/** The week at the pointer, and the number of a change there. */
function describePoint(tick: number, changes: readonly Readonly<Record<string, unknown>>[], end: number): string {
  const near = changes.findIndex((change) => Math.abs(Number(change.tick) - tick) <= end * NEAR);
  return near < 0 ? formatTick(tick) : `${formatTick(tick)}, change ${near + 1}`;
}

/** A piece of a line, as the chart draws it. */
function Sample({ line: { color, dashed } }: { line: Line }) {
  return (
    <svg width="14" height="8" aria-hidden="true">
      <line x1="0" x2="14" y1="4" y2="4" stroke={`var(${color})`} stroke-width="2" stroke-dasharray={dashed ? "3 2" : undefined} />
    </svg>
  );
}
