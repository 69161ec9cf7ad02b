import { estimateMean } from "../../study/statistics/estimate.ts";
import { bounds } from "../bounds.ts";
import { partInRange } from "../pattern.ts";
import { NO_FOLLOW_UP_OF_NEW, NO_TRUST_IN_CHOICE, NOBODY_LEAVES, patternOfWorld } from "./worlds.ts";

/** Pattern 6. */
export const topThree = patternOfWorld(
  {
    id: "6",
    claim: "A few contacts take most of a person's time",
    definition:
      "Contact is counted in units of time. The figure is the share of an agent's units over four ticks that it spends with the three contacts with whom it spends most; the mean over agents who met anyone.",
  },
  (world) => [partInRange("", estimateMean(world("top_three")), bounds.topThree, "share")],
  [NO_TRUST_IN_CHOICE, NOBODY_LEAVES],
);

/** Pattern 7. */
export const silentNewTies = patternOfWorld(
  {
    id: "7",
    claim: "New ties are followed up",
    definition:
      "Of the ties that began, the share without an encounter in the four ticks after the tick in which they began. The first encounter, in that tick, does not count. Ties that are gone by then count too.",
  },
  (world) => [partInRange("", estimateMean(world("silent_new_ties")), bounds.silentNewTies, "share")],
  [NO_FOLLOW_UP_OF_NEW],
);

/** Pattern 8. */
export const contactThirds = patternOfWorld(
  {
    id: "8",
    claim: "Contact is spread evenly over the life of a tie that passed",
    definition:
      "The life of a tie runs from its first to its last encounter. It counts if the tie began after the burn-in, had at least three encounters over at least nine ticks, and has been silent for a year. The figures are the shares of all units of time in each third of the lives, pooled over all ties that count at the end of the ten years.",
  },
  (world) =>
    [
      { name: "first third", outcome: "contact_first_third" },
      { name: "middle third", outcome: "contact_middle_third" },
      { name: "last third", outcome: "contact_last_third" },
    ].map(({ name, outcome }) => partInRange(name, estimateMean(world(outcome)), bounds.contactThirds, "share")),
  [NOBODY_LEAVES],
);

/** Pattern 9. */
export const survival = patternOfWorld(
  {
    id: "9",
    claim: "Strong ties last, weak ties often don't",
    definition:
      "Of the ties that were weak, or strong, a year ago, the share that is active now, weak or strong. A tie whose agent has left since does not count as active.",
  },
  (world) => [
    partInRange("weak", estimateMean(world("survival_weak")), bounds.survival.weak, "share"),
    partInRange("strong", estimateMean(world("survival_strong")), bounds.survival.strong, "share"),
  ],
  [NO_TRUST_IN_CHOICE, NOBODY_LEAVES],
);
