import { html, type Markup } from "../markup.ts";

/** A scale of colors with the texts at its two ends. */
export interface Ramp {
  readonly low: string;
  readonly high: string;
  /** from low to high, evenly spaced */
  readonly colors: readonly string[];
}

export function rampMarkup({ low, high, colors }: Ramp): Markup {
  return html`<p class="ramp"><span>${low}</span><svg viewBox="0 0 ${colors.length} 1" preserveAspectRatio="none" shape-rendering="crispEdges" aria-hidden="true">${stepsMarkup(colors)}</svg><span>${high}</span></p>`;
}

/** A rectangle of width 1 and height 1 for each color. They overlap a little, so that no gaps show. */
export function stepsMarkup(colors: readonly string[]): Markup[] {
  return colors.map((fill, step) => html`<rect x="${step}" width="1.05" height="1" fill="${fill}"/>`);
}
