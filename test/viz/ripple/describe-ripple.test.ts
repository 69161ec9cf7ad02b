import { expect, test } from "vitest";
import { describeOutcome, eventAsFlag, findSpreaders, findTellingWeek } from "../../../viz/ripple/describe-ripple.ts";
import { showWeek, spreadOf } from "../../../viz/state/ripple-on-show.ts";
import type { FollowedRipple, FollowedWeek } from "../../../workers/ripple-messages.ts";

function weekOf(week: number, agentCount: number, reached: readonly (readonly [agent: number, via: number])[]): FollowedWeek {
  return {
    week,
    tick: 9 + week,
    agentCount,
    noticedCount: agentCount,
    beliefs: 0,
    noticedBeliefs: 0,
    gained: 0,
    lost: 0,
    stronger: 0,
    weaker: 0,
    largest: 0,
    distance: 0,
    reached: reached.map(([agent, via]) => ({ agent, via, week, distance: 1 })),
    differences: { trust: [], ties: [] },
  };
}

const ripple: FollowedRipple = {
  event: { tick: 10, promise: { asker: 1, promiser: 2, made: 8, outcome: "kept" } },
  isMissing: false,
  agents: 6,
  weeks: [
    weekOf(1, 2, [
      [1, -1],
      [2, -1],
    ]),
    weekOf(2, 4, [
      [3, 2],
      [4, 2],
    ]),
    weekOf(3, 5, [[5, 3]]),
  ],
  noticed: Uint8Array.of(0, 1, 1, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 1),
};

test("what came of a ripple, in words", () => {
  expect(describeOutcome(ripple)).toBe("After 3 weeks, it has reached 5 people. 5 people differ noticeably.");
  const over = { ...ripple, weeks: [...ripple.weeks, weekOf(4, 0, [])] };
  expect(describeOutcome(over)).toBe("It reached 5 people, and died out: after 3 weeks nothing differs any more.");
});

test("through whom it spread up to a week, and the week that is shown first", () => {
  expect(findSpreaders(ripple, 3)).toEqual([
    { agent: 2, others: 2 },
    { agent: 3, others: 1 },
  ]);
  expect(findSpreaders(ripple, 1)).toEqual([]);
  expect(findTellingWeek(ripple)).toBe(1);
  expect(findTellingWeek({ ...ripple, agents: 100 })).toBe(3);
});

test("the picture of a week", () => {
  const { since, via, noticed, lastReached } = showWeek(ripple, spreadOf(ripple), [1, 2], 2);
  expect([...since]).toEqual([0, 1, 1, 2, 2, 3]);
  expect([...via]).toEqual([-1, -1, -1, 2, 2, 3]);
  expect([...noticed]).toEqual([0, 1, 1, 1, 0, 0]);
  expect(lastReached).toBe(3);
});

test("the event as the command line takes it", () => {
  expect(eventAsFlag(ripple.event)).toBe("{tick: 10, promise: {asker: 1, promiser: 2, made: 8, outcome: kept}}");
});
