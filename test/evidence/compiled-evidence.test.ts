import fc from "fast-check";
import { expect, test } from "vitest";
import { attachCompiledStep } from "../../sim/compiled/compiled-step.ts";
import { stepCode } from "../../sim/compiled/step-code.ts";
import type { Watch } from "../../sim/evidence/evidence-item.ts";
import { type EvidenceReplay, replayEvidence } from "../../sim/evidence/replay-evidence.ts";
import { createRun, type Run } from "../../sim/run/run.ts";
import { stateHash } from "../../sim/run/state-hash.ts";
import { mainPhases } from "../../sim/step/phases.ts";
import { anyCases, anyParameters } from "../helpers/any-parameters.ts";
import { makeRun, type Wanted } from "../helpers/make-run.ts";

const names = Object.keys(mainPhases);

/** Records evidence of two equal runs, one as JavaScript and one with compiled phases where nothing watched can change. */
function expectSameEvidence(make: () => Run, watch: Watch, ticks: number): EvidenceReplay {
  const [plain, compiled] = [make(), make()];
  attachCompiledStep(compiled.population, names, stepCode);
  const [one, other] = [replayEvidence(plain, watch), replayEvidence(compiled, watch)];
  for (let tick = 1; tick <= ticks; tick++) {
    one.advance();
    other.advance();
    expect(other.items.slice(-50), `tick ${tick}`).toEqual(one.items.slice(-50));
  }
  expect(other.items).toEqual(one.items);
  expect(other.missed).toEqual(one.missed);
  expect(stateHash(compiled)).toBe(stateHash(plain));
  return other;
}

const lively: Wanted["parameters"] = {
  agents: 40,
  circle_size: 20,
  turnover: 0.3,
  favor_rate: 0.5,
  gossip_rate: 0.8,
  bystander_share: 0.5,
  introduction_rate: 0.3,
  longest_due: 4,
  news_rate: 0.3,
};
const interventions = [
  { tick: 6, cut_ties: [[0, 1]] },
  { tick: 9, add_ties: [[0, 1]], strength: 0.5 },
  { tick: 12, add: 5 },
  { tick: 14, meeting: { agent: 0, other: 1, outcome: "met" } },
  { tick: 15, set: { gossip_rate: 1 }, until: 18 },
  { tick: 20, remove: 2 },
];

test("compiled phases list the same evidence of any tie, with any seed, with interventions and turned events", () => {
  let listed = 0;
  fc.assert(
    fc.property(fc.string(), fc.nat(39), fc.integer({ min: 1, max: 39 }), (seed, one, step) => {
      const make = () => makeRun({ parameters: lively, seed, interventions });
      listed += expectSameEvidence(make, { tie: [one, (one + step) % 40] }, 30).items.length;
    }),
    { seed: 7, numRuns: 30 },
  );
  expect(listed).toBeGreaterThan(500);
});

test("with any parameters and switches, of a tie and of an agent", () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(anyParameters, fc.string(), fc.boolean(), (parameters, seed, isTie) => {
      const watch = isTie ? ({ tie: [0, 1] } as const) : { agent: 1 };
      const { items } = expectSameEvidence(() => createRun({ parameters, seed }), watch, 8);
      for (const { kind } of items) kinds.add(kind);
    }),
    anyCases(29),
  );
  expect([...kinds].sort()).toEqual(
    expect.arrayContaining(["attention", "began", "broken", "disclosure", "gossip", "kept", "refused", "respect", "sharing"]),
  );
});

test("and what an agent missed", () => {
  const { missed } = expectSameEvidence(() => makeRun({ parameters: lively, seed: "missed", interventions }), { agent: 5 }, 30);
  expect(new Set(missed.map(({ kind }) => kind))).toEqual(new Set(["news", "favor", "trust_check", "introduction"]));
});
