import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readParameter } from "../../sim/parameters/check-parameters.ts";
import { type Definition, groups } from "../../sim/parameters/definition-types.ts";
import { defaultParameters, definitions, keyOfName, parameterKeys, parameterNames } from "../../sim/parameters/definitions.ts";
import { fillEffectiveValues, P } from "../../sim/parameters/effective-values.ts";
import { neutralWhenOff, switches } from "../../sim/parameters/switches.ts";

const all = Object.entries(definitions) as [keyof typeof definitions, Definition][];

describe.each(all)("%s", (key, definition) => {
  test("has a snake_case name that matches its key", () => {
    expect(definition.name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
    expect(definition.name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())).toBe(key);
    expect(keyOfName(definition.name)).toBe(key);
  });

  test("has a default that passes its own check", () => {
    expect(readParameter(key, definition.default)).toEqual({ value: definition.default });
    expect(defaultParameters[key]).toBe(definition.default);
  });

  test("has a label, help in sentences, a group, a source and a live flag", () => {
    expect(definition.label).toMatch(/^[A-Z].*[^.]$/);
    expect(definition.help).toMatch(/^[A-Z].*[.?]$/);
    expect(definition.help.length).toBeGreaterThan(20);
    expect(Object.keys(groups)).toContain(definition.group);
    expect(definition.source).not.toBe("");
    expect(typeof definition.live).toBe("boolean");
  });

  test("has a unit, a range and a matching step, or at least two choices", () => {
    if (definition.kind === "choice") expect(new Set(definition.choices).size).toBeGreaterThan(1);
    if (definition.kind !== "number") return;
    const { min, max, step, unit, whole } = definition;
    expect(unit).not.toBe("");
    expect(min).toBeLessThan(max);
    expect(step).toBeGreaterThan(0);
    expect(step).toBeLessThan(max - min);
    if (whole) for (const number of [min, max, step, definition.default]) expect(Number.isInteger(number)).toBe(true);
  });
});

test("no two parameters share a name, a symbol, or a label in their group", () => {
  const twice = (words: string[]) => words.filter((word, at) => words.indexOf(word) !== at);
  expect(twice(all.map(([, { name }]) => name))).toEqual([]);
  expect(twice(all.map(([, { symbol }]) => symbol).filter((symbol) => symbol !== ""))).toEqual([]);
  expect(twice(all.map(([, { group, label }]) => `${group}: ${label}`))).toEqual([]);
  expect(parameterNames).toEqual(all.map(([, { name }]) => name));
});

test("every group has parameters", () => {
  expect(new Set(all.map(([, { group }]) => group))).toEqual(new Set(Object.keys(groups)));
});

test("size, starting network, fading, memory and the drawing of people are fixed at the start; all else is live", () => {
  const atStart = all.filter(([, { live }]) => !live).map(([, { name }]) => name);
  expect(atStart).toEqual([
    "agents",
    "circle_size",
    "circle_spread",
    "domains",
    "network",
    "ties_within",
    "ties_across",
    "rewiring",
    "homophily",
    "block_matrix",
    "degrees",
    "first_strength",
    "imported_strength_low",
    "imported_strength_span",
    "imported_evidence",
    "sociality",
    "expertise_mean",
    "expertise_spread",
    "status_expertise",
    "status_mean",
    "status_spread",
    "memory",
    "fading_rate",
    "fading_protection",
    "evidence_fades",
    "fading",
  ]);
});

