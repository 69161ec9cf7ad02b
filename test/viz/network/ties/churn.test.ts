import { describe, expect, test } from "vitest";
import { takeSnapshot } from "../../../../sim/snapshot/take-snapshot.ts";
import { copyGraph } from "../../../../viz/network/layout/layout-client.ts";
import { chooseTies } from "../../../../viz/network/ties/choose-ties.ts";
import { countLasting, TieChange } from "../../../../viz/network/ties/drawn-ties.ts";
import { limitChanges } from "../../../../viz/network/ties/limit-changes.ts";
import { createTieHistory } from "../../../../viz/network/ties/tie-history.ts";
import { advanceTo, makeRun } from "../../../helpers/make-run.ts";

const cuts = { activeFrom: 0.05, strongFrom: 0.4, avoidBelow: 0.4, isRing: false };

/** A choice of ties in each second of a run at ten weeks a second: how many are on show, and the share that came or went. */
function watch(seconds: number) {
  const run = makeRun({ parameters: {}, seed: "1973", interventions: [{ tick: 130, set: { follow_through_mean: 0.1 } }] });
  const history = createTieHistory();
  return Array.from({ length: seconds }, (_, second) => {
    const { population } = advanceTo(run, 100 + 10 * second);
    const ties = chooseTies(copyGraph(takeSnapshot(population), 1, cuts), "best", -1, history);
    const count = (change: TieChange) => ties.change.filter((one) => one === change).length;
    const changes = Math.max(count(TieChange.APPEARS), count(TieChange.DISAPPEARS));
    return { shown: countLasting(ties), changed: changes / countLasting(ties) };
  });
}

test("at ten weeks a second, at most 5 percent of the ties on show come or go in a second, also when everyone breaks promises", () => {
  const [first, ...later] = watch(12);
  expect(first.shown).toBeGreaterThan(1500);
  for (const { shown, changed } of later) {
    expect(changed).toBeLessThan(0.05);
    expect(shown).toBeGreaterThan(0.9 * first.shown);
    // The first choice has only each person's strongest. Later, ties that stay among the strongest seven add to them.
    expect(shown).toBeLessThan(1.2 * first.shown);
  }
  // But it does change.
  expect(later.filter(({ changed }) => changed > 0.01).length).toBeGreaterThan(8);
});

describe("changes are limited", () => {
  const ties = (count: number, from = 0) => Array.from({ length: count }, (_, k) => from + k);
  /** 1000 ties, the later ones stronger; every third is a bridge. */
  const average = Float32Array.from(ties(1000), (tie) => tie / 1000);
  const isBridge = Uint8Array.from(ties(1000), (tie) => +(tie % 3 === 0));

  test("to 0.4 percent a tick: the strongest come, bridges and others in turn, and the weakest go", () => {
    const changes = { comers: ties(30, 100), goers: ties(30, 200), shown: 500, ended: 0 };
    const { coming, staying, credit } = limitChanges(changes, { average, isBridge }, 2, 0);
    expect(coming).toEqual([129, 128, 126, 127]);
    expect(staying.sort((a, b) => a - b)).toEqual(ties(26, 204));
    expect(credit).toBe(0);
  });

  test("ties that have ended go in any case, and count", () => {
    const changes = { comers: [], goers: ties(30, 200), shown: 500, ended: 3 };
    expect(limitChanges(changes, { average, isBridge }, 2, 0).staying).toHaveLength(29);
    expect(limitChanges({ ...changes, ended: 50 }, { average, isBridge }, 2, 0).staying).toHaveLength(30);
  });

  test("what was not used is saved up for ten ticks at most, and nothing changes within a tick", () => {
    const none = { comers: [], goers: [], shown: 500, ended: 0 };
    expect(limitChanges(none, { average, isBridge }, 3, 1).credit).toBe(7);
    expect(limitChanges(none, { average, isBridge }, 300, 1).credit).toBe(20);
    const some = { ...none, comers: ties(30), goers: ties(30, 200) };
    expect(limitChanges(some, { average, isBridge }, 0, 0)).toMatchObject({ coming: [], staying: { length: 30 } });
  });

  test("a small network still changes, one tie at a time", () => {
    const some = { comers: ties(5), goers: [], shown: 20, ended: 0 };
    expect([0, 9, 10, 40].map((ticks) => limitChanges(some, { average, isBridge }, ticks, 0).coming.length)).toEqual([0, 0, 1, 1]);
  });
});
