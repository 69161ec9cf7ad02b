import { csvParse, csvParseRows } from "d3-dsv";
import { describe, expect, test } from "vitest";
import {
  advance,
  agentTable,
  createCollector,
  createRun,
  defaultParameters,
  groupMeasureColumns,
  InputError,
  networkMeasures,
  type Run,
  runFiles,
  stateHash,
  TRAITS,
  tieLines,
  tieTableColumns,
  traitNames,
} from "../../sim/index.ts";
import { agentMeasureColumns } from "../../sim/metrics/agent-measures.ts";
import type { Experiment, Outcome } from "../../study/experiment.ts";
import { beginRun, performRun, type RunTask } from "../../study/perform-run.ts";
import { makeArm, makeExperiment, makeOutcome } from "../helpers/make-experiment.ts";
import { few, makeRun } from "../helpers/make-run.ts";

const TICKS = 170;
const FOCAL = [0, 7, 14, 21, 28, 35, 42, 49];
const task: RunTask = { point: {}, arm: makeArm("base"), seed: "study-1" };

const ofGroups = (["agents", "focal", "others"] as const).flatMap((of) =>
  groupMeasureColumns.map(({ name }) => makeOutcome({ name: `${of}_${name}`, measure: name, of, when: { at: TICKS } })),
);

/** Agents leave and join, so a mean over all agents differs from a mean over those of the start. */
const changing: Partial<Experiment> & Pick<Experiment, "parameters"> = {
  // Ties grow fast enough that in each group some weak ties become strong.
  parameters: { ...few, encounter_gain: 0.25 },
  ticks: TICKS,
  focalAgents: { every: 7 },
  interventions: [
    { tick: 60, remove: [7, 8, 9] },
    { tick: 80, add: 6 },
  ],
};

const at = (outcomes: readonly Outcome[], values: readonly number[], name: string) =>
  values[outcomes.findIndex((outcome) => outcome.name === name)];

describe("outcomes of the network", () => {
  const measures = networkMeasures.slice(1).map(({ name }) => name);
  const outcomes = measures.flatMap((measure) => [
    makeOutcome({ name: `${measure}_start`, measure, when: { at: 0 } }),
    makeOutcome({ name: `${measure}_39`, measure, when: { at: 39 } }),
    makeOutcome({ name: `${measure}_end`, measure, when: { at: TICKS } }),
    makeOutcome({ name: `${measure}_mean`, measure, when: { mean: { from: 26, to: 65 } }, every: 13 }),
    makeOutcome({ name: `${measure}_change`, measure, when: { change: { from: 52, to: TICKS } } }),
  ]);
  const series = { every: 25, measures: ["weak_ties", "conversion_52", "gossip", "reach"] };
  const result = performRun(makeExperiment({ ...changing, outcomes, series }), task, {});
  // The series that `weakties run` writes for the same run, at each tick.
  const text = [...runFiles(makeRun({ ...changing, seed: "study-1" }), { ticks: TICKS, every: 1 })]
    .filter(({ file }) => file === "series.csv")
    .map((piece) => piece.text)
    .join("");
  const rows = csvParse(text);
  const cell = (tick: number, measure: string) => (rows[tick][measure] === "" ? Number.NaN : Number(rows[tick][measure]));

  test.each(measures)("%s equals the cell of series.csv to the last bit", (measure) => {
    const value = (when: string) => at(outcomes, result.values, `${measure}_${when}`);
    expect(value("start")).toBe(cell(0, measure));
    expect(value("39")).toBe(cell(39, measure));
    expect(value("end")).toBe(cell(TICKS, measure));
    expect(value("change")).toBe(cell(TICKS, measure) - cell(52, measure));
    const samples = [39, 52, 65].map((tick) => cell(tick, measure)).filter((sample) => !Number.isNaN(sample));
    const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
    if (samples.length === 0) expect(value("mean")).toBeNaN();
    else expect(value("mean")).toBeCloseTo(mean, 10);
  });

  test("a series has its rows at the start, at every nth tick and at the end", () => {
    expect(result.series?.map(([tick]) => tick)).toEqual([0, 25, 50, 75, 100, 125, 150, TICKS]);
    for (const [tick, ...values] of result.series ?? [])
      expect(values).toEqual(series.measures.map((measure) => cell(tick, measure)));
  });

  test("a measure that is undefined at the start makes a change from there undefined", () => {
    const when = { change: { from: 0, to: 20 } };
    const { values } = performRun(makeExperiment({ outcomes: [makeOutcome({ name: "gossip", when })] }), task, {});
    expect(values).toEqual([Number.NaN]);
  });
});

