import type { Page } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { advance, stateHash, tickOf as tickOfRun } from "../../sim/index.ts";
import { beginRun } from "../../workers/begin-run.ts";
import type { OpenPage } from "../helpers/browser.ts";
import { askEngine } from "../helpers/engine-of-page.ts";
import { openPage } from "../helpers/open-page.ts";
import { hashOf, partsOf, tickOf, untilTick } from "../helpers/page-parts.ts";
import { type RunOnShow, showRun } from "../helpers/run-on-show.ts";

/** A small run that has gone on for more than two years. */
const run: RunOnShow = { scenario: "class_of_25", tick: 110, isPaused: true };

let open: OpenPage;

beforeAll(async () => {
  open = await openPage({ run, isWatched: true });
});

// Its last weeks are played on the page.
beforeEach(async () => {
  const { page } = open;
  await showRun(page, run);
  const { pause, play, speed } = partsOf(page);
  await speed.selectOption("as fast as possible");
  await play.click();
  await untilTick(page, 120);
  await pause.click();
  await play.waitFor();
});

/** The hash of the page's run at a tick, in Node. */
async function hashInNode(tick: number): Promise<string> {
  const { start } = await askEngine(open.page, "record");
  const { run } = beginRun(start);
  while (tickOfRun(run) < tick) advance(run);
  return stateHash(run);
}

const timeline = (page: Page) => page.getByRole("slider", { name: "Week on show" });
const past = (page: Page) => page.locator(".timeline .past");

async function placeOf(page: Page, share: number): Promise<{ x: number; y: number }> {
  await timeline(page).scrollIntoViewIfNeeded();
  const box = (await timeline(page).boundingBox()) as { x: number; y: number; width: number };
  return { x: box.x + box.width * share, y: box.y + 20 };
}

describe("the timeline", () => {
  test("by keyboard: weeks, years, the start and now, from the strip and from anywhere", async () => {
    const { page } = open;
    const now = await tickOf(page);
    await timeline(page).focus();
    for (const [key, tick] of [
      ["ArrowLeft", now - 1],
      ["PageDown", now - 53],
      ["Home", 0],
      ["ArrowRight", 1],
      ["End", now],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => tickOf(page)).toBe(tick);
    }
    await page.locator(".network canvas").focus();
    for (const [key, tick] of [
      [",", now - 1],
      ["<", now - 53],
      [".", now - 52],
      [">", now],
      ["<", now - 52],
      ["n", now],
      [".", now + 1],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => tickOf(page)).toBe(tick);
    }
  });

  test("plays from an earlier week, and goes on past the last one as the same run", async () => {
    const { page } = open;
    const { play, pause } = partsOf(page);
    const now = await tickOf(page);
    await timeline(page).focus();
    await page.keyboard.press("Home");
    await expect.poll(() => tickOf(page)).toBe(0);
    await play.click();
    await untilTick(page, now + 10);
    await pause.click();
    await play.waitFor();
    expect(await hashOf(page)).toBe(await hashInNode(await tickOf(page)));
    expect((await askEngine(page, "record")).ticks).toBe(await tickOf(page));
  });
});

describe("a change in the past", () => {
  test("by a slider lets the run go on from the week on show, and there is a way back", async () => {
    const { page } = open;
    const { slider, button } = partsOf(page);
    const now = await tickOf(page);
    const here = await hashOf(page);
    await timeline(page).focus();
    await page.keyboard.press("PageDown");
    await expect.poll(() => tickOf(page)).toBe(now - 52);
    await slider("Do what you say").press("Home");
    await expect.poll(async () => (await askEngine(page, "record")).start.interventions.length).toBe(1);
    const { start, ticks } = await askEngine(page, "record");
    expect(ticks).toBe(now - 52);
    expect(start.interventions).toMatchObject([{ tick: now - 51, set: { follow_through_mean: 0 } }]);
    await button("Back to the previous run").click();
    await expect.poll(() => tickOf(page)).toBe(now);
    expect(await hashOf(page)).toBe(here);
  });
});

test("by touch: a tap and a drag on the strip go to other weeks", async () => {
  const phone = await openPage({ run: { ...run, tick: 60 }, hasTouch: true, viewport: { width: 390, height: 844 } });
  const { page } = phone;
  const { x, y } = await placeOf(page, 0.3);
  await page.touchscreen.tap(x, y);
  await expect.poll(() => past(page).isVisible()).toBe(true);
  const looked = await tickOf(page);
  expect(looked).toBeGreaterThan(5);
  await phone.close();
});
