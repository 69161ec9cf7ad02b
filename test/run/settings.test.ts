import { describe, expect, test } from "vitest";
import { P } from "../../sim/parameters/effective-values.ts";
import { TRAIT, TRAITS, traitNames } from "../../sim/parameters/trait-names.ts";
import { eventKinds } from "../../sim/population/event-log.ts";
import { type People, strangers } from "../../sim/population/people.ts";
import { advance, type Run } from "../../sim/run/run.ts";
import { stateHash } from "../../sim/run/state-hash.ts";
import { additiveTrustShare } from "../../sim/trust/trust-equation.ts";
import { advanceTo, few, makeRun } from "../helpers/make-run.ts";
import { readRows } from "../helpers/read-population.ts";

/** A parameter's value in each of the ticks from 1 on. */
function valuesOf(name: "gossipRate" | "noise", ticks: number, interventions: unknown[]): number[] {
  const run = makeRun({ interventions });
  return Array.from({ length: ticks }, () => {
    advance(run);
    return run.population.parameters[name];
  });
}

function openness(run: Run, agent: number): number {
  return run.population.agents.traits[agent * TRAITS + TRAIT.openness];
}

const gossip = (tick: number, rate: number, until?: number) => ({ tick, set: { gossip_rate: rate }, ...(until && { until }) });

describe("a parameter setting", () => {
  test("is permanent from its tick on", () => {
    expect(valuesOf("gossipRate", 5, [gossip(3, 0.9)])).toEqual([0.4, 0.4, 0.9, 0.9, 0.9]);
  });

  test("acts through its last tick, and then the earlier value returns", () => {
    expect(valuesOf("gossipRate", 6, [gossip(2, 0.9, 4)])).toEqual([0.4, 0.9, 0.9, 0.9, 0.4, 0.4]);
    expect(valuesOf("gossipRate", 3, [gossip(2, 0.9, 2)])).toEqual([0.4, 0.9, 0.4]);
  });

  test("overrides an earlier one while both are active, and then the earlier one applies again", () => {
    expect(valuesOf("gossipRate", 8, [gossip(2, 0.9, 7), gossip(4, 0.1, 5)])).toEqual([0.4, 0.9, 0.9, 0.1, 0.1, 0.9, 0.9, 0.4]);
    expect(valuesOf("gossipRate", 8, [gossip(2, 0.9, 5), gossip(4, 0.1, 7)])).toEqual([0.4, 0.9, 0.9, 0.1, 0.1, 0.1, 0.1, 0.4]);
    expect(valuesOf("gossipRate", 4, [gossip(2, 0.9, 3), gossip(2, 0.1, 3)])).toEqual([0.4, 0.1, 0.1, 0.4]);
  });

  test("that is permanent overrides a temporary one, at once and after its end", () => {
    expect(valuesOf("gossipRate", 7, [gossip(2, 0.9, 5), gossip(4, 0.1)])).toEqual([0.4, 0.9, 0.9, 0.1, 0.1, 0.1, 0.1]);
  });

  test("that is permanent applies again after a later one has ended", () => {
    expect(valuesOf("gossipRate", 6, [gossip(2, 0.1), gossip(3, 0.9, 4)])).toEqual([0.4, 0.1, 0.9, 0.9, 0.1, 0.1]);
  });

  test("that is permanent leaves the other parameters of a temporary setting active", () => {
    const both = { tick: 2, until: 4, set: { gossip_rate: 0.9, noise: 0.3 } };
    expect(valuesOf("noise", 5, [both, gossip(3, 0.1)])).toEqual([0.15, 0.3, 0.3, 0.3, 0.15]);
    expect(valuesOf("gossipRate", 5, [both, gossip(3, 0.1)])).toEqual([0.4, 0.9, 0.1, 0.1, 0.1]);
  });

  test("that had no effect and was set back leaves the run as if it had never been made", () => {
    // No promise is due before the setting is reversed, and none is made with so long a delay.
    const interventions = [{ tick: 3, until: 6, set: { negativity_factor: 6, blow_off: 0.8 } }];
    const parameters = { ...few, favors: false };
    const plain = makeRun({ parameters });
    const set = makeRun({ parameters, interventions });
    expect(stateHash(advanceTo(set, 6))).not.toBe(stateHash(advanceTo(plain, 6))); // the setting is part of the state
    expect(stateHash(advanceTo(set, 7))).toBe(stateHash(advanceTo(plain, 7)));
  });

  test("can be of any live parameter, including a switch, a choice and never", () => {
    const set = { gossip: "off", trust_function: "additive", follow_up_interval: "never", thanks: false };
    const run = advanceTo(makeRun({ interventions: [{ tick: 2, set, until: 3 }] }), 3);
    const now = { gossip: false, trustFunction: "additive", followUpInterval: Number.POSITIVE_INFINITY, thanks: false };
    expect(run.population.parameters).toMatchObject(now);
    const counts = run.population.events.counts.slice();
    advance(run);
    const gossiped = eventKinds.indexOf("gossip");
    expect(run.population.events.counts[gossiped]).toBeGreaterThan(counts[gossiped]);
    expect(run.population.parameters).toEqual(run.parameters);
  });
});