describe("outcomes of all agents, of focal agents and of the others", () => {
  const { values } = performRun(makeExperiment({ ...changing, outcomes: ofGroups }), task, {});
  const { agents, ties } = sameRunByHand();
  const members = {
    agents: () => true,
    focal: (agent: number) => FOCAL.includes(agent),
    // Agents who joined later, numbered from 50, are in neither group.
    others: (agent: number) => agent < 50 && !FOCAL.includes(agent),
  };

  for (const of of ["agents", "focal", "others"] as const) {
    test.each(agentMeasureColumns.map(({ name }) => name))(
      `${of}: %s is the mean of its column in agents.csv over the agents with a value`,
      (measure) => {
        const cells = agents
          .filter((row) => members[of](Number(row.agent)) && row[measure] !== "")
          .map((row) => Number(row[measure]));
        expect(cells.length).toBeGreaterThan(4);
        const mean = cells.reduce((sum, value) => sum + value, 0) / cells.length;
        expect(at(ofGroups, values, `${of}_${measure}`)).toBeCloseTo(mean, 12);
      },
    );

    test.each([52, 156])(`${of}: conversion_%i is counted over the ties with an end in this group`, (ago) => {
      const weak = ties[ago].filter(({ from, to, strength }) => from < to && strength >= 0.05 && strength < 0.4);
      const theirs = weak.filter(({ from, to }) => members[of](from) || members[of](to));
      const strong = theirs.filter(({ from, to }) =>
        ties[0].some((now) => now.from === from && now.to === to && now.strength >= 0.4),
      );
      expect(strong.length).toBeGreaterThan(0);
      expect(at(ofGroups, values, `${of}_conversion_${ago}`)).toBe(strong.length / theirs.length);
    });

    const crossTies = (ago: number) =>
      ties[ago].filter(
        ({ from, to, fromCircle, toCircle, strength }) =>
          from < to && (members[of](from) || members[of](to)) && fromCircle !== toCircle && strength >= 0.05,
      );

    test(`${of}: conversion_cross_156 is counted over the weak ones among the cross ties`, () => {
      const weak = crossTies(156).filter(({ strength }) => strength < 0.4);
      const strong = weak.filter(({ from, to }) =>
        ties[0].some((now) => now.from === from && now.to === to && now.strength >= 0.4),
      );
      expect(weak.length).toBeGreaterThan(0);
      expect(at(ofGroups, values, `${of}_conversion_cross_156`)).toBe(strong.length / weak.length);
    });

    test(`${of}: strong_cross_share is counted over the cross ties`, () => {
      const cross = crossTies(0);
      expect(cross.length).toBeGreaterThan(0);
      const strong = cross.filter(({ strength }) => strength >= 0.4);
      expect(at(ofGroups, values, `${of}_strong_cross_share`)).toBe(strong.length / cross.length);
    });
  }

  test("outcomes of focal agents differ from those of the others", () => {
    expect(at(ofGroups, values, "focal_degree")).not.toBe(at(ofGroups, values, "others_degree"));
  });

  test("outcomes are undefined for a group whose agents have all left", () => {
    const outcomes = [makeOutcome({ name: "left", measure: "degree", of: "focal" })];
    const gone = { focalAgents: [3], interventions: [{ tick: 5, remove: [3] }], outcomes };
    expect(performRun(makeExperiment(gone), task, {}).values).toEqual([Number.NaN]);
  });
});

