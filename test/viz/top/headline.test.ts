import { describe, expect, test } from "vitest";
import { defaults } from "../../../viz/state/settings.ts";
import { describeCause, type Facts } from "../../../viz/top/headline/facts.ts";
import { hasDifference, templates, writeHeadline } from "../../../viz/top/headline/headlines.ts";

type Measures = Readonly<Record<string, number>>;

const settled: Measures = {
  agents: 200,
  active_ties: 2903,
  weak_ties: 2521,
  strong_ties: 382,
  local_bridges: 89,
  weak_bridge_share: 1,
  mean_trust_score: 3.05,
  reach: 20.5,
};
const cause = "“Do what you say” fell from 88% to 10%";

function facts(now: Measures, alone?: Measures, tick = 300): Facts {
  const read = (from: Measures) => (measure: string) => from[measure] ?? Number.NaN;
  return { tick, at: read(now), ...(alone && { alone: { at: read(alone), since: 200, cause } }) };
}

/** What one sentence says; undefined where it does not hold. */
function say(name: string, of: Facts): string | undefined {
  const template = templates.find((one) => one.name === name);
  if (template === undefined) throw new Error(`no template ${name}`);
  return template.write(of);
}

describe("all local bridges are weak", () => {
  const name = "all local bridges are weak";
  test("is said where it holds", () => {
    expect(say(name, facts(settled))).toBe("All 89 local bridges are weak ties. No strong tie is a bridge.");
    expect(say(name, facts({ ...settled, strong_ties: 0 }))).toBe("All 89 local bridges are weak ties. No tie is strong.");
  });

  test.each([{ weak_bridge_share: 88 / 89 }, { local_bridges: 1 }, { local_bridges: 0, weak_bridge_share: Number.NaN }])(
    "is not said with %j",
    (other) => expect(say(name, facts({ ...settled, ...other }))).toBeUndefined(),
  );
});

describe("most local bridges are weak", () => {
  const name = "most local bridges are weak";
  test("is said where it holds", () => {
    expect(say(name, facts({ ...settled, weak_bridge_share: 86 / 89 }))).toBe(
      "86 of 89 local bridges are weak ties, and 3 of 382 strong ties are bridges.",
    );
    expect(say(name, facts({ ...settled, weak_bridge_share: 88 / 89 }))).toBe(
      "88 of 89 local bridges are weak ties, and 1 of 382 strong ties is a bridge.",
    );
  });

  test.each([{ weak_bridge_share: 1 }, { weak_bridge_share: 80 / 89 }, { local_bridges: 9, weak_bridge_share: 8.5 / 9 }])(
    "is not said with %j",
    (other) => expect(say(name, facts({ ...settled, ...other }))).toBeUndefined(),
  );
});

describe("no local bridge, no strong tie", () => {
  test("are said where they hold, and only there", () => {
    const bridgeless = facts({ ...settled, local_bridges: 0, weak_bridge_share: Number.NaN });
    expect(say("no local bridge", bridgeless)).toContain("There is no local bridge");
    expect(say("no strong tie", facts({ ...settled, strong_ties: 0, active_ties: 2521 }))).toBe(
      "No tie is strong: all 2,521 active ties are weak.",
    );
    for (const one of ["no local bridge", "no strong tie"]) {
      expect(say(one, facts(settled))).toBeUndefined();
      expect(say(one, facts({ active_ties: 0, strong_ties: 0, local_bridges: 0 }))).toBeUndefined();
    }
  });
});

describe("what a change has moved", () => {
  const name = "what a change has moved";
  test("is the measure that differs most from the unchanged world", () => {
    expect(say(name, facts({ ...settled, strong_ties: 18 }, settled))).toBe(
      `Since ${cause}: strong ties down 95% (18, unchanged 382).`,
    );
    expect(say(name, facts({ ...settled, strong_ties: 370, reach: 30.75 }, settled))).toBe(
      `Since ${cause}: reach up 50% (30.8, unchanged 20.5).`,
    );
    expect(say(name, facts({ ...settled, strong_ties: 1 }, settled))).toContain("down more than 99%");
    expect(say(name, facts({ ...settled, strong_ties: 0 }, settled))).toContain("down 100%");
  });

  test.each([
    ["without an unchanged world", facts(settled)],
    ["too soon", facts({ ...settled, strong_ties: 18 }, settled, 203)],
    ["where nothing differs by 5%", facts({ ...settled, strong_ties: 370 }, settled)],
    ["where a share would say little", facts({ ...settled, strong_ties: 8 }, { ...settled, strong_ties: 19 })],
    ["where the unchanged world has no such measure", facts(settled, {})],
  ])("is not said %s", (_, of) => expect(say(name, of)).toBeUndefined());

  test("is the first thing to say; without a difference the network is", () => {
    expect(writeHeadline(facts({ ...settled, strong_ties: 18 }, settled))).toMatch(/^Since /);
    expect(writeHeadline(facts(settled, settled))).toMatch(/^Since .* all within 5% of the unchanged world\.$/);
    expect(writeHeadline(facts(settled, settled, 240))).toMatch(/^All 89 local bridges/);
    expect(writeHeadline(facts({}))).toBe("");
    expect(hasDifference(facts({ ...settled, strong_ties: 18 }, settled))).toBe(true);
    expect(hasDifference(facts(settled, settled, 240))).toBe(false);
  });
});

test("that a change has moved little is said only if all five measures can be compared, after a year", () => {
  const name = "a change that has moved little";
  expect(say(name, facts(settled, settled, 252))).toContain("within 5%");
  expect(say(name, facts(settled, settled, 251))).toBeUndefined();
  expect(say(name, facts({ ...settled, reach: 21.6 }, settled))).toBeUndefined();
  expect(say(name, facts(settled, { ...settled, local_bridges: 19 }))).toBeUndefined();
});

test("every headline fits on two lines", () => {
  const longest = "“Weak ties that are easier to blow off” fell from 100% to 0%";
  const of = { ...facts({ ...settled, strong_ties: 12_345 }, { ...settled, strong_ties: 2_345 }) };
  const text = writeHeadline({ ...of, alone: { at: () => 2345, since: 0, cause: longest } });
  expect(text.length).toBeLessThan(130);
});

describe("what was changed", () => {
  const set = (tick: number, name: string, value: number) => ({ tick, set: { [name]: value } });
  test.each([
    [[set(11, "follow_through_mean", 0.1)], cause],
    [[set(11, "status_bias_mean", 0.9)], "“Respect everyone the same” fell from 70% to 10%"],
    [[set(11, "follow_through_mean", 0.88)], "the first change"],
    [[set(11, "follow_through_mean", 0.1), set(15, "sharing_mean", 1)], "the first change"],
    [[set(11, "follow_through_mean", 0.1), set(30, "sharing_mean", 1)], cause],
    [[{ tick: 11, set: { follow_through_mean: 0.1 }, until: 12 }], "the first change"],
    [[{ tick: 11, set: { gossip: false } }], "“Gossip” went from on to off"],
    [[{ tick: 11, remove: [3] }], "the first change"],
  ])("%j is told as %s", (interventions, words) => {
    expect(describeCause(interventions, defaults, 20, 10)).toBe(words);
  });
});
