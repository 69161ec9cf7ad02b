import fc from "fast-check";
import {
  groupMeasureColumns,
  networkMeasures,
  parameterNames,
  type ScenarioName,
  scenarioNames,
  traitNames,
} from "../../sim/index.ts";
import type { Bound, Comparison, Contrast, Group } from "../../study/contrasts/contrast.ts";
import type {
  Arm,
  Design,
  Distribution,
  Experiment,
  Factor,
  MeasureOutcome,
  Outcome,
  Range,
  RunTables,
  Settings,
  Span,
  When,
} from "../../study/experiment.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,39}$/).filter((word) => !parameterNames.includes(word) && !fixed.includes(word));
const fixed = ["id", "arm", "replicate", "seed", "state_hash", "error"];
/** Texts with difficult characters: quotes, line ends, YAML syntax, letters of other scripts. */
const text = fc
  .array(fc.constantFrom("a", "7", " ", "'", '"', "\n", ": ", "# ", "- ", "{", "é", "🦊", "never", "\t", "%"), { maxLength: 12 })
  .map((parts) => parts.join("").trim());

/** Possible levels of parameters and traits, in the form that experiments store. */
const levels: Readonly<Record<string, fc.Arbitrary<number | string | boolean>>> = {
  agents: fc.integer({ min: 2, max: 1000 }),
  blow_off: fc.double({ min: 0, max: 0.8, noNaN: true }).map((value) => value + 0),
  follow_up_interval: fc.oneof(fc.integer({ min: 1, max: 520 }), fc.constant("never")),
  gossip: fc.boolean(),
  network: fc.constantFrom("circles", "random", "small_world", "ring", "preferential_attachment"),
  "focal.generosity": share,
};

const levelsOf = (factor: string) =>
  fc.uniqueArray(levels[factor], { minLength: 2, maxLength: factor === "gossip" ? 2 : factor === "network" ? 3 : 5 });

const range = (factor: string): fc.Arbitrary<Range> => {
  const whole = factor === "agents";
  const bounds = whole ? [2, 1000] : factor === "blow_off" ? [0, 0.8] : [0, 1];
  const part = whole ? fc.integer({ min: 2, max: 1000 }) : fc.double({ min: bounds[0], max: bounds[1], noNaN: true });
  return fc
    .tuple(part, part)
    .filter(([a, b]) => a !== b)
    .chain(([a, b]) => {
      const [from, to] = [Math.min(a, b) + 0, Math.max(a, b) + 0];
      return anyDistribution(from, to).map((distribution) => ({ from, to, whole, ...(distribution && { distribution }) }));
    });
};

function anyDistribution(from: number, to: number): fc.Arbitrary<Distribution | undefined> {
  const between = fc.constantFrom(from, to);
  return fc.oneof(
    fc.constant(undefined),
    fc.record({ kind: fc.constant("triangular" as const), mode: between }),
    fc.record({ kind: fc.constant("normal" as const), mean: between, sd: fc.double({ min: 0.001, max: 10, noNaN: true }) }),
    ...(from > 0 ? [fc.constant({ kind: "log_uniform" as const })] : []),
  );
}

function factor(factorName: string, mayRange: boolean): fc.Arbitrary<Factor> {
  const listed = levelsOf(factorName).map((values) => ({ levels: values }));
  const ranges = mayRange && ["agents", "blow_off", "focal.generosity"].includes(factorName);
  return (ranges ? fc.oneof(listed, range(factorName)) : listed).map((values) => ({ name: factorName, values }));
}

const someFactors = (least: number) => fc.subarray(Object.keys(levels), { minLength: least, maxLength: 4 });

const ofRanges: fc.Arbitrary<Design> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("latin_hypercube", "sobol"),
    points: fc.integer({ min: 2, max: 100 }),
  }) as fc.Arbitrary<Design>,
  fc.record({
    kind: fc.constant("morris" as const),
    trajectories: fc.integer({ min: 2, max: 20 }),
    levels: fc.constantFrom(2, 4, 6),
  }),
  fc.record({ kind: fc.constant("saltelli" as const), base: fc.integer({ min: 2, max: 64 }) }),
);

