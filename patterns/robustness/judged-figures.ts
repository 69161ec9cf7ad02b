import type { Bound } from "../../study/contrasts/contrast.ts";
import { bounds } from "../bounds.ts";
import type { Form } from "../format.ts";

/** A figure of a pattern that one world shows, without arms or other sizes to compare it with. */
export interface JudgedFigure {
  /** of the pattern: `5` */
  readonly pattern: string;
  readonly name: string;
  readonly outcome: string;
  readonly range: Bound;
  readonly form: Form;
}

/** The figures of all patterns that are read from a single world. Pattern 3 has no shuffles here, and pattern 10 one size of circles. */
export const judgedFigures: readonly JudgedFigure[] = [
  {
    pattern: "1",
    name: "strong among cross ties",
    outcome: "strong_cross_share",
    range: bounds.strongAcross.asTheyAre,
    form: "share",
  },
  { pattern: "3", name: "strength and overlap", outcome: "spearman_within", range: bounds.overlap.within, form: "number" },
  { pattern: "4", name: "closed pairs", outcome: "closed_pairs_ratio", range: bounds.closedPairs, form: "number" },
  { pattern: "5", name: "local bridges", outcome: "bridge_share", range: bounds.localBridges.share, form: "share" },
  { pattern: "5", name: "weak among bridges", outcome: "weak_bridge_share", range: bounds.localBridges.weak, form: "share" },
  { pattern: "6", name: "contact with top three", outcome: "top_three", range: bounds.topThree, form: "share" },
  { pattern: "7", name: "silent new ties", outcome: "silent_new_ties", range: bounds.silentNewTies, form: "share" },
  { pattern: "9", name: "survival of weak ties", outcome: "survival_weak", range: bounds.survival.weak, form: "share" },
  { pattern: "9", name: "survival of strong ties", outcome: "survival_strong", range: bounds.survival.strong, form: "share" },
  { pattern: "10", name: "contacts at 0.40", outcome: "layer_strong", range: bounds.layers.strong, form: "number" },
  { pattern: "10", name: "contacts at 0.20", outcome: "layer_middle", range: bounds.layers.middle, form: "number" },
  { pattern: "10", name: "contacts at 0.05", outcome: "layer_active", range: bounds.layers.active, form: "number" },
];
