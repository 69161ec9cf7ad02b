import type { MeasureColumn } from "./measure-column.ts";

const definition = "definition";
const trustScore = "trust score, 0.3 to 30";
const rate = "per agent and year";

/**
 * The columns of a row of network measures, in their order. Active ties have a strength of `active_from` or more at this tick, strong
 * ties `strong_from` or more. Rates cover the last 52 ticks. Earlier in a run they cover the ticks so far, scaled to a year. They are
 * counts divided by the number of agents present, and an event of two agents counts once. A cell is empty where its measure is
 * undefined.
 */
// biome-ignore format: a table
export const networkMeasures = [
  { name: "tick", label: "Tick", unit: "ticks", description: "Ticks since the start of the run, or since the end of its burn-in.", source: definition },
  { name: "agents", label: "Agents", unit: "agents", description: "Number of agents present.", source: definition },
  {
    name: "known_ties", label: "Known ties", unit: "ties", source: definition,
    description: "Ties that have not been forgotten, active or not.",
  },
  {
    name: "active_ties", label: "Active ties", unit: "ties", source: definition,
    description: "Known ties with a strength of `active_from` or more.",
  },
  {
    name: "weak_ties", label: "Weak ties", unit: "ties", source: definition,
    description: "Active ties with a strength below `strong_from`.",
  },
  {
    name: "strong_ties", label: "Strong ties", unit: "ties", source: definition,
    description: "Active ties with a strength of `strong_from` or more.",
  },
  {
    name: "dormant_ties", label: "Dormant ties", unit: "ties", source: "Levin, Walter and Murnighan 2011, for the term",
    description: "Known ties without an encounter for 52 ticks or more.",
  },
  {
    name: "cross_ties", label: "Cross ties", unit: "ties", source: definition,
    description: "Active ties between agents of different circles.",
  },
  {
    name: "strong_cross_share", label: "Strong cross ties", unit: "share", source: definition,
    description: "Share of strong ties among cross ties.",
  },
  {
    name: "local_bridges", label: "Local bridges", unit: "ties", source: "Granovetter 1973",
    description: "Active ties between two agents who share no active contact.",
  },
  {
    name: "bridge_share", label: "Share of bridges", unit: "share", source: "Granovetter 1973",
    description: "Local bridges as a share of active ties.",
  },
  {
    name: "weak_bridge_share", label: "Weak bridges", unit: "share", source: "Granovetter 1973",
    description: "Share of weak ties among local bridges.",
  },
  {
    name: "mean_strength", label: "Mean strength", unit: "strength", source: definition,
    description: "Mean strength of active ties.",
  },
  {
    name: "mean_overlap", label: "Mean overlap", unit: "share", source: "Onnela et al. 2007",
    description: "Mean neighborhood overlap of active ties: the share of the two agents' other active contacts that they have in common.",
  },
  {
    name: "spearman_strength_overlap", label: "Strength and overlap", unit: "correlation", source: "Spearman 1904",
    description: "Rank correlation of the strength and the overlap of active ties. Equal values take the mean of their ranks.",
  },
  {
    name: "spearman_within", label: "Strength and overlap in circles", unit: "correlation", source: "Spearman 1904",
    description: "Rank correlation of the strength and the overlap of active ties within circles. Overlap counts all active contacts. Equal values take the mean of their ranks.",
  },
  {
    name: "closed_pairs_strong", label: "Closed pairs, strong", unit: "share", source: "Granovetter 1973",
    description: "Of the pairs of strong ties of one agent, the share whose two contacts have an active tie. All three agents are in one circle.",
  },
  {
    name: "closed_pairs_weak", label: "Closed pairs, weak", unit: "share", source: "Granovetter 1973",
    description: "Of the pairs of weak ties of one agent, the share whose two contacts have an active tie. All three agents are in one circle.",
  },
  {
    name: "closed_pairs_ratio", label: "Closed pairs, strong to weak", unit: "ratio", source: "Granovetter 1973",
    description: "Closed pairs of strong ties, divided by closed pairs of weak ties.",
  },
  {
    name: "clustering", label: "Clustering", unit: "share", source: "Watts and Strogatz 1998",
    description: "Share of an agent's pairs of active contacts that have an active tie to each other. Mean over agents with two or more active contacts.",
  },
  {
    name: "layer_strong", label: "Inner layer", unit: "contacts per agent", source: "Dunbar 1998",
    description: "Contacts of an agent at a tie strength of 0.40 or more.",
  },
  {
    name: "layer_middle", label: "Middle layer", unit: "contacts per agent", source: "Dunbar 1998",
    description: "Contacts of an agent at a tie strength of 0.20 or more.",
  },
  {
    name: "layer_active", label: "Outer layer", unit: "contacts per agent", source: "Dunbar 1998",
    description: "Contacts of an agent at a tie strength of 0.05 or more.",
  },
  {
    name: "mean_trust_score", label: "Trust score", unit: trustScore, source: "Maister, Green and Galford 2000",
    description: "Mean trust score T over both directions of all known ties.",
  },
  {
    name: "mean_trust_share", label: "Trust share", unit: "share", source: definition,
    description: "Mean trust share τ over both directions of all known ties.",
  },
  {
    name: "incoming_trust_score", label: "Trust received, score", unit: trustScore, source: definition,
    description: "Mean trust score T that an agent receives from contacts with three or more pieces of evidence about it now. Mean over agents.",
  },
  {
    name: "incoming_trust_share", label: "Trust received", unit: "share", source: definition,
    description: "Mean trust share τ that an agent receives from contacts with three or more pieces of evidence about it now. Mean over agents.",
  },
  {
    name: "hidden_ties", label: "Hidden ties", unit: "ties per agent", source: definition,
    description: "Active ties of an agent to contacts with expertise above 0.7 and status below 0.4.",
  },
  {
    name: "conversion_52", label: "Conversion in a year", unit: "share", source: definition,
    description: "Of the ties that were weak 52 ticks ago, the share that is strong now.",
  },
  {
    name: "conversion_156", label: "Conversion in three years", unit: "share", source: definition,
    description: "Of the ties that were weak 156 ticks ago, the share that is strong now.",
  },
  {
    name: "conversion_cross_156", label: "Conversion of cross ties in three years", unit: "share", source: definition,
    description: "Of the ties that were weak cross ties 156 ticks ago, the share that is strong now.",
  },
  {
    name: "survival_weak", label: "Survival of weak ties", unit: "share", source: "Burt 2000",
    description: "Of the ties that were weak 52 ticks ago, the share that is active now. A tie to an agent who has left in the meantime has not survived.",
  },
  {
    name: "survival_strong", label: "Survival of strong ties", unit: "share", source: "Burt 2000",
    description: "Of the ties that were strong 52 ticks ago, the share that is active now. A tie to an agent who has left in the meantime has not survived.",
  },
  {
    name: "encounters", label: "Encounters", unit: "per agent and tick", source: definition,
    description: "Encounters in the last 52 ticks. Each counts once, so an agent takes part in twice as many.",
  },
  {
    name: "top_three", label: "Contact with the top three", unit: "share", source: "Saramäki et al. 2014",
    description: "Share of an agent's units of time in the last four ticks that went to the three contacts it met most. Mean over agents who met anyone.",
  },
  {
    name: "promises_made", label: "Promises made", unit: rate, source: definition,
    description: "Favors that were asked for and agreed to in the last 52 ticks.",
  },
  {
    name: "promises_kept_share", label: "Promises kept", unit: "share", source: definition,
    description: "Of the promises kept or broken in the last 52 ticks, the share that was kept.",
  },
  {
    name: "promises_broken_share", label: "Promises broken", unit: "share", source: definition,
    description: "Of the promises kept or broken in the last 52 ticks, the share that was broken.",
  },
  {
    name: "refused_share", label: "Refusals", unit: "share", source: definition,
    description: "Of the favors asked for in the last 52 ticks, the share that was refused.",
  },
  {
    name: "thanks_share", label: "Thanks", unit: "share", source: definition,
    description: "Number of thanks in the last 52 ticks, divided by the number of promises kept.",
  },
  {
    name: "gossip", label: "Gossip", unit: rate, source: definition,
    description: "Times in the last 52 ticks that an agent told a contact about a third person.",
  },
  {
    name: "introductions", label: "Introductions", unit: rate, source: definition,
    description: "Introductions in the last 52 ticks that both agents accepted.",
  },
  {
    name: "declined", label: "Declined", unit: rate, source: definition,
    description: "Trust checks in the last 52 ticks that stopped an agent from asking for a favor or beginning a tie.",
  },
  {
    name: "ties_formed", label: "Ties formed", unit: rate, source: definition,
    description: "New ties in the last 52 ticks.",
  },
  {
    name: "silent_new_ties", label: "Silent new ties", unit: "share", source: definition,
    description: "Of the ties that began four ticks ago, the share without another encounter since.",
  },
  {
    name: "ties_forgotten", label: "Ties forgotten", unit: rate, source: definition,
    description: "Ties that faded away in the last 52 ticks.",
  },
  {
    name: "news_offered", label: "News offered", unit: rate, source: definition,
    description: "Items of news offered to a contact in the last 52 ticks.",
  },
  {
    name: "news_used", label: "News used", unit: rate, source: definition,
    description: "Items of news offered in the last 52 ticks that the contact used, whether new to the contact or not.",
  },
  {
    name: "reach", label: "Reach", unit: rate, source: definition,
    description: "Items of news that an agent first received from others in the last 52 ticks.",
  },
  {
    name: "gini_reach", label: "Inequality of reach", unit: "Gini coefficient", source: "Gini 1912",
    description: "Gini coefficient of the reach of the agents present, over the last 52 ticks.",
  },
  {
    name: "payoff", label: "Payoff", unit: rate, source: definition,
    description: "Gains minus losses in the last 52 ticks from promises that an agent relied on, plus gains from expert help it gave.",
  },
] as const satisfies readonly MeasureColumn[];

