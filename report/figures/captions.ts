import type { Factor } from "../../study/experiment.ts";
import { describeFactor } from "../../study/tables/factor-text.ts";
import { html, type Markup, type Piece, prose } from "../markup.ts";
import type { View } from "./view.ts";

/** `Outcomes`, or `Differences from "as it is"`. */
export function whatIsShown({ data, isDifference }: View): string {
  return isDifference ? `Differences from “${data.experiment.arms[0].name}”` : "Outcomes";
}

/** How marks are to be read. */
export function intervalsAre({ isDifference }: View, shape: string): string {
  return isDifference
    ? `${shape} 95% bootstrap intervals of the mean difference, paired by replicate. If an interval excludes 0, the arms differ by more than chance.`
    : `${shape} 95% bootstrap intervals of the mean over replicates.`;
}

/** What a factor is, in a sentence. */
export function factorIs(factor: Factor): Markup {
  const { label, help } = describeFactor(factor);
  return html`<code>${factor.name}</code>: ${label}. ${prose(help)}`;
}

/** Sentences with a blank between them. */
export function sentences(...pieces: readonly Piece[]): Piece {
  return pieces.filter((piece) => piece !== undefined && piece !== "").map((piece) => html`${piece} `);
}
