import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "vitest";
import { advance, takeSnapshot, tickOf } from "../../sim/index.ts";
import { compareTies } from "../../viz/compare/compare-ties.ts";
import { copyWorld } from "../../viz/compare/world-at-tick.ts";
import { beginRun } from "../../workers/begin-run.ts";
import type { Start } from "../../workers/messages.ts";
import { askEngine, loadWithWorkers } from "../helpers/engine-of-page.ts";
import { openPage } from "../helpers/open-page.ts";
import { chooseScenario, partsOf, tickOf as tickOfPage, untilTick } from "../helpers/page-parts.ts";

/** A run in Node at a tick. */
function worldInNode(start: Start, ticks: number) {
  const { run } = beginRun(start);
  while (tickOf(run) < ticks) advance(run);
  return copyWorld(takeSnapshot(run.population));
}

test("a turned promise makes two worlds, side by side in one week, with the differences that two runs in Node have", async () => {
  const { page, close } = await openPage();
  await loadWithWorkers(page);
  await chooseScenario(page, "class_of_25");
  const { pause, play, find, network } = partsOf(page);
  await untilTick(page, 30);
  await pause.click();
  await play.waitFor();
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
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  // While the run plays, both stay in one week.
  const before = await page.locator(".side-by-side .differences strong").textContent();
  await play.click();
  await expect.poll(() => page.locator(".side-by-side .differences strong").textContent()).not.toBe(before);
  await both.uncheck();
  expect(await page.locator(".side-by-side").count()).toBe(0);
  await network.waitFor();
  await close();
});
