import { html, type Markup, type Piece } from "../markup.ts";
import { lightColors } from "../style.ts";
import { drawSample, type LegendEntry } from "./arm-style.ts";
import { dataOfPanels } from "./drawn.ts";
import type { Figure, Panel } from "./figure.ts";
import { PANEL } from "./pen.ts";
import { type Ramp, stepsMarkup } from "./ramp.ts";

/** A figure of a report as files beside it. */
export interface FigureFile {
  /** `figure-1` */
  readonly name: string;
  readonly svg: string;
  readonly csv: string;
}

const MARGIN = 16;
const GAP = 24;
const LINE = 20;
const RAMP = 22;
/** Panels side by side. */
const MOST_ACROSS = 3;
/** Width of a character of the legend in pixels, roughly. */
const CHARACTER = 7;

/** A figure as an SVG that stands alone, on white paper, and its data. */
export function figureFile(figure: Figure, number: number): FigureFile {
  const { panels, legend = [] } = figure;
  const across = Math.min(MOST_ACROSS, panels.length);
  const width = 2 * MARGIN + across * PANEL + (across - 1) * GAP;
  const entries = legend.length < 2 ? [] : placeEntries(legend, width);
  let top = MARGIN + 2 * LINE + (entries.at(-1)?.line ?? -1) * LINE + LINE;
  const parts: Markup[] = [];
  for (let first = 0; first < panels.length; first += across) {
    const row = panels.slice(first, first + across);
    for (const [at, panel] of row.entries()) parts.push(panelAt(panel, MARGIN + at * (PANEL + GAP), top));
    top += Math.max(...row.map(heightOf)) + GAP;
  }
  const height = Math.ceil(top - GAP + MARGIN);
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" color="${lightColors.ink}" fill="currentColor" font-family="Helvetica, Arial, sans-serif" font-size="12">
<style>text { white-space: pre; paint-order: stroke; } .plot { overflow: visible; font: 12px Helvetica, Arial, sans-serif; }</style>
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="${MARGIN}" y="${MARGIN + 14}" font-size="15" font-weight="bold">${plainText(figure.title)}</text>
${entries.map(({ entry, x, line }) => html`<g transform="translate(${x} ${MARGIN + LINE * (line + 1) + 8})">${drawSample(entry.style)}<text x="40" y="10">${entry.name}</text></g>\n`)}
${parts}
</svg>
`;
  return { name: `figure-${number}`, svg: withColors(svg.markup), csv: dataOfPanels(panels) };
}

/** The entries of a legend from left to right, in as many lines as they need. */
function placeEntries(entries: readonly LegendEntry[], width: number) {
  let x = MARGIN;
  let line = 0;
  return entries.map((entry) => {
    const own = 40 + entry.name.length * CHARACTER + GAP;
    if (x > MARGIN && x + own > width) {
      x = MARGIN;
      line++;
    }
    const placed = { entry, x, line };
    x += own;
    return placed;
  });
}

function panelAt({ title, picture, ramp }: Panel, x: number, y: number): Markup {
  const [, height] = sizeOf(picture);
  return html`<g transform="translate(${x} ${y})">
<text y="14" font-weight="bold">${title}</text>
<g transform="translate(0 ${LINE})">${picture}</g>
${ramp && rampAt(ramp, LINE + height)}
</g>
`;
}

function rampAt({ low, high, colors }: Ramp, y: number): Markup {
  const width = PANEL - 160;
  return html`<text x="76" y="${y + 12}" text-anchor="end">${low}</text><g transform="translate(82 ${y + 4}) scale(${width / colors.length} 9)">${stepsMarkup(colors)}</g><text x="${88 + width}" y="${y + 12}">${high}</text>`;
}

function heightOf({ picture, ramp }: Panel): number {
  return LINE + sizeOf(picture)[1] + (ramp === undefined ? 0 : RAMP);
}

/** Width and height of a plot, from its own attributes. */
function sizeOf({ markup }: Markup): [width: number, height: number] {
  const [tag = ""] = /^<svg[^>]*>/.exec(markup) ?? [];
  const [width, height] = ["width", "height"].map((name) => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(tag)?.[1]));
  if (!(Number(width) > 0 && Number(height) > 0)) throw new RangeError("a plot has a width and a height");
  return [Number(width), Number(height)];
}

/** Text without its elements, which HTML has and SVG hasn't. */
function plainText(piece: Piece): Markup {
  return { markup: html`${piece}`.markup.replace(/<[^>]*>/g, "") };
}

/** Drawing programs don't know the colors that a style sheet names. */
function withColors(markup: string): string {
  return markup.replace(/var\(--([\w-]+)\)/g, (name, key) => lightColors[key] ?? name);
}