/**
 * Network measures that need a record of every encounter since the run began. They are for experiments only: a table of a run has no
 * such column, because its rows don't depend on more than the last three years.
 */
// biome-ignore format: a table
export const lifeMeasures = [
  {
    name: "contact_first_third", label: "Contact, first third", unit: "share", source: "Vergara Hidd et al. 2023",
    description: "Share of a tie's units of time that fell into the first third of its life, from its first to its last encounter. Pooled over ties that began during the run, after its burn-in, and have ended: three or more encounters over nine ticks or more, and none in the last 52 ticks.",
  },
  {
    name: "contact_middle_third", label: "Contact, middle third", unit: "share", source: "Vergara Hidd et al. 2023",
    description: "Share of a tie's units of time that fell into the middle third of its life, from its first to its last encounter. Pooled over ties that began during the run, after its burn-in, and have ended: three or more encounters over nine ticks or more, and none in the last 52 ticks.",
  },
  {
    name: "contact_last_third", label: "Contact, last third", unit: "share", source: "Vergara Hidd et al. 2023",
    description: "Share of a tie's units of time that fell into the last third of its life, from its first to its last encounter. Pooled over ties that began during the run, after its burn-in, and have ended: three or more encounters over nine ticks or more, and none in the last 52 ticks.",
  },
] as const satisfies readonly MeasureColumn[];

/** The network measures that an experiment can use: those of a row, then those that need a record of encounters. */
export const experimentMeasures: readonly MeasureColumn[] = [...networkMeasures, ...lifeMeasures];

export type NetworkMeasure = (typeof networkMeasures)[number]["name"] | (typeof lifeMeasures)[number]["name"];

/** The position of each measure in a row. */
export const N = Object.fromEntries(experimentMeasures.map(({ name }, at) => [name, at])) as {
  readonly [K in NetworkMeasure]: number;
};
