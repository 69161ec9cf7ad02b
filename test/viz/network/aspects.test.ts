import { describe, expect, test } from "vitest";
import { createSnapshot, type Snapshot } from "../../../sim/snapshot/snapshot.ts";
import { takeSnapshot } from "../../../sim/snapshot/take-snapshot.ts";
import { amountLabels, aspectLabels, createAmountScale, largestReach, scaleEnds } from "../../../viz/network/aspects.ts";
import { advanceTo, makeRun } from "../../helpers/make-run.ts";

/** Where four agents stand on the scale of an amount. */
function scaleOf(snapshot: Snapshot, amount: Parameters<typeof createAmountScale>[1]): number[] {
  return [0, 1, 2, 3].map(createAmountScale(snapshot, amount));
}

function fourAgents(traitNames: readonly string[] = ["sharing", "openness"]): Snapshot {
  const snapshot = createSnapshot(4, 0, traitNames);
  snapshot.agents = 4;
  return snapshot;
}

describe("an agent's place on the scale of an amount", () => {
  test("is its own trait, however many traits there are", () => {
    const { population } = advanceTo(makeRun(), 3);
    const snapshot = takeSnapshot(population);
    const { traitNames, agents } = snapshot;
    const longer = createSnapshot(agents, 0, ["humor", ...traitNames]);
    longer.agents = agents;
    for (let agent = 0; agent < agents; agent++) {
      const own = snapshot.traits.subarray(agent * traitNames.length, (agent + 1) * traitNames.length);
      longer.traits.set([1, ...own], agent * (traitNames.length + 1));
    }
    for (const trait of ["sharing", "status_bias", "follow_through", "openness", "generosity"] as const) {
      const place = traitNames.indexOf(trait);
      const [ofTen, ofEleven] = [createAmountScale(snapshot, trait), createAmountScale(longer, trait)];
      for (let agent = 0; agent < agents; agent++) {
        const own = snapshot.traits[agent * traitNames.length + place];
        expect(ofTen(agent)).toBe(trait === "status_bias" ? 1 - own : own); // up is the virtue
        expect(ofEleven(agent)).toBe(ofTen(agent));
      }
    }
  });

  test("is refused for a trait that the snapshot does not have", () => {
    expect(() => createAmountScale(fourAgents(), "generosity")).toThrow("no trait generosity; it has sharing, openness");
  });

  test("spreads trust from 0.3 to 0.7 over the whole scale, and is in the middle for someone nobody knows", () => {
    const snapshot = fourAgents();
    snapshot.trustReceived.set([0.2, 0.4, 0.9, Number.NaN]);
    const [low, quarter, high, unknown] = scaleOf(snapshot, "trust");
    expect([low, high]).toEqual([0, 1]);
    expect(unknown).toBeCloseTo(0.5, 12);
    expect(quarter).toBeCloseTo(0.25, 6);
  });

  test("is the share of the largest reach, and 0 before anything has spread", () => {
    const snapshot = fourAgents();
    expect(scaleOf(snapshot, "reach")).toEqual([0, 0, 0, 0]);
    snapshot.reach.set([0, 3, 12, 6]);
    expect(scaleOf(snapshot, "reach")).toEqual([0, 0.25, 1, 0.5]);
    expect(largestReach(snapshot)).toBe(12);
  });

  test("is expertise and status as they are", () => {
    const snapshot = fourAgents();
    snapshot.expertise.set([0, 0.25, 0.5, 1]);
    snapshot.status.set([1, 0.5, 0.25, 0]);
    expect(scaleOf(snapshot, "expertise")).toEqual([0, 0.25, 0.5, 1]);
    expect(scaleOf(snapshot, "status")).toEqual([1, 0.5, 0.25, 0]);
  });
});

test("the ends of a scale say what they mean", () => {
  const snapshot = fourAgents();
  expect(scaleEnds("trust", snapshot)).toEqual(["0.3", "0.7"]);
  expect(scaleEnds("openness", snapshot)).toEqual(["0%", "100%"]);
  expect(scaleEnds("expertise", snapshot)).toEqual(["0", "1"]);
  expect(scaleEnds("reach", undefined)).toEqual(["0", "0 items"]);
  snapshot.reach[2] = 1;
  expect(scaleEnds("reach", snapshot)).toEqual(["0", "1 item"]);
  snapshot.reach[2] = 1234;
  expect(scaleEnds("reach", snapshot)).toEqual(["0", "1,234 items"]);
});

test("every aspect has one label, and circles have no amount", () => {
  expect(new Set(aspectLabels.map(([, label]) => label)).size).toBe(aspectLabels.length);
  expect(aspectLabels.slice(1)).toEqual(amountLabels);
  expect(aspectLabels[0]).toEqual(["circle", "Circle"]);
});