type Plan = Pick<Experiment, "factors" | "design">;

/** Unlike the names of arms and outcomes, which must differ from it. */
const causeName = fc.stringMatching(/^cause_[a-z0-9_]{0,34}$/);

/** For each cause of a design, what it may set. */
const causeSettings: readonly (readonly Settings[])[] = [
  [
    { parameters: { gossip: false }, focalTraits: {}, interventions: [] },
    { parameters: { gossip: false, introductions: false }, focalTraits: { sharing: 0.5 }, interventions: [] },
  ],
  [{ parameters: {}, focalTraits: { generosity: 0 }, interventions: [{ tick: 3, remove: 2 }] }],
  [{ parameters: {}, focalTraits: {}, interventions: [{ tick: 2, label: "x", set: { noise: 0.2 } }] }],
];

/** Every subset of two or three causes, each with a setting of its own. */
const shapley: fc.Arbitrary<Plan> = fc
  .uniqueArray(causeName, { minLength: 2, maxLength: 3 })
  .chain((names) =>
    fc.tuple(
      ...names.map((one, at) =>
        fc
          .constantFrom(...(causeSettings[at] ?? []))
          .map((sets): Factor => ({ name: one, values: { levels: [false, true] }, sets })),
      ),
    ),
  )
  .map((factors) => ({ factors, design: { kind: "shapley" } }));

const plan: fc.Arbitrary<Plan> = fc.oneof(
  shapley,
  someFactors(0).chain((names) =>
    fc.tuple(...names.map((one) => factor(one, false))).map((factors): Plan => ({ factors, design: { kind: "grid" } })),
  ),
  someFactors(1).chain((names) => fc.record({ factors: fc.tuple(...names.map((one) => factor(one, true))), design: ofRanges })),
  someFactors(3).chain((names) =>
    fc.tuple(...names.map((one) => factor(one, true))).map((factors): Plan => {
      const design = { kind: "saltelli", base: 4, groups: { pair: names.slice(0, 2) }, secondOrder: true } as const;
      return { factors, design };
    }),
  ),
  someFactors(1).chain((names) =>
    fc
      .uniqueArray(fc.record(Object.fromEntries(names.map((one) => [one, levels[one]]))), {
        minLength: 1,
        maxLength: 5,
        selector: (point) => JSON.stringify(point),
      })
      .map((points): Plan => {
        const factors = names.map((one) => ({ name: one, values: { levels: [...new Set(points.map((point) => point[one]))] } }));
        return { factors, design: { kind: "list", points } };
      }),
  ),
);

const arm: fc.Arbitrary<Arm> = fc.record({
  name,
  parameters: fc.constantFrom({}, { noise: 0.25 }, { noise: 0, thanks: false }),
  focalTraits: fc
    .subarray([...traitNames].filter((trait) => trait !== "generosity"))
    .chain((some) => fc.record(Object.fromEntries(some.map((trait) => [trait, share])))),
  interventions: fc.constantFrom([], [{ tick: 3, label: "a: b", set: { gossip: false } }]),
});

/** Expressions in the one spelling that experiments store. */
const expressions = [
  "strong cross ties / cross ties",
  "payoff of focal - payoff of others",
  'quantile(trust_share of ties to circle "R & D", 0.9) * -2',
  "(1 + events(request)) / max(agents, 2)",
];

/** Conditions in their one spelling. */
const conditions = fc.constantFrom("mean_trust_share > 0.6", "not (tick < 9 or payoff of focal = 1) and weak_ties >= 2");