// The description of the model is written by hand, independently of the code.
test("the defaults and ranges are those of the model", () => {
  const range = (key: keyof typeof definitions) => {
    const definition: Definition = definitions[key];
    return definition.kind === "number" ? [definition.default, definition.min, definition.max] : [];
  };
  const model: Partial<Record<keyof typeof definitions, number[]>> = {
    agents: [800, 2, 1_000_000],
    circleSize: [40, 1, 1_000_000],
    circleSpread: [0.5, 0, 0.9],
    domains: [6, 1, 64],
    tiesWithin: [20, 0, 150],
    tiesAcross: [14, 0, 150],
    firstStrength: [0.15, 0, 1],
    sharingMean: [0.6, 0, 1],
    boastingMean: [0.25, 0, 1],
    statusBiasMean: [0.3, 0, 1],
    followThroughMean: [0.88, 0, 1],
    opennessMean: [0.55, 0, 1],
    generosityMean: [0.55, 0, 1],
    initiativeMean: [0.5, 0, 1],
    gratitudeMean: [0.5, 0, 1],
    curiosityMean: [0.5, 0, 1],
    trustingMean: [0.5, 0, 1],
    statusExpertise: [0.3, 0, 1],
    statusMean: [0.5, 0, 1],
    statusSpread: [0.5, 0, 2],
    learnCredibility: [0.15, 0, 0.5],
    learnReliability: [0.15, 0, 0.5],
    learnIntimacy: [0.1, 0, 0.5],
    learnSelfOrientation: [0.12, 0, 0.5],
    learnRespect: [0.04, 0, 0.5],
    learnAttention: [0.03, 0, 0.5],
    negativityFactor: [3, 1, 6],
    halfEvidence: [5, 1, 20],
    memory: [52, 1, 520],
    encounterGain: [0.36, 0, 1],
    fadingRate: [0.08, 0, 0.25],
    fadingProtection: [0.7, 0, 0.95],
    forgetBelow: [0.025, 0, 0.1],
    budget: [6, 0, 40],
    richnessRich: [0.9, 0.05, 1],
    richnessLean: [0.22, 0.05, 1],
    leanBelow: [0.35, 0, 1],
    richFrom: [0.7, 0, 1],
    trustInChoice: [3, 0, 6],
    threeRate: [0.15, 0, 1],
    freshFor: [4, 0, 52],
    turnover: [0.05, 0, 1],
    moves: [0.002, 0, 1],
    followUpInterval: [13, 1, 520],
    favorRate: [0.2, 0, 1],
    needRate: [0.15, 0, 1],
    longestDue: [4, 1, 52],
    blowOff: [0.3, 0, 0.8],
    reliedLoss: [2, 0, 10],
    expertPayoff: [1, 0, 10],
    thanksStep: [0.1, 0, 0.3],
    gossipRate: [0.4, 0, 1],
    hearsay: [0.5, 0, 1],
    bystanderShare: [0.3, 0, 1],
    introductionRate: [0.002, 0, 1],
    meetingRate: [0.245, 0, 1],
    outsidePull: [80, 0, 1000],
    newStrength: [0.1, 0, 1],
    checkBelow: [0.45, 0, 1],
    avoidBelow: [0.3, 0, 1],
    newsLife: [12, 1, 520],
    activeFrom: [0.05, 0, 1],
    strongFrom: [0.4, 0, 1],
    traitSpread: [0.4, 0, 2],
    noise: [0.15, 0, 0.5],
  };
  for (const [key, numbers] of Object.entries(model))
    expect([key, ...range(key as keyof typeof definitions)]).toEqual([key, ...numbers]);
  expect(definitions.newsRate.default * definitions.agents.default).toBe(8);
});

describe("the effective values", () => {
  const values = (differs: Partial<typeof defaultParameters>) => {
    const into = new Float64Array(parameterKeys.length);
    fillEffectiveValues({ ...defaultParameters, ...differs }, into);
    return into;
  };

  test("are the parameters: numbers unchanged, a choice as its position, a switch as 0 or 1", () => {
    const into = values({
      network: "small_world",
      trustFunction: "ratio",
      budget: 7.25,
      followUpInterval: Number.POSITIVE_INFINITY,
    });
    expect(into[P.network]).toBe(2);
    expect(into[P.trustFunction]).toBe(0);
    expect(into[P.budget]).toBe(7.25);
    expect(into[P.followUpInterval]).toBe(Number.POSITIVE_INFINITY);
    expect(into[P.gossip]).toBe(1);
    for (const key of parameterKeys)
      if (definitions[key].kind === "number" && key !== "budget" && key !== "followUpInterval")
        expect(into[P[key]]).toBe(defaultParameters[key]);
  });

  test.each(Object.keys(switches) as (keyof typeof switches)[])(
    "with %s off differ only in the switch and the parameters it silences",
    (key) => {
      const before = values({});
      const off = values({ [key]: false });
      const differing = parameterKeys.filter((other) => before[P[other]] !== off[P[other]]);
      expect(differing.sort()).toEqual([key, ...Object.keys(neutralWhenOff[key] ?? {})].sort());
    },
  );

  test("have no strong tie that is inactive, even if the two thresholds cross during a run", () => {
    const into = values({ activeFrom: 0.6, strongFrom: 0.4 });
    expect([into[P.activeFrom], into[P.strongFrom]]).toEqual([0.6, 0.6]);
  });

  test("keep lean encounters leaner than rich ones, even if their bounds cross during a run", () => {
    const into = values({ richnessLean: 0.5, richnessRich: 0.4, leanBelow: 0.8, richFrom: 0.7 });
    expect([into[P.richnessLean], into[P.richnessRich]]).toEqual([0.5, 0.5]);
    expect([into[P.leanBelow], into[P.richFrom]]).toEqual([0.8, 0.801]);
  });
});

test("the release is the package's", async () => {
  const { VERSION } = await import("../../sim/version.ts");
  expect(JSON.parse(readFileSync("package.json", "utf8")).version).toBe(VERSION);
});
