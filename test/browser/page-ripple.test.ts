import type { Page } from "playwright-core";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { advance, tickOf } from "../../sim/index.ts";
import { measureRipples } from "../../study/ripple/measure-ripples.ts";
import { beginRun } from "../../workers/begin-run.ts";
import type { TurningIntervention } from "../../workers/messages.ts";
import { findAxeFaults } from "../helpers/axe-faults.ts";
import { askEngine } from "../helpers/engine-of-page.ts";
import { openPage } from "../helpers/open-page.ts";
import { hashOf, partsOf } from "../helpers/page-parts.ts";
import { type RunOnShow, showRun } from "../helpers/run-on-show.ts";

/** A class of 25 after half a year. */
const classOf25: RunOnShow = { scenario: "class_of_25", tick: 26, isPaused: true };

let page: Page;

beforeAll(async () => {
  ({ page } = await openPage({ run: classOf25, isWatched: true }));
});

beforeEach(() => showRun(page, classOf25));

/** The numbers of the people who differ in the week on show. */
async function peopleWhoDiffer(): Promise<number[]> {
  const cells = page.locator(".ripple .numbers tbody").first().locator("tr").first().locator("td");
  return (await cells.allTextContents()).map(Number);
}

/** The event on show, as the page gives it to the command line. */
async function eventOnShow(): Promise<{ tick: number; asker: number; promiser: number; made: number; outcome: string }> {
  await page.getByText("The same on the command line").click();
  const command = (await page.locator(".ripple pre").textContent()) ?? "";
  const [, tick, asker, promiser, made, outcome] =
    /\{tick: (\d+), promise: \{asker: (\d+), promiser: (\d+), made: (\d+), outcome: (\w+)\}\}/.exec(command) ?? [];
  return { tick: Number(tick), asker: Number(asker), promiser: Number(promiser), made: Number(made), outcome: String(outcome) };
}

test("a promise of a person is turned by mouse, its ripple has the figures of the command line, and looking changes nothing", async () => {
  const { find, inspector } = partsOf(page);
  const hash = await hashOf(page);
  await find.fill("7");
  await find.press("Enter");
  await inspector.getByText("What if one thing had turned out otherwise?").click();
  await page.locator(".past-events li button").first().click();
  await page.locator(".ripple .numbers").waitFor();
  const { tick, asker, promiser, made, outcome } = await eventOnShow();
  const { start } = await askEngine(page, "record");
  const { run } = beginRun(start);
  while (tickOf(run) < tick - 1) advance(run);
  const turn = { tick, promise: { asker, promiser, made, outcome } } as TurningIntervention;
  const plan = { weeks: 156, least: 0.01, arms: [{ name: "as_is", set: {} }] };
  const [expected] = [...measureRipples(run, [{ event: 1, turn, sources: [asker, promiser] }], plan)].filter(
    (one) => one !== undefined,
  );
  const slider = page.getByRole("slider", { name: "Week of the ripple" });
  for (const week of [1, 8, expected?.weeks.length ?? 0]) {
    await slider.fill(String(week));
    const { agentCount, noticedCount } = expected?.weeks[week - 1] ?? {};
    await expect.poll(() => peopleWhoDiffer(), { message: `week ${week}` }).toEqual([agentCount, noticedCount]);
  }
  expect(await page.locator(".legend").textContent()).toContain("First differs in");
  await page.getByRole("button", { name: "Close the ripple" }).click();
  expect(await page.locator(".ripple").count()).toBe(0);
  expect(await page.locator(".legend").textContent()).not.toContain("First differs in");
  expect(await askEngine(page, "stateHash")).toBe(hash);
});

test("the same by keyboard, and axe finds nothing", async () => {
  const { find, network } = partsOf(page);
  await find.fill("7");
  await find.press("Enter");
  await network.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("t");
  await page.locator(".inspector .equation").first().waitFor();
  await page.locator(".past-events summary").focus();
  await page.keyboard.press("Enter");
  await page.locator(".past-events select").waitFor();
  await page.locator(".past-events select").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator(".ripple .numbers").waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("ripple-title");
  const slider = page.getByRole("slider", { name: "Week of the ripple" });
  await slider.focus();
  await page.keyboard.press("Home");
  await expect.poll(() => slider.getAttribute("aria-valuetext")).toMatch(/^week 1 of /);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => slider.getAttribute("aria-valuetext")).toMatch(/^week 2 of /);
  expect(await findAxeFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Close the ripple" }).focus();
  await page.keyboard.press("Enter");
  expect(await page.locator(".ripple").count()).toBe(0);
});
