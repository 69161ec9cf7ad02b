import { cellAt, itemAt } from "../../study/item-at.ts";
import type { ReportData } from "../../study/report-data.ts";
import type { PairedDifference } from "../../study/statistics/paired-difference.ts";
import { levelText } from "../../study/tables/factor-text.ts";
import {
  countText,
  decimalsFor,
  intervalText,
  MISSING,
  medianOf,
  numberText,
  percentText,
} from "../../study/tables/number-text.ts";
import { outcomePanel } from "../figures/view.ts";
import { html, type Markup, type Piece } from "../markup.ts";
import { type Column, tableMarkup } from "./table.ts";

/** The most rows of a table. `summary.csv` has all. */
const MOST_ROWS = 200;
/** With more design points of a single run each, a table shows how their values are spread. */
const MOST_SINGLE = 20;

/** One table per outcome, one row per design point and arm. */
export function numbersMarkup(data: ReportData): Markup {
  const { outcomes } = data.experiment;
  return html`<section>
<h2>Numbers</h2>
<p>${introduction(data)}</p>
${outcomes.map((_, outcome) => outcomeTable(data, outcome))}
</section>`;
}

function introduction(data: ReportData): Piece {
  const { arms, outcomes } = data.experiment;
  const all = html` <code>summary.csv</code> has these numbers with all digits.`;
  if (outcomes.every((_, outcome) => isSpread(data, outcome))) return "The outcomes of all design points, each with a single run.";
  const differences =
    arms.length > 1
      ? " Then the mean difference from the first arm, and the width of its interval as a share of the width without pairing."
      : "";
  return html`Mean over replicates with its 95% bootstrap interval, standard deviation (SD) and number of replicates (n).${differences}${all}`;
}

function outcomeTable(data: ReportData, outcome: number): Markup {
  const { experiment, points, descriptions, differences } = data;
  const { factors, arms } = experiment;
  if (isSpread(data, outcome)) return spreadTable(data, outcome);
  const isCompared = arms.length > 1;
  const described = itemAt(descriptions, outcome).flat();
  const compared = itemAt(differences, outcome)
    .flat()
    .filter((found) => found !== undefined);
  const decimals = decimalsFor(described);
  const ofDifferences = decimalsFor(compared);
  const rows: Piece[][] = [];
  for (const [at, point] of points.entries())
    for (const [arm, { name }] of arms.entries()) {
      if (rows.length === MOST_ROWS) break;
      const { n, mean, sd, low, high } = cellAt(descriptions, outcome, at, arm);
      const own = [numberText(mean, decimals), intervalText({ low, high }, decimals), numberText(sd, decimals), String(n)];
      const difference = isCompared ? differenceCells(cellAt(differences, outcome, at, arm), ofDifferences) : [];
      rows.push([...factors.map((factor) => levelText(point[factor.name])), name, ...own, ...difference]);
    }
  const { title, note } = outcomePanel(experiment, outcome);
  const all = points.length * arms.length;
  return html`<h3>${title}</h3>
<p class="note">${note}</p>
${tableMarkup(`Numbers of ${title}`, columnsOf(data), rows, factors.length + 1)}
${all > rows.length ? html`<p class="note">The first ${countText(rows.length, "row")} of ${numberText(all, 0)}; <code>summary.csv</code> has all.</p>` : undefined}
${missingNote(data, outcome)}`;
}

/** Whether rows say little: many points with a single run each, as in a Latin hypercube. */
function isSpread({ points, descriptions, experiment }: ReportData, outcome: number): boolean {
  return (
    points.length > MOST_SINGLE &&
    experiment.replicates === 1 &&
    itemAt(descriptions, outcome)
      .flat()
      .every(({ n }) => n <= 1)
  );
}

/** How the outcome is spread over design points, one row for each arm. */
function spreadTable({ experiment, points, descriptions }: ReportData, outcome: number): Markup {
  const byArm = experiment.arms.map((_, arm) =>
    points.flatMap((_point, at) => {
      const { mean } = cellAt(descriptions, outcome, at, arm);
      return Number.isNaN(mean) ? [] : [mean];
    }),
  );
  const decimals = decimalsFor(byArm.flat().map((mean) => ({ mean, low: Number.NaN, high: Number.NaN })));
  const rows = experiment.arms.map(({ name }, arm): Piece[] => {
    const values = itemAt(byArm, arm);
    const texts = [Math.min(...values), medianOf(values), Math.max(...values)].map((value) => numberText(value, decimals));
    return [name, ...(values.length === 0 ? [MISSING, MISSING, MISSING] : texts), numberText(values.length, 0)];
  });
  const { title, note } = outcomePanel(experiment, outcome);
  const columns = ["lowest", "median", "highest", "points"].map((name): Column => ({ name, isNumber: true }));
  return html`<h3>${title}</h3>
<p class="note">${note}</p>
${tableMarkup(`Numbers of ${title}`, [{ name: "arm" }, ...columns], rows)}
<p class="note">Each design point has a single run, so there are no intervals. <code>summary.csv</code> has all points.</p>`;
}

function columnsOf({ experiment }: ReportData): Column[] {
  const { factors, arms } = experiment;
  const own: Column[] = [
    ...factors.map(({ name }): Column => ({ name: html`<code>${name}</code>` })),
    { name: "arm" },
    ...["mean", "interval", "SD", "n"].map((name): Column => ({ name, isNumber: true })),
  ];
  if (arms.length === 1) return own;
  return [
    ...own,
    ...[`from “${itemAt(arms, 0).name}”`, "interval", "paired width"].map((name): Column => ({ name, isNumber: true })),
  ];
}

function differenceCells(found: PairedDifference | undefined, decimals: number): Piece[] {
  if (found === undefined) return ["", "", ""];
  const { mean, low, high, narrowing } = found;
  const sign = mean > 0 ? "+" : "";
  const width = Number.isNaN(narrowing) ? MISSING : percentText(narrowing);
  return [`${sign}${numberText(mean, decimals)}`, intervalText({ low, high }, decimals), width];
}

/** Explains the dashes in a table, if it has any. */
function missingNote({ descriptions, differences, progress }: ReportData, outcome: number): Markup | undefined {
  const described = itemAt(descriptions, outcome).flat();
  const compared = itemAt(differences, outcome).flat();
  const reasons: string[] = [];
  if (described.some(({ n }) => n === 0))
    reasons.push(
      progress.failed > 0 || progress.done < progress.planned
        ? "no finished run of the arm and point has the outcome"
        : "the outcome is not defined in any run of the arm and point",
    );
  if (described.some(({ n }) => n === 1)) reasons.push("standard deviation and interval need at least two replicates");
  if (compared.some((found) => found !== undefined && found.n > 1 && Number.isNaN(found.narrowing)))
    reasons.push("the runs do not vary, so the interval has no width");
  if (compared.some((found) => found?.n === 0) && !described.some(({ n }) => n === 0))
    reasons.push("no replicate has the outcome in both arms");
  return reasons.length === 0 ? undefined : html`<p class="note">${MISSING} means: ${reasons.join("; or ")}.</p>`;
}
