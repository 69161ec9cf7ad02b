import type { TraitName } from "../../sim/parameters/trait-names.ts";

/** One of the article's five ways to build trust, in the words of the page. */
export interface Way {
  /** the trait of the person who acts */
  readonly trait: TraitName;
  /** the parameter that sets the trait's mean */
  readonly parameter: string;
  /** the way as advice */
  readonly label: string;
  /** the trait of one person */
  readonly traitLabel: string;
  readonly question: string;
  /** what the two ends of the slider mean */
  readonly low: string;
  readonly high: string;
}

export const ways: readonly Way[] = [
  {
    trait: "sharing",
    parameter: "sharing_mean",
    label: "Share expertise",
    traitLabel: "Shares expertise",
    question: "How often do people share what they know?",
    low: "never",
    high: "always",
  },
  {
    trait: "status_bias",
    parameter: "status_bias_mean",
    label: "Respect everyone the same",
    traitLabel: "Goes by credentials",
    question: "How much do people go by credentials?",
    low: "not at all",
    high: "completely",
  },
  {
    trait: "follow_through",
    parameter: "follow_through_mean",
    label: "Do what you say",
    traitLabel: "Does what they say",
    question: "How often do people keep a promise?",
    low: "never",
    high: "always",
  },
  {
    trait: "openness",
    parameter: "openness_mean",
    label: "Be real",
    traitLabel: "Shows who they are",
    question: "How much do people reveal about themselves, doubts included?",
    low: "nothing",
    high: "everything",
  },
  {
    trait: "generosity",
    parameter: "generosity_mean",
    label: "Give generously",
    traitLabel: "Gives generously",
    question: "How readily do people help without expecting a return?",
    low: "only to friends",
    high: "to anyone",
  },
];
