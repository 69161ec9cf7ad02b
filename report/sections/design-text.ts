import type { PlainValue } from "../../sim/index.ts";
import type { Design, Experiment, Factor, Range } from "../../study/experiment.ts";
import { itemAt } from "../../study/item-at.ts";
import type { ReportData } from "../../study/report-data.ts";
import { levelText } from "../../study/tables/factor-text.ts";
import { countText, listText, shortNumber } from "../../study/tables/number-text.ts";
import { html, join, type Markup, type Piece } from "../markup.ts";

/** A paragraph that describes the design. */
export function designText({ experiment, points, progress }: ReportData): Markup {
  const { ticks, burnIn, scenario, parameters, replicates, stop } = experiment;
  const each = points.length === 1 ? "each arm" : experiment.arms.length === 1 ? "each point" : "each arm at each point";
  const settings = Object.entries(parameters);
  return html`<p class="lead">This experiment ${variesText(experiment, points.length)}${armsText(experiment)}
A run takes ${stop ? "at most " : ""}${countText(ticks, "tick")}${burnIn > 0 ? ` (a tick is a week), of which the first ${burnIn} are a burn-in` : " (a tick is a week)"}; ${stop ? html`it ends at the first tick at which <code>${stop.when}</code>; ` : ""}${each} is run ${progress.replicatesUsed === 1 ? "once" : countText(progress.replicatesUsed, "time")}${
    progress.replicatesUsed < replicates ? ` of ${replicates} at most` : ""
  }. Replicates with the same number have the same seed at all points and in all arms, so that comparisons share their random draws.
All other settings are those of the scenario <code>${scenario}</code>${settings.length === 0 ? "" : html`, with ${settingsText(settings)}`}.</p>`;
}

function variesText({ factors, design }: Experiment, points: number): Piece {
  if (factors.length === 0) return "compares ";
  if (factors.length === 1 && (design.kind === "grid" || design.kind === "list"))
    return html`varies ${describeRange(itemAt(factors, 0))}. `;
  if (design.kind === "shapley") {
    const causes = join(
      factors.map(({ name }) => html`<code>${name}</code>`),
      ", ",
    );
    return html`switches ${countText(factors.length, "cause")} on and off: ${causes}. ${describeDesign(design, points)} `;
  }
  const all = join(factors.map(describeRange), "; ");
  return html`varies ${all}. ${describeDesign(design, points)} `;
}

/** A factor with its levels or its range. */
function describeRange({ name, values }: Factor): Markup {
  if (!("levels" in values))
    return html`<code>${name}</code> from ${shortNumber(values.from)} to ${shortNumber(values.to)}${values.whole ? " in whole numbers" : ""}${distributionText(values)}`;
  const { levels, weights } = values;
  if (weights !== undefined) {
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const shares = levels.map((level, at) => `${levelText(level)} ${shortNumber((100 * itemAt(weights, at)) / sum)} %`);
    return html`<code>${name}</code> (${listText(shares)})`;
  }
  return html`<code>${name}</code> (${levels.length <= 8 ? listText(levels.map(levelText)) : summarizeLevels(levels)})`;
}

/** How the values of a range are distributed; nothing if all are as likely. */
function distributionText({ distribution }: Range): string {
  switch (distribution?.kind) {
    case undefined:
      return "";
    case "log_uniform":
      return ", uniform in the logarithm";
    case "triangular":
      return `, triangular with mode ${shortNumber(distribution.mode)}`;
    case "normal":
      return `, normal with mean ${shortNumber(distribution.mean)} and standard deviation ${shortNumber(distribution.sd)}`;
  }
}

function summarizeLevels(levels: readonly PlainValue[]): string {
  return `${levels.length} levels, ${levelText(itemAt(levels, 0))} to ${levelText(itemAt(levels, levels.length - 1))}`;
}

function describeDesign(design: Design, points: number): string {
  const many = countText(points, "point");
  switch (design.kind) {
    case "grid":
      return `The design has every combination of levels: ${many}.`;
    case "list":
      return `The file lists ${many}.`;
    case "latin_hypercube":
      return `The ${many} form a Latin hypercube: one in each stratum of every factor.`;
    case "sobol":
      return `The ${many} are the start of a scrambled Sobol sequence, which fills the space evenly.`;
    case "morris":
      return `Factors change one at a time along ${countText(design.trajectories, "path")} over a grid of ${design.levels} levels (Morris design): ${many} after removing duplicates.`;
    case "saltelli":
      return `Two samples of ${countText(design.base, "point")} and mixtures of them (Saltelli design): ${many} after removing duplicates.${groupsText(design.groups)}`;
    case "shapley":
      return `The design has every subset of the causes: ${many}.`;
  }
}

function armsText({ arms, factors }: Experiment): Piece {
  if (arms.length === 1) return factors.length === 0 ? html`one arm, “${itemAt(arms, 0).name}”.` : "";
  const begin = factors.length === 0 ? "" : "It compares ";
  return html`${begin}${arms.length} arms: ${listText(arms.map(({ name }) => `“${name}”`))}. The others are compared with the first.`;
}

function settingsText(settings: readonly (readonly [string, PlainValue])[]): Piece {
  return join(
    settings.map(([name, value]) => html`<code>${name}</code> ${levelText(value)}`),
    ", ",
  );
}

/** Which factors of a Saltelli design take their values together. */
function groupsText(groups: Readonly<Record<string, readonly string[]>> = {}): string {
  const texts = Object.entries(groups).map(([name, factors]) => `${name} (${factors.join(", ")})`);
  return texts.length === 0 ? "" : ` Factors of a group take their values together: ${texts.join("; ")}.`;
}
