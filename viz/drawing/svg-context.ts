import { xmlText } from "../../formats/export/xml-text.ts";
import type { DrawingContext } from "./drawing-context.ts";

/** Where the foot of letters is below a point of each baseline, as a share of the font's size. Programs differ in `dominant-baseline`. */
const feet: Readonly<Record<string, number>> = { top: 0.92, hanging: 0.8, middle: 0.34, bottom: -0.22 };

const anchors: Readonly<Record<string, string>> = { center: "middle", right: "end", end: "end" };

/** One connected piece of a path, in pixels. */
type Piece =
  | { readonly kind: "circle"; readonly x: number; readonly y: number; readonly radius: number }
  | { readonly kind: "line"; readonly points: number[]; steps: string; isCurved: boolean };

/** An element whose style its group may hold. */
interface Element {
  readonly tag: string;
  readonly attributes: string;
}

/**
 * Turns what is drawn into SVG elements: lines, circles, paths, and text that stays text. It has no clipping, and its transforms only
 * move and scale alike in both directions.
 */
export class SvgContext implements DrawingContext {
  fillStyle: DrawingContext["fillStyle"] = "#000";
  strokeStyle: DrawingContext["strokeStyle"] = "#000";
  lineWidth = 1;
  lineCap: CanvasLineCap = "butt";
  lineJoin: CanvasLineJoin = "miter";
  globalAlpha = 1;
  font = "10px sans-serif";
  textAlign: CanvasTextAlign = "start";
  textBaseline: CanvasTextBaseline = "alphabetic";
  readonly #measure: (text: string, font: string) => number;
  #scale = 1;
  #x = 0;
  #y = 0;
  #dash: readonly number[] = [];
  #path: Piece[] = [];
  /** a text that has been stroked, and will be filled at the same place */
  #rim: { readonly key: string; readonly style: string } | undefined;
  #style = "";
  #group: Element[] = [];
  #parts: string[] = [];

  /** @param measure the width of a text in a font, in pixels */
  constructor(measure: (text: string, font: string) => number) {
    this.#measure = measure;
  }

  /** What has been drawn so far, as SVG elements. */
  elements(): string {
    this.#closeGroup();
    return this.#parts.join("");
  }

  setTransform(a: number, _b: number, _c: number, _d: number, e: number, f: number): void {
    this.#scale = a;
    this.#x = e;
    this.#y = f;
  }

  setLineDash(segments: number[]): void {
    this.#dash = [...segments];
  }

