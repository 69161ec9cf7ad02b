import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { openPage } from "../helpers/open-page.ts";
import { partsOf, untilTick } from "../helpers/page-parts.ts";

/** What axe finds, one line each: the rule, and where. */
async function found(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")} ${failureSummary}`),
  );
}

/** The views of the page, each from the one before. */
const views: readonly (readonly [name: string, show: (page: Page) => Promise<void>])[] = [
  [
    "at the start, while it plays",
    async (page) => {
      await untilTick(page, 60);
    },
  ],
  [
    "paused, with its hash",
    async (page) => {
      await partsOf(page).pause.click();
      await page.locator("button.hash").click();
      await page.waitForTimeout(300);
    },
  ],
  [
    "with a person who is chosen",
    async (page) => {
      await partsOf(page).find.pressSequentially("7");
      await page.keyboard.press("Enter");
      await partsOf(page).inspector.locator("tbody tr").first().waitFor();
    },
  ],
  [
    "with a tie that is chosen",
    async (page) => {
      await partsOf(page)
        .inspector.getByRole("button", { name: /^Tie to/ })
        .first()
        .click();
      await partsOf(page).inspector.locator(".equation").first().waitFor();
    },
  ],
  [
    "with a word that is explained",
    async (page) => {
      await partsOf(page).inspector.locator(".equation button, .equation .word").first().focus();
      await page.waitForTimeout(300);
    },
  ],
  [
    "as a table",
    async (page) => {
      await page.getByRole("checkbox", { name: "As a table" }).check();
      await page.getByRole("region", { name: "The network as a table" }).waitFor();
    },
  ],
  [
    "colored and sized by amounts",
    async (page) => {
      await page.getByRole("checkbox", { name: "As a table" }).uncheck();
      await page.getByRole("combobox", { name: "Color" }).selectOption({ label: "Trust received" });
      await page.getByRole("combobox", { name: "Size" }).selectOption({ label: "Reach" });
    },
  ],
  [
    "with everything unfolded",
    async (page) => {
      for (const summary of await page.locator("summary").all()) await summary.click();
      await partsOf(page).slider("Be real").press("End");
    },
  ],
  [
    "with the menu of exports",
    async (page) => {
      await page.getByRole("button", { name: "Export" }).click();
    },
  ],
  [
    "with a fault that is told",
    async (page) => {
      await page.keyboard.press("Escape");
      await page.getByRole("spinbutton", { name: /^Agents/ }).fill("3");
      await page.getByRole("spinbutton", { name: /^Circle size/ }).fill("41");
      await page.keyboard.press("Tab");
      await partsOf(page).startAnew.click();
      await page.getByRole("alert").waitFor();
    },
  ],
  [
    "while the engine is no more",
    async (page) => {
      await page
        .workers()
        .find((worker) => worker.url().includes("/engine.worker"))
        ?.evaluate(() => globalThis.close())
        .catch(() => undefined);
      await page.getByText("The simulation has stopped").waitFor();
    },
  ],
];

describe.each([
  ["a wide window", { viewport: { width: 1440, height: 900 } }],
  ["a wide window in the dark", { viewport: { width: 1440, height: 900 }, colorScheme: "dark" }],
  ["a narrow window", { viewport: { width: 1024, height: 768 } }],
  ["a phone", { viewport: { width: 390, height: 844 }, hasTouch: true }],
  ["a phone in the dark", { viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme: "dark" }],
] as const)("in %s axe finds nothing", (_, options) => {
  let page: Page;

  beforeAll(async () => {
    page = (await openPage(options)).page;
  });

  test.each(views)("%s", async (_, show) => {
    await show(page);
    expect(await found(page)).toEqual([]);
  });

  test("and nothing is wider than the window", async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});
