import { describe, expect, test } from "vitest";
import { readExperiment } from "../../../formats/experiment/read-experiment.ts";
import { problemsOf } from "../../helpers/read-sample.ts";

const FILE = `outcomes: {trust: mean_trust_share, ties: weak_ties}
vary:
  gossip: [on, off]
  follow_up_interval: [4, 13, never]
arms:
  none: {}
  keep: {parameters: {thanks: off}}
contrasts:
`;

const read = (contrast: string) => readExperiment(`${FILE}  asked: ${contrast}`, "study.yaml").contrasts[0];

describe("a contrast is read", () => {
  test.each([
    ['{outcome: trust, difference: [{gossip: on}, {gossip: off}], expect: "> 0"}', "difference", { above: 0 }],
    ["{outcome: trust, ratio: [keep, none], expect: ≥ 2}", "ratio", { least: 2 }],
    ['{outcome: trust, ratio: [keep, none], expect: ">= 2.5"}', "ratio", { least: 2.5 }],
    ["{outcome: trust, difference: [{arm: keep, gossip: on}, all], expect: <1e-3}", "difference", { below: 0.001 }],
    ["{outcome: trust, difference: [keep, none], expect: ≤ −.5}", "difference", { most: -0.5 }],
    ["{outcome: ties, maximum: follow_up_interval, within: keep, expect: 6 to 30}", "maximum", { least: 6, most: 30 }],
    [
      "{outcome: ties, difference: [[{arm: keep, gossip: on}, {arm: keep, gossip: off}], [{arm: none, gossip: on}, {arm: none, gossip: off}]]}",
      "difference of differences",
      undefined,
    ],
  ])("%s", (text, kind, bound) => {
    const { comparison, expect: expected } = read(text);
    expect(comparison.kind).toBe(kind);
    expect(expected).toEqual(bound);
  });

  test("with levels in the form of its factor, one or several", () => {
    const { comparison } = read("{outcome: ties, difference: [{follow_up_interval: [4, never], gossip: true}, {arm: none}]}");
    expect(comparison).toEqual({
      kind: "difference",
      groups: [{ levels: { follow_up_interval: [4, "never"], gossip: [true] } }, { arm: "none", levels: {} }],
    });
  });

  test("with the only outcome if none is named", () => {
    const text = "outcomes: [weak_ties]\nvary: {blow_off: [0, 0.1]}\ncontrasts: {rise: {slope: blow_off, claim: Ties are lost.}}";
    expect(readExperiment(text, "study.yaml").contrasts).toEqual([
      {
        name: "rise",
        claim: "Ties are lost",
        outcome: "weak_ties",
        comparison: { kind: "slope", factor: "blow_off", within: { levels: {} } },
      },
    ]);
  });
});

const problem = (contrast: string) => {
  const all = problemsOf(() => readExperiment(`${FILE}  asked: ${contrast}`, "study.yaml"));
  expect(all, all.join("\n")).toHaveLength(1);
  return all[0];
};

describe("a contrast is refused, with its line, the rule and the nearest name", () => {
  test.each([
    ["{difference: [keep, none]}", "line 9: contrasts.asked needs outcome, one of trust, ties"],
    [
      "{outcome: trst, difference: [keep, none]}",
      'line 9: contrasts.asked.outcome must be an outcome of this file, got "trst" (did you mean "trust"?); known: trust, ties',
    ],
    [
      "{outcome: trust, difference: [kep, none]}",
      'line 9: contrasts.asked names an unknown arm "kep" (did you mean "keep"?); known: none, keep',
    ],
    [
      "{outcome: trust, difference: [{gosip: on}, none]}",
      'line 9: contrasts.asked names an unknown factor "gosip" (did you mean "gossip"?); known: arm, gossip, follow_up_interval',
    ],
    [
      "{outcome: trust, difference: [{follow_up_interval: 5}, none]}",
      "line 9: contrasts.asked: follow_up_interval has no level 5; its levels are 4, 13, never",
    ],
    [
      "{outcome: trust, difference: [keep, keep]}",
      "line 9: contrasts.asked.difference compares a group with itself; name two different groups",
    ],
    [
      "{outcome: trust, slope: gossip}",
      "line 9: contrasts.asked.slope needs a factor with numbers, but gossip has the level on; use difference",
    ],
    [
      "{outcome: trust, slope: follow_up_interval}",
      "line 9: contrasts.asked.slope needs a factor with numbers, but follow_up_interval has the level never; use difference",
    ],
    ["{outcome: trust}", "line 9: contrasts.asked needs exactly one of difference, ratio, slope, maximum, got none"],
    [
      "{outcome: trust, ratio: [keep, none], slope: gossip}",
      "line 9: contrasts.asked needs exactly one of difference, ratio, slope, maximum, got ratio and slope",
    ],
    [
      "{outcome: trust, ratio: [keep, none], expect: positive}",
      'line 9: contrasts.asked.expect must be a text such as "> 0", "≥ 2", "< 1", "≤ 0.5" or "6 to 30", lower number first, got "positive"',
    ],
    [
      "{outcome: trust, ratio: [keep, none], expect: 30 to 6}",
      'line 9: contrasts.asked.expect must be a text such as "> 0", "≥ 2", "< 1", "≤ 0.5" or "6 to 30", lower number first, got "30 to 6"',
    ],
    [
      "{outcome: trust, ratio: [keep, none], within: keep}",
      "line 9: contrasts.asked.within has an effect only with slope or maximum; leave it out",
    ],
    [
      "{outcome: trust, maximum: follow_up_interval, within: {follow_up_interval: 4}}",
      "line 9: contrasts.asked.within must leave follow_up_interval out, because maximum looks at all its levels",
    ],
  ])("%s", (text, message) => {
    expect(problem(text)).toBe(`study.yaml, ${message}`);
  });

  test("if its levels come from a range, or from no point of a list", () => {
    const ranges = "outcomes: [weak_ties]\nvary: {noise: {from: 0, to: 0.1}}\ndesign: {kind: sobol, points: 8}\n";
    expect(problemsOf(() => readExperiment(`${ranges}contrasts: {a: {difference: [{noise: 0}, all]}}`, "study.yaml"))).toEqual([
      "study.yaml, line 4: contrasts.a: noise varies over a range, so no run has exactly the value 0; use slope, or list its values under vary",
    ]);
    expect(readExperiment(`${ranges}contrasts: {a: {slope: noise}}`, "study.yaml").contrasts).toHaveLength(1);
    const list = "outcomes: [weak_ties]\ndesign: {kind: list, points: [{noise: 0, gossip: on}, {noise: 0.1, gossip: off}]}\n";
    expect(
      problemsOf(() => readExperiment(`${list}contrasts: {a: {difference: [{noise: 0, gossip: off}, all]}}`, "study.yaml")),
    ).toEqual([
      "study.yaml, line 3: contrasts.a: no point of the list has noise 0, gossip off; add such a point, or choose other levels",
    ]);
  });

  test("but not for what follows from another fault of the file", () => {
    const faulty = `${FILE.replace("[on, off]", "[on, of]")}  asked: {outcome: trust, difference: [{gossip: on}, {gossip: off}]}`;
    expect(problemsOf(() => readExperiment(faulty, "study.yaml"))).toEqual([
      'study.yaml, line 3: gossip must be on or off, got "of"',
    ]);
  });
});
