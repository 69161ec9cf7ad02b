import type { ReadonlySignal } from "@preact/signals";
import { scaleLinear, scaleSqrt } from "d3";
import { useMemo, useRef } from "preact/hooks";
import type { World } from "../state/world.ts";
import { formatTick } from "../text/format-tick.ts";
import { WithTerms } from "../text/term.tsx";
import { colorOf, prepareCanvas } from "./prepare-canvas.ts";
import { countStrengths, kindOfBin } from "./strength-bins.ts";
import { useDrawing } from "./use-drawing.ts";

const BINS = 25;

/** Margins in CSS pixels: for the labels below, and above. */
const BELOW = 16;
const ABOVE = 4;

/** Colors of bars, by their names in style/tokens.css. */
const barColors = { faded: "--rule", weak: "--group-5", strong: "--group-0" } as const;

/** A histogram of how strong the known ties are in the week on show. */
export function StrengthChart({ world, beat }: { world: World; beat: ReadonlySignal<number> }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const bins = useMemo(() => new Uint32Array(BINS), []);
  useDrawing(
    canvas,
    () => void beat.value,
    (element) => {
      const snapshot = world.snapshot();
      if (snapshot === undefined) return;
      countStrengths(snapshot, bins);
      const { active_from, strong_from } = world.values.peek();
      drawBins(element, bins, Number(active_from), Number(strong_from));
    },
  );
  return (
    <figure class="chart">
      <figcaption>
        <h3>Tie strength {world.isPast.value ? `in ${formatTick(world.tick.value)}` : "now"}</h3>
      </figcaption>
      <canvas ref={canvas} role="img" aria-label="Histogram of known ties by strength, from faded to weak to strong." />
      <p class="small soft">
        <WithTerms text="Known ties by strength, from 0 to 1. Gray bars are faded ties, which are known but no longer active. A bar's height is the square root of its count, so that rare strengths remain visible." />
      </p>
    </figure>
  );
}

function drawBins(canvas: HTMLCanvasElement, bins: Uint32Array, activeFrom: number, strongFrom: number): void {
  const prepared = prepareCanvas(canvas);
  if (prepared === undefined) return;
  const { context, width, height } = prepared;
  const foot = height - BELOW;
  const x = scaleLinear([0, 1], [2, width - 2]);
  const y = scaleSqrt([0, Math.max(1, ...bins)], [foot, ABOVE]);
  bins.forEach((count, bin) => {
    context.fillStyle = colorOf(canvas, barColors[kindOfBin(bin, BINS, activeFrom, strongFrom)]);
    context.fillRect(x(bin / BINS), y(count), x(1 / BINS) - x(0) - 1, foot - y(count));
  });
  context.font = `11px ${colorOf(canvas, "--sans") || "sans-serif"}`;
  context.fillStyle = colorOf(canvas, "--soft");
  context.textBaseline = "bottom";
  context.textAlign = "left";
  context.fillText("0", x(0), height);
  context.textAlign = "center";
  context.fillText("weak", x((activeFrom + strongFrom) / 2), height);
  context.fillText("strong", x((strongFrom + 1) / 2), height);
  context.textAlign = "right";
  context.fillText("1", x(1), height);
}
