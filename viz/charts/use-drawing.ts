import { effect } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { whenNextDrawn } from "../state/when-next-drawn.ts";

/**
 * Draws a canvas whenever its size, the color scheme or a signal changes.
 *
 * @param readSignals reads the signals that the drawing depends on
 */
export function useDrawing(
  canvas: RefObject<HTMLCanvasElement | null>,
  readSignals: () => void,
  draw: (canvas: HTMLCanvasElement) => void,
): void {
  useEffect(() => {
    const element = canvas.current as HTMLCanvasElement;
    const redraw = whenNextDrawn(() => draw(element));
    const resizes = new ResizeObserver(redraw);
    resizes.observe(element);
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    scheme.addEventListener("change", redraw);
    const stop = effect(() => {
      readSignals();
      redraw();
    });
    return () => {
      stop();
      resizes.disconnect();
      scheme.removeEventListener("change", redraw);
    };
  }, []);
}
