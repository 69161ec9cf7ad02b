import type { ReportData } from "../study/report-data.ts";
import { kindOfFigure } from "./figures/kind-of-figure.ts";
import { outcomeFigures } from "./figures/outcome-figures.ts";
import { createPen, type Pen } from "./figures/pen.ts";
import { viewOutcomes } from "./figures/view.ts";
import { asMarkup, html, type Markup } from "./markup.ts";
import { answerMarkup, contrastsMarkup, effectsMarkup } from "./sections/answer.ts";
import { attributionMarkup } from "./sections/attribution.ts";
import { columnsMarkup, experimentMarkup } from "./sections/columns.ts";
import { designText } from "./sections/design-text.ts";
import { differencesMarkup } from "./sections/differences.ts";
import { failuresMarkup } from "./sections/failures.ts";
import { indicesMarkup } from "./sections/index-numbers.ts";
import { numbersMarkup } from "./sections/numbers.ts";
import { overTimeMarkup } from "./sections/over-time.ts";
import { repeatMarkup } from "./sections/repeat.ts";
import { factsMarkup, statusMarkup } from "./sections/status.ts";
import { reportStyle } from "./style.ts";

/** With fewer replicates, an interval covers the true mean less often than 95% of the time. */
const FEW = 6;

/**
 * The report of an experiment as one HTML file, for a screen or a printer. It contains no scripts, links to other files or dates, so
 * the same data give the same bytes. Names from files are shown as text.
 */
export async function reportHtml(data: ReportData): Promise<string> {
  return drawReport(await createPen(), data);
}

/** The report with a pen that keeps its figures. */
export function drawReport(pen: Pen, data: ReportData): string {
  const { question } = data.experiment;
  const contrasts = contrastsMarkup(data);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${question}</title>
<style>${asMarkup(reportStyle)}</style>
</head>
<body>
<main>
<p class="kicker">Report of an experiment with Weak Ties ${data.version}</p>
<h1>${question}</h1>
${answerMarkup(data)}
${statusMarkup(data)}
${contrasts}
${contrasts && html`<section><h2>What was run</h2></section>`}
${designText(data)}
${fewNote(data)}
${factsMarkup(data)}
${indicesMarkup(pen, data)}
${attributionMarkup(pen, data)}
${outcomesMarkup(pen, data)}
${differencesMarkup(pen, data)}
${overTimeMarkup(pen, data)}
${effectsMarkup(data)}
${numbersMarkup(data)}
${failuresMarkup(data)}
${repeatMarkup(data)}
${columnsMarkup(data.experiment)}
${experimentMarkup(data.experiment)}
</main>
</body>
</html>
`;
  return page.markup;
}

function outcomesMarkup(pen: Pen, data: ReportData): Markup | undefined {
  if (kindOfFigure(data) === "none") return undefined;
  return html`<section>
<h2>Results</h2>
${outcomeFigures(pen, viewOutcomes(data))}
</section>`;
}

function fewNote({ progress }: ReportData): Markup | undefined {
  const { replicatesUsed } = progress;
  if (replicatesUsed >= FEW || replicatesUsed < 2) return undefined;
  return html`<p class="note">An interval cannot extend beyond the values. With ${replicatesUsed} replicates, it therefore contains the true mean less than 95% of the time. Use six or more.</p>`;
}
