import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { planExperiment } from "../../batch/experiment/plan/plan-experiment.ts";
import type { Tables } from "../../patterns/results.ts";
import { type Change, changesOf, DEFAULTS } from "../../patterns/robustness/changes.ts";
import { rankFactors } from "../../patterns/robustness/indices.ts";
import { judgedFigures } from "../../patterns/robustness/judged-figures.ts";
import { type Arms, verdictArms } from "../../patterns/robustness/verdict-arms.ts";
import { type Definition, definitions } from "../../sim/index.ts";

const folder = "patterns/robustness/experiments";
const read = (name: string) => parse(readFileSync(`${folder}/${name}.yaml`, "utf8"));

/** The numbers and choices that a screening cannot vary, with the reason. */
const leftOut: Readonly<Record<string, string>> = {
  agents: "the figures depend on it, and it decides how long a run takes",
  network: "the default world starts with circles",
  rewiring: "only small worlds are rewired",
  homophily: "only a block model has it",
  block_matrix: "only a block model has it",
  degrees: "only a configuration model has them",
  imported_strength_low: "only imported ties have it",
  imported_strength_span: "only imported ties have it",
  imported_evidence: "only imported ratings have it",
};

describe("the experiments", () => {
  test.each(["screening", "verdicts", "indices"])("%s is read without a fault, and every run of it is possible", (name) => {
    expect(planExperiment(`${folder}/${name}.yaml`).plan.runs).toBeGreaterThan(500);
  });

  test("screen every number and choice but those that a generated world doesn't know", () => {
    const known = Object.values<Definition>(definitions).filter(({ kind }) => kind !== "switch");
    const varied = Object.keys(read("screening").vary);
    expect([...varied, ...Object.keys(leftOut)].sort()).toEqual(known.map(({ name }) => name).sort());
  });

  test("contain the default in every range", () => {
    const all = new Map(Object.values<Definition>(definitions).map((definition) => [definition.name, definition.default]));
    for (const [name, range] of Object.entries<Record<string, number> | unknown[]>(read("screening").vary)) {
      const value = all.get(name);
      if (Array.isArray(range)) expect(range, name).toContain(value);
      else {
        expect(value, name).toBeGreaterThanOrEqual(range.from);
        expect(value, name).toBeLessThanOrEqual(range.to);
      }
    }
  });

  test("measure the same in all worlds, and give the same ranges to the strongest ten", () => {
    const [screening, verdicts, indices] = ["screening", "verdicts", "indices"].map(read);
    const { outcomes, ticks, burn_in } = screening;
    for (const one of [verdicts, indices]) expect(one).toMatchObject({ outcomes, ticks, burn_in });
    expect(indices.parameters).toEqual(screening.parameters);
    expect(Object.keys(indices.vary)).toHaveLength(10);
    expect(screening.vary).toMatchObject(indices.vary);
    for (const { outcome } of judgedFigures) expect(Object.keys(outcomes)).toContain(outcome);
  });

  test("compare the defaults with either end of each range, every other choice and each mechanism off", async () => {
    // `npx vitest run test/patterns/robustness.test.ts --update` writes the arms again.
    await expect(withArms(verdictArms(read("screening").vary))).toMatchFileSnapshot(`../../${folder}/verdicts.yaml`);
    expect(read("verdicts").arms).toMatchObject({
      defaults: {},
      memory_low: { parameters: { memory: 26 } },
      memory_high: { parameters: { memory: 78 } },
      trust_function_additive: { parameters: { trust_function: "additive" } },
      gossip_off: { parameters: { gossip: "off" } },
    });
  });
});

function armsText(arms: Arms): string {
  const line = ([name, { parameters = {} }]: [string, Arms[string]]) => {
    const set = Object.entries(parameters).map(([parameter, value]) => `${parameter}: ${value}`);
    return set.length === 0 ? `${name}: {}` : `${name}: {parameters: {${set.join(", ")}}}`;
  };
  return Object.entries(arms).map(line).join("\n");
}

/** The file of the verdicts, with these arms. */
function withArms(arms: Arms): string {
  const text = readFileSync(`${folder}/verdicts.yaml`, "utf8");
  const indented = armsText(arms).replace(/^/gm, "  ");
  return text.replace(/^arms:\n(?: {2}.*\n)*/m, `arms:\n${indented}\n`);
}

describe("a verdict changes", () => {
  /** Tables with one experiment, in which every outcome of an arm has the same values by seed. */
  const tablesOf = (arms: Readonly<Record<string, readonly number[]>>) =>
    ({ values: (_experiment: string, arm: string) => [...(arms[arm] ?? [])] }) as unknown as Tables;

  test("from holds to fails or from fails to holds, not from or to undecided", () => {
    const arms = { [DEFAULTS]: [0.1, 0.1, 0.1], same: [0.11, 0.11, 0.11], much: [0.9, 0.9, 0.9], wide: [0, 0.5, 1] };
    const [same, much, wide] = changesOf(tablesOf(arms), "verdicts", ["same", "much", "wide"]);
    const lost = ({ findings }: Change) => findings.map(({ outcome, verdict }) => `${outcome} ${verdict}`);
    expect(lost(same)).toEqual([]);
    expect(lost(much)).toContain("bridge_share fails");
    expect(lost(much)).toContain("spearman_within holds");
    expect(lost(much)).not.toContain("strong_cross_share fails"); // it fails in both
    expect(lost(wide)).toEqual([]);
  });
});

test("factors are ranked by their largest effect as a share of the outcome's level", () => {
  const effect = (factor: string, outcome: string, muStar: number) => ({ factor, outcome, muStar });
  const ranked = rankFactors(
    [effect("a", "big", 50), effect("a", "small", 0.001), effect("b", "big", 10), effect("b", "small", 0.02)],
    (outcome) => (outcome === "big" ? 100 : -0.02),
  );
  expect(ranked.map(({ factor, largest }) => [factor, largest])).toEqual([
    ["b", 1],
    ["a", 0.5],
  ]);
});
