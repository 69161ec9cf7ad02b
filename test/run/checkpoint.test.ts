import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../sim/errors.ts";
import { plainParameters } from "../../sim/parameters/check-parameters.ts";
import { scenarioNames, scenarios } from "../../sim/parameters/scenarios.ts";
import { TRAITS } from "../../sim/parameters/trait-names.ts";
import { strangers } from "../../sim/population/people.ts";
import { checkpoint, restore } from "../../sim/run/checkpoint.ts";
import { createCollector } from "../../sim/run/collect.ts";
import { advance, intervene, type Run } from "../../sim/run/run.ts";
import { hashBytes, stateHash } from "../../sim/run/state-hash.ts";
import { agentTable, eventLines, listen, tieLines } from "../../sim/run/tables.ts";
import { VERSION } from "../../sim/version.ts";
import { anyCases, anyParameters } from "../helpers/any-parameters.ts";
import { advanceTo, few, makeRun, type Wanted } from "../helpers/make-run.ts";

/** Everything that can be in progress at some tick: temporary settings, agents removed and added, ties cut and added. */
const interventions = [
  { tick: 3, set: { gossip_rate: 0.9, follow_up_interval: "never", trust_function: "additive", gossip: "off" }, until: 22 },
  { tick: 4, set_traits: { openness: 0.9 }, agents: { every: 4 }, until: 18 },
  { tick: 5, set: { openness_mean: 0.3, forget_below: 0.03 } },
  { tick: 6, remove: [0, 9, 49] },
  { tick: 8, add: 30, circle: 1, traits: { boasting: 0.7 } },
  { tick: 9, set_traits: { generosity: 0.1 }, agents: { top: 9, by: "degree" } },
  { tick: 12, move: [5, 51], to_circle: 4 },
  {
    tick: 14,
    cut_ties: [
      [1, 2],
      [1, 3],
    ],
  },
  { tick: 14, add_ties: [[50, 1]], strength: 0.6 },
  { tick: 20, promise: { asker: 1, promiser: 2, made: -3, outcome: "kept" } },
  { tick: 25, add: 2, names: ["Dot", "Eva"] },
  { tick: 30, remove: { circle: 2 } },
];

const busy: Wanted = {
  parameters: { ...few, turnover: 0.5, moves: 0.5, news_rate: 0.5, favor_rate: 0.8, longest_due: 20 },
  interventions,
};

/** Runs to `last` from a checkpoint taken at `tick`, and without one. */
function goOn(wanted: Wanted, tick: number, last: number): { restored: Run; straight: Run } {
  const straight = advanceTo(makeRun(wanted), tick);
  const restored = restore(checkpoint(straight));
  expect(stateHash(restored)).toBe(stateHash(straight));
  return { restored: advanceTo(restored, last), straight: advanceTo(straight, last) };
}

describe("a restored run reaches the same states", () => {
  test.each(Array.from({ length: 33 }, (_, tick) => tick))("from tick %i, with everything in progress", (tick) => {
    const { restored, straight } = goOn(busy, tick, 40);
    expect(stateHash(restored)).toBe(stateHash(straight));
  });

  test.each(scenarioNames)("in the scenario %s, from ticks drawn at random", (name) => {
    const { parameters, seed, ...scenario } = scenarios[name];
    const wanted = {
      parameters: { agents: 200, ...parameters },
      seed,
      interventions: "interventions" in scenario ? scenario.interventions : [],
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (tick) => {
        const { restored, straight } = goOn(wanted, tick, tick + 4);
        expect(stateHash(restored)).toBe(stateHash(straight));
      }),
      { seed: 5, numRuns: 3 },
    );
  });

  test("with any parameters, seed and tick", () => {
    fc.assert(
      fc.property(anyParameters, fc.string(), fc.integer({ min: 0, max: 20 }), (parameters, seed, tick) => {
        const { restored, straight } = goOn({ parameters: plainParameters(parameters), seed }, tick, tick + 8);
        expect(stateHash(restored)).toBe(stateHash(straight));
      }),
      { ...anyCases(6), numRuns: 40 },
    );
  });

  test("with imported people, their names, circles and ties", () => {
    const names = ["Åse", "=Bob", "弱 🙂", "Dot", "Eva"];
    const traits = new Float64Array(names.length * TRAITS).fill(Number.NaN);
    traits[3] = 0.25;
    const people = { ...strangers(names), traits, circleNames: ["left", "right"], circle: Int32Array.of(0, 1, 0, 1, 0) };
    const social = { ...people, sociality: Float64Array.of(2, 1, 0.5, 0, Number.NaN) };
    const imported = {
      lower: Uint32Array.of(0, 1, 2),
      upper: Uint32Array.of(1, 2, 4),
      weightRank: Float64Array.of(0, 1, Number.NaN),
      named: Uint8Array.of(0, 1, 2),
    };
    const { restored, straight } = goOn({ parameters: { turnover: 0.5 }, people: social, imported }, 5, 30);
    expect(stateHash(restored)).toBe(stateHash(straight));
    expect([restored.names, restored.circleNames, restored.seed]).toEqual([names, ["left", "right"], "run"]);
  });

  test("with what it will say at its end about an event that never was", () => {
    const { restored, straight } = goOn(busy, 25, 30);
    expect(straight.missing.map(({ tick }) => tick)).toEqual([20]);
    expect(restored.missing).toEqual(straight.missing);
  });

  test("when restored twice, and from a checkpoint of a restored run", () => {
    const first = checkpoint(advanceTo(makeRun(busy), 10));
    const second = checkpoint(restore(first));
    expect(second).toEqual(first);
    const again = checkpoint(advanceTo(restore(second), 20));
    expect(again).toEqual(checkpoint(advanceTo(makeRun(busy), 20)));
  });

  test("with later interventions by hand, and with everything it was started with", () => {
    const runs = [advanceTo(makeRun(busy), 10), restore(checkpoint(advanceTo(makeRun(busy), 10)))];
    for (const run of runs) {
      intervene(run, { add: 3, names: ["x", "y", "z"] });
      advanceTo(run, 27);
      intervene(run, { set_traits: { openness: 0.123 }, agents: ["Dot", "x"] });
      advanceTo(run, 35);
    }
    expect(stateHash(runs[1])).toBe(stateHash(runs[0]));
    const { population: _, ...rest } = runs[1];
    expect(rest).toEqual({ ...rest, ...Object.fromEntries(Object.entries(runs[0]).filter(([key]) => key !== "population")) });
  });

  test("with the same tables and events, and the same counts since the start", () => {
    const runs = [advanceTo(makeRun(busy), 10), restore(checkpoint(advanceTo(makeRun(busy), 10)))];
    const texts = runs.map((run) => {
      const collector = createCollector(run.population, () => true);
      listen(run);
      let text = "";
      while (run.population.tick < 20) {
        text += [...(collector.collect() ?? [])].join();
        advance(run);
        text += [...eventLines(run)].join("");
      }
      text += [...(collector.collect() ?? [])].join();
      return text + [...agentTable(run, collector), ...tieLines(run, collector)].join("");
    });
    expect(texts[1]).toBe(texts[0]);
    expect(runs[1].population.events.counts).toEqual(runs[0].population.events.counts);
  });
});

