import type { TraitName } from "./trait-names.ts";

/** One of the article's five ways to build trust: what it is called, which way is up, and what shows whether it worked. */
export interface Way {
  /** the trait of the person who acts */
  readonly trait: TraitName;
  /** the parameter that sets the trait's mean */
  readonly parameter: `${TraitName}_mean`;
  /** the way as advice: more of it is the virtue */
  readonly label: string;
  readonly question: string;
  /** what the two ends of the scale mean, 0 % and 100 % */
  readonly low: string;
  readonly high: string;
  /** whether trait and parameter count the opposite: 30 % of the way is 0.7 */
  readonly isReversed: boolean;
  /** what came of it (metrics/way-results.ts), in two or three words before its number */
  readonly result: string;
  /** a share in percent, or a belief on the scale of 1 to 10 */
  readonly resultUnit: "percent" | "belief";
  /** one sentence: why less or more came of it than people set out to do */
  readonly why: string;
  /** whether the reason is one for less, for more, or for both */
  readonly whyFor: "less" | "more" | "both";
}

/** The five ways, in the article's order. Nothing else says what they are called or which way is up. */
export const ways: readonly Way[] = [
  {
    trait: "sharing",
    parameter: "sharing_mean",
    label: "Share expertise",
    question: "How often do people share what they know?",
    low: "never",
    high: "always",
    isReversed: false,
    result: "Credibility in others’ eyes",
    resultUnit: "belief",
    why: "Sharing shows what people know, but doesn’t add to it.",
    whyFor: "both",
  },
  {
    trait: "status_bias",
    parameter: "status_bias_mean",
    label: "Respect everyone the same",
    question: "How far do people treat everyone alike, whatever their status?",
    low: "only status counts",
    high: "all alike",
    isReversed: true,
    result: "Respect people get",
    resultUnit: "percent",
    why: "People of high status get full respect in any case.",
    whyFor: "more",
  },
  {
    trait: "follow_through",
    parameter: "follow_through_mean",
    label: "Do what you say",
    question: "How often do people mean to keep a promise?",
    low: "never",
    high: "always",
    isReversed: false,
    result: "Promises kept last year",
    resultUnit: "percent",
    why: "A promise to a weak tie is easier to blow off.",
    whyFor: "less",
  },
  {
    trait: "openness",
    parameter: "openness_mean",
    label: "Be real",
    question: "How much do people reveal about themselves, doubts included?",
    low: "nothing",
    high: "everything",
    isReversed: false,
    result: "Revealed to contacts",
    resultUnit: "percent",
    why: "People hold back where trust is low, and boasting hides the rest.",
    whyFor: "less",
  },
  {
    trait: "generosity",
    parameter: "generosity_mean",
    label: "Give generously",
    question: "How readily do people help without expecting a return?",
    low: "only to friends",
    high: "to anyone",
    isReversed: false,
    result: "Favors granted last year",
    resultUnit: "percent",
    why: "A strong tie helps to get a favor, and low status costs some.",
    whyFor: "both",
  },
];

/** How much of the way a value of its trait or parameter is, 0 to 1: up is the virtue. It works in both directions. */
export function wayShare({ isReversed }: Pick<Way, "isReversed">, value: number): number {
  return isReversed ? 1 - value : value;
}

/** The way that a trait belongs to; undefined for the other traits. */
export function wayOfTrait(trait: string): Way | undefined {
  return ways.find((way) => way.trait === trait);
}

/** The way whose mean a parameter sets; undefined for the other parameters. */
export function wayOfParameter(name: string): Way | undefined {
  return ways.find(({ parameter }) => parameter === name);
}

/** The label of a way's parameter where values are those of files. */
export function fileLabel(trait: TraitName): string {
  const way = wayOfTrait(trait);
  if (way === undefined) return trait;
  return way.isReversed ? `${way.label}, reversed` : way.label;
}
