import type { ReadonlySignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { namesIn } from "../state/name-of.ts";
import type { Unchanged } from "../state/unchanged.ts";
import { visitTick } from "../state/visit-tick.ts";
import type { World } from "../state/world.ts";
import { formatTick } from "../text/format-tick.ts";
import { WithTerms } from "../text/term.tsx";
import { ChartButtons } from "./chart-buttons.tsx";
import { dataOfLines } from "./chart-data.ts";
import type { Chart, Line } from "./chart-list.ts";
import { firstShown, lastTick, rowUntil } from "./chart-scales.ts";
import { lineSheet } from "./chart-sheets.ts";
import { lastPair, type Pair, pairAt } from "./compare.ts";
import { describeChange } from "./describe-change.ts";
import { drawLines, type Marked, tickAtOffset } from "./draw-lines.ts";
import type { Mark } from "./draw-marks.ts";
import { formatValue } from "./format-value.ts";
import { prepareCanvas } from "./prepare-canvas.ts";
import { useDrawing } from "./use-drawing.ts";
import { useReadTick } from "./use-read-tick.ts";

interface Props {
  readonly world: World;
  readonly unchanged: Unchanged;
  /** changes when it is time to draw again */
  readonly beat: ReadonlySignal<number>;
  readonly chart: Chart;
  /** the change whose mark is lit, by its place in the list of changes */
  readonly lit: ReadonlySignal<number | undefined>;
}

/** The large chart: a few measures over the run. It shows the values of the week on show, or of the one at the cursor that all charts and the timeline share. */
export function LineChart({ world, unchanged, beat, chart, lit }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { series, interventions, settled, cursor } = world;
  const readTick = useReadTick(world);
  const worlds = { series, unchanged };
  useDrawing(
    canvas,
    () => void [beat.value, interventions.value, readTick.value, lit.value],
    (element) => {
      const surface = prepareCanvas(element);
      if (surface !== undefined) drawLines(surface, worlds, chart, mark());
    },
  );
  const mark = (): Marked => ({
    changes: marksOf(world),
    lit: lit.peek(),
    readRow: readTick.peek() === undefined ? undefined : rowUntil(series, readTick.peek() as number),
    settled: settled.peek(),
  });

  void beat.value;
  const last = series.length.peek() - 1;
  const row = readTick.value === undefined ? last : rowUntil(series, readTick.value);
  const tick = series.at(row, "tick");
  const isShown = row >= 0 && tick >= firstShown(chart, settled.value);
  const pairOf = (measure: string): Pair =>
    readTick.value === undefined ? lastPair(worlds, measure) : pairAt(worlds, measure, tick);
  return (
    <figure class="chart large">
      <figcaption>
        <h3>
          <WithTerms text={chart.title} />
        </h3>
        <p class="values small number">
          {chart.lines.map((line) => {
            const { value, unchanged: other } = pairOf(line.measure);
            const format = (one: number) => formatValue(isShown ? one : Number.NaN, chart.format);
            return (
              <span key={line.measure}>
                <Sample line={line} /> {line.label} <strong>{format(value)}</strong>
                {other !== undefined && <span class="unchanged">, unchanged {format(other)}</span>}
              </span>
            );
          })}
          {readTick.value !== undefined && row >= 0 && (
            <span class="soft">{describePoint(tick, interventions.value, lastTick(series))}</span>
          )}
        </p>
      </figcaption>
      <canvas
        ref={canvas}
        role="img"
        aria-label={`Line chart of the run so far. ${chart.title}: ${chart.sentence}`}
        onPointerMove={(event) => {
          cursor.value = tickAtOffset(event.currentTarget, event.offsetX, series);
        }}
        onPointerLeave={() => {
          cursor.value = undefined;
        }}
        onClick={(event) => {
          const tick = tickAtOffset(event.currentTarget, event.offsetX, series);
          if (tick !== undefined) void visitTick(world, tick);
        }}
      />
      <p class="small soft">
        <WithTerms text={chart.sentence} besides={chart.title} />
      </p>
      <ChartButtons
        world={world}
        title={chart.title}
        sheet={(moment) => lineSheet(worlds, chart, mark(), moment)}
        data={() => dataOfLines(worlds, chart, firstShown(chart, settled.peek()))}
        file="series.csv"
      />
    </figure>
  );
}

/** What was done, and when. */
function marksOf(world: World): Mark[] {
  const [list, atStart] = [world.interventions.peek(), world.atStart.peek()];
  return list.flatMap(({ tick }, at) =>
    typeof tick === "number" ? [{ at, tick, text: describeChange(list, at, atStart, namesIn(world)) }] : [],
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