function outcome(ticks: number, burnIn: number): fc.Arbitrary<Outcome> {
  const span: fc.Arbitrary<Span> = fc
    .uniqueArray(fc.integer({ min: 0, max: ticks }), { minLength: 2, maxLength: 2 })
    .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
  const when: fc.Arbitrary<When> = fc.oneof(
    fc.record({ at: fc.integer({ min: 0, max: ticks }) }),
    fc.record({ mean: fc.oneof(span, fc.constant({ from: burnIn, to: ticks })) }),
    fc.record({ change: span }),
    fc.record({ max: span }),
    fc.record({ min: span }),
    fc.record({ trend: span }),
    fc.record({ first: conditions }),
  ) as fc.Arbitrary<When>;
  const ofNetwork = fc.record({
    of: fc.constant("network" as const),
    measure: fc.constantFrom(...networkMeasures.slice(1).map((column) => column.name)),
  });
  const ofGroup = fc.record({
    of: fc.constantFrom("agents", "focal", "others"),
    measure: fc.constantFrom(...groupMeasureColumns.map((column) => column.name)),
  }) as fc.Arbitrary<Pick<MeasureOutcome, "of" | "measure">>;
  const ofExpression = fc.record({ value: fc.constantFrom(...expressions) });
  return (
    fc
      .record(
        {
          name,
          whose: fc.oneof(ofNetwork as fc.Arbitrary<Pick<MeasureOutcome, "of" | "measure">>, ofGroup, ofExpression),
          when,
          every: fc.integer({ min: 1, max: 60 }),
          precision: fc.double({ min: 0.001, max: 10, noNaN: true }),
        },
        { requiredKeys: ["name", "whose", "when", "every"] },
      )
      // Only windows and conditions have samples; for other outcomes the sampling distance has no meaning and is fixed.
      .map(({ whose, every, ...rest }) => ({ ...rest, ...whose, every: "at" in rest.when || "change" in rest.when ? 13 : every }))
  );
}

const unlike = <T extends { name: string }>(one: fc.Arbitrary<T>) =>
  fc.uniqueArray(one, { minLength: 1, maxLength: 4, selector: (entry) => entry.name });

/** Groups of runs that an experiment has: in a list, the levels of one of its points. */
function group({ arms, factors, design }: Experiment): fc.Arbitrary<Group> {
  const points = "points" in design && typeof design.points !== "number" ? design.points : undefined;
  const level = fc.record(
    Object.fromEntries(
      factors.flatMap(({ name: factorName, values }) =>
        "levels" in values
          ? [[factorName, fc.subarray([...values.levels], { minLength: 1, maxLength: Math.min(2, values.levels.length) })]]
          : [],
      ),
    ),
    { requiredKeys: [] },
  );
  const ofPoint =
    points && fc.constantFrom(...points).map((point) => Object.fromEntries(Object.entries(point).map(([k, v]) => [k, [v]])));
  return fc
    .record({ arm: fc.constantFrom(...arms.map((one) => one.name)), levels: ofPoint ?? level }, { requiredKeys: ["levels"] })
    .map((one) => one as Group);
}

const bound: fc.Arbitrary<Bound> = fc.oneof(
  ...(["above", "least", "below", "most"] as const).map((side) =>
    fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value): Bound => ({ [side]: value + 0 })),
  ),
  fc.constant({ least: -3, most: 1e-7 }),
);

