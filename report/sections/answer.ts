import { attributionSentences } from "../../study/attribution/attribution-text.ts";
import { answerSentence, estimateTexts } from "../../study/contrasts/answer-text.ts";
import { CONFIDENCE } from "../../study/contrasts/contrast.ts";
import type { ContrastOrigin, JudgedContrast } from "../../study/contrasts/contrast-analyzer.ts";
import { comparisonText } from "../../study/contrasts/contrast-text.ts";
import { boundText } from "../../study/contrasts/verdict.ts";
import type { ReportData } from "../../study/report-data.ts";
import { countText, MISSING, numberText } from "../../study/tables/number-text.ts";
import { html, type Markup, type Piece } from "../markup.ts";
import { type Column, tableMarkup } from "./table.ts";

/** The most rows of a table of effects. contrasts.csv has all. */
const MOST_ROWS = 60;

/**
 * The answer to the question: what the expectations came to, or else what each cause brings to the first outcome; undefined if the
 * experiment has neither.
 */
export function answerMarkup({ contrasts, experiment, attributions }: ReportData): Markup | undefined {
  const { confidence = CONFIDENCE, arms } = experiment;
  const shares = attributions && attributionSentences(experiment, attributions, confidence).slice(0, arms.length).join(" ");
  const sentence = answerSentence(contrasts, confidence) ?? shares;
  return sentence === undefined ? undefined : html`<p class="answer">${sentence}</p>`;
}

/** The contrasts of the experiment file, with intervals and verdicts; undefined if it names none. */
export function contrastsMarkup(data: ReportData): Markup | undefined {
  const own = data.contrasts.filter(({ origin }) => origin === "file");
  if (own.length === 0) return undefined;
  const hasClaims = own.some(({ contrast }) => contrast.claim !== undefined);
  const columns: Column[] = [
    { name: "contrast" },
    ...(hasClaims ? [{ name: "claim" }] : []),
    ...estimateColumns(data),
    { name: "expected" },
    { name: "verdict" },
  ];
  const rows = own.map((judged) => {
    const { name, claim, expect } = judged.contrast;
    return [
      html`<code>${name}</code>`,
      ...(hasClaims ? [claim ?? ""] : []),
      ...estimateCells(judged),
      expect === undefined ? "" : boundText(expect),
      verdictPiece(judged),
    ];
  });
  return html`<section>
<h2>Contrasts</h2>
<p>Runs of one replicate share their random draws, so groups of runs are compared replicate by replicate. A group is the mean over its runs. An expectation holds if the whole interval meets it, and fails if no part of the interval does. Otherwise these replicates don’t decide. ${methodText(own)}</p>
${tableMarkup("Contrasts", columns, rows)}
${missingNote(own)}
</section>`;
}

/** Main effects and interactions of a full factorial; undefined for other designs. */
export function effectsMarkup(data: ReportData): Markup | undefined {
  const main = tableOf(data, "main effect", "Main effects");
  if (main === undefined) return undefined;
  return html`<section>
<h2>Main effects and interactions</h2>
<p>A main effect is the mean difference between two levels of a factor, over all levels of the other factors${
    data.experiment.arms.length > 1 ? " and all arms" : ""
  }. An interaction is the change in one effect that another factor makes. Both are paired by replicate, with intervals from Student’s t.</p>
${main}
${tableOf(data, "interaction", "Interactions")}
</section>`;
}

function tableOf(data: ReportData, origin: ContrastOrigin, title: string): Markup | undefined {
  const all = data.contrasts.filter((one) => one.origin === origin);
  if (all.length === 0) return undefined;
  const [, outcome, ...rest] = [{ name: "effect" }, { name: "outcome" }, ...estimateColumns(data).slice(2)];
  const rows = all.slice(0, MOST_ROWS).map((judged) => {
    const { name, outcome: of } = judged.contrast;
    return [name, html`<code>${of}</code>`, ...estimateCells(judged).slice(2)];
  });
  const more = all.length > rows.length;
  return html`<h3>${title}</h3>
${tableMarkup(title, [{ name: "effect" }, outcome ?? { name: "outcome" }, ...rest], rows)}
${more ? html`<p class="note">The first ${countText(rows.length, "row")} of ${numberText(all.length, 0)}; <code>contrasts.csv</code> has all.</p>` : undefined}
${missingNote(all)}`;
}

function estimateColumns({ experiment: { confidence = CONFIDENCE } }: ReportData): Column[] {
  return [
    { name: "outcome" },
    { name: "comparison" },
    { name: "estimate", isNumber: true },
    { name: `${Math.round(100 * confidence)}% interval`, isNumber: true },
    { name: "n", isNumber: true },
  ];
}

function estimateCells(judged: JudgedContrast): Piece[] {
  const { contrast, n } = judged;
  const { value, interval } = estimateTexts(judged, contrast.comparison.kind);
  return [html`<code>${contrast.outcome}</code>`, comparisonText(contrast.comparison), value, interval, numberText(n, 0)];
}

function verdictPiece({ verdict, n }: JudgedContrast): Piece {
  if (verdict === undefined) return "";
  return html`<strong class="${verdict}">${verdict === "undecided" ? `undecided at n = ${n}` : verdict}</strong>`;
}

/** How the intervals of the kinds that occur were computed. */
function methodText(own: readonly JudgedContrast[]): string {
  const kinds = new Set(own.map(({ contrast }) => contrast.comparison.kind));
  const methods = [
    ...(["difference", "difference of differences", "slope"].some((kind) => kinds.has(kind as never))
      ? ["Student’s t for differences and slopes"]
      : []),
    ...(kinds.has("ratio") ? ["the jackknife for ratios"] : []),
    ...(kinds.has("maximum") ? ["resampled replicates for the place of a maximum"] : []),
  ];
  return `Intervals are those of ${methods.join(", and ")}.`;
}

function missingNote(all: readonly JudgedContrast[]): Markup | undefined {
  const reasons = [
    ...(all.some(({ n }) => n === 0) ? ["no replicate has the outcome in every run of the comparison"] : []),
    ...(all.some(({ n }) => n === 1) ? ["an interval needs at least two replicates"] : []),
    ...(all.some(({ n, low, contrast }) => n > 1 && Number.isNaN(low) && contrast.comparison.kind === "ratio")
      ? ["the denominator of the ratio cannot be told from 0"]
      : []),
  ];
  return reasons.length === 0 ? undefined : html`<p class="note">${MISSING} means: ${reasons.join("; or ")}.</p>`;
}
