import type { Markish, PlotOptions } from "@observablehq/plot";
import { asMarkup, html, type Markup } from "../markup.ts";
import type { Figure } from "./figure.ts";

type PlotParts = typeof import("./plot-parts.ts").plotParts;

/** Draws plots as SVG with Observable Plot. */
export interface Pen {
  readonly plot: PlotParts;
  /** the figures of the report, in their order */
  readonly drawn: Figure[];
  /**
   * @param label what the plot shows, for screen readers
   * @param options width, height, margins and scales
   */
  draw(label: string, options: PlotOptions, marks: readonly Markish[]): Markup;
  /** a color scale for use outside a plot */
  colorScale(scheme: "cividis" | "puor", domain: readonly [number, number]): (value: number) => string;
}

/** Width of a panel in CSS pixels: fits a phone, and three fit a wide window. Plots are not scaled, so text keeps its size. */
export const PANEL = 340;

/** Loads the libraries only when called, because that takes half a second. */
export async function createPen(): Promise<Pen> {
  const [{ plotParts: plot }, { parseHTML }] = await Promise.all([import("./plot-parts.ts"), import("linkedom")]);
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  return {
    plot,
    drawn: [],
    draw(label, options, marks) {
      const svg = plot.plot({ width: PANEL, ...options, marks: [...marks], document });
      // The style of the page has the rules for all plots. Only the whole plot has a label.
      svg.querySelector("style")?.remove();
      for (const part of svg.querySelectorAll("[aria-label], [aria-hidden]")) {
        part.removeAttribute("aria-label");
        part.removeAttribute("aria-hidden");
      }
      svg.setAttribute("class", "plot");
      svg.setAttribute("role", "img");
      // The document leaves < in attributes, which XML forbids.
      svg.setAttribute("aria-label", "");
      return asMarkup(svg.outerHTML.replace(' aria-label=""', () => html` aria-label="${label}"`.markup));
    },
    colorScale(scheme, domain) {
      const scale = plot.scale({ color: { type: "linear", scheme, domain: [...domain] } });
      return (value) => String(scale.apply(value));
    },
  };
}
