import type { Markup, Piece } from "../markup.ts";
import type { LegendEntry } from "./arm-style.ts";
import type { Drawn } from "./drawn.ts";
import type { Ramp } from "./ramp.ts";

/** A plot with its title. */
export interface Panel {
  readonly title: string;
  /** what is measured, when and in which unit */
  readonly note?: string;
  /** one SVG element */
  readonly picture: Markup;
  /** what it draws */
  readonly data: readonly Drawn[];
  /** the scale of its colors, below the plot */
  readonly ramp?: Ramp;
}

export interface Figure {
  readonly title: Piece;
  /** shown if there are two or more */
  readonly legend?: readonly LegendEntry[] | undefined;
  readonly panels: readonly Panel[];
  /** says what the figure shows, in a sentence or two */
  readonly caption: Piece;
}
