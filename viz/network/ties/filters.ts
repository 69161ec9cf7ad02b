/** Which ties the picture shows. `best` is the strongest ties of each agent and its strongest local bridge. */
export const filterLabels = {
  best: "Strongest and bridges",
  all: "All ties",
  strong: "Strong ties",
  weak: "Weak ties",
  bridges: "Local bridges",
  new: "New in the last year",
  broken: "With distrust",
} as const;

export type Filter = keyof typeof filterLabels;

/** What a filter shows, as the end of the sentence "1 of 2 active ties shown: …" */
export const filterMeanings: Readonly<Record<Filter, string>> = {
  best: "each person’s four strongest and one bridge",
  all: "all of them",
  strong: "the strong ones",
  weak: "the weak ones",
  bridges: "the local bridges",
  new: "those first seen in the last year",
  broken: "those in which one of the two avoids the other",
};
