import { describe, expect, test } from "vitest";
import { answerSentence, verdictLine } from "../../../study/contrasts/answer-text.ts";
import type { Contrast } from "../../../study/contrasts/contrast.ts";
import type { JudgedContrast } from "../../../study/contrasts/contrast-analyzer.ts";
import type { Verdict } from "../../../study/contrasts/verdict.ts";

const groups = [{ levels: { gossip: [true] } }, { levels: { gossip: [false] } }] as const;

function judged(verdict: Verdict | undefined, more: Partial<Contrast> = {}, mean = 0.3): JudgedContrast {
  const contrast: Contrast = {
    name: "talk",
    outcome: "trust",
    comparison: { kind: "difference", groups },
    expect: { above: 0 },
    ...more,
  };
  return { origin: "file", contrast, n: 20, mean, low: mean - 0.1, high: mean + 0.1, ...(verdict && { verdict }) };
}

describe("the answer to a question", () => {
  const claim = "Gossip raises trust";

  test.each([
    [
      "holds",
      "Yes, gossip raises trust: the difference in trust is 0.30 (95% interval 0.20 to 0.40, 20 replicates); expected > 0.",
    ],
    [
      "fails",
      "No, these runs speak against “Gossip raises trust”: the difference in trust is 0.30 (95% interval 0.20 to 0.40, 20 replicates); expected > 0.",
    ],
    [
      "undecided",
      "Undecided whether gossip raises trust: the difference in trust is 0.30 (95% interval 0.20 to 0.40, 20 replicates); expected > 0.",
    ],
  ] as const)("with a claim that %s", (verdict, sentence) => {
    expect(answerSentence([judged(verdict, { claim })], 0.95)).toBe(sentence);
  });

  test("without a claim says what is compared", () => {
    expect(answerSentence([judged("fails")], 0.9)).toBe(
      "Against expectation: trust, gossip on − gossip off, is 0.30 (90% interval 0.20 to 0.40, 20 replicates); expected > 0.",
    );
  });

  test("with several expectations counts them, and with none is silent", () => {
    const all = [judged("holds", { claim }), judged("undecided", { name: "b" }), judged("holds", { name: "c" }), judged(undefined)];
    expect(answerSentence(all, 0.95)).toBe("Of 3 expectations, 2 met (gossip raises trust; “c”) and 1 undecided (“b”).");
    expect(answerSentence([judged(undefined)], 0.95)).toBeUndefined();
  });

  test("gives a maximum as a level of its factor", () => {
    const comparison = { kind: "maximum", factor: "follow_up_interval", within: { levels: {} } } as const;
    const best = {
      ...judged("undecided", { comparison, expect: { least: 6, most: 30 } }),
      mean: 13,
      low: 4,
      high: Number.POSITIVE_INFINITY,
    };
    expect(verdictLine(best, 0.95)).toBe(
      "talk is undecided at n = 20: expected 6 to 30, got 13 (95% interval 4 to never, 20 replicates)",
    );
  });
});
