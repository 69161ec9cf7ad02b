import type { Factor } from "../../study/experiment.ts";
import { itemAt } from "../../study/item-at.ts";
import { describeFactor } from "../../study/tables/factor-text.ts";
import { html, type Markup, type Piece, prose } from "../markup.ts";
import type { View } from "./view.ts";

/** The start of a title: `Outcomes`, or `Differences from “as it is”`. */
export function nameView({ data, isDifference }: View): string {
  return isDifference ? `Differences from “${itemAt(data.experiment.arms, 0).name}”` : "Outcomes";
}

/**
 * Explains the intervals of a figure.
 *
 * @param shape the marks that show them, as the start of a sentence: `Bars are`
 */
export function explainIntervals({ isDifference }: View, shape: string): string {
  return isDifference
    ? `${shape} 95% bootstrap intervals of the mean difference, paired by replicate. If an interval excludes 0, the arms differ by more than chance.`
    : `${shape} 95% bootstrap intervals of the mean over replicates.`;
}

/** Names and describes a factor. */
export function captionFactor(factor: Factor): Markup {
  const { label, help } = describeFactor(factor);
  return html`<code>${factor.name}</code>: ${label}. ${prose(help)}`;
}

/** Joins sentences with a space after each; empty ones are left out. */
export function joinSentences(...pieces: readonly Piece[]): Piece {
  return pieces.filter((piece) => piece !== undefined && piece !== "").map((piece) => html`${piece} `);
}
