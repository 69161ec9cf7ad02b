import { clustering, correlateRanks, isLocalBridge } from "../../../sim/index.ts";
import { type Network, neighborsOf } from "../network.ts";
import type { ShuffleKind } from "../shuffles.ts";
import { sortByLevel } from "../strength-levels.ts";
import { assortativity } from "./assortativity.ts";
import type { Components } from "./components.ts";
import { meanConstraint } from "./constraint.ts";
import { meanDistance } from "./distance.ts";
import { modularity } from "./modularity.ts";
import { removalArea } from "./removal.ts";
import type { StaticView } from "./static-view.ts";
import { ofKind } from "./structure.ts";

/** A number that an analysis gives for each kind of ties. */
export interface MeasureText {
  readonly name: string;
  readonly description: string;
  readonly unit: string;
  /** the paper that defines it, or "definition" */
  readonly source: string;
}

/** A measure of the network at one tick. */
export interface StaticMeasure extends MeasureText {
  /** what is permuted to see what chance would give; undefined if nothing is */
  readonly shuffle?: ShuffleKind;
  readonly measure: (view: StaticView) => number;
}

// biome-ignore format: a table
export const staticMeasures: readonly StaticMeasure[] = [
  { name: "ties", unit: "ties", source: "definition",
    description: "Number of active ties.",
    measure: ({ own }) => own.numbers.length },
  { name: "mean_strength", unit: "share", source: "definition",
    description: "Mean strength of active ties.",
    measure: ({ network, own }) => mean(ofKind(network.ties.strength, own)) },
  { name: "strong_share", unit: "share", source: "definition",
    description: "Share of active ties with a strength of `strong_from` or more.",
    measure: ({ own, network }) => share(ofKind(network.ties.strength, own), (strength) => strength >= network.strongFrom) },
  { name: "local_bridge_share", unit: "share", source: "Granovetter 1973", shuffle: "ties",
    description: "Share of active ties whose agents share no active contact.",
    measure: ({ structure, own }) => share(ofKind(structure.shared, own), isLocalBridge) },
  { name: "overlap", unit: "share", source: "Onnela et al. 2007", shuffle: "ties",
    description: "Mean neighborhood overlap: of the other contacts of a tie's agents, the share that they have in common. Contacts of all kinds count.",
    measure: ({ structure, own }) => mean(ofKind(structure.overlap, own)) },
  { name: "overlap_strength", unit: "correlation", source: "Onnela et al. 2007; Spearman 1904", shuffle: "strengths",
    description: "Spearman's correlation of strength and neighborhood overlap over active ties.",
    measure: ({ levels, own }) => correlateRanks(sortByLevel(own.numbers, levels()), own.overlapRanks(), own.numbers.length) },
  { name: "closed_pairs", unit: "share", source: "Granovetter 1973", shuffle: "ties",
    description: "Of the pairs of an agent's ties, the share whose other two agents have an active tie.",
    measure: (view) => view.closed().any },
  { name: "closed_pairs_weak", unit: "share", source: "Granovetter 1973", shuffle: "strengths",
    description: "Of the pairs of an agent's weak ties, the share whose other two agents have an active tie.",
    measure: (view) => view.closed().weak },
  { name: "closed_pairs_strong", unit: "share", source: "Granovetter 1973", shuffle: "strengths",
    description: "Of the pairs of an agent's strong ties, the share whose other two agents have an active tie.",
    measure: (view) => view.closed().strong },
  { name: "closed_pairs_ratio", unit: "ratio", source: "Granovetter 1973", shuffle: "strengths",
    description: "closed_pairs_strong divided by closed_pairs_weak.",
    measure: (view) => { const { strong, weak } = view.closed(); return weak > 0 ? strong / weak : Number.NaN; } },
  { name: "clustering", unit: "share", source: "Watts and Strogatz 1998", shuffle: "ties",
    description: "Of the pairs of an agent's contacts, the share that have a tie, mean over agents with two contacts or more, in the network of these ties alone.",
    measure: ({ network, own }) => clustering({ ...network.ties, degree: own.degree }, own.shared(), new Float64Array(network.ties.agents)) },
  { name: "constraint", unit: "constraint", source: "Burt 1992", shuffle: "ties",
    description: "Burt's constraint, weighted by strength, mean over agents with ties, in the network of these ties alone.",
    measure: ({ network, structure, own }) => meanConstraint(network.ties, structure.lower, own.numbers, own.triangles()) },
  { name: "bridge_range", unit: "steps", source: "Park, Blumenstock and Macy 2018",
    description: "Mean range of local bridges: steps between the agents without the tie, over those who stay connected. Ties of all kinds connect.",
    measure: ({ own }) => own.ranges().mean },
  { name: "bridge_cutting", unit: "share", source: "Park, Blumenstock and Macy 2018",
    description: "Share of local bridges without which the agents would not be connected. Ties of all kinds connect.",
    measure: ({ own }) => own.ranges().cutting },
  { name: "components", unit: "components", source: "Wasserman and Faust 1994",
    description: "Number of components of two agents or more, in the network of these ties alone.",
    measure: ({ own }) => own.parts().count },
  { name: "largest_component", unit: "share", source: "Wasserman and Faust 1994", shuffle: "ties",
    description: "Agents in the largest component as a share of all agents, in the network of these ties alone.",
    measure: ({ own }) => own.parts().largest },
  { name: "mean_distance", unit: "steps", source: "Watts and Strogatz 1998", shuffle: "ties",
    description: "Mean number of steps between two connected agents, in the network of these ties alone. In large networks, from a sample of agents.",
    measure: ({ network, structure, own, mostSteps }) => meanDistance(neighborsOf(network.ties, structure.lower, own), mostReached(own.parts(), network), mostSteps) },
  { name: "modularity", unit: "modularity", source: "Newman and Girvan 2004",
    description: "Modularity of the circles, in the network of these ties alone.",
    measure: ({ network, structure, own }) => modularity(network.ties, structure.lower, own, network.circle) },
  { name: "assortativity_degree", unit: "correlation", source: "Newman 2003", shuffle: "ties",
    description: "Correlation of the numbers of contacts at the two ends of a tie, in the network of these ties alone.",
    measure: ({ network, structure, own }) => assortativity(network.ties, structure.lower, own.numbers, own.degree) },
  { name: "assortativity_status", unit: "correlation", source: "Newman 2003", shuffle: "ties",
    description: "Correlation of the status of the two agents of a tie.",
    measure: ({ network, structure, own }) => assortativity(network.ties, structure.lower, own.numbers, network.status) },
  { name: "assortativity_expertise", unit: "correlation", source: "Newman 2003", shuffle: "ties",
    description: "Correlation of the expertise of the two agents of a tie.",
    measure: ({ network, structure, own }) => assortativity(network.ties, structure.lower, own.numbers, network.expertise) },
  { name: "removal_weakest", unit: "share", source: "Onnela et al. 2007", shuffle: "strengths",
    description: "Mean size of the largest component while ties are removed, the weakest first, as a share of all agents: the area under the curve.",
    measure: ({ removal }) => removalArea(removal().weakest) },
  { name: "removal_strongest", unit: "share", source: "Onnela et al. 2007", shuffle: "strengths",
    description: "Mean size of the largest component while ties are removed, the strongest first, as a share of all agents: the area under the curve.",
    measure: ({ removal }) => removalArea(removal().strongest) },
  { name: "removal_difference", unit: "share", source: "Onnela et al. 2007", shuffle: "strengths",
    description: "removal_strongest minus removal_weakest. Above 0, weak ties hold the network together.",
    measure: ({ removal }) => removalArea(removal().strongest) - removalArea(removal().weakest) },
];

/** Agents that one can reach at most, itself included. */
function mostReached({ count, size }: Components, { ties }: Network): number {
  return count === 1 ? size : ties.agents;
}

/** The mean of the values that are defined; NaN if none is. */
function mean(values: Float64Array): number {
  let sum = 0;
  let counted = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    counted++;
  }
  return sum / counted;
}

function share(values: Float64Array, holds: (value: number) => boolean): number {
  let count = 0;
  for (const value of values) count += +holds(value);
  return count / values.length; // 0 / 0 is NaN
}
