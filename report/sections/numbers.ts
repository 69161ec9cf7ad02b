import { cellAt, itemAt } from "../../study/item-at.ts";
import type { ReportData } from "../../study/report-data.ts";
import type { PairedDifference } from "../../study/statistics/paired-difference.ts";
import { levelText } from "../../study/tables/factor-text.ts";
import { countText, decimalsFor, intervalText, MISSING, numberText, percentText } from "../../study/tables/number-text.ts";
import { outcomePanel } from "../figures/view.ts";
import { html, type Markup, type Piece } from "../markup.ts";
import { type Column, tableMarkup } from "./table.ts";

/** The most rows of a table. `summary.csv` has all. */
const MOST_ROWS = 200;

/** One table per outcome, one row per design point and arm. */
export function numbersMarkup(data: ReportData): Markup {
  const { outcomes } = data.experiment;
  return html`<section>
<h2>Numbers</h2>
<p>Mean over replicates with its 95% bootstrap interval, standard deviation (SD) and number of replicates (n).${
    data.experiment.arms.length > 1
      ? " Then the mean difference from the first arm, and the width of its interval as a share of the width without pairing."
      : ""
  } <code>summary.csv</code> has these numbers with all digits.</p>
${outcomes.map((_, outcome) => outcomeTable(data, outcome))}
</section>`;
}

function outcomeTable(data: ReportData, outcome: number): Markup {
  const { experiment, points, descriptions, differences } = data;
  const { factors, arms } = experiment;
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
