import type { ReadonlySignal } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import type { World } from "../state/world.ts";
import { formatTick } from "../text/format-tick.ts";
import { WithTerms } from "../text/term.tsx";
import { ChartButtons } from "./chart-buttons.tsx";
import { dataOfBins } from "./chart-data.ts";
import { binSheet } from "./chart-sheets.ts";
import { drawBins } from "./draw-bins.ts";
import { prepareCanvas } from "./prepare-canvas.ts";
import { type Cuts, countStrengths } from "./strength-bins.ts";
import { useDrawing } from "./use-drawing.ts";

const BINS = 25;

const SENTENCE =
  "Known ties by strength, from 0 to 1. Gray bars are faded ties, which are known but no longer active. A bar's height is the square root of its count, so that rare strengths remain visible.";

/** A histogram of how strong the known ties are in the week on show. */
export function StrengthChart({ world, beat }: { world: World; beat: ReadonlySignal<number> }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const bins = useMemo(() => new Uint32Array(BINS), []);
  useDrawing(
    canvas,
    () => void beat.value,
    (element) => {
      const surface = prepareCanvas(element);
      if (surface !== undefined) drawBins(surface, count(), cuts());
    },
  );
  const count = (): Uint32Array => {
    const snapshot = world.snapshot();
    if (snapshot !== undefined) countStrengths(snapshot, bins);
    return bins;
  };
  const cuts = (): Cuts => {
    const { active_from, strong_from } = world.values.peek();
    return { activeFrom: Number(active_from), strongFrom: Number(strong_from) };
  };
  return (
    <figure class="chart">
      <figcaption>
        <h3>Tie strength {world.isPast.value ? `in ${formatTick(world.tick.value)}` : "now"}</h3>
      </figcaption>
      <canvas ref={canvas} role="img" aria-label="Histogram of known ties by strength, from faded to weak to strong." />
      <p class="small soft">
        <WithTerms text={SENTENCE} />
      </p>
      <ChartButtons
        world={world}
        title="Tie strength"
        sheet={(moment) => binSheet(SENTENCE, count(), cuts(), moment)}
        data={() => dataOfBins(count(), cuts())}
        file="ties.csv"
      />
    </figure>
  );
}
