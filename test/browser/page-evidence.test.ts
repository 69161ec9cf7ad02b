import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { openPage } from "../helpers/open-page.ts";
import { partsOf, tickOf, untilTick } from "../helpers/page-parts.ts";

let page: Page;
let parts: ReturnType<typeof partsOf>;

const lists = () => page.locator(".evidence-list");
const firstList = () => lists().first();

beforeAll(async () => {
  ({ page } = await openPage({ run: { scenario: "class_of_25", tick: 120, isPaused: true } }));
  parts = partsOf(page);
});

async function selectPerson(agent: number): Promise<void> {
  await parts.find.fill(String(agent));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: `Why others trust Person ${agent}` }).waitFor();
  await page.locator(".trust-parts").waitFor();
}

async function selectStrongestTie(): Promise<void> {
  await page
    .getByRole("button", { name: /^Tie to/ })
    .first()
    .click();
  await page.getByRole("heading", { name: "A tie" }).waitFor();
  await firstList().waitFor();
}

const choose = (label: string): Locator => page.getByRole("combobox", { name: label, exact: true });

/** Dates of a list as weeks, in the order of the list. */
async function weeksOf(list: Locator): Promise<number[]> {
  const texts = await list.locator("> li").allTextContents();
  return texts.map((text) => {
    const [, year, week] = /^Year (\d+), week (\d+) /.exec(text) ?? [];
    return year === undefined ? 0 : 52 * (Number(year) - 1) + Number(week);
  });
}

/** A number as the page writes it, with a sign. */
const numberIn = (text: string) => Number(text.replace("−", "-").replace(",", ""));

test("the causes of the trust in a person add up to the change of the mean", async () => {
  await selectPerson(7);
  const cells = await page.locator(".trust-parts tbody td:last-child").allTextContents();
  expect(cells.length).toBeGreaterThan(5);
  const sum = cells.map(numberIn).reduce((total, one) => total + one, 0);
  const together = numberIn((await page.locator(".trust-parts tfoot td").last().textContent()) ?? "");
  // Each cell is rounded to two digits.
  expect(Math.abs(sum - together)).toBeLessThan(0.005 * (cells.length + 1));
  const [, from, to] = /Mean T ([\d.]+) → ([\d.]+)/.exec((await page.locator(".trust-parts caption").textContent()) ?? "") ?? [];
  expect(Number(to) - Number(from)).toBeCloseTo(together, 1);
});

test("what a person missed can be chosen by kind, and names by whom and when", async () => {
  await choose("Missed").selectOption("favor");
  const missed = page.getByRole("list", { name: "What they missed" });
  for (const text of await missed.locator("> li").allTextContents())
    expect(text).toMatch(/^Year \d+, week \d+ Person \d+ refused Person 7 a favor\. Rule 8/);
});

test("under each equation stands the evidence that made it, newest first, and it ends at the T on show", async () => {
  await selectStrongestTie();
  expect(await lists().count()).toBe(2);
  for (const [k, list] of (await lists().all()).entries()) {
    const weeks = await weeksOf(list);
    expect(weeks.length).toBe(5);
    expect(weeks).toEqual([...weeks].sort((a, b) => b - a));
    const spoken = await page.locator(".equation .spoken").nth(k).textContent();
    const [, score] = /^Trust score ([\d.]+)/.exec(spoken ?? "") ?? [];
    const newest = (await list.locator(".moved").first().textContent()) ?? "";
    const [, last] = /T [\d.]+ → ([\d.]+)\.$/.exec(newest) ?? [];
    expect(Number(last).toFixed(1)).toBe(score);
  }
});

test("promises alone can be listed, and more of them a click away", async () => {
  await choose("Evidence").selectOption("promises");
  const line = /promise/;
  for (const text of await firstList().locator("> li").allTextContents()) expect(text).toMatch(line);
  const before = await firstList().locator("> li").count();
  await page
    .getByRole("button", { name: /^Show \d+ more: Evidence/ })
    .first()
    .click();
  expect(await firstList().locator("> li").count()).toBeGreaterThan(before);
  await page
    .getByRole("button", { name: /^Show fewer: Evidence/ })
    .first()
    .click();
  expect(await firstList().locator("> li").count()).toBe(before);
});

