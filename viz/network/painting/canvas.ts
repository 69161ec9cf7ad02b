import type { Painting } from "./painting.ts";

/** @param alpha whether what is beneath shines through where nothing is drawn */
export function createContext(canvas: HTMLCanvasElement, alpha = false): CanvasRenderingContext2D {
  const context = canvas.getContext("2d", { alpha });
  if (context === null) throw new Error("the browser cannot draw on a canvas");
  return context;
}

/** Gives a canvas its size in device pixels. Returns whether the size changed, which clears the canvas. */
export function fitCanvas(
  canvas: HTMLCanvasElement,
  { width, height, ratio }: Pick<Painting, "width" | "height" | "ratio">,
): boolean {
  const wide = Math.round(width * ratio);
  const high = Math.round(height * ratio);
  if (canvas.width === wide && canvas.height === high) return false;
  canvas.width = wide;
  canvas.height = high;
  return true;
}
