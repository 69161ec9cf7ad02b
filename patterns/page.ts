import { formatNumber, VERSION } from "../sim/index.ts";
import type { Verdict } from "../study/contrasts/verdict.ts";
import { formatEstimate } from "./format.ts";
import { gainsTable } from "./gains.ts";
import { drifts, settled } from "./list/settled.ts";
import { markdownTable } from "./markdown-table.ts";
import type { Measured } from "./measure-patterns.ts";
import type { Part, Pattern } from "./pattern.ts";
import type { Results } from "./results.ts";

/** docs/patterns.md. */
export function patternsPage(measured: readonly Measured[], results: Results): string {
  const hasSettled = measured.some(({ pattern }) => pattern === settled);
  const experiments = [...new Set(measured.flatMap(({ pattern }) => pattern.experiments))];
  const gains = gainsTable(results, experiments);
  return [
    introduction(measured, experiments, results),
    `## See what holds\n\n${verdictSummary(measured)}\n\n${patternTable(measured)}`,
    `## See what happens without a mechanism\n\n${CONTROLS}\n\n${controlTable(measured)}`,
    ...(gains === undefined ? [] : [`## Compare gains in T and τ\n\n${GAINS}\n\n${gains}`]),
    ...(hasSettled ? [`## See which outcomes are settled\n\n${SETTLED}\n\n${driftTable(results)}`] : []),
    `## Look up what is measured\n\n${definitionsOf(measured.map(({ pattern }) => pattern))}`,
  ].join("\n\n");
}

/** `Holds: 1, 2. Fails: 5. Undecided: none.` */
export function verdictSummary(measured: readonly Measured[]): string {
  const ids = (wanted: Verdict) => {
    const found = measured.filter(({ verdict }) => verdict === wanted).map(({ pattern }) => pattern.id);
    return found.length === 0 ? "none" : found.join(", ");
  };
  return `Holds: ${ids("holds")}. Fails: ${ids("fails")}. Undecided: ${ids("undecided")}.`;
}

function introduction(measured: readonly Measured[], experiments: readonly string[], results: Results): string {
  const seeds = experiments.map((name) => results.seeds(name));
  const controls = measured.flatMap(({ pattern }) => pattern.controls.flatMap(({ experiments }) => experiments));
  const ofControls = controls.map((name) => results.seeds(name));
  return `# Patterns

<!-- Made by \`npm run patterns\`. Change the program in patterns/, not this page. -->

These are patterns that the model must bring about. Each has a bound, which was fixed before the model was written and does not
move. Words are those of the [glossary](glossary.md); [the model](model.md) has the rules, and
[calibration](calibration.md) says which figures were used to choose defaults.

- **Figures** are means over ${range(seeds)} seeds (${range(ofControls)} in controls), with 95% intervals from Student's t. Arms with the same seeds are paired. Intervals of
  ratios come from the jackknife.
- **Verdicts.** A pattern *holds* if the whole interval lies within the bound, and *fails* if the whole interval lies outside.
  Otherwise it is *undecided* with this number of seeds, whether its mean is inside the bound or not. All parts of a pattern
  must hold.
- **Worlds** settle in a burn-in of 1,040 ticks, twenty years. Figures are means over the ten years that follow, one sample a
  year, unless the pattern says otherwise.

The figures belong to version ${VERSION}. This command computes them again, from the experiments in
[patterns/experiments](../patterns/experiments). It can be stopped and resumed, and \`-- --seeds 3 --only 5,6\` gives a quick
look. Any of the experiments can also run alone, with \`weakties experiment\`.

<!-- not run: takes hours -->
\`\`\`sh
npm run patterns
\`\`\``;
}

/** `20`, or `5 to 20` */
function range(counts: readonly number[]): string {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  if (counts.length === 0) return "no";
  return least === most ? formatNumber(least) : `${formatNumber(least)} to ${formatNumber(most)}`;
}

function patternTable(measured: readonly Measured[]): string {
  const rows = measured.flatMap(({ pattern: { id, claim }, parts, verdict }) => {
    const [first] = parts;
    if (first !== undefined && parts.length === 1)
      return [[id, claim, `${named(first)}${first.figure}`, first.bound, `**${verdict}**${meanText(first)}`]];
    const ofParts = parts.map((part) => ["", part.name, part.figure, part.bound, `${part.verdict}${meanText(part)}`]);
    return [[id, claim, "", "", `**${verdict}**`], ...ofParts];
  });
  return markdownTable(["", "pattern", "figure", "bound", "verdict"], rows);
}

const CONTROLS = `Each control is the same experiment in a world that has settled without a mechanism. If the mechanism brings the pattern about,
the verdict changes from holds to fails. Where a pattern holds without it, something else brings the pattern about too.`;

function controlTable(measured: readonly Measured[]): string {
  const rows = measured.flatMap(({ pattern: { id }, verdict, controls }) =>
    controls.map((control) => [id, control.change, control.parts.map(partText).join("; "), changeText(verdict, control.verdict)]),
  );
  return markdownTable(["", "world", "figures", "verdict with → without"], rows);
}

function partText(part: Part): string {
  return `${named(part)}${part.figure} (${part.bound})`;
}

function named({ name }: Part): string {
  return name === "" ? "" : `${name}: `;
}

function meanText({ verdict, isMeanInside }: Part): string {
  if (verdict !== "undecided" || isMeanInside === undefined) return "";
  return isMeanInside ? " (mean inside)" : " (mean outside)";
}

function changeText(verdict: Verdict, ofControl: Verdict): string {
  return verdict === ofControl ? `**does not change**: ${verdict}` : `${verdict} → ${ofControl}`;
}

const GAINS = `Trust is a quotient, T = (C + R + I) ∕ S, so T exaggerates gains that come together. The trust share τ has the same beliefs on a scale
from 0 to 1 and does not. Each cell is the difference between two arms, paired by seed, and the same as a share of the second
arm. All figures are those of focal agents; reach and payoff are per year.`;

const SETTLED = `Levels are means over the ten years after the burn-in and over the ten years that begin after twice as many ticks. The last
columns belong to pattern 14.`;

function driftTable(results: Results): string {
  const rows = drifts(results).map(({ outcome, first, second, ratio, verdict }) => [
    outcome,
    formatEstimate({ ...first, low: Number.NaN }, "number"),
    formatEstimate({ ...second, low: Number.NaN }, "number"),
    formatEstimate(ratio, "number"),
    { holds: "within", fails: "**outside**", undecided: "undecided" }[verdict],
  ]);
  return markdownTable(["outcome", "ticks 1041–1560", "ticks 2081–2600", "second ÷ first", "± 5%"], rows);
}

function definitionsOf(patterns: readonly Pattern[]): string {
  return patterns
    .map(({ id, claim, definition, experiments, controls }) => {
      const ofControls = [...new Set(controls.flatMap((control) => control.experiments))];
      return `### ${id}. ${claim}\n\n${definition}\n\nExperiments: ${linksTo(experiments)}. Controls: ${linksTo(ofControls)}.`;
    })
    .join("\n\n");
}

function linksTo(experiments: readonly string[]): string {
  return experiments.map((name) => `[${name}](../patterns/experiments/${name}.yaml)`).join(", ");
}
