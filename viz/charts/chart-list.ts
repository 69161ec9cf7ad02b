import type { TraitName } from "../../sim/parameters/trait-names.ts";

/** A line of a chart. */
export interface Line {
  /** the measure by its column name */
  readonly measure: string;
  readonly label: string;
  /** by its name in style/tokens.css */
  readonly color: string;
  readonly dashed?: true;
}

/** How values are written. */
export type Format = "number" | "percent" | "count";

export interface Chart {
  readonly title: string;
  /** what the chart shows */
  readonly sentence: string;
  /** the first is that of the small chart */
  readonly lines: readonly [Line, ...Line[]];
  /** a value with a dashed line across the chart; the chart's range always includes it */
  readonly reference?: number;
  /** weeks that the measure looks back; before, it says little and would squeeze the rest of the chart */
  readonly lookBack?: number;
  readonly format: Format;
}

export const chartList: readonly Chart[] = [
  {
    title: "Trust",
    sentence: "Mean trust score T of all known ties, in both directions. The dashed line marks neutral trust, 3.",
    lines: [{ measure: "mean_trust_score", label: "T", color: "--group-0" }],
    reference: 3,
    format: "number",
  },
  {
    title: "Strong ties",
    sentence: "How many active ties are strong.",
    lines: [{ measure: "strong_ties", label: "strong", color: "--group-0" }],
    format: "count",
  },
  {
    title: "Weak ties",
    sentence: "How many active ties are weak.",
    lines: [{ measure: "weak_ties", label: "weak", color: "--group-5" }],
    format: "count",
  },
  {
    title: "Weak ties that became strong",
    sentence: "Conversion: of the ties that were weak one year ago, or three years ago, the share that is strong now.",
    lines: [
      { measure: "conversion_52", label: "1 year", color: "--group-2" },
      { measure: "conversion_156", label: "3 years", color: "--group-1", dashed: true },
    ],
    format: "percent",
  },
  {
    title: "Bridges",
    sentence: "Local bridges, which are active ties whose two people share no active contact, and active ties between circles.",
    lines: [
      { measure: "local_bridges", label: "local bridges", color: "--bridge", dashed: true },
      { measure: "cross_ties", label: "between circles", color: "--group-5" },
    ],
    format: "count",
  },
  {
    title: "Reach",
    sentence: "News items per year that the average person first hears from others.",
    lines: [{ measure: "reach", label: "items a year", color: "--group-3" }],
    format: "number",
  },
  {
    title: "Inequality of reach",
    sentence: "Gini coefficient of reach: 0 means that everyone hears the same amount; near 1, one person hears almost everything.",
    lines: [{ measure: "gini_reach", label: "Gini", color: "--group-3" }],
    lookBack: 52,
    format: "number",
  },
  {
    title: "Layers",
    sentence: "Contacts per person at a tie strength of 0.40, 0.20 and 0.05 or more. Dunbar's layers hold 5, 15 and 50 people.",
    lines: [
      { measure: "layer_strong", label: "0.40", color: "--group-0" },
      { measure: "layer_middle", label: "0.20", color: "--group-4", dashed: true },
      { measure: "layer_active", label: "0.05", color: "--group-5" },
    ],
    format: "number",
  },
  {
    title: "Promises kept",
    sentence: "Of the promises that fell due in the last year, the share that was kept.",
    lines: [{ measure: "promises_kept_share", label: "kept", color: "--group-2" }],
    format: "percent",
  },
];

/** The chart of what each way moves, by its title. */
const movedByWay: Partial<Record<TraitName, string>> = {
  sharing: "Trust",
  status_bias: "Reach",
  follow_through: "Strong ties",
  openness: "Strong ties",
  generosity: "Trust",
};

/** The chart of what a way moves. */
export function chartOfWay(trait: TraitName): Chart {
  return chartList.find(({ title }) => title === movedByWay[trait]) ?? (chartList[0] as Chart);
}
