import { expect, test } from "vitest";
import { advance, takeSnapshot, tickOf } from "../../sim/index.ts";
import { compareTies } from "../../viz/compare/compare-ties.ts";
import { copyWorld } from "../../viz/compare/world-at-tick.ts";
import { beginRun } from "../../workers/begin-run.ts";
import type { Start } from "../../workers/messages.ts";
import { findAxeFaults } from "../helpers/axe-faults.ts";
import { askEngine } from "../helpers/engine-of-page.ts";
import { openPage } from "../helpers/open-page.ts";
import { partsOf, tickOf as tickOfPage } from "../helpers/page-parts.ts";

/** A run in Node at a tick. */
function worldInNode(start: Start, ticks: number) {
  const { run } = beginRun(start);
  while (tickOf(run) < ticks) advance(run);
  return copyWorld(takeSnapshot(run.population));
}

test("a turned promise makes two worlds, side by side in one week, with the differences that two runs in Node have", async () => {
  const run = { scenario: "class_of_25", tick: 30, isPaused: true } as const;
  const { page, close } = await openPage({ run, isWatched: true });
  const { play, find, network } = partsOf(page);
  const both = page.getByLabel("Side by side with the unchanged world");
  expect(await both.count()).toBe(0);
  await find.fill("7");
  await find.press("Enter");
  await page.locator(".past-events summary").click();
  await page.locator(".past-events li button").last().click();
  await page.locator(".ripple .numbers").waitFor();
  await page.getByRole("button", { name: "Make it so in this run" }).click();
  await both.waitFor();
  await both.focus();
  await page.keyboard.press("Space");
  await page.locator(".side-by-side .differences").waitFor();
  expect(await network.count()).toBe(0);

  const { start, ticks } = await askEngine(page, "record");
  expect(ticks).toBe(await tickOfPage(page));
  const { planned = [], ...rest } = start;
  expect([planned, start.interventions]).toEqual([[], [expect.objectContaining({ promise: expect.anything() })]]);
  const expected = compareTies(worldInNode({ ...rest, interventions: planned }, ticks), worldInNode(rest, ticks));
  const { gained, lost, stronger, weaker, trustUp, trustDown } = expected;
  await expect
    .poll(async () => (await page.locator(".side-by-side dd").allTextContents()).map(Number))
    .toEqual([gained, lost, stronger, weaker, trustUp, trustDown]);
  expect(stronger + weaker).toBeGreaterThan(0);
  expect(await findAxeFaults(page)).toEqual([]);

  // While the run plays, both stay in one week.
  const before = await page.locator(".side-by-side .differences strong").textContent();
  await play.click();
  await expect.poll(() => page.locator(".side-by-side .differences strong").textContent()).not.toBe(before);
  await both.uncheck();
  expect(await page.locator(".side-by-side").count()).toBe(0);
  await network.waitFor();
  await close();
});