  measureText(text: string): { readonly width: number } {
    return { width: this.#measure(text, this.font) };
  }

  beginPath(): void {
    this.#path = [];
  }

  moveTo(x: number, y: number): void {
    const [px, py] = this.#place(x, y);
    this.#path.push({ kind: "line", points: [px, py], steps: `M${px} ${py}`, isCurved: false });
  }

  lineTo(x: number, y: number): void {
    const last = this.#path.at(-1);
    if (last?.kind !== "line") return this.moveTo(x, y);
    const [px, py] = this.#place(x, y);
    last.points.push(px, py);
    last.steps += `L${px} ${py}`;
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    const last = this.#path.at(-1);
    if (last?.kind !== "line") return this.moveTo(x, y);
    last.steps += `C${[this.#place(x1, y1), this.#place(x2, y2), this.#place(x, y)].map((place) => place.join(" ")).join(" ")}`;
    last.isCurved = true;
  }

  /** Always a whole circle. */
  arc(x: number, y: number, radius: number, _from: number, _to: number): void {
    const [px, py] = this.#place(x, y);
    this.#path.push({ kind: "circle", x: px, y: py, radius: round(radius * this.#scale) });
  }

  stroke(): void {
    const style = `fill="none" ${this.#strokeAttributes()}${this.#opacity()}`;
    for (const piece of this.#path) this.#add(elementOf(piece), style);
  }

  fill(): void {
    const style = `fill="${xmlText(String(this.fillStyle))}"${this.#opacity()}`;
    for (const piece of this.#path) this.#add(elementOf(piece), style);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const [px, py] = this.#place(x, y);
    const size = `width="${round(width * this.#scale)}" height="${round(height * this.#scale)}"`;
    this.#add(
      { tag: "rect", attributes: `x="${px}" y="${py}" ${size}/>` },
      `fill="${xmlText(String(this.fillStyle))}"${this.#opacity()}`,
    );
  }

  strokeText(text: string, x: number, y: number): void {
    this.#rim = { key: `${x} ${y} ${text}`, style: ` ${this.#strokeAttributes()} paint-order="stroke"` };
  }

  fillText(text: string, x: number, y: number): void {
    const [weight, size, family] = partsOfFont(this.font);
    const [px, py] = this.#place(x, y + (feet[this.textBaseline] ?? 0) * size);
    const rim = this.#rim?.key === `${x} ${y} ${text}` ? this.#rim.style : "";
    this.#rim = undefined;
    const anchor = anchors[this.textAlign];
    const style = [
      `font-family="${xmlText(family)}" font-size="${round(size * this.#scale)}"`,
      weight === "" ? "" : ` font-weight="${weight}"`,
      anchor === undefined ? "" : ` text-anchor="${anchor}"`,
      ` fill="${xmlText(String(this.fillStyle))}"${rim}${this.#opacity()}`,
    ].join("");
    this.#add({ tag: "text", attributes: `x="${px}" y="${py}">${xmlText(text)}</text>` }, style);
  }

  #place(x: number, y: number): [number, number] {
    return [round(this.#x + this.#scale * x), round(this.#y + this.#scale * y)];
  }

  #strokeAttributes(): string {
    const dash =
      this.#dash.length === 0 ? "" : ` stroke-dasharray="${this.#dash.map((one) => round(one * this.#scale)).join(" ")}"`;
    const cap = this.lineCap === "butt" ? "" : ` stroke-linecap="${this.lineCap}"`;
    const join = this.lineJoin === "miter" ? "" : ` stroke-linejoin="${this.lineJoin}"`;
    return `stroke="${xmlText(String(this.strokeStyle))}" stroke-width="${round(this.lineWidth * this.#scale)}"${dash}${cap}${join}`;
  }

  #opacity(): string {
    return this.globalAlpha === 1 ? "" : ` opacity="${round(this.globalAlpha)}"`;
  }

  #add(element: Element | undefined, style: string): void {
    if (element === undefined) return;
    if (style !== this.#style) this.#closeGroup();
    this.#style = style;
    this.#group.push(element);
  }

  /** Elements of one style share a group; a single one needs none. */
  #closeGroup(): void {
    const [first, ...others] = this.#group;
    if (first === undefined) return;
    if (others.length === 0) this.#parts.push(`<${first.tag} ${this.#style} ${first.attributes}\n`);
    else this.#parts.push(`<g ${this.#style}>\n`, ...this.#group.map(({ tag, attributes }) => `<${tag} ${attributes}\n`), "</g>\n");
    this.#group = [];
  }
}

function elementOf(piece: Piece): Element | undefined {
  if (piece.kind === "circle") return { tag: "circle", attributes: `cx="${piece.x}" cy="${piece.y}" r="${piece.radius}"/>` };
  const { points, steps, isCurved } = piece;
  if (!isCurved && points.length < 4) return undefined; // a point without a line
  if (isCurved || points.length > 4) return { tag: "path", attributes: `d="${steps}"/>` };
  const [x1, y1, x2, y2] = points;
  return { tag: "line", attributes: `x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/>` };
}

/** Weight, size in pixels and family of a font as a canvas takes it. */
function partsOfFont(font: string): [weight: string, size: number, family: string] {
  const [, weight = "", size = "10", family = "sans-serif"] = /^(?:(\w+) )?([\d.]+)px (.+)$/.exec(font) ?? [];
  return [weight, Number(size), family];
}

/** A hundredth of a pixel is finer than any print. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
