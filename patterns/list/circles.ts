import { estimateMean } from "../../study/statistics/estimate.ts";
import { bounds } from "../bounds.ts";
import { type Part, type Pattern, partInRange } from "../pattern.ts";
import type { Results } from "../results.ts";

const CIRCLE_SIZES = "circle-sizes";
const NO_TRUST = "circle-sizes-no-trust-in-choice";

const cuts = [
  { outcome: "layer_strong", bound: bounds.layers.strong, strength: "0.40" },
  { outcome: "layer_middle", bound: bounds.layers.middle, strength: "0.20" },
  { outcome: "layer_active", bound: bounds.layers.active, strength: "0.05" },
] as const;

/** Pattern 10. */
export const layers: Pattern = {
  id: "10",
  claim: "Contacts form layers of 5, 15 and 50, whatever the size of circles",
  definition:
    "Contacts per agent at a strength of at least 0.40, 0.20 and 0.05; each layer includes the inner ones. All circles of a world have the same size (`circle_spread` 0), and each world settles with its own.",
  experiments: [CIRCLE_SIZES],
  measure: (results) => layersIn(results, CIRCLE_SIZES),
  controls: [
    {
      change: "trust in the choice of partner 0",
      experiments: [NO_TRUST],
      measure: (results) => layersIn(results, NO_TRUST),
    },
  ],
};

function layersIn(results: Results, experiment: string): Part[] {
  return results
    .levels(experiment, "circle_size")
    .flatMap((size) =>
      cuts.map(({ outcome, bound, strength }) =>
        partInRange(
          `circles of ${size}, strength ≥ ${strength}`,
          estimateMean(results.values(experiment, "base", outcome, { circle_size: size })),
          bound,
          "number",
        ),
      ),
    );
}
