import type { Markish, PlotOptions } from "@observablehq/plot";
import { asMarkup, type Markup } from "../markup.ts";

type PlotLibrary = typeof import("@observablehq/plot");

/** What draws: the library with its marks, and a plot as SVG. */
export interface Pen {
  readonly plot: PlotLibrary;
  /**
   * @param label says what is to be seen, for who does not see it
   * @param options width, height, margins and scales
   */
  draw(label: string, options: PlotOptions, marks: readonly Markish[]): Markup;
  /** a color scale, to be used outside of a plot */
  colorScale(scheme: "cividis" | "puor", domain: readonly [number, number]): (value: number) => string;
}

/** Width of a panel in CSS pixels: the column of a phone, and a third of a wide window. Not scaled down, text keeps its size. */
export const PANEL = 340;

/** Loaded only by who draws: together the libraries take half a second. */
export async function createPen(): Promise<Pen> {
  const [plot, { parseHTML }] = await Promise.all([import("@observablehq/plot"), import("linkedom")]);
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  return {
    plot,
    draw(label, options, marks) {
      const svg = plot.plot({ width: PANEL, ...options, marks: [...marks], document });
      // The same rules for every plot stand in the style of the page; parts of a picture have no names of their own.
      svg.querySelector("style")?.remove();
      for (const part of svg.querySelectorAll("[aria-label], [aria-hidden]")) {
        part.removeAttribute("aria-label");
        part.removeAttribute("aria-hidden");
      }
      svg.setAttribute("class", "plot");
      svg.setAttribute("role", "img");
      svg.setAttribute("aria-label", label);
      return asMarkup(svg.outerHTML);
    },
    colorScale(scheme, domain) {
      const scale = plot.scale({ color: { type: "linear", scheme, domain: [...domain] } });
      return (value) => String(scale.apply(value));
    },
  };
}