function contrasts(experiment: Experiment): fc.Arbitrary<Pick<Experiment, "contrasts" | "confidence">> {
  const one = group(experiment);
  const two = fc.uniqueArray(one, { minLength: 2, maxLength: 2, selector: (each) => JSON.stringify(each) });
  const pair = two.map(([a = { levels: {} }, b = { levels: {} }]): readonly [Group, Group] => [a, b]);
  const numeric = experiment.factors.filter(
    ({ values }) => !("levels" in values) || values.levels.every((each) => typeof each === "number"),
  );
  const factorNames = numeric.map((each) => each.name);
  const comparisons: fc.Arbitrary<Comparison>[] = [
    fc.tuple(pair, fc.constantFrom("difference" as const, "ratio" as const)).map(([groups, kind]) => ({ kind, groups })),
    fc.tuple(pair, pair).map(([[a, b], [c, d]]) => ({ kind: "difference of differences", groups: [a, b, c, d] })),
  ];
  if (factorNames.length > 0)
    comparisons.push(
      fc
        .tuple(fc.constantFrom(...factorNames), fc.constantFrom("slope" as const, "maximum" as const), one)
        .map(([factorName, kind, { levels: all, ...rest }]) => {
          const { [factorName]: _own, ...others } = all;
          return { kind, factor: factorName, within: { ...rest, levels: others } };
        }),
    );
  const contrast: fc.Arbitrary<Contrast> = fc.record(
    {
      name,
      claim: fc.constantFrom("Gossip protects: it does", "7", "Trust grows"),
      outcome: fc.constantFrom(...experiment.outcomes.map((each) => each.name)),
      comparison: fc.oneof(...comparisons),
      expect: bound,
      precision: fc.double({ min: 0.001, max: 10, noNaN: true }),
    },
    { requiredKeys: ["name", "outcome", "comparison"] },
  );
  // Two different groups cannot be drawn from an experiment with one arm and no levels.
  const canDiffer = experiment.arms.length > 1 || experiment.factors.some(({ values }) => "levels" in values);
  if (!canDiffer) return fc.constant({});
  return fc.record({ contrasts: unlike(contrast), confidence: fc.constantFrom(0.9, 0.95, 0.99) }, { requiredKeys: ["contrasts"] });
}

/** Any experiment that a file can contain. */
export const anyExperiment: fc.Arbitrary<Experiment> = fc
  .record({ ticks: fc.integer({ min: 2, max: 1000 }), burn: fc.double({ min: 0, max: 0.99, noNaN: true }) })
  .map(({ ticks, burn }) => ({ ticks, burnIn: Math.floor(burn * ticks) }))
  .chain(({ ticks, burnIn }) =>
    fc
      .record(
        {
          question: text,
          scenario: fc.constantFrom<ScenarioName>(...scenarioNames),
          parameters: fc.constantFrom({}, { first_strength: 0.2 }, { domains: 3, learn_intimacy: 0.5 }),
          interventions: fc.constantFrom([], [{ tick: 1, remove: [0, 3] }]),
          settled: fc.integer({ min: 1, max: 1_000_000 }),
          seed: text,
          replicates: fc.integer({ min: 1, max: 50 }),
          plan,
          arms: unlike(arm),
          outcomes: unlike(outcome(ticks, burnIn)),
          series: fc.record({
            every: fc.integer({ min: 1, max: 60 }),
            measures: fc.subarray(
              networkMeasures.slice(1).map((column): string => column.name),
              { minLength: 1 },
            ),
          }),
          tables: fc.constantFrom<RunTables>(
            { agents: { at: [ticks] } },
            { ties: { at: [0, ticks], where: "strong cross ties of focal" }, events: { kinds: ["thanks"], from: 1, to: ticks } },
          ),
          stop: fc.record({ when: conditions, every: fc.integer({ min: 1, max: Math.min(5, ticks) }) }),
          runLimit: fc.double({ min: 0.5, max: 10_000, noNaN: true }),
        },
        {
          requiredKeys: [
            "question",
            "scenario",
            "parameters",
            "interventions",
            "seed",
            "replicates",
            "plan",
            "arms",
            "outcomes",
            "runLimit",
          ],
        },
      )
      .map(({ plan: { factors, design }, ...rest }) => ({ ...rest, ticks, burnIn, factors, design, focalAgents: { every: 10 } })),
  )
  .chain((experiment) =>
    fc
      .option(contrasts(experiment), { nil: undefined })
      .map((some) => (some === undefined ? experiment : { ...experiment, ...some })),
  );
