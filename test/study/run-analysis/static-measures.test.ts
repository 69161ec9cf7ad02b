import { describe, expect, test } from "vitest";
import type { TieKind } from "../../../study/run-analysis/network.ts";
import { analyzeNetwork } from "../../../study/run-analysis/static/analyze-network.ts";
import { staticMeasures } from "../../../study/run-analysis/static/static-measures.ts";
import { karateNetwork, networkOf } from "./karate-network.ts";

/*
The figures of the karate club are those of networkx 2.8.8: connected_components, all_pairs_shortest_path_length, constraint (weight
w, mean over agents with ties), clustering (mean over agents with two contacts or more), modularity (the two clubs), degree_pearson_
correlation_coefficient, numeric_assortativity_coefficient, common_neighbors (overlap and closed pairs), and shortest_path_length after
remove_edge (range). "within" and "across" are the networks of the ties within and between the clubs alone. R's igraph 1.3.5 gives the
same mean distance (2.40819964349) and assortativity (−0.475613097685).
*/
const figures: Readonly<Record<string, Readonly<Record<TieKind, number>>>> = {
  ties: { all: 78, within: 67, across: 11 },
  components: { all: 1, within: 2, across: 2 },
  largest_component: { all: 1, within: 0.5, across: 0.3235294117647059 },
  mean_distance: { all: 2.408199643493761, within: 1.8566176470588236, across: 2.875 },
  constraint: { all: 0.4866738571471143, within: 0.5570550803844628, across: 0.7946447722297603 },
  clustering: { all: 0.5879305533048848, within: 0.7187003968253967, across: 0 },
  modularity: { all: 0.3582347140039448, within: 0.4989975495656047, across: -0.5 },
  assortativity_degree: { all: -0.4756130976846144, within: -0.49791000984706896, across: -0.48076923076923084 },
  assortativity_status: { all: -0.2328567967046284, within: -0.22904343730022544, across: -0.3726812816188868 },
  assortativity_expertise: { all: Number.NaN, within: Number.NaN, across: Number.NaN },
  overlap: { all: 0.17708857663906483, within: 0.19401740728042652, across: 0.07397660818713452 },
  overlap_strength: { all: 0.03950329561902684, within: -0.04368011755209053, across: -0.010529232878566532 },
  closed_pairs: { all: 0.2556818181818182, within: 0.3253968253968254, across: 0.2857142857142857 },
  closed_pairs_weak: { all: 0.2542372881355932, within: 0.3867924528301887, across: 0.25 },
  closed_pairs_strong: { all: 0.2619047619047619, within: 0.2857142857142857, across: 0 },
  local_bridge_share: { all: 0.14102564102564102, within: 0.05970149253731343, across: 0.6363636363636364 },
  bridge_range: { all: 3, within: 3, across: 3 },
  bridge_cutting: { all: 0.09090909090909091, within: 0.25, across: 0 },
  removal_weakest: { all: 0.6294117647058823, within: 0.33382352941176485, across: 0.12205882352941173 },
  removal_strongest: { all: 0.6779411764705883, within: 0.34558823529411764, across: 0.14558823529411763 },
};

describe("the karate club has the figures of networkx", () => {
  const { rows, removal } = analyzeNetwork(karateNetwork, 0, "seed");
  for (const [measure, byKind] of Object.entries(figures))
    test(measure, () => {
      for (const [ties, figure] of Object.entries(byKind)) {
        const value = rows.find((row) => row.measure === measure && row.ties === ties)?.value ?? expect.fail(`no ${measure}`);
        if (Number.isNaN(figure)) expect(value, ties).toBeNaN();
        else expect(value, ties).toBeCloseTo(figure, 12);
      }
    });

  test("every measure has a row for each kind of ties", () => expect(rows).toHaveLength(3 * staticMeasures.length));

  test("the largest component shrinks, the weakest ties first, as in networkx", () => {
    const curve = removal.filter(({ ties, first }) => ties === "all" && first === "weakest");
    expect(curve.map(({ largest }) => Math.round(34 * largest))).toEqual([
      34, 34, 34, 34, 34, 33, 33, 31, 30, 29, 28, 27, 26, 18, 14, 6, 5, 5, 3, 3, 1,
    ]);
    expect(curve.map(({ removed }) => removed)).toEqual(Array.from({ length: 21 }, (_, step) => step / 20));
  });
});

describe("by hand", () => {
  const figureOf = (network: Parameters<typeof analyzeNetwork>[0], measure: string, ties: TieKind = "all") =>
    analyzeNetwork(network, 0, "s").rows.find((row) => row.measure === measure && row.ties === ties)?.value;

  test("in a ring of six, each tie is a local bridge of range 5", () => {
    const ring = networkOf(
      [0, 0, 0, 0, 0, 0],
      [
        [0, 1, 1],
        [0, 5, 1],
        [1, 2, 1],
        [2, 3, 1],
        [3, 4, 1],
        [4, 5, 1],
      ],
    );
    expect(figureOf(ring, "bridge_range")).toBe(5);
    expect(figureOf(ring, "bridge_cutting")).toBe(0);
    // Distances 1, 1, 2, 2, 3
    expect(figureOf(ring, "mean_distance")).toBeCloseTo(9 / 5, 14);
    // p = 1/2 for each of two contacts who share no tie: 2 × 1/4
    expect(figureOf(ring, "constraint")).toBeCloseTo(0.5, 14);
  });

  test("without ties nothing but counts is defined, and nothing fails", () => {
    const { rows } = analyzeNetwork(networkOf([0, 0, 1], []), 2, "s");
    const defined = rows.filter(({ value }) => !Number.isNaN(value)).map(({ measure }) => measure);
    expect(new Set(defined)).toEqual(new Set(["ties", "components", "largest_component"]));
  });
});
