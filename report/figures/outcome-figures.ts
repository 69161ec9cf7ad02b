import type { Markup } from "../markup.ts";
import { effectFigures } from "./effect-figures.ts";
import type { Figure } from "./figure.ts";
import { figureMarkup } from "./figure-markup.ts";
import { heatMapFigures } from "./heat-map-figures.ts";
import { kindOfFigure } from "./kind-of-figure.ts";
import { levelLinesFigures } from "./level-lines-figures.ts";
import { lineFigure, rowsFigure } from "./one-factor-figures.ts";
import type { Pen } from "./pen.ts";
import type { View } from "./view.ts";

/** The figures of outcomes or differences. Their kind depends on the design. */
export function outcomeFigures(pen: Pen, view: View): Markup[] {
  return figuresOf(pen, view).map((figure) => figureMarkup(pen, figure));
}

function figuresOf(pen: Pen, view: View): Figure[] {
  switch (kindOfFigure(view.data)) {
    case "rows":
      return [rowsFigure(pen, view)];
    case "line":
      return [lineFigure(pen, view)];
    case "lines by level":
      return [...levelLinesFigures(pen, view), ...effectFigures(pen, view)];
    case "heat map":
      // A cell often has no room for its interval. The means of each factor's levels have theirs.
      return [...heatMapFigures(pen, view), ...effectFigures(pen, view)];
    case "each factor":
      return effectFigures(pen, view);
    case "none":
      return [];
  }
}