test("taking a checkpoint changes nothing in the run, and later changes to the run do not affect the checkpoint", () => {
  const [plain, saved] = [makeRun(busy), makeRun(busy)];
  const taken: Uint8Array[] = [];
  while (saved.population.tick < 12) {
    taken.push(checkpoint(saved));
    advance(saved);
  }
  expect(stateHash(saved)).toBe(stateHash(advanceTo(plain, 12)));
  expect(stateHash(advanceTo(restore(taken[3]), 12))).toBe(stateHash(saved));
});

describe("bytes that are not a checkpoint of this release are refused", () => {
  const whole = checkpoint(advanceTo(makeRun(busy), 15));
  const refusal = (bytes: Uint8Array): string => {
    try {
      restore(bytes);
    } catch (error) {
      if (error instanceof InputError) return error.message;
      throw error;
    }
    return "taken";
  };

  test("cut off anywhere", () => {
    for (let length = 0; length < 300; length++)
      expect(refusal(whole.slice(0, length))).toMatch(/not a checkpoint|cut off or damaged/);
    for (let cut = 1; cut < whole.length; cut += 9973)
      expect(refusal(whole.slice(0, -cut))).toMatch(/cut off or damaged|not a checkpoint/);
    expect(refusal(whole)).toBe("taken");
  });

  test("with any bit flipped", () => {
    for (let at = 8; at < whole.length; at += 4999) {
      const damaged = whole.slice();
      damaged[at] ^= 16;
      expect(refusal(damaged)).toMatch(/cut off or damaged/);
    }
  });

  test("with extra bytes at the end", () => {
    expect(refusal(Uint8Array.of(...whole.slice(0, 100), 0))).toMatch(/cut off or damaged/);
    const longer = new Uint8Array(whole.length + 4);
    longer.set(whole);
    expect(refusal(longer)).toMatch(/cut off or damaged/);
  });

  test("of something else", () => {
    for (const text of ["", "WEAK", "agent,name,circle\n0,Ann,1\n", "\u0000".repeat(99), '{"program":"weakties"}'])
      expect(refusal(new TextEncoder().encode(text))).toBe("these bytes are not a checkpoint of a run");
  });

  test("of another release, whose model may differ", () => {
    const units = new Uint32Array(whole.slice().buffer);
    const text = String.fromCharCode(...units.subarray(5, 40));
    expect(text).toContain(`"release":"${VERSION}"`);
    for (let k = 0; k < VERSION.length; k++) units[5 + text.indexOf(VERSION) + k] = VERSION.charCodeAt(k) === 46 ? 46 : 57;
    const other = new Uint8Array(units.buffer);
    units.set(hashBytes(other.subarray(16)), 2);
    const nines = VERSION.replaceAll(/\d/g, "9");
    expect(refusal(other)).toBe(
      `the checkpoint's release must be ${VERSION}, got "${nines}"; another version of weakties wrote it`,
    );
  });

  test("of another layout", () => {
    const other = whole.slice();
    other[4] = 9;
    expect(refusal(other)).toBe("the checkpoint's layout must be 3, got 9; another version of weakties wrote it");
  });
});

test("bytes can start anywhere in memory, like those read from a file", () => {
  const bytes = checkpoint(advanceTo(makeRun(busy), 15));
  const hash = stateHash(restore(bytes));
  for (const offset of [1, 2, 3, 8]) {
    const pool = Buffer.alloc(bytes.length + offset + 5, 7);
    pool.set(bytes, offset);
    expect(stateHash(restore(pool.subarray(offset, offset + bytes.length)))).toBe(hash);
  }
});