/** The run of `changing`, its agents at the end, and its ties at the end and one and three years earlier. */
function sameRunByHand() {
  const run = makeRun({ ...changing, seed: "study-1" });
  const collector = createCollector(run.population, (tick) => tick === TICKS);
  const ties: Record<number, ReturnType<typeof tiesNow>> = {};
  for (;;) {
    collector.collect();
    const ago = TICKS - run.population.tick;
    if ([0, 52, 156].includes(ago)) ties[ago] = tiesNow(run);
    if (ago === 0) break;
    advance(run);
  }
  return { agents: csvParse([...agentTable(run, collector)].join("")), ties };
}

function tiesNow(run: Run) {
  const own = createCollector(run.population, () => true);
  return csvParseRows([...tieLines(run, own)].join("")).map((cells) => {
    const cell = (name: (typeof tieTableColumns)[number]) => cells[tieTableColumns.indexOf(name)];
    const [from, to, strength] = (["from", "to", "strength"] as const).map((name) => Number(cell(name)));
    return { from, to, strength, fromCircle: cell("from_circle"), toCircle: cell("to_circle") };
  });
}

describe("the focal group", () => {
  const traitsAt = (run: Run, agent: number) =>
    Array.from(run.population.agents.traits.subarray(agent * TRAITS, (agent + 1) * TRAITS));
  const focalTraits = { follow_through: 1, boasting: 0.125 };
  const experiment = makeExperiment({ focalAgents: { every: 7 } });

  test("has the given traits from tick 1 on, and no other trait changes", () => {
    const { run, focal } = beginRun(
      experiment,
      { ...task, arm: makeArm("x", { focalTraits }), point: { "focal.openness": 0.25 } },
      {},
    );
    const drawn = makeRun({ seed: "study-1" });
    expect(focal).toEqual(FOCAL);
    expect(stateHash(run)).toBe(stateHash(drawn));
    advance(run);
    const set: Record<string, number> = { ...focalTraits, openness: 0.25 };
    for (let agent = 0; agent < 50; agent++) {
      const expected = traitNames.map(
        (name, trait) => (FOCAL.includes(agent) ? set[name] : undefined) ?? traitsAt(drawn, agent)[trait],
      );
      expect(traitsAt(run, agent)).toEqual(expected);
    }
  });

  test("is picked once, at the start: the agents with the highest values are those of tick 0", () => {
    const top = { focalAgents: { top: 5, by: "degree" } } as const;
    const { focal } = beginRun(makeExperiment(top), task, {});
    const collector = createCollector(makeRun({ seed: "study-1" }).population, () => true);
    collector.collect();
    const rows = csvParse([...agentTable(makeRun({ seed: "study-1" }), collector)].join(""));
    const highest = rows.sort((a, b) => Number(b.degree) - Number(a.degree) || Number(a.agent) - Number(b.agent)).slice(0, 5);
    expect(focal).toEqual(highest.map(({ agent }) => Number(agent)).sort((a, b) => a - b));
  });

  test("is picked again by an intervention, which comes after the traits of the experiment", () => {
    const interventions = [{ tick: 1, set_traits: { follow_through: 0.5 }, agents: [7] }];
    const { run } = beginRun({ ...experiment, interventions }, { ...task, arm: makeArm("x", { focalTraits }) }, {});
    advance(run);
    const trait = traitNames.indexOf("follow_through");
    expect([0, 7, 14].map((agent) => traitsAt(run, agent)[trait])).toEqual([1, 0.5, 1]);
  });
});

