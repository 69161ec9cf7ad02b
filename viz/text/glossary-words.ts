/** Short definitions for the page. The terms and facts are those of docs/glossary.md. */
export const glossaryWords = {
  "trust score":
    "How far one person trusts another: credibility, reliability and intimacy, added, over self-orientation. It runs from 0.3 to 30; 3 is neutral.",
  credibility: "Does the other know what they talk about? One of four beliefs that a person has about each contact, 1 to 10 here.",
  reliability: "Does the other do as they say, and treat people evenly? A belief, 1 to 10 here.",
  intimacy: "Does the other show themselves, doubts included? A belief, 1 to 10 here; it is not learned from gossip.",
  "self-orientation":
    "Is the other after their own ends? A belief, 1 to 10 here. It stands below the line: the more of it, the less trust.",
  "weak tie": "A tie that is alive, with a strength from 0.05 up to 0.40. It fades in silence.",
  "strong tie": "A tie of a strength of 0.40 or more, on a scale of 0 to 1.",
  "local bridge": "A tie whose two people share no other contact: what passes over it would hardly get across otherwise.",
  conversion: "The share of ties that were weak a year, or three years, ago and are strong now.",
  layer: "How many contacts a person has at a strength of 0.40, of 0.20, and of 0.05 or more; each layer holds the one before.",
  reach: "How many items of news a person first heard from others in the last year.",
  Gini: "A measure of inequality: 0 where all have the same, near 1 where one has all.",
  encounter: "One meeting, call or note between two people who know each other.",
  promise: "A favor agreed to. It falls due some weeks later, and is kept or broken then.",
  tick: "One unit of the model's time: a week.",
  seed: "A text that fixes every random draw: the same seed and settings give the same run, anywhere.",
  "state hash": "Sixteen digits over everything the model knows now: two runs with the same state hash go on alike.",
} as const;

export type GlossaryWord = keyof typeof glossaryWords;
