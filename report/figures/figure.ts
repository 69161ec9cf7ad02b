import { html, type Markup, type Piece } from "../markup.ts";

/** A plot with its title. */
export interface Panel {
  readonly title: string;
  /** what is measured, when and in which unit */
  readonly note?: string;
  readonly picture: Markup;
  /** an explanation below the plot */
  readonly key?: Markup;
}

export interface Figure {
  readonly title: Piece;
  readonly legend?: Markup | undefined;
  readonly panels: readonly Panel[];
  /** says what the figure shows, in a sentence or two */
  readonly caption: Piece;
}

/** A figure as HTML: title, legend, panels and caption. Panels stand side by side if the window is wide enough. */
export function figureMarkup({ title, legend, panels, caption }: Figure): Markup {
  return html`<figure>
<h3>${title}</h3>
${legend}
<div class="panels">${panels.map(panelMarkup)}</div>
<figcaption>${caption}</figcaption>
</figure>
`;
}

function panelMarkup({ title, note, picture, key }: Panel): Markup {
  return html`<div class="panel"><h4>${title}</h4>${note === undefined ? undefined : html`<p class="note">${note}</p>`}${picture}${key}</div>`;
}