describe("state that depends on a parameter follows it", () => {
  test("trust shares are recomputed when the trust function changes, and again when that setting ends", () => {
    const run = makeRun({
      parameters: { ...few, budget: 0, meetings: false },
      interventions: [{ tick: 2, until: 3, set: { trust_function: "additive" } }],
    });
    const shares = () => readRows(run.population, 0).map(([, { trust }]) => trust);
    const ratio = shares();
    const additive = readRows(advanceTo(run, 3).population, 0).map(([, { view }]) =>
      additiveTrustShare(view.C, view.R, view.I, view.S),
    );
    expect(additive).not.toEqual(ratio);
    expect(shares()).toEqual(additive);
    advance(run);
    expect(shares()).toEqual(ratio);
  });

  test("raising the forgetting threshold removes the ties below it in the same tick; lowering it keeps ties longer", () => {
    const silent = { ...few, budget: 0, meetings: false, first_strength: 0.2, fading_rate: 0.1, fading_protection: 0.8 };
    // 0.2 / (1 + 0.1 (1 − 0.16) t) falls below 0.1 after t = 1 / 0.084 = 11.9, and below 0.05 after 3 / 0.084 = 35.7.
    const forgottenIn = (interventions: unknown[]) => {
      const run = makeRun({ parameters: { ...silent, forget_below: 0.05 }, interventions });
      while (run.population.ties.blocks.length.some((contacts) => contacts > 0)) advance(run);
      return run.population.tick;
    };
    expect(forgottenIn([])).toBe(36);
    expect(forgottenIn([{ tick: 5, set: { forget_below: 0.1 } }])).toBe(12);
    expect(forgottenIn([{ tick: 20, set: { forget_below: 0.1 } }])).toBe(20);
    expect(forgottenIn([{ tick: 20, set: { forgetting: false }, until: 39 }])).toBe(40);
    expect(forgottenIn([{ tick: 20, set: { forget_below: 0.02 } }])).toBe(108); // 9 / 0.084 = 107.1
  });

  test("every strong tie is active, in whatever order the two thresholds change", () => {
    const run = makeRun({
      interventions: [
        { tick: 2, set: { active_from: 0.7 } },
        { tick: 3, set: { strong_from: 0.8 } },
        { tick: 4, set: { active_from: 0.1 } },
      ],
    });
    const cuts = [1, 2, 3, 4].map((tick) => {
      const { values } = advanceTo(run, tick).population;
      return [values[P.activeFrom], values[P.strongFrom]];
    });
    expect(cuts).toEqual([
      [0.05, 0.4],
      [0.7, 0.7],
      [0.7, 0.8],
      [0.1, 0.8],
    ]);
  });
});

describe("a change in a trait's mean during a run", () => {
  const run = makeRun({
    interventions: [
      { tick: 2, set: { trusting_mean: 0.6 } },
      { tick: 3, set: { trusting_mean: 0.5 } },
    ],
  });
  const trusting = () => Array.from({ length: 50 }, (_, agent) => run.population.agents.traits[agent * TRAITS + TRAIT.trusting]);
  const before = trusting();
  const raised = advanceTo(run, 2) && trusting();
  const again = advanceTo(run, 3) && trusting();

  test("moves everyone by the same amount, up to the cut", () => {
    let cut = 0;
    before.forEach((was, agent) => {
      const now = raised[agent];
      if (was > 0 && now < 1) expect(now - was).toBeCloseTo(0.1, 12);
      else {
        cut++;
        expect(now === 1 || (was === 0 && now < 0.1)).toBe(true);
      }
    });
    expect(cut).toBeGreaterThan(0);
    expect(cut).toBeLessThan(25);
  });

  test("followed by a change back leaves everyone exactly as before", () => expect(again).toEqual(before));

  test("moves no other trait", () => {
    const plain = advanceTo(makeRun(), 0).population.agents.traits;
    for (let agent = 0; agent < 50; agent++)
      for (let trait = 0; trait < TRAITS; trait++)
        if (trait !== TRAIT.trusting)
          expect(run.population.agents.traits[agent * TRAITS + trait]).toBe(plain[agent * TRAITS + trait]);
  });

  test("moves nobody whose trait was given in a file, by an addition or by a permanent setting", () => {
    const traits = new Float64Array(50 * TRAITS).fill(Number.NaN);
    traits[4 * TRAITS + TRAIT.openness] = 0.11;
    const people: People = { ...strangers(Array.from({ length: 50 }, (_, agent) => `${agent}`)), traits };
    const given = makeRun({
      people,
      interventions: [
        { tick: 1, set_traits: { openness: 0.22 }, agents: [6] },
        { tick: 1, add: 1, circle: 0, traits: { openness: 0.33 } },
        { tick: 2, set: { openness_mean: 0.9, trait_spread: 0 } },
      ],
    });
    advanceTo(given, 2);
    expect([4, 6, 50, 5].map((agent) => openness(given, agent))).toEqual([0.11, 0.22, 0.33, 0.9]);
  });

  test("with a wider spread moves everyone away from the mean in proportion", () => {
    const wide = makeRun({ parameters: { ...few, trait_spread: 0.1 }, interventions: [{ tick: 1, set: { trait_spread: 0.2 } }] });
    const were = Array.from({ length: 50 }, (_, agent) => openness(wide, agent));
    advance(wide);
    for (const [agent, was] of were.entries()) expect(openness(wide, agent) - 0.55).toBeCloseTo(2 * (was - 0.55), 12);
  });
});

