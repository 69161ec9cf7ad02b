import type { SymbolType } from "@observablehq/plot";
import { itemAt } from "../../study/item-at.ts";
import { html, type Markup } from "../markup.ts";

/** What distinguishes an arm: color, dash and shape, so that a reader who cannot see one of them can use another. */
export interface MarkStyle {
  readonly color: string;
  readonly dash: string;
  readonly symbol: SymbolType;
  /** draws only the outline of the symbol */
  readonly hollow?: boolean;
}

const COLORS = 8;

const dashes = ["none", "7 3", "2 3", "9 3 2 3", "4 2"];

const symbols: readonly SymbolType[] = ["circle", "square", "triangle", "diamond", "star", "cross", "wye"];

/** @param arm index of the arm */
export function armStyle(arm: number): MarkStyle {
  return {
    color: `var(--arm-${arm % COLORS})`,
    dash: itemAt(dashes, arm % dashes.length),
    symbol: itemAt(symbols, arm % symbols.length),
  };
}

const shapes: Readonly<Record<string, string>> = {
  circle: "M-4 0A4 4 0 1 1 4 0A4 4 0 1 1 -4 0Z",
  square: "M-3.5 -3.5H3.5V3.5H-3.5Z",
  triangle: "M0 -4.5L4.3 3.2H-4.3Z",
  diamond: "M0 -5L3.6 0L0 5L-3.6 0Z",
  star: "M0 -5L1.4 -1.5L5 -1.5L2.2 0.8L3.1 4.5L0 2.4L-3.1 4.5L-2.2 0.8L-5 -1.5L-1.4 -1.5Z",
  cross: "M-1.5 -4.5H1.5V-1.5H4.5V1.5H1.5V4.5H-1.5V1.5H-4.5V-1.5H-1.5Z",
  wye: "M-1.4 0V4.5H1.4V0L4.6 -2L3.2 -4.2L0 -2L-3.2 -4.2L-4.6 -2Z",
};

/** What a style stands for. */
export interface LegendEntry {
  readonly name: string;
  readonly style: MarkStyle;
}

/** The legend above the panels of a figure; undefined for fewer than two entries. */
export function legend(entries: readonly LegendEntry[]): Markup | undefined {
  if (entries.length < 2) return undefined;
  return html`<ul class="legend">${entries.map(({ name, style }) => html`<li>${drawSample(style)}${name}</li>`)}</ul>`;
}

export function drawSample({ color, dash, symbol, hollow }: MarkStyle): Markup {
  const fill = hollow ? "var(--paper)" : color;
  return html`<svg width="34" height="12" viewBox="-17 -6 34 12" aria-hidden="true"><path d="M-16 0H16" stroke="${color}" stroke-width="2" stroke-dasharray="${dash}" fill="none"/><path d="${shapes[String(symbol)]}" fill="${fill}" stroke="${color}" stroke-width="1.5"/></svg>`;
}
