/** A line of a chart: a measure, what it is called beside the line, and its color by name. */
export interface Line {
  readonly measure: string;
  readonly label: string;
  readonly color: string;
  readonly dashed?: true;
}

export interface Chart {
  readonly title: string;
  /** what a reader sees here, in one sentence */
  readonly sentence: string;
  readonly lines: readonly Line[];
  /** a value worth a hairline across the chart */
  readonly reference?: { readonly value: number; readonly label: string };
  readonly format: "number" | "percent" | "count";
}

export const chartList: readonly Chart[] = [
  {
    title: "Trust",
    sentence: "The trust score T, mean over everyone who knows someone. At 3, trust and self-orientation balance.",
    lines: [{ measure: "mean_trust_score", label: "T", color: "--group-0" }],
    reference: { value: 3, label: "neutral" },
    format: "number",
  },
  {
    title: "Weak and strong ties",
    sentence: "How many ties are alive, and how many of them are strong.",
    lines: [
      { measure: "weak_ties", label: "weak", color: "--group-5" },
      { measure: "strong_ties", label: "strong", color: "--group-0" },
    ],
    format: "count",
  },
  {
    title: "Weak ties that became strong",
    sentence: "Conversion: of the ties that were weak one year ago, or three, the share that is strong now.",
    lines: [
      { measure: "conversion_52", label: "in one year", color: "--group-2" },
      { measure: "conversion_156", label: "in three", color: "--group-1", dashed: true },
    ],
    format: "percent",
  },
  {
    title: "Bridges",
    sentence: "Local bridges, whose two people share no other contact, and ties between circles.",
    lines: [
      { measure: "cross_ties", label: "between circles", color: "--group-5" },
      { measure: "local_bridges", label: "local bridges", color: "--bridge", dashed: true },
    ],
    format: "count",
  },
  {
    title: "Reach",
    sentence: "Items of news that a person first hears from others, a year.",
    lines: [{ measure: "reach", label: "items a year", color: "--group-3" }],
    format: "number",
  },
  {
    title: "Inequality of reach",
    sentence: "The Gini index of reach: 0 where all hear as much, near 1 where few hear all.",
    lines: [{ measure: "gini_reach", label: "Gini", color: "--group-3" }],
    format: "number",
  },
  {
    title: "Layers",
    sentence: "Contacts of a person that are close, near, and alive at all (Dunbar's are 5, 15 and 50).",
    lines: [
      { measure: "layer_active", label: "alive", color: "--group-5" },
      { measure: "layer_middle", label: "near", color: "--group-4", dashed: true },
      { measure: "layer_strong", label: "close", color: "--group-0" },
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