test("the keyboard opens a rule, and goes to the switch that turns it off", async () => {
  await choose("Evidence").selectOption("gossip");
  const rule = firstList().getByRole("button", { name: "Rule 10" }).first();
  await rule.focus();
  await page.keyboard.press("Enter");
  expect(await rule.getAttribute("aria-expanded")).toBe("true");
  expect(await firstList().textContent()).toContain("Rule 10: gossip. Hearsay moves credibility");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const focused = await page.evaluate(() => {
    const at = document.activeElement;
    return { name: at?.closest("[data-parameter]")?.getAttribute("data-parameter"), type: at?.getAttribute("type") };
  });
  expect(focused).toEqual({ name: "gossip", type: "checkbox" });
  expect(await page.locator('[data-parameter="gossip"]').isVisible()).toBe(true);
});

test("a search for other parameters gives way to the switch", async () => {
  await page.getByRole("searchbox", { name: "Search parameters" }).fill("fading");
  await page.getByRole("button", { name: "Go to its switch: Gossip" }).click();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest("[data-parameter]")?.getAttribute("data-parameter")))
    .toBe("gossip");
});

test("without gossip, the run goes on and no more hearsay is listed", async () => {
  const count = async () =>
    numberIn(/\(([\d,]+)\)/.exec((await choose("Evidence").locator("option[value=gossip]").textContent()) ?? "")?.[1] ?? "");
  const all = async () =>
    numberIn(/\(([\d,]+)\)/.exec((await choose("Evidence").locator("option[value=all]").textContent()) ?? "")?.[1] ?? "");
  const [gossip, everything] = [await count(), await all()];
  await page.keyboard.press("Space"); // turns the focused switch off
  const tick = await tickOf(page);
  for (let k = 0; k < 5; k++) await parts.step.click();
  await untilTick(page, tick + 5);
  await expect.poll(all, { timeout: 20_000 }).toBeGreaterThan(everything);
  expect(await count()).toBe(gossip);
});

/** Moves the slider of a parameter to one of its ends, by a key. */
async function setTo(key: "Home" | "End", name: string, search: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Search parameters" }).fill(search);
  await page.locator(`[data-parameter="${name}"] input`).focus();
  await page.keyboard.press(key);
  await page.keyboard.press("Tab");
}

test("a tie that has been forgotten keeps its evidence", async () => {
  await selectPerson(3);
  const more = page.getByRole("button", { name: /^Show all \d+$/ });
  if (await more.isVisible()) await more.click();
  const weakest = page.getByRole("button", { name: /^Tie to/ }).last();
  await weakest.click();
  await firstList().waitFor();
  // Nobody spends time with anyone any more, and what has faded a little is forgotten.
  await setTo("Home", "budget", "time for others");
  await setTo("End", "forget_below", "forgotten below");
  const gone = page.getByText("This tie no longer exists.");
  // One week at a time: in a week too many, the two might meet anew.
  for (let week = 0; week < 60 && !(await gone.isVisible()); week++) {
    const tick = await tickOf(page);
    await parts.step.click();
    await untilTick(page, tick + 1);
  }
  await gone.waitFor();
  await expect
    .poll(() => firstList().locator("> li").first().textContent(), { timeout: 20_000 })
    .toMatch(/forgot each other\. T was/);
  expect(await page.getByRole("heading", { name: /^What Person \d+ believed about Person \d+$/ }).count()).toBe(2);
});

test("a date leads to its week, and the list ends there", async () => {
  await selectPerson(3);
  await selectStrongestTie();
  await choose("Evidence").selectOption("promises");
  const date = firstList().getByRole("button", { name: /^Year/ }).nth(1);
  const words = (await date.textContent()) ?? "";
  const now = await tickOf(page);
  await date.click();
  await page.locator("output.tick", { hasText: words.toLowerCase() }).waitFor();
  const tick = await tickOf(page);
  expect(tick).toBeLessThan(now);
  await choose("Evidence").selectOption("all");
  await expect.poll(async () => (await weeksOf(firstList()))[0]).toBe(tick);
  const spoken = await page.locator(".equation .spoken").first().textContent();
  const [, score] = /^Trust score ([\d.]+)/.exec(spoken ?? "") ?? [];
  const [, last] = /T [\d.]+ → ([\d.]+)\.$/.exec((await firstList().locator(".moved").first().textContent()) ?? "") ?? [];
  expect(Number(last).toFixed(1)).toBe(score);
});

test("another selection gives up the replay, and a new run shows no evidence of the old one", async () => {
  await selectPerson(5);
  await selectPerson(6);
  expect(await page.locator(".trust-parts").count()).toBe(1);
  await parts.seed.fill("other");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Details" }).waitFor();
  expect(await page.locator(".evidence").count()).toBe(0);
});
