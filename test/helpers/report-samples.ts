import { draw, type PlainValue, seedKey } from "../../sim/index.ts";
import type { Contrast } from "../../study/contrasts/contrast.ts";
import { createContrastAnalyzer, type JudgedContrast } from "../../study/contrasts/contrast-analyzer.ts";
import type { Arm, Design, DesignPoint, Experiment, Factor, Outcome } from "../../study/experiment.ts";
import { createMarginals } from "../../study/marginal-means.ts";
import { createPlan, type Plan } from "../../study/plan.ts";
import type { FailedRun, ReportData } from "../../study/report-data.ts";
import type { MorrisIndex } from "../../study/sensitivity/morris-indices.ts";
import type { SobolIndex } from "../../study/sensitivity/sobol-indices.ts";
import { describeValues } from "../../study/statistics/describe.ts";
import { pairedDifference } from "../../study/statistics/paired-difference.ts";

/** Experiments as a report meets them, with made-up outcomes that a formula and some noise give: nothing is run. */
export const reportSamples = {
  armsOnly: () => sample({ question: "Does gossip help or hurt those who keep their promises?", arms: threeArms }),

  oneFactor: () =>
    sample({
      question: "How does blowing off weak ties change how many of them grow strong, with gossip and without?",
      factors: [levels("blow_off", 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)],
      arms: threeArms,
    }),

  switchFactor: () =>
    sample({ question: "Do introductions matter?", factors: [levels("introductions", true, false)], arms: threeArms.slice(0, 2) }),

  /** with one expectation that the report answers */
  answered: () =>
    sample({
      question: "Do introductions turn weak ties into strong ones?",
      factors: [levels("introductions", true, false)],
      arms: [arm("as_it_is")],
      contrasts: [
        {
          name: "gain",
          claim: "Introductions raise conversion",
          outcome: "conversion",
          comparison: {
            kind: "difference",
            groups: [{ levels: { introductions: [true] } }, { levels: { introductions: [false] } }],
          },
          expect: { above: 0 },
        },
      ],
    }),

  choiceFactor: () =>
    sample({
      question: "Does it matter which network people start from?",
      factors: [levels("network", "circles", "small_world", "random")],
      arms: [arm("as it is")],
    }),

  never: () =>
    sample({
      question: "How often must one follow up, and is never following up so bad?",
      factors: [levels("follow_up_interval", 4, 13, 26, 52, "never")],
      arms: threeArms.slice(0, 2),
    }),

  twoFactors: () =>
    sample({
      question: "Where do gossip and blowing off meet?",
      factors: [levels("blow_off", 0, 0.2, 0.4, 0.6, 0.8), levels("gossip_rate", 0, 0.25, 0.5, 0.75, 1)],
      arms: threeArms.slice(0, 2),
    }),

  fewLevels: () =>
    sample({
      question: "Does gossip matter where promises are easily broken?",
      factors: [levels("blow_off", 0, 0.2, 0.4, 0.6, 0.8), levels("gossip", true, false)],
      arms: threeArms.slice(0, 2),
    }),

  singleRuns: () =>
    sample({
      question: "How are the outcomes spread over the whole space?",
      factors: [range("blow_off", 0, 0.8), range("gossip_rate", 0, 1), range("hearsay", 0, 1)],
      arms: threeArms.slice(0, 2),
      design: { kind: "latin_hypercube", points: 40 },
      replicates: 1,
    }),

  threeFactors: () =>
    sample({
      question: "What drives conversion?",
      factors: [levels("blow_off", 0, 0.4, 0.8), levels("gossip", true, false), levels("focal.follow_through", 0.2, 0.5, 0.9)],
      arms: threeArms.slice(0, 2),
      focal: true,
    }),

  hypercube: () =>
    sample({
      question: "What drives conversion, over the whole space?",
      factors: [range("blow_off", 0, 0.8), range("gossip_rate", 0, 1), range("hearsay", 0, 1), levels("news", true, false)],
      arms: threeArms.slice(0, 2),
      design: { kind: "latin_hypercube", points: 60 },
      replicates: 3,
    }),

  morris: () => {
    const data = sample({ ...screening, design: { kind: "morris", trajectories: 4, levels: 4 } });
    return { ...data, indices: { kind: "morris" as const, values: indices(data, morrisIndex) } };
  },

  saltelli: () => {
    const data = sample({ ...screening, design: { kind: "saltelli", base: 16 } });
    return { ...data, indices: { kind: "saltelli" as const, values: indices(data, sobolIndex) } };
  },

  /** with markup in every text that a file can bring, and not finished */
  failures: () => {
    const factors = [levels("blow_off", 0, 0.4, 0.8)];
    const data = sample({
      question: 'Is <script>alert("question")</script> asked & answered?',
      factors,
      arms: [arm("plain"), arm("<b>bold</b> & \"quoted\" 'arm'")],
      missing: ({ blow_off }, at) => blow_off === 0.8 && at === 1,
    });
    return {
      ...data,
      progress: { planned: 120, done: 97, failed: 2, replicatesUsed: 20 },
      failures: [failure("3f9a0c"), failure("77be21")],
      people: "34 agents, 78 ties; 2 circles from the file <karate>",
    };
  },
} satisfies Record<string, () => ReportData>;

