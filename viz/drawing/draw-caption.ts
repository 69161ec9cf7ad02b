import type { PlacedCaption } from "./caption.ts";
import type { DrawingContext } from "./drawing-context.ts";

/** Size of the letters of a caption, in pixels. */
const FONT_SIZE = 12;

/** Height of steps of color, and radius of a dot. */
const STEPS_HEIGHT = 10;
const DOT = 5;

/** The font of a caption. */
export function captionFont(family: string, isBold: boolean): string {
  return `${isBold ? "600 " : ""}${FONT_SIZE}px ${family}`;
}

/**
 * Draws a caption below a picture, on paper, so that nothing of the picture reaches into it.
 *
 * @param at the top and the width of the strip, in pixels
 */
export function drawCaption(
  context: DrawingContext,
  { atoms, height }: PlacedCaption,
  { top, width }: { readonly top: number; readonly width: number },
  { paper, rule, font }: { readonly paper: string; readonly rule: string; readonly font: string },
): void {
  context.fillStyle = paper;
  context.fillRect(0, top, width, height);
  context.fillStyle = rule;
  context.fillRect(0, top, width, 1);
  context.textAlign = "left";
  context.textBaseline = "middle";
  for (const { atom, x, y: row, width: wide } of atoms) {
    const y = top + row;
    if ("text" in atom) {
      context.font = captionFont(font, atom.isBold === true);
      context.fillStyle = atom.color;
      context.fillText(atom.text, x, y);
    } else if ("dot" in atom) {
      context.fillStyle = atom.dot;
      context.beginPath();
      context.arc(x + DOT, y, DOT, 0, 2 * Math.PI);
      context.fill();
    } else if ("steps" in atom) {
      const step = wide / atom.steps.length;
      for (const [k, color] of atom.steps.entries()) {
        context.fillStyle = color;
        context.fillRect(x + k * step, y - STEPS_HEIGHT / 2, step, STEPS_HEIGHT);
      }
    } else {
      context.strokeStyle = atom.line;
      context.lineWidth = atom.width;
      context.setLineDash([...(atom.dashes ?? [])]);
      context.beginPath();
      context.moveTo(x, y);
      context.lineTo(x + wide, y);
      context.stroke();
      context.setLineDash([]);
    }
  }
}
