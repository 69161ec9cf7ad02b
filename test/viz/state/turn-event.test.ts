import { expect, test } from "vitest";
import { checkInterventions, defaultParameters, type TurningIntervention } from "../../../sim/index.ts";
import { describeEvent, eventBefore, turnAround } from "../../../viz/ripple/past-event.ts";
import { createFocus } from "../../../viz/state/focus.ts";
import { agentsOfEvent, questionOf, turnEvent, turnOfEvidence } from "../../../viz/state/turn-event.ts";

const turns: readonly TurningIntervention[] = [
  { tick: 9, promise: { asker: 3, promiser: 5, made: 7, outcome: "kept" } },
  { tick: 9, promise: { asker: 3, promiser: 5, outcome: "broken" } },
  { tick: 9, favor: { asker: 3, asked: 5, outcome: "agreed" } },
  { tick: 9, meeting: { agent: 3, other: 5, outcome: "missed" } },
  { tick: 9, introduction: { introducer: 5, agent: 3, person: 8, outcome: "declined" } },
];

test.each(turns)("an event turned twice is the event again, and a run takes it: %o", (turn) => {
  const before = eventBefore(turn);
  expect(turnAround(before)).toEqual(turn);
  expect(eventBefore(turnAround({ ...before, happened: !before.happened })).happened).toBe(!before.happened);
  const { problems } = checkInterventions([turn], { parameters: defaultParameters, names: [], circleNames: [] });
  expect(problems).toEqual([]);
});

test("events and questions in words", () => {
  const name = (agent: number) => `P${agent}`;
  expect(turns.map((turn) => [describeEvent(eventBefore(turn), name), questionOf(turn), agentsOfEvent(turn)])).toEqual([
    ["P5 broke a promise to P3", "What if it had been kept?", [3, 5]],
    ["P5 kept a promise to P3", "What if it had been broken?", [3, 5]],
    ["P5 refused P3 a favor", "What if it had been agreed to?", [3, 5]],
    ["P3 and P5 ran into each other", "What if they had missed each other?", [3, 5]],
    ["P5 introduced P8 to P3", "What if it had been declined?", [3, 8, 5]],
  ]);
});

test("evidence of a promise or a refusal tells what to turn; other evidence doesn't", () => {
  const item = { tick: 12, believer: 7, about: 41 };
  expect(turnOfEvidence({ ...item, kind: "broken" })).toEqual({ tick: 12, promise: { asker: 7, promiser: 41, outcome: "kept" } });
  expect(turnOfEvidence({ ...item, kind: "kept" })).toEqual({ tick: 12, promise: { asker: 7, promiser: 41, outcome: "broken" } });
  expect(turnOfEvidence({ ...item, kind: "refused" })).toEqual({ tick: 12, favor: { asker: 7, asked: 41, outcome: "agreed" } });
  expect(["gossip", "sharing", "began", "left"].map((kind) => turnOfEvidence({ ...item, kind }))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("turning an event puts it on show", () => {
  const focus = createFocus();
  turnEvent(focus, turns[0] as TurningIntervention);
  expect(focus.turned.value).toEqual(turns[0]);
});
