import { VERSION } from "../../sim/version.ts";
import { type Block, placeCaption } from "./caption.ts";
import { captionFont, drawCaption } from "./draw-caption.ts";
import type { DrawingContext } from "./drawing-context.ts";
import { addPngTexts } from "./png-text.ts";
import { SvgContext } from "./svg-context.ts";
import { svgFile } from "./svg-file.ts";

/** A drawing with a caption below it, to be saved as SVG or PNG. */
export interface Sheet {
  /** of the drawing without its caption, in pixels */
  readonly width: number;
  readonly height: number;
  /** from the back to the front */
  readonly layers: readonly SheetLayer[];
  readonly caption: readonly Block[];
  readonly colors: { readonly paper: string; readonly rule: string; readonly font: string };
  readonly title: string;
  readonly description: string;
}

/** A part of a drawing. */
export interface SheetLayer {
  readonly name: string;
  /** @param ratio pixels of the file per pixel of the drawing */
  draw(context: DrawingContext, ratio: number): void;
}

/** Pixels of a PNG from left to right, at least: 20 cm in print at 300 dots an inch, however small the window is. */
const PRINTED_WIDTH = 2400;

/** @throws Error if the browser can't draw */
export function sheetAsSvg(sheet: Sheet): Blob {
  const measure = createMeasure();
  const caption = placeOn(sheet, measure);
  const layers = layersWith(sheet, caption).map(({ name, draw }) => {
    const context = new SvgContext(measure);
    draw(context, 1);
    return { name, elements: context.elements() };
  });
  const { width, height, title, description } = sheet;
  const text = svgFile({ width, height: height + caption.height, title, description, layers });
  return new Blob([text], { type: "image/svg+xml" });
}

/** @throws Error if the browser can't draw, or can't write a picture so large */
export async function sheetAsPng(sheet: Sheet): Promise<Blob> {
  const { width, height, title, description } = sheet;
  const caption = placeOn(sheet, createMeasure());
  const ratio = Math.max(2, PRINTED_WIDTH / width);
  const context = createContext(Math.ceil(width * ratio), Math.round((height + caption.height) * ratio));
  for (const { draw } of layersWith(sheet, caption)) draw(context, ratio);
  const { canvas } = context;
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new Error("the browser could not write the PNG");
  const texts = { Title: title, Description: description, Software: `Weak Ties ${VERSION}` };
  return new Blob([addPngTexts(new Uint8Array(await blob.arrayBuffer()), texts)], { type: "image/png" });
}

/** All layers of a sheet: paper, those of the drawing, and the caption. */
function layersWith({ width, height, layers, colors }: Sheet, caption: ReturnType<typeof placeCaption>): SheetLayer[] {
  return [
    {
      name: "paper",
      draw(context, ratio) {
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        context.fillStyle = colors.paper;
        context.fillRect(0, 0, width, height);
      },
    },
    ...layers,
    {
      name: "caption",
      draw(context, ratio) {
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        drawCaption(context, caption, { top: height, width }, colors);
      },
    },
  ];
}

function placeOn({ caption, width, colors }: Sheet, measure: (text: string, font: string) => number) {
  return placeCaption(caption, width, (text, isBold) => measure(text, captionFont(colors.font, isBold)));
}

/** Measures texts as the browser draws them. */
function createMeasure(): (text: string, font: string) => number {
  const context = createContext(1, 1);
  return (text, font) => {
    context.font = font;
    return context.measureText(text).width;
  };
}

function createContext(width: number, height: number): CanvasRenderingContext2D {
  const context = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
  if (context === null) throw new Error("the browser cannot draw on a canvas");
  return context;
}
