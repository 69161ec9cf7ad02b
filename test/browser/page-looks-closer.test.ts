import type { Page } from "playwright-core";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { lookAtNetwork, type Place, untilStill } from "../helpers/network-pixels.ts";
import { openPage } from "../helpers/open-page.ts";

const network = { name: "The network" } as const;

let page: Page;

beforeAll(async () => {
  ({ page } = await openPage({ run: { scenario: "conference", tick: 5, isPaused: true }, reducedMotion: "no-preference" }));
  await untilStill(page);
});

beforeEach(async () => {
  await page.getByRole("application", network).focus();
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: "Details" }).waitFor();
});

/** Moves the pointer from place to place until the line about what is under it matches, and clicks there. */
async function clickOn(places: readonly Place[], line: RegExp): Promise<void> {
  for (const { x, y } of places) {
    await page.mouse.move(x, y);
    const text = await page
      .locator(".hovered")
      .textContent({ timeout: 1000 })
      .catch(() => "");
    if (!line.test(text ?? "")) continue;
    await page.mouse.click(x, y);
    return;
  }
  throw new Error(`nothing in the picture reads ${line}`);
}

test("a click selects the person that the line names", async () => {
  await clickOn((await lookAtNetwork(page)).dots, /^Person \d+, circle \d+$/);
  const hovered = await page.locator(".hovered").textContent();
  await page.getByRole("heading", { name: "A person" }).waitFor();
  await page.locator(".inspector").getByText("main domain").waitFor();
  expect(await page.locator(".inspector").textContent()).toContain(`${hovered?.split(",")[0]}, circle`);
});

test("a click selects a tie, and both equations hold: T = (C + R + I) / S", async () => {
  await clickOn((await lookAtNetwork(page)).lines, /^Person \d+ and Person \d+$/);
  await page.getByRole("heading", { name: "A tie" }).waitFor();
  const spoken = await page.locator(".equation").allTextContents();
  expect(spoken).toHaveLength(2);
  for (const text of spoken) {
    const [, trust, credibility, reliability, intimacy, selfOrientation] = (
      /Trust score ([\d.]+) is credibility ([\d.]+) plus reliability ([\d.]+) plus intimacy ([\d.]+), divided by self-orientation ([\d.]+)/.exec(
        text,
      ) ?? []
    ).map(Number);
    expect(((credibility + reliability + intimacy) / selfOrientation).toFixed(1)).toBe(trust.toFixed(1));
  }
});

test("the keyboard selects a person, then a tie of that person, then nothing", async () => {
  await page.getByRole("application", network).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "A person" }).waitFor();
  await page.waitForTimeout(300); // until its ties are shown
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("t");
  await page.getByRole("heading", { name: "A tie" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: "Details" }).waitFor();
});

test("Find selects an agent by number; the table lists the 200 most trusted and selects a person, too", async () => {
  await page.getByLabel("Find").fill("38");
  await page.keyboard.press("Enter");
  await page.getByText("Person 38", { exact: true }).first().waitFor();
  await page.getByLabel("Show as table").check();
  const rows = page.locator(".as-table tbody tr");
  expect(await rows.count()).toBe(200);
  await rows.nth(3).getByRole("button").click();
  const name = await rows.nth(3).getByRole("button").textContent();
  await page.locator(".inspector strong", { hasText: new RegExp(`^${name}$`) }).waitFor();
});
