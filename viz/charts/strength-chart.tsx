import { effect, type ReadonlySignal } from "@preact/signals";
import { scaleLinear, scaleSqrt } from "d3";
import { useEffect, useRef } from "preact/hooks";
import { whenNextDrawn } from "../state/when-next-drawn.ts";
import type { World } from "../state/world.ts";
import { colorOf, prepareCanvas } from "./prepare-canvas.ts";

const BINS = 25;
const BELOW = 16;

/** How strong ties are now: how many known ties lie at which strength. */
export function StrengthChart({ world, beat }: { world: World; beat: ReadonlySignal<number> }) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const element = canvas.current as HTMLCanvasElement;
    const bins = new Uint32Array(BINS);
    const redraw = whenNextDrawn(() => {
      countStrengths(world, bins);
      drawBins(element, bins, Number(world.values.value.active_from), Number(world.values.value.strong_from));
    });
    const watcher = new ResizeObserver(redraw);
    watcher.observe(element);
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    scheme.addEventListener("change", redraw);
    const stop = effect(() => {
      void beat.value;
      redraw();
    });
    return () => {
      stop();
      watcher.disconnect();
      scheme.removeEventListener("change", redraw);
    };
  }, []);

  return (
    <figure class="chart">
      <figcaption>
        <h3>How strong ties are now</h3>
      </figcaption>
      <canvas ref={canvas} role="img" aria-label="Number of ties by strength, from faded to strong; most ties are weak." />
      <p class="small soft">
        Known ties by strength: faded, weak, strong. Heights grow with the square root, so that the few strong ones show.
      </p>
    </figure>
  );
}

function countStrengths(world: World, bins: Uint32Array): void {
  bins.fill(0);
  const snapshot = world.snapshot();
  if (snapshot === undefined) return;
  for (let tie = 0; tie < snapshot.ties; tie++) bins[Math.min(BINS - 1, Math.floor(snapshot.strength[tie] * BINS))]++;
}

function drawBins(canvas: HTMLCanvasElement, bins: Uint32Array, activeFrom: number, strongFrom: number): void {
  const prepared = prepareCanvas(canvas);
  if (prepared === undefined) return;
  const { context, width, height } = prepared;
  const x = scaleLinear([0, 1], [2, width - 2]);
  const y = scaleSqrt([0, Math.max(1, ...bins)], [height - BELOW, 4]);
  const colors = [colorOf(canvas, "--rule"), colorOf(canvas, "--group-5"), colorOf(canvas, "--group-0")];
  for (let bin = 0; bin < BINS; bin++) {
    const middle = (bin + 0.5) / BINS;
    context.fillStyle = colors[+(middle >= activeFrom) + +(middle >= strongFrom)];
    context.fillRect(x(bin / BINS), y(bins[bin]), x(1 / BINS) - x(0) - 1, height - BELOW - y(bins[bin]));
  }
  context.font = `11px ${colorOf(canvas, "--sans") || "sans-serif"}`;
  context.fillStyle = colorOf(canvas, "--soft");
  context.textBaseline = "bottom";
  context.textAlign = "left";
  context.fillText("0", x(0), height);
  context.fillText("weak", x((activeFrom + strongFrom) / 2) - 14, height);
  context.fillText("strong", x((strongFrom + 1) / 2) - 16, height);
  context.textAlign = "right";
  context.fillText("1", x(1), height);
}
