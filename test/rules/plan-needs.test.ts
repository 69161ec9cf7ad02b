import { describe, expect, test } from "vitest";
import { expectProportional } from "../helpers/chi-square.ts";
import { countMeetings, disdain, MUCH, nobody, TICKS } from "../helpers/plan-bench.ts";
import { type BenchTie, full } from "../helpers/rule-bench.ts";

describe("a need", () => {
  test("arises in the share p_need of ticks, uniform over the domains other than the agent's own", () => {
    const experts = [1, 2, 3, 0].map((domain) => ({ ...nobody, domain }));
    const ties = experts.map((_, k) => [0, k + 1, 0] as const);
    const counts = countMeetings(experts, ties, { needs: true, needRate: 0.4, domains: 4 }, disdain);
    expect(counts[3]).toBe(0);
    expectProportional(counts.slice(0, 3), [1, 1, 1]);
    const needs = counts[0] + counts[1] + counts[2];
    expectProportional([needs, TICKS - needs], [0.4, 0.6]);
  });

  // C is 1 and ½, and τ is ½ for both, because C + R + I is 1.5.
  test("goes to an expert in proportion to credibility times trust, whatever the strength, evidence and status", () => {
    const experts = [
      { ...nobody, domain: 1 },
      { z: 1, domain: 1 },
    ];
    const ties: BenchTie[] = [
      [0, 1, 0.1, { C: 1, R: 0.25, I: 0.25 }],
      [0, 2, 0.9, { e: MUCH }],
    ];
    expectProportional(countMeetings(experts, ties, { needRate: 1, domains: 2 }, disdain), [2, 1]);
    const trusted: BenchTie[] = [ties[0], [0, 2, 0.9, full]];
    expectProportional(countMeetings(experts, trusted, { needRate: 1, domains: 2 }, disdain), [1 / 2, 1]);
  });

  test("never goes to an avoided contact", () => {
    const ties: BenchTie[] = [
      [0, 1, 0.9, { C: 0.49 }],
      [0, 2, 0.1],
    ];
    const experts = [
      { ...nobody, domain: 1 },
      { ...nobody, domain: 1 },
    ];
    expect(countMeetings(experts, ties, { needRate: 1, domains: 2, avoidBelow: 0.5 }, disdain)).toEqual([0, TICKS]);
  });

  test("takes its unit first: with one unit, the agent meets nobody else", () => {
    const ties: BenchTie[] = [
      [0, 1, 0],
      [0, 2, 1, { e: MUCH }],
    ];
    expect(countMeetings([{ domain: 1 }, { domain: 0 }], ties, { needRate: 1, domains: 2 })).toEqual([TICKS, 0]);
  });
});
