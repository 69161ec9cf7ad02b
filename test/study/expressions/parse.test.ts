import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textOf } from "../../../study/expressions/expression-text.ts";
import { parseCondition, parseNumber } from "../../../study/expressions/parse-expression.ts";

const spell = (text: string) => {
  const { expression, problems } = parseNumber(text);
  expect(problems).toEqual([]);
  return textOf(expression);
};

describe("an expression has one spelling", () => {
  test.each([
    ["weak_ties+strong_ties * 2", "weak_ties + strong_ties * 2"],
    ["(weak_ties+strong_ties)*2", "(weak_ties + strong_ties) * 2"],
    ["((weak_ties))", "weak_ties"],
    ["1 - (2 - 3)", "1 - (2 - 3)"],
    ["(1 - 2) - 3", "1 - 2 - 3"],
    ["8 ÷ (4 × 2)", "8 / (4 * 2)"],
    ["- -2 − 1", "--2 - 1"],
    ["-(weak_ties + 1)", "-(weak_ties + 1)"],
    ["payoff  of\nfocal", "payoff of focal"],
    ["mean( payoff of circle 'Sales' )", 'mean(payoff of circle "Sales")'],
    ["payoff of circle 'the \"A\" team'", "payoff of circle 'the \"A\" team'"],
    ["payoff of circle Sales", 'payoff of circle "Sales"'],
    ["payoff of agent 07", "payoff of agent 7"],
    ["strong cross ties/cross ties", "strong cross ties / cross ties"],
    ["weak within bridges", "weak within bridges"],
    ["overlap of ties with strength .2 to 0.40", "overlap of ties with strength 0.2 to 0.4"],
    ["reliability of strong ties to top 10 by status", "reliability of strong ties to top 10 by status"],
    ["ties between focal and others", "ties between focal and others"],
    ["max(weak_ties,2) + max(degree of agents)", "max(weak_ties, 2) + max(degree of agents)"],
    ["quantile(degree of bottom 5 by generosity, 0.5)", "quantile(degree of bottom 5 by generosity, 0.5)"],
    ["events(refused,promise_made)", "events(refused, promise_made)"],
    ["agents", "agents"],
  ])("%s is %s", (written, text) => {
    expect(spell(written)).toBe(text);
    expect(spell(text)).toBe(text);
  });

  test.each([
    ["not(tick>3 and weak_ties≥2)", "not (tick > 3 and weak_ties >= 2)"],
    ["not tick > 3 and weak_ties >= 2", "not tick > 3 and weak_ties >= 2"],
    ["(tick > 3 or tick == 1) and tick ≠ 2", "(tick > 3 or tick = 1) and tick != 2"],
    ["tick > 3 or (tick = 1 and tick != 2)", "tick > 3 or tick = 1 and tick != 2"],
    ["(weak_ties) > (2)", "weak_ties > 2"],
  ])("the condition %s is %s", (written, text) => {
    for (const one of [written, text]) {
      const { expression, problems } = parseCondition(one);
      expect(problems).toEqual([]);
      expect(textOf(expression)).toBe(text);
    }
  });

  test("which gives the same value: arithmetic is that of JavaScript", () => {
    const leaf = fc.constantFrom("1", "2", "3.5", "10");
    const { sum } = fc.letrec<{ sum: string }>((tie) => ({
      sum: fc.oneof(
        { depthSize: "small" },
        leaf,
        fc.tuple(tie("sum"), fc.constantFrom("+", "-", "*", "/"), tie("sum")).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
        tie("sum").map((one) => `(- ${one})`),
      ),
    }));
    fc.assert(
      fc.property(sum, (text) => {
        // Only numbers, signs and parentheses, which the language of the tests computes alike.
        const value = (one: string) => new Function(`return ${one.replaceAll("-", " - ")}`)();
        expect(value(spell(text))).toEqual(value(text));
      }),
    );
  });
});

describe("faults have their place, and all are found", () => {
  test.each([
    [
      "strog_ties / weak_ties",
      ['column 1: unknown name "strog_ties" (did you mean "strong_ties"?); see the list in docs/experiments.md'],
    ],
    [
      "degree + meen(payoff of agents) + x of focal",
      [
        "column 1: degree is a number of agents; say of whom, as in degree of focal or degree of circle 2",
        'column 10: unknown function "meen" (did you mean "mean"?); known: ',
        "column 35: unknown number of agents: x; known: ",
      ],
    ],
    ["mean(payoff of focal", ["column 21: a closing parenthesis is missing here"]],
    [
      "weak_ties strong_ties",
      ['column 11: "strong_ties" is not expected here; an operator such as + or > may be missing before it'],
    ],
    ["payoff of\nfocall", ['line 2, column 1: unknown group of agents "focall" (did you mean "focal"?); write ']],
    [
      "max(2 +, 3 $) + 4 $",
      ["column 8: a number must stand here", 'column 12: "$" has no meaning', 'column 19: "$" has no meaning'],
    ],
    ["tick > 3", ["column 1: this is a condition, but a number is needed; conditions belong to when and stop"]],
    ["strength of cross ties of nobody", ['column 27: unknown group of agents "nobody"']],
    ["cross strong ties", ["column 7: strong comes first, as in strong cross ties"]],
    ["quantile(payoff of agents, 90)", ["column 28: a quantile takes a share from 0 to 1, such as 0.9, got 90"]],
    ["gini(cross ties)", ["column 6: gini needs to know which number of the ties, as in gini(strength of cross ties)"]],
    ["ties to focal", ["column 1: the direction of a tie matters only to"]],
    ["ties with strength 0.5 to 0.2", ["column 20: a band of strength must go from a number to a higher one"]],
    ["events(refuse)", ["column 8: the kind of an event must be one of "]],
    ["", ["column 1: a number must stand here"]],
  ])("%s", (text, expected) => {
    const { problems } = parseNumber(text);
    expect(problems).toHaveLength(expected.length);
    for (const [at, start] of expected.entries()) expect(problems[at]).toContain(start);
  });

  test("a condition is no number and has no third side", () => {
    expect(parseCondition("weak_ties").problems).toEqual([
      "column 1: this is a number, but a condition is needed; compare it, as in mean_trust_share > 0.6",
    ]);
    expect(parseCondition("1 < tick < 3").problems[0]).toMatch(/^column 10: a comparison has two sides/);
  });

  test("no text makes the reader fail", () => {
    const parts =
      "( ) , + - * / < >= not and or of to by with ties strong focal top circle 7 0.5 payoff weak_ties mean max events tick ' $";
    const words = fc.array(fc.constantFrom(...parts.split(" ")), { maxLength: 20 }).map((some) => some.join(" "));
    fc.assert(
      fc.property(words, (text) => {
        for (const parse of [parseNumber, parseCondition])
          for (const problem of parse(text).problems) expect(problem).toMatch(/^column \d+: \S/);
      }),
      { numRuns: 2000 },
    );
    expect(parseNumber(`${"(".repeat(900)}1`).problems.join()).toContain("at most 50 levels");
    expect(parseNumber("-".repeat(1500)).problems.join()).toContain("at most 50 levels");
    expect(parseNumber("1+".repeat(1500)).problems.join()).toContain("at most 2,000 characters, got 3,000");
  });
});
