import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { untilStill } from "../helpers/network-pixels.ts";
import { openPage } from "../helpers/open-page.ts";
import { chooseScenario, untilTick } from "../helpers/page-parts.ts";

const network = { name: "The network" } as const;

/** Moves the pointer over the picture until the line about what is under it matches, and clicks there. */
async function clickOn(page: Page, line: RegExp): Promise<void> {
  const box = await page.getByRole("application", network).boundingBox();
  if (box === null) throw new Error("the picture has no place");
  for (let row = 8; row < 40; row++)
    for (let column = 8; column < 40; column++) {
      const x = box.x + (box.width * column) / 48;
      const y = box.y + (box.height * row) / 48;
      await page.mouse.move(x, y);
      const text = await page
        .locator(".hovered")
        .textContent({ timeout: 40 })
        .catch(() => "");
      if (!line.test(text ?? "")) continue;
      await page.mouse.click(x, y);
      return;
    }
  throw new Error(`nothing in the picture reads ${line}`);
}

async function paused(): Promise<{ page: Page; close: () => Promise<void> }> {
  const opened = await openPage({ reducedMotion: "no-preference" });
  await chooseScenario(opened.page, "conference");
  await untilTick(opened.page, 5);
  await opened.page.getByRole("button", { name: "Pause" }).click();
  await opened.page.getByRole("button", { name: "Play" }).waitFor();
  await untilStill(opened.page);
  return opened;
}

test("a click selects the person that the line names", async () => {
  const { page, close } = await paused();
  await clickOn(page, /^Person \d+, circle \d+$/);
  const hovered = await page.locator(".hovered").textContent();
  await page.getByRole("heading", { name: "A person" }).waitFor();
  await page.locator(".inspector").getByText("main domain").waitFor();
  expect(await page.locator(".inspector").textContent()).toContain(`${hovered?.split(",")[0]}, circle`);
  await close();
});

test("a click selects a tie, and both equations hold: T = (C + R + I) / S", async () => {
  const { page, close } = await paused();
  await clickOn(page, /^Person \d+ and Person \d+$/);
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
  await close();
});

test("the keyboard selects a person, then a tie of that person, then nothing", async () => {
  const { page, close } = await paused();
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
  await close();
});

test("Find selects an agent by number; the table lists the 200 most trusted and selects a person, too", async () => {
  const { page, close } = await paused();
  await page.getByLabel("Find").fill("38");
  await page.keyboard.press("Enter");
  await page.getByText("Person 38", { exact: true }).first().waitFor();
  await page.getByLabel("Show as table").check();
  const rows = page.locator(".as-table tbody tr");
  expect(await rows.count()).toBe(200);
  await rows.nth(3).getByRole("button").click();
  const name = await rows.nth(3).getByRole("button").textContent();
  await page.locator(".inspector strong", { hasText: new RegExp(`^${name}$`) }).waitFor();
  await close();
});
