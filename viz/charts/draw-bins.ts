import { scaleLinear, scaleSqrt } from "d3";
import type { Surface } from "./prepare-canvas.ts";
import { type Cuts, kindOfBin } from "./strength-bins.ts";

/** Margins in CSS pixels: for the labels below, and above. */
const BELOW = 16;
const ABOVE = 4;

/** Colors of bars, by their names in style/tokens.css. */
export const barColors = { faded: "--rule", weak: "--group-5", strong: "--group-0" } as const;

/** Draws a histogram of ties by strength. */
export function drawBins({ context, width, height, styleOf }: Surface, bins: Uint32Array, cuts: Cuts): void {
  const foot = height - BELOW;
  const x = scaleLinear([0, 1], [2, width - 2]);
  const y = scaleSqrt([0, Math.max(1, ...bins)], [foot, ABOVE]);
  bins.forEach((count, bin) => {
    context.fillStyle = styleOf(barColors[kindOfBin(bin, bins.length, cuts)]);
    context.fillRect(x(bin / bins.length), y(count), x(1 / bins.length) - x(0) - 1, foot - y(count));
  });
  context.font = `11px ${styleOf("--sans") || "sans-serif"}`;
  context.fillStyle = styleOf("--soft");
  context.textBaseline = "bottom";
  context.textAlign = "left";
  context.fillText("0", x(0), height);
  context.textAlign = "center";
  context.fillText("weak", x((cuts.activeFrom + cuts.strongFrom) / 2), height);
  context.fillText("strong", x((cuts.strongFrom + 1) / 2), height);
  context.textAlign = "right";
  context.fillText("1", x(1), height);
}
