import { beforeAll, expect, test } from "vitest";
import type { OpenPage } from "../helpers/browser.ts";
import { openPage } from "../helpers/open-page.ts";
import { partsOf } from "../helpers/page-parts.ts";

let open: OpenPage;

beforeAll(async () => {
  open = await openPage({ run: { scenario: "conference", isPaused: true } });
  await partsOf(open.page).speed.selectOption("Infinity");
});

const isSeen = (part: string) => open.page.locator(part).first().isVisible();
const buttons = () => open.page.locator(".play-buttons");

/** Clicks one of the buttons that leave again: on a slow machine, they may do so before the click. */
async function clickMoving(name: string): Promise<void> {
  const { mouse } = open.page;
  for (let tries = 0; ; tries++) {
    await mouse.move(300 + 10 * (tries % 2), 300);
    try {
      return await buttons().getByRole("button", { name }).click({ timeout: 1500 });
    } catch (error) {
      if (tries === 20) throw error;
    }
  }
}

test("R shows only the picture, headline, date and legend, and plays at a steady pace", async () => {
  const { page } = open;
  await page.locator("body").press("r");
  const date = page.locator(".play-bar output");
  await expect.poll(() => date.textContent()).toMatch(/^year /);
  for (const part of [".picture canvas", ".headline", ".legend", ".play-bar output"]) expect(await isSeen(part), part).toBe(true);
  for (const part of [".top", ".left", ".right", ".options", ".timeline", ".zoom", ".help-buttons", ".check"])
    expect(await isSeen(part), part).toBe(false);
  const { clientWidth, clientHeight } = await page.evaluate(() => {
    const { clientWidth, clientHeight } = document.documentElement;
    return { clientWidth, clientHeight };
  });
  const box = await page.locator(".picture").boundingBox();
  expect(box?.width).toBe(clientWidth);
  expect(box?.height).toBeGreaterThan(0.7 * clientHeight);
  const now = Number(/week (\d+)/.exec((await date.textContent()) ?? "")?.[1]);
  await expect.poll(async () => Number(/week (\d+)/.exec((await date.textContent()) ?? "")?.[1])).not.toBe(now);
});

test("buttons appear when someone moves the mouse or presses a key, and leave again", async () => {
  const { page } = open;
  await buttons().waitFor({ state: "hidden" });
  await page.mouse.move(300, 300);
  await page.mouse.move(310, 320);
  await buttons().waitFor({ state: "visible" });
  expect(await buttons().getByLabel("Speed").inputValue()).toBe("10");
  await buttons().waitFor({ state: "hidden" });
  await page.keyboard.press("Shift");
  await buttons().waitFor({ state: "visible" });
  await clickMoving("Pause");
  await buttons().getByRole("button", { name: "Play" }).waitFor({ state: "attached" });
});

test("Escape leaves, with the page and the speed as before", async () => {
  const { page } = open;
  await page.keyboard.press("Escape");
  await page.locator(".play-bar").waitFor({ state: "detached" });
  for (const part of [".top", ".left", ".right", ".timeline", ".help-buttons"]) expect(await isSeen(part), part).toBe(true);
  expect(await partsOf(page).speed.inputValue()).toBe("Infinity");
  expect(await page.evaluate(() => document.fullscreenElement)).toBeNull();
});

test("the button does the same, and so does the one to leave", async () => {
  const { page } = open;
  await page.getByRole("button", { name: "Full screen" }).click();
  await page.locator(".play-bar").waitFor();
  expect(await isSeen(".top")).toBe(false);
  await clickMoving("Leave");
  await page.locator(".play-bar").waitFor({ state: "detached" });
  expect(await isSeen(".top")).toBe(true);
});
