import { formatNumber, VERSION } from "../../sim/index.ts";
import { formatEstimate, formatFigure, formatRange } from "../format.ts";
import { markdownTable } from "../markdown-table.ts";
import { type Change, DEFAULTS, type Finding } from "./changes.ts";
import type { Effect, Ranked, Share } from "./indices.ts";

/** All that the page shows. */
export interface Robustness {
  /** from the strongest to the weakest */
  readonly ranked: readonly Ranked[];
  readonly shares: readonly Share[];
  /** of the default world, by figure */
  readonly defaults: readonly Finding[];
  /** of every other world */
  readonly changes: readonly Change[];
  /** the mean of an outcome over all worlds of the screening */
  readonly level: (outcome: string) => number;
  /** seeds of each world whose verdicts are compared */
  readonly seeds: number;
}

/** How many factors the tables show. */
const SHOWN = 10;

/** docs/robustness.md. */
export function robustnessPage(results: Robustness): string {
  return [
    introduction(results),
    `## See which parameters matter\n\n${screeningText(results)}\n\n${screeningTable(results)}`,
    `## See what they share\n\n${sharesText(results)}\n\n${sharesTables(results)}`,
    `## See which verdicts change\n\n${[changesText(results), ...changesTable(results)].join("\n\n")}`,
    `## Look up the default world\n\n${defaultsTable(results)}`,
  ].join("\n\n");
}

function introduction({ changes }: Robustness): string {
  return `# Robustness

<!-- Made by \`npm run robustness\`. Change the program in patterns/robustness/, not this page. -->

Which [patterns](patterns.md) would a reader lose who doubts a parameter? This page varies every parameter of a generated world.
Words are those of the [glossary](glossary.md). Every world is measured in the five years after a burn-in of 1,040 ticks. Patterns that
compare arms (2, 11, 12, 13) or need other worlds are not part of it.


The figures belong to version ${VERSION}. This command computes them again, from the experiments in
[patterns/robustness/experiments](../patterns/robustness/experiments): a screening of all numbers and choices, indices of the
strongest ten, and ${formatNumber(changes.length + 1)} worlds whose verdicts are compared. The first two have worlds of 200 people
instead of 800, so that all takes a night and not a week. It can be stopped and resumed.

<!-- not run: takes hours -->
\`\`\`sh
npm run robustness
\`\`\``;
}

function screeningText({ ranked }: Robustness): string {
  const [next] = ranked.slice(SHOWN);
  const others =
    next === undefined ? "" : ` No other parameter moves any outcome by more than ${percent(next.largest)} of its mean.`;
  return `A Morris design changes one parameter at a time, from half to one and a half times its default where the bounds allow it. Cells are mean
absolute effects μ* of the whole range, as a share of the outcome's mean over all worlds. The table shows the ${SHOWN} parameters with
the largest effect on any outcome.${others} [Sensitivity](sensitivity.md) defines the design and the effects.`;
}

function screeningTable({ ranked, level }: Robustness): string {
  const [first] = ranked;
  const outcomes = first?.effects.map(({ outcome }) => outcome) ?? [];
  const cell = ({ outcome, muStar }: Effect) => percent(muStar / Math.abs(level(outcome)));
  const rows = ranked.slice(0, SHOWN).map(({ factor, effects }) => [code(factor), ...effects.map(cell)]);
  return markdownTable(["parameter", ...outcomes.map(code)], rows);
}

function sharesText({ ranked, shares }: Robustness): string {
  const strongest = new Set(ranked.slice(0, SHOWN).map(({ factor }) => factor));
  const varied = [...new Set(shares.map(({ factor }) => factor))];
  const others = varied.filter((factor) => !strongest.has(factor));
  const note =
    others.length === 0
      ? "They are those of the table above."
      : `${others.map(code).join(", ")} ${others.length === 1 ? "is" : "are"} among them, but not in the table above.`;
  return `${formatNumber(varied.length)} parameters vary together. Cells are total Sobol indices with 95% intervals: the share of an outcome's variance that a parameter
causes, alone and together with others. In parentheses is the share that it causes alone. ${note}`;
}

function sharesTables({ shares }: Robustness): string {
  const outcomes = [...new Set(shares.map(({ outcome }) => outcome))];
  const factors = [...new Set(shares.map(({ factor }) => factor))];
  const cell = (factor: string, outcome: string) => {
    const found = shares.find((share) => share.factor === factor && share.outcome === outcome);
    return found === undefined ? "" : shareText(found);
  };
  const rows = factors.map((factor) => [code(factor), ...outcomes.map((outcome) => cell(factor, outcome))]);
  return markdownTable(["parameter", ...outcomes.map(code)], rows);
}

function shareText({ first, total, totalLow, totalHigh }: Share): string {
  const digits = (value: number) => (Number.isNaN(value) ? "undefined" : value.toFixed(2).replace("-", "−"));
  return `${digits(total)} [${digits(totalLow)}, ${digits(totalHigh)}] (${digits(first)})`;
}

function changesText({ changes, seeds }: Robustness): string {
  const without = changes.filter(({ findings }) => findings.length === 0).length;
  const found = `In ${formatNumber(without)} of ${formatNumber(changes.length)} worlds no verdict changes.`;
  return `Each world differs from the default one in one parameter, which has the lower or the upper end of its range, or in one mechanism, which
is off. Verdicts come from ${seeds} seeds: a figure *holds* if its whole 95% interval lies within the bound, and *fails* if it lies outside.
A verdict that is undecided in either world has not changed. ${found}${without < changes.length ? " These are the others:" : ""}`;
}

/** @returns nothing if no verdict changes */
function changesTable({ changes, defaults }: Robustness): string[] {
  const before = new Map(defaults.map(({ outcome, verdict }) => [outcome, verdict]));
  const rows = changes.flatMap(({ arm, findings }) =>
    findings.map(({ pattern, name, outcome, estimate, range, form, verdict }) => [
      code(arm),
      `${pattern}: ${name}`,
      formatEstimate(estimate, form),
      formatRange(range, form),
      `${before.get(outcome)} → **${verdict}**`,
    ]),
  );
  return rows.length === 0 ? [] : [markdownTable(["world", "figure", "", "bound", "verdict"], rows)];
}

function defaultsTable({ defaults }: Robustness): string {
  const rows = defaults.map(({ pattern, name, estimate, range, form, verdict }) => [
    `${pattern}: ${name}`,
    formatEstimate(estimate, form),
    formatRange(range, form),
    verdict,
  ]);
  return `This is the world \`${DEFAULTS}\` of the comparison.\n\n${markdownTable(["figure", "", "bound", "verdict"], rows)}`;
}

function percent(share: number): string {
  return Number.isNaN(share) ? "undefined" : `${formatFigure(share, "share").replace(/\.\d$/, "")}%`;
}

function code(name: string): string {
  return `\`${name}\``;
}
