/** A way to build trust, in the article's words, with the question of its readers. */
export interface WayWords {
  /** the parameter that moves it */
  readonly name: string;
  readonly label: string;
  readonly question: string;
  /** what the two ends of the slider mean */
  readonly low: string;
  readonly high: string;
}

export const ways: readonly WayWords[] = [
  {
    name: "sharing_mean",
    label: "Share expertise",
    question: "How often do people share what they know?",
    low: "never",
    high: "always",
  },
  {
    name: "status_bias_mean",
    label: "Respect everyone the same",
    question: "How much do people look at credentials first?",
    low: "not at all",
    high: "only at them",
  },
  { name: "follow_through_mean", label: "Do what you say", question: "How often is a promise kept?", low: "never", high: "always" },
  {
    name: "openness_mean",
    label: "Be real",
    question: "How much do people show of themselves, doubts included?",
    low: "nothing",
    high: "all",
  },
  {
    name: "generosity_mean",
    label: "Give generously",
    question: "How readily do people help without expecting a return?",
    low: "only to friends",
    high: "to anyone",
  },
];
