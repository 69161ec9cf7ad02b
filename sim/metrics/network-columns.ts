import type { MeasureColumn } from "./measure-column.ts";

const definition = "definition";
const trustScore = "trust score, 0.3 to 30";
const rate = "per agent and year";

/**
 * The columns of a row of network measures, in their order. Active ties have a strength of `active_from` or more now, strong ones
 * of `strong_from`. Rates look back on the last 52 ticks, or on as many as there were; they are counts over the agents that are
 * there, and what two agents do together counts once. Empty where a measure is not defined.
 */
// biome-ignore format: a table
export const networkMeasures = [
  { name: "tick", label: "Tick", unit: "ticks", description: "Ticks done.", source: definition },
  { name: "agents", label: "Agents", unit: "agents", description: "Agents that are there.", source: definition },
  { name: "known_ties", label: "Known ties", unit: "ties", description: "Ties not forgotten, active or not.", source: definition },
  { name: "active_ties", label: "Active ties", unit: "ties", description: "Ties at `active_from` or more.", source: definition },
  { name: "weak_ties", label: "Weak ties", unit: "ties", description: "Active ties below `strong_from`.", source: definition },
  { name: "strong_ties", label: "Strong ties", unit: "ties", description: "Active ties at `strong_from` or more.", source: definition },
  {
    name: "dormant_ties", label: "Dormant ties", unit: "ties", source: "Levin, Walter and Murnighan 2011, for the term",
    description: "Known ties without an encounter for 52 ticks or more.",
  },
  { name: "cross_ties", label: "Cross ties", unit: "ties", description: "Active ties between circles.", source: definition },
  {
    name: "local_bridges", label: "Local bridges", unit: "ties", source: "Granovetter 1973",
    description: "Active ties of two agents who share no active contact.",
  },
  { name: "mean_strength", label: "Mean strength", unit: "strength", description: "Mean over active ties, now.", source: definition },
  {
    name: "mean_overlap", label: "Mean overlap", unit: "share", source: "Onnela et al. 2007",
    description: "Mean neighborhood overlap of active ties: shared contacts over all other contacts of the two.",
  },
  {
    name: "spearman_strength_overlap", label: "Strength and overlap", unit: "correlation", source: "Spearman 1904",
    description: "Rank correlation of strength and overlap over active ties, with average ranks.",
  },
  {
    name: "clustering", label: "Clustering", unit: "share", source: "Watts and Strogatz 1998",
    description: "Mean share of the pairs of an agent's active contacts that are tied, over agents with two or more.",
  },
  {
    name: "layer_strong", label: "Inner layer", unit: "contacts per agent", source: "Dunbar 1998",
    description: "Contacts at a strength of 0.40 or more.",
  },
  {
    name: "layer_middle", label: "Middle layer", unit: "contacts per agent", source: "Dunbar 1998",
    description: "Contacts at a strength of 0.20 or more.",
  },
  {
    name: "layer_active", label: "Outer layer", unit: "contacts per agent", source: "Dunbar 1998",
    description: "Contacts at a strength of 0.05 or more.",
  },
  {
    name: "mean_trust_score", label: "Trust score", unit: trustScore, source: "Maister, Green and Galford 2000",
    description: "Mean of T over known ties in both directions.",
  },
  {
    name: "mean_trust_share", label: "Trust share", unit: "share", source: definition,
    description: "Mean trust share over known ties in both directions.",
  },
  {
    name: "incoming_trust_score", label: "Incoming trust score", unit: trustScore, source: definition,
    description: "Mean over agents of the mean T of those who have three pieces of evidence or more about them.",
  },
  {
    name: "incoming_trust_share", label: "Incoming trust share", unit: "share", source: definition,
    description: "The same of the trust share.",
  },
  {
    name: "hidden_ties", label: "Hidden ties", unit: "ties per agent", source: definition,
    description: "Active ties to agents with expertise above 0.7 and status below 0.4.",
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
    name: "encounters", label: "Encounters", unit: "per agent and tick", source: definition,
    description: "Encounters over agents and ticks; an agent takes part in twice as many.",
  },
  { name: "promises_made", label: "Promises made", unit: rate, description: "Favors asked and agreed to.", source: definition },
  {
    name: "promises_kept_share", label: "Promises kept", unit: "share", source: definition,
    description: "Of the promises that were kept or broken, the share that was kept.",
  },
  { name: "promises_broken_share", label: "Promises broken", unit: "share", description: "The share that was broken.", source: definition },
  {
    name: "refused_share", label: "Refusals", unit: "share", source: definition,
    description: "Of the favors asked, the share that was refused: refusals over refusals and promises made.",
  },
  { name: "thanks_share", label: "Thanks", unit: "share", description: "Of kept promises, the share thanked for.", source: definition },
  { name: "gossip", label: "Gossip", unit: rate, description: "Times that someone told a contact about a third.", source: definition },
  { name: "introductions", label: "Introductions", unit: rate, description: "Introductions that both engaged with.", source: definition },
  {
    name: "declined", label: "Declined", unit: rate, source: definition,
    description: "Trust checks that came out against asking a favor or beginning a tie.",
  },
  { name: "ties_formed", label: "Ties formed", unit: rate, description: "New ties over agents.", source: definition },
  { name: "ties_forgotten", label: "Ties forgotten", unit: rate, description: "Ties that faded away, over agents.", source: definition },
  { name: "news_offered", label: "News offered", unit: rate, description: "Items of news offered to a contact.", source: definition },
  { name: "news_used", label: "News used", unit: rate, description: "Offered items that were used, new or not.", source: definition },
  {
    name: "reach", label: "Opportunity reach", unit: rate, source: definition,
    description: "Items of news first received from others, over the agents that are there.",
  },
  {
    name: "gini_reach", label: "Inequality of reach", unit: "Gini coefficient", source: "Gini 1912",
    description: "Gini coefficient of the reach of the agents that are there, over the same ticks.",
  },
  {
    name: "payoff", label: "Payoff", unit: rate, source: definition,
    description: "Gains less losses from promises relied on, over the agents that are there.",
  },
] as const satisfies readonly MeasureColumn[];

export type NetworkMeasure = (typeof networkMeasures)[number]["name"];

/** Where each measure stands in a row. */
export const N = Object.fromEntries(networkMeasures.map(({ name }, at) => [name, at])) as {
  readonly [K in NetworkMeasure]: number;
};