const screening: Pick<Wanted, "question" | "factors" | "arms" | "replicates"> = {
  question: "Which of these settings matter for conversion at all?",
  factors: [range("blow_off", 0, 0.8), range("gossip_rate", 0, 1), range("hearsay", 0, 1), range("follow_up_interval", 4, 104)],
  arms: [arm("as it is"), arm("no thanks", { thanks: false })],
  replicates: 2,
};

interface Wanted {
  readonly question: string;
  readonly factors?: readonly Factor[];
  readonly arms: readonly Arm[];
  readonly design?: Design;
  readonly replicates?: number;
  readonly focal?: boolean;
  readonly contrasts?: readonly Contrast[];
  /** whether an arm has no outcome at a point */
  readonly missing?: (point: DesignPoint, arm: number) => boolean;
}

function sample({
  question,
  factors = [],
  arms,
  design = { kind: "grid" },
  replicates = 20,
  focal,
  contrasts,
  missing,
}: Wanted): ReportData {
  const experiment: Experiment = {
    question,
    scenario: "default",
    parameters: { agents: 200 },
    interventions: [],
    ticks: 520,
    burnIn: 104,
    seed: "sample",
    replicates,
    ...(focal ? { focalAgents: { top: 10, by: "expertise" } } : {}),
    factors,
    design,
    arms,
    outcomes: focal ? [...outcomes, focalOutcome] : outcomes,
    ...(contrasts && { contrasts }),
    series: { every: 26, measures: ["mean_trust_share"] },
    runLimit: 600,
  };
  const points = pointsOf(experiment);
  const valuesOf = (outcome: number, at: number, of: number) =>
    Float64Array.from({ length: replicates }, (_, replicate) =>
      missing?.(points[at], of) ? Number.NaN : outcomeOf(points[at], factors, of, outcome, replicate),
    );
  const key = seedKey("report sample");
  const each = <T>(of: (outcome: number, at: number, arm: number) => T) =>
    experiment.outcomes.map((_, outcome) => points.map((_point, at) => arms.map((_arm, which) => of(outcome, at, which))));
  const planned = points.length * arms.length * replicates;
  return {
    experiment,
    version: "0.1.0",
    makers: ["build 0123456789ab, Node 20.19.0, linux-x64"],
    hash: "9c1185a5c5e9fc54612808977ee8f548b2258d31a6b1e0c3f1a3fd5d9f1b0a11",
    points,
    descriptions: each((outcome, at, of) => describeValues(valuesOf(outcome, at, of), key)),
    differences: each((outcome, at, of) =>
      of === 0 ? undefined : pairedDifference(valuesOf(outcome, at, of), valuesOf(outcome, at, 0), key),
    ),
    marginals: marginalsOf({ points, experiment }, valuesOf),
    contrasts: design.kind === "grid" ? judgeAll(experiment, valuesOf) : [],
    progress: { planned, done: planned, failed: 0, replicatesUsed: replicates },
    failures: [],
    files: [{ file: "experiment.yaml", sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" }],
    repeat: ["weakties experiment experiment.yaml --out results"],
  };
}

function marginalsOf(
  { points, experiment }: Pick<Plan, "points" | "experiment">,
  valuesOf: (outcome: number, at: number, of: number) => Float64Array,
) {
  const marginals = createMarginals({ points, experiment });
  for (const at of points.keys())
    marginals.add(experiment.arms.map((_, of) => experiment.outcomes.map((__, outcome) => valuesOf(outcome, at, of))));
  return marginals.finish();
}

/** The contrasts that the program computes from these outcomes. */
function judgeAll(experiment: Experiment, valuesOf: (outcome: number, at: number, of: number) => Float64Array): JudgedContrast[] {
  const plan = createPlan(experiment);
  const { arms } = experiment;
  const analyzer = createContrastAnalyzer(plan);
  for (let combination = 0; combination < plan.combinations; combination++) {
    const [at, of] = [Math.floor(combination / arms.length), combination % arms.length];
    analyzer.add(
      combination,
      experiment.outcomes.map((_, outcome) => valuesOf(outcome, at, of)),
    );
  }
  return analyzer.judge();
}

const outcomes: readonly Outcome[] = [
  { name: "conversion", measure: "conversion_156", of: "network", when: { at: 520 }, every: 1 },
  { name: "trust", measure: "mean_trust_score", of: "network", when: { mean: { from: 104, to: 520 } }, every: 26 },
  { name: "ties_gained", measure: "active_ties", of: "network", when: { change: { from: 104, to: 520 } }, every: 1 },
];

const focalOutcome: Outcome = { name: "focal_trust", measure: "incoming_trust_share", of: "focal", when: { at: 520 }, every: 1 };

const threeArms: readonly Arm[] = [arm("as it is"), arm("no gossip", { gossip: false }), arm("no thanks", { thanks: false })];

function arm(name: string, parameters: Record<string, PlainValue> = {}): Arm {
  return { name, parameters, focalTraits: {}, interventions: [] };
}

function levels(name: string, ...given: PlainValue[]): Factor {
  return { name, values: { levels: given } };
}

function range(name: string, from: number, to: number): Factor {
  return { name, values: { from, to, whole: name === "follow_up_interval" } };
}

function pointsOf({ factors, design }: Experiment): DesignPoint[] {
  if (design.kind === "grid")
    return factors.reduce<DesignPoint[]>(
      (points, { name, values }) =>
        points.flatMap((point) => ("levels" in values ? values.levels : []).map((level) => ({ ...point, [name]: level }))),
      [{}],
    );
  const count = "points" in design && typeof design.points === "number" ? design.points : design.kind === "morris" ? 10 : 40;
  return Array.from({ length: count }, (_, at) =>
    Object.fromEntries(factors.map(({ name, values }, place) => [name, drawn(values, uniform(`${name} ${at} ${place}`))])),
  );
}

function drawn(values: Factor["values"], share: number): PlainValue {
  if ("levels" in values) return values.levels[Math.floor(share * values.levels.length)];
  const value = values.from + share * (values.to - values.from);
  return values.whole ? Math.round(value) : value;
}

/** A number of each outcome's size that falls along the first factor, bends along the second, and differs by arm. */
function outcomeOf(point: DesignPoint, factors: readonly Factor[], arm: number, outcome: number, replicate: number): number {
  const size = [0.2, 4, 300, 0.6][outcome];
  const at = factors.map((factor) => shareOf(factor, point[factor.name]));
  const effect = 1 - 0.5 * (at[0] ?? 0) + 0.3 * (at[1] ?? 0) * (1 - (at[0] ?? 0)) + 0.12 * arm * (1 - (at[0] ?? 0));
  const shared = uniform(`shared ${outcome} ${replicate}`) - 0.5;
  const own = uniform(`own ${outcome} ${replicate} ${arm} ${JSON.stringify(point)}`) - 0.5;
  return size * (effect + 0.3 * shared + 0.12 * own);
}

function shareOf({ values }: Factor, level: PlainValue): number {
  if ("levels" in values) return values.levels.indexOf(level) / (values.levels.length - 1);
  return (Number(level) - values.from) / (values.to - values.from);
}

function indices<T>({ experiment }: ReportData, of: (share: number, size: number) => T): T[][][] {
  return experiment.outcomes.map((_, outcome) =>
    experiment.arms.map((_arm, arm) =>
      experiment.factors.map((_factor, factor) => of(uniform(`index ${arm} ${factor}`) / (1 + factor), [0.2, 4, 300][outcome])),
    ),
  );
}

function morrisIndex(share: number, size: number): MorrisIndex {
  const muStar = share * size;
  return { mu: -0.8 * muStar, muStar, muStarLow: 0.8 * muStar, muStarHigh: 1.25 * muStar, sigma: 0.5 * share * share * size };
}

function sobolIndex(share: number): SobolIndex {
  const total = Math.min(1, 1.3 * share + 0.05);
  return { first: share, firstLow: share - 0.08, firstHigh: share + 0.08, total, totalLow: total - 0.06, totalHigh: total + 0.06 };
}

function failure(id: string): FailedRun {
  return {
    id,
    arm: "plain",
    point: { blow_off: 0.4 },
    replicate: 7,
    seed: "sample/7",
    error: "RangeError: <script>alert(1)</script> & more than 600 s; given up",
  };
}

function uniform(text: string): number {
  const key = seedKey(text);
  return draw(key[0], key[1], 0);
}

export type SampleName = keyof typeof reportSamples;
