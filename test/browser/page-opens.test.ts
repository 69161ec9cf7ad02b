import { beforeAll, expect, test } from "vitest";
import type { OpenPage } from "../helpers/browser.ts";
import { lookAtNetwork } from "../helpers/network-pixels.ts";
import { openPage } from "../helpers/open-page.ts";
import { partsOf, tickOf, untilTick } from "../helpers/page-parts.ts";

let open: OpenPage;

beforeAll(async () => {
  open = await openPage();
});

test("the page plays at once: time advances, and eight hundred people are on the canvas", async () => {
  const { page } = open;
  const before = await tickOf(page);
  await untilTick(page, before + 10);
  // At first they cover one another, until the layout has spread out. Each then shows several pixels of its color.
  await expect.poll(async () => (await lookAtNetwork(page)).people).toBeGreaterThan(3 * 800);
  expect((await lookAtNetwork(page)).painted).toBeGreaterThan(10_000);
  const summary = (await partsOf(page).network.getAttribute("aria-describedby"))?.split(" ")[0];
  expect(await page.locator(`#${summary}`).textContent()).toContain(": 800 people, ");
});

test("the network fills the picture once the layout has spread out", async () => {
  const { page } = open;
  const filled = async () => {
    const { width, height } = await lookAtNetwork(page);
    const box = await partsOf(page).network.boundingBox();
    return Math.max(width / (box?.width ?? 0), height / (box?.height ?? 0));
  };
  // How long the layout takes to spread out depends on the machine.
  /** What is filled both now and half a second later, because the view follows the layout while it spreads. */
  const stays = async () => {
    const before = await filled();
    await page.waitForTimeout(500);
    return Math.min(before, await filled());
  };
  await expect.poll(stays, { timeout: 60_000 }).toBeGreaterThan(0.8);
  expect(await filled()).toBeLessThan(1);
});

test("one sentence says what the page shows, and one what it is not", async () => {
  const { page } = open;
  await expect.poll(() => page.locator(".story").textContent()).toMatch(/^Eight hundred people in circles .*\.$/);
  expect(await page.locator(".disclaimer").textContent()).toMatch(/^This is not a forecast\./);
});

test("the five ways come first, each with its question", async () => {
  const { page } = open;
  const labels = await page.locator(".ways .parameter label").allTextContents();
  expect(labels).toEqual(["Share expertise", "Respect everyone the same", "Do what you say", "Be real", "Give generously"]);
  for (const label of labels) {
    const described = await partsOf(page).slider(label).getAttribute("aria-describedby");
    expect(await page.locator(`[id="${described}"]`).textContent()).toMatch(/^(How|What|Who).*\?/);
  }
});

test("each chart shows its current values", async () => {
  const { page } = open;
  const small = page.locator(".choice button");
  await expect.poll(() => small.count()).toBeGreaterThanOrEqual(8);
  for (const one of await small.allInnerTexts()) expect(one).toMatch(/^[A-Z][^\n]+\s+[\d.,%–]+\s+→\s+(to\s+)?[\d.,%–]+/);
  for (const title of ["Strong ties", "Weak ties", "Weak ties that became strong", "Bridges", "Reach", "Inequality of reach"]) {
    await partsOf(page).choose(title);
    await expect.poll(() => partsOf(page).chart(title).locator("strong").first().textContent()).toMatch(/^[\d.,%–]+$/);
  }
  await partsOf(page).choose("Trust");
  await expect.poll(() => partsOf(page).chart("Trust").locator("strong").textContent()).toMatch(/^\d\.\d\d$/);
});

test("nothing is requested from another host", async () => {
  const { page, url } = open;
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.reload();
  await partsOf(page).pause.waitFor();
  await untilTick(page, 5);
  await page.waitForTimeout(500);
  expect(asked.length).toBeGreaterThan(3);
  for (const one of asked) expect(one.startsWith(url) || one.startsWith("data:") || one.startsWith("blob:")).toBe(true);
});
