/** Short definitions for the page. The terms and facts are those of docs/glossary.md. */
export const glossaryWords = {
  "trust score":
    "How much one person trusts another: the sum of credibility, reliability and intimacy, divided by self-orientation. It runs from 0.3 to 30; 3 is neutral.",
  credibility:
    "Does the contact know what they are talking about? One of the four beliefs that a person holds about each contact, shown on a scale of 1 to 10.",
  reliability: "Does the contact keep promises and treat people fairly? A belief, shown on a scale of 1 to 10.",
  intimacy: "Does the contact open up, even about doubts? A belief, shown on a scale of 1 to 10. Gossip does not change it.",
  "self-orientation":
    "Does the contact pursue their own ends? A belief, shown on a scale of 1 to 10. The trust score is divided by it: the higher it is, the lower the trust.",
  "known tie":
    "A tie between two people who have not forgotten each other. They forget each other when its strength falls below 0.025.",
  "active tie": "A known tie with a strength of at least 0.05. Active ties are weak or strong.",
  "weak tie": "A tie with a strength of at least 0.05 and less than 0.40. It fades if the two people don't meet.",
  "strong tie": "A tie with a strength of 0.40 or more, on a scale of 0 to 1.",
  circle: "A person's team, club or class. People in one circle run into each other and meet face to face.",
  "local bridge": "A tie between two people who share no other contact. News from one group can reach the other over it.",
  conversion: "Of the ties that were weak one year ago, or three years ago, the share that is strong now.",
  layer:
    "How many contacts a person has at a tie strength of 0.40 or more, 0.20 or more, and 0.05 or more. Each layer contains the one before.",
  reach: "How many items of news a person first heard from others in the last year.",
  Gini: "A measure of inequality: 0 if all people have the same amount, near 1 if one person has everything.",
  encounter: "All the time that two people who know each other spend together in a week, in visits, calls or messages.",
  promise: "A favor that someone has agreed to do. It is due one or more weeks later, and is then kept or broken.",
  tick: "One unit of time in the model: a week.",
  seed: "A text that determines every random draw. The same seed and settings give the same run on every machine.",
  "state hash":
    "Sixteen hexadecimal digits computed from the whole state of the model. Two runs with the same state hash continue identically.",
} as const;

export type GlossaryWord = keyof typeof glossaryWords;
