import type { DrawingContext } from "../drawing/drawing-context.ts";

/** What a chart is drawn on, in CSS pixels: a canvas of the page, or a picture that is saved. */
export interface Surface {
  readonly context: DrawingContext;
  readonly width: number;
  readonly height: number;
  /** a color or a font of style/tokens.css, by its name */
  readonly styleOf: (name: string) => string;
}

/** Clears a canvas and makes it as sharp as the screen. Drawing is in CSS pixels. Undefined while the canvas has no size. */
export function prepareCanvas(canvas: HTMLCanvasElement): Surface | undefined {
  const { clientWidth: width, clientHeight: height } = canvas;
  const context = canvas.getContext("2d");
  if (width === 0 || height === 0 || context === null) return undefined;
  const ratio = devicePixelRatio;
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide || canvas.height !== high) Object.assign(canvas, { width: wide, height: high });
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return { context, width, height, styleOf: (name) => colorOf(canvas, name) };
}

/** A color of style/tokens.css in the current color scheme. */
export function colorOf(element: Element, name: string): string {
  return getComputedStyle(element).getPropertyValue(name).trim();
}
