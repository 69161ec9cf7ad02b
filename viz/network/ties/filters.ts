/** Which ties the picture shows. `best` is the strongest ties of each agent and its strongest local bridge. */
export const filterLabels = {
  best: "Strongest and bridges",
  strong: "Strong ties",
  weak: "Weak ties",
  bridges: "Local bridges",
  new: "New in the last year",
  broken: "With distrust",
} as const;

export type Filter = keyof typeof filterLabels;