describe("a trait setting", () => {
  const set = (tick: number, value: number, agents: unknown, until?: number) => ({
    tick,
    set_traits: { openness: value },
    agents,
    ...(until && { until }),
  });
  const mean = (tick: number, value: number, until?: number) => ({ tick, set: { openness_mean: value }, ...(until && { until }) });
  /** Openness of agent 0, drawn at 0.55, and of agent 1, in each tick. Without spread the drawn value is the mean. */
  const over = (ticks: number, ...interventions: unknown[]) => {
    const run = makeRun({ parameters: { ...few, trait_spread: 0 }, interventions });
    return Array.from({ length: ticks }, () => {
      advance(run);
      return [openness(run, 0), openness(run, 1)];
    });
  };

  test("that is temporary returns to the drawn value and changes only the chosen agents", () => {
    expect(over(4, set(2, 0.9, 0, 3))).toEqual([
      [0.55, 0.55],
      [0.9, 0.55],
      [0.9, 0.55],
      [0.55, 0.55],
    ]);
  });

  test("that is temporary returns to the permanent value", () => {
    expect(over(4, set(1, 0.2, 0), set(2, 0.9, 0, 3))).toEqual([
      [0.2, 0.55],
      [0.9, 0.55],
      [0.9, 0.55],
      [0.2, 0.55],
    ]);
  });

  test("that is temporary ignores a change in the mean, and then returns to the new mean", () => {
    expect(over(5, set(2, 0.9, 0, 4), mean(3, 0.3))).toEqual([
      [0.55, 0.55],
      [0.9, 0.55],
      [0.9, 0.3],
      [0.9, 0.3],
      [0.3, 0.3],
    ]);
    expect(over(6, mean(2, 0.3, 4), set(3, 0.9, 0, 5))).toEqual([
      [0.55, 0.55],
      [0.3, 0.3],
      [0.9, 0.3],
      [0.9, 0.3],
      [0.9, 0.55],
      [0.55, 0.55],
    ]);
  });

  test("overrides an earlier one while both are active", () => {
    expect(over(5, set(1, 0.9, "all", 4), set(2, 0.1, 0, 3)).map(([first]) => first)).toEqual([0.9, 0.1, 0.1, 0.9, 0.55]);
    expect(over(5, set(1, 0.9, 0, 2), set(2, 0.1, 0, 4)).map(([first]) => first)).toEqual([0.9, 0.1, 0.1, 0.1, 0.55]);
  });

  test("that is permanent ends temporary ones, for these agents and this trait only", () => {
    expect(over(5, set(1, 0.9, [0, 1], 4), set(2, 0.1, 0))).toEqual([
      [0.9, 0.9],
      [0.1, 0.9],
      [0.1, 0.9],
      [0.1, 0.9],
      [0.1, 0.55],
    ]);
    const both = { tick: 1, until: 3, set_traits: { openness: 0.9, boasting: 0.8 }, agents: "all" };
    const run = advanceTo(makeRun({ parameters: { ...few, trait_spread: 0 }, interventions: [both, set(2, 0.1, 0)] }), 3);
    const boasting = (agent: number) => run.population.agents.traits[agent * TRAITS + traitNames.indexOf("boasting")];
    expect([openness(run, 0), boasting(0), openness(run, 1), boasting(1)]).toEqual([0.1, 0.8, 0.9, 0.8]);
    advance(run);
    expect([openness(run, 0), boasting(0), openness(run, 1), boasting(1)]).toEqual([0.1, 0.25, 0.55, 0.25]);
  });

  test("does not apply to agents added while it is active", () => {
    const run = advanceTo(
      makeRun({ parameters: { ...few, trait_spread: 0 }, interventions: [set(1, 0.9, "all", 5), { tick: 2, add: 1 }] }),
      3,
    );
    expect([openness(run, 49), openness(run, 50)]).toEqual([0.9, 0.55]);
  });
});