describe("a run of an experiment ends in the same state as a single run", () => {
  const arm = makeArm("x", {
    parameters: { noise: 0.05 },
    focalTraits: { generosity: 0.9 },
    interventions: [{ tick: 10, remove: [1] }],
  });
  const experiment = makeExperiment({ focalAgents: { every: 7 }, interventions: [{ tick: 10, add: 2 }], ticks: 40 });
  const result = performRun(experiment, { point: { gossip: false, "focal.openness": 0.1 }, arm, seed: "study-2" }, {});

  test("with everything that scenario, experiment, arm and point set", () => {
    const run = makeRun({
      parameters: { ...few, noise: 0.05, gossip: false },
      seed: "study-2",
      interventions: [
        { tick: 1, set_traits: { openness: 0.1, generosity: 0.9 }, agents: { every: 7 } },
        { tick: 10, add: 2 },
        { tick: 10, remove: [1] },
      ],
    });
    while (run.population.tick < 40) advance(run);
    expect(result.stateHash).toBe(stateHash(run));
  });

  test("and in another state if anything in it differs", () => {
    const hash = (changes: Partial<Experiment>, other: Partial<RunTask>) =>
      performRun(
        { ...experiment, ...changes },
        { point: { gossip: false, "focal.openness": 0.1 }, arm, seed: "study-2", ...other },
        {},
      ).stateHash;
    const hashes = [
      result.stateHash,
      hash({ ticks: 41 }, {}),
      hash({ interventions: [] }, {}),
      hash({ focalAgents: { every: 8 } }, {}),
      hash({}, { seed: "study-3" }),
      hash({}, { point: { gossip: true, "focal.openness": 0.1 } }),
      hash({}, { point: { gossip: false, "focal.openness": 0.2 } }),
      hash({}, { arm: { ...arm, interventions: [] } }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test("no matter what it measures and how often", () => {
    const measured = { outcomes: [...ofGroups.map((one) => ({ ...one, when: { mean: { from: 0, to: 40 } }, every: 1 }))] };
    const series = { every: 1, measures: networkMeasures.map(({ name }) => name) };
    const run = { point: { gossip: false, "focal.openness": 0.1 }, arm, seed: "study-2" };
    expect(performRun({ ...experiment, ...measured, series }, run, {}).stateHash).toBe(result.stateHash);
    expect(performRun({ ...experiment, outcomes: [] }, run, {}).stateHash).toBe(result.stateHash);
  });

  test("also with default parameters", () => {
    const run = createRun({ parameters: { ...defaultParameters, agents: 60, circleSize: 20, tiesWithin: 6 }, seed: "s" });
    for (let tick = 0; tick < 5; tick++) advance(run);
    const parameters = { agents: 60, circle_size: 20, ties_within: 6 };
    expect(performRun(makeExperiment({ parameters, ticks: 5, outcomes: [] }), { ...task, seed: "s" }, {}).stateHash).toBe(
      stateHash(run),
    );
  });
});

test("a task gives the same result no matter what ran before it", () => {
  const experiment = makeExperiment({ ...changing, outcomes: ofGroups, series: { every: 10, measures: ["weak_ties"] } });
  const once = performRun(experiment, task, {});
  performRun(experiment, { ...task, seed: "study-2" }, {});
  expect(performRun(experiment, task, {})).toEqual(once);
});

test("invalid input throws an InputError that lists every problem", () => {
  const experiment = makeExperiment({ interventions: [{ tick: 1, remove: [99] }] });
  const run = () => performRun(experiment, { ...task, point: { noise: 7 } }, {});
  expect(run).toThrow(InputError);
  expect(run).toThrow(/vary: noise must be(.|\n)*interventions\[0\]: remove/);
});

test("an unknown measure throws an error", () => {
  const of = (one: Outcome) => () => performRun(makeExperiment({ outcomes: [one] }), task, {});
  expect(of(makeOutcome({ name: "x", measure: "degree" }))).toThrow("no measure is called degree");
  expect(of(makeOutcome({ name: "x", measure: "clustering", of: "agents" }))).toThrow("no measure is called clustering");
});
