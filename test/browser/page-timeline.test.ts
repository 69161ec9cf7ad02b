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

/** The weeks of the changes of the run. */
async function weeksOfChanges(page: Page): Promise<number[]> {
  const { start } = await askEngine(page, "record");
  return start.interventions.map(({ tick }) => Number(tick));
}

/** Adds a change to the paused run with the form. */
async function addChange(page: Page, week: number, kind: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await partsOf(page).button("Add a change").click();
  const form = page.locator("dialog.change-editor");
  await form.getByRole("spinbutton", { name: /^Week/ }).fill(String(week));
  await form.getByLabel("What happens").first().selectOption({ label: kind });
  for (const [label, value] of Object.entries(fields)) {
    const name = new RegExp(`^${label}`);
    const typed = form.getByRole("textbox", { name }).or(form.getByRole("spinbutton", { name }));
    const field = form.getByRole("combobox", { name }).or(typed);
    if (await field.evaluate((element) => element.tagName === "SELECT")) await field.selectOption({ label: value });
    else await field.fill(value);
  }
  await form.getByRole("button", { name: "Add" }).click();
}

describe("forms of changes", () => {
  test("turn a promise, and refuse one that lacks a person, without JSON", async () => {
    const { page } = open;
    const form = page.locator("dialog.change-editor");
    await addChange(page, 30, "Turn a promise", { "Promised to": "3", "What happens then": "It is kept" });
    await form
      .getByRole("alert")
      .getByText(/Promised by/)
      .waitFor();
    await form.getByLabel("Promised by").fill("5");
    await form.getByRole("button", { name: "Add" }).click();
    await page.locator(".changes").getByText("Person 5 keeps a promise to Person 3").waitFor();
    const { start } = await askEngine(page, "record");
    expect(start.interventions).toEqual([{ tick: 30, promise: { asker: 3, promiser: 5, outcome: "kept" } }]);
  });

  test("bring newcomers with names and traits", async () => {
    const { page } = open;
    await partsOf(page).button("Add a change").click();
    const form = page.locator("dialog.change-editor");
    await form.getByLabel("What happens").first().selectOption({ label: "People come" });
    await form.getByRole("spinbutton", { name: /^Week/ }).fill("40");
    await form.getByLabel("How many").fill("2");
    await form.getByLabel("Names").fill("Ada, Bo");
    await form.getByText("Their traits").click();
    await form.getByLabel("openness").fill("1");
    await form.getByRole("button", { name: "Add" }).click();
    await page.locator(".changes").getByText("2 people come").waitFor();
    const { start } = await askEngine(page, "record");
    expect(start.interventions).toEqual([{ tick: 40, add: 2, names: ["Ada", "Bo"], traits: { openness: 1 } }]);
  });
});

describe("the mark of a change", () => {
  const handle = (page: Page) => page.getByRole("slider", { name: "Week of change 1" });

  test("moves to another week by mouse, and back", async () => {
    const { page } = open;
    const before = await hashOf(page);
    await addChange(page, 20, "Set a parameter", { Parameter: "Noise", Value: "0.5" });
    await handle(page).waitFor();
    expect(await weeksOfChanges(page)).toEqual([20]);
    const strip = (await timeline(page).boundingBox()) as { width: number };
    const box = (await handle(page).boundingBox()) as { x: number; y: number; width: number; height: number };
    const end = Number(await handle(page).getAttribute("aria-valuemax"));
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + (40 / end) * strip.width, y, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => weeksOfChanges(page)).toEqual([60]);
    expect(await hashOf(page)).toBe(await hashInNode(await tickOf(page)));
    await partsOf(page).button("Back to the previous run").click();
    await expect.poll(() => weeksOfChanges(page)).toEqual([20]);
    await page.getByRole("button", { name: /^Undo: / }).click();
    await expect.poll(() => weeksOfChanges(page)).toEqual([]);
    expect(await hashOf(page)).toBe(before);
  });

  test("moves by keys, and Escape leaves it where it is", async () => {
    const { page } = open;
    await addChange(page, 20, "Set a parameter", { Parameter: "Noise", Value: "0.5", "Last week": "30" });
    await handle(page).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Escape");
    for (const key of ["ArrowRight", "ArrowRight", "PageUp", "Enter"]) await page.keyboard.press(key);
    await expect.poll(() => weeksOfChanges(page)).toEqual([74]);
    const { start } = await askEngine(page, "record");
    expect(start.interventions).toMatchObject([{ tick: 74, until: 84 }]);
  });
});

describe("Fork here", () => {
  test("begins a second world in the week on show, and shows both", async () => {
    const { page } = open;
    const now = await tickOf(page);
    await timeline(page).focus();
    await page.keyboard.press("PageDown");
    await expect.poll(() => tickOf(page)).toBe(now - 52);
    await partsOf(page).button("Fork here").press("Enter");
    await page.getByText(/^Two worlds from year \d+, week \d+ on\./).waitFor();
    await page.getByRole("region", { name: "Two worlds side by side" }).waitFor();
    await partsOf(page).slider("Do what you say").press("Home");
    await partsOf(page).play.click();
    await untilTick(page, now - 20);
    await partsOf(page).pause.click();
    await partsOf(page).play.waitFor();
    const { start } = await askEngine(page, "record");
    expect(start.planned).toEqual([]);
    expect(start.interventions).toMatchObject([{ tick: now - 51, set: { follow_through_mean: 0 } }]);
    await page.locator(".side-by-side dl").waitFor();
  });
});

test("by touch: a mark is dragged to another week", async () => {
  const small = { ...run, tick: 60 };
  const phone = await openPage({ run: small, isWatched: true, hasTouch: true, viewport: { width: 390, height: 844 } });
  const { page } = phone;
  await addChange(page, 20, "Set a parameter", { Parameter: "Noise", Value: "0.5" });
  const mark = page.getByRole("slider", { name: "Week of change 1" });
  await mark.scrollIntoViewIfNeeded();
  const box = (await mark.boundingBox()) as { x: number; y: number; width: number; height: number };
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", at?: number) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: at === undefined ? [] : [{ x: at, y }] });
  await touch("touchStart", x);
  for (const by of [10, 30, 60]) await touch("touchMove", x + by);
  await touch("touchEnd");
  await expect.poll(async () => (await weeksOfChanges(page))[0]).toBeGreaterThan(25);
  await phone.close();
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
