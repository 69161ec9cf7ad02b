import { html, type Markup } from "../markup.ts";
import { legend } from "./arm-style.ts";
import type { Figure, Panel } from "./figure.ts";
import type { Pen } from "./pen.ts";
import { rampMarkup } from "./ramp.ts";

/** A figure as HTML: title, legend, panels and caption. Panels stand side by side if the window is wide enough. The pen keeps the figure. */
export function figureMarkup(pen: Pen, figure: Figure): Markup {
  pen.drawn.push(figure);
  const { title, legend: entries = [], panels, caption } = figure;
  return html`<figure>
<h3>${title}</h3>
${legend(entries)}
<div class="panels">${panels.map(panelMarkup)}</div>
<figcaption>${caption}</figcaption>
</figure>
`;
}

function panelMarkup({ title, note, picture, ramp }: Panel): Markup {
  return html`<div class="panel"><h4>${title}</h4>${note === undefined ? undefined : html`<p class="note">${note}</p>`}${picture}${ramp && rampMarkup(ramp)}</div>`;
}
