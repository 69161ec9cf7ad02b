import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage } from "../helpers/open-page.ts";
import { chooseScenario } from "../helpers/page-parts.ts";

/**
 * The faults that axe finds, one line each, with their place.
 *
 * @param rules all by default
 */
async function faults(page: Page, rules?: string[]): Promise<string[]> {
  // In its legacy mode, axe doesn't open a second page for each check. That page is only needed for frames of other sites.
  // Describing each element without a fault would take most of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"], preload: false });
  // All rows of a table are alike.
  axe.exclude("tbody tr:nth-child(n + 10)");
  const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

/** Pauses, so that the page does not change during the check. */
async function pause(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("button", { name: "Play" }).waitFor();
}

async function chooseAgent(page: Page): Promise<void> {
  await page.getByRole("application", { name: "The network" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "A person" }).waitFor();
  await page.locator(".trust-parts").waitFor();
}

/** What a person looks at in turn, each view reached from the one before; after the first, the page is paused. */
const views: readonly (readonly [name: string, show: (page: Page) => Promise<unknown>])[] = [
  ["the first view, playing", async () => undefined],
  ["the first view, paused", pause],
  ["a selected person", chooseAgent],
  [
    "a selected tie",
    async (page) => {
      await page
        .getByRole("button", { name: /^Tie to/ })
        .first()
        .click();
      await page.getByRole("heading", { name: "A tie" }).waitFor();
    },
  ],
  [
    "the evidence of a tie, with a rule open",
    async (page) => {
      const rule = page.locator(".evidence-list").first().getByRole("button", { name: /^Rule/ }).first();
      await rule.click();
      await page.locator(".rule-note").filter({ hasText: "Rule" }).first().waitFor();
    },
  ],
  [
    "the network as a table",
    async (page) => {
      await page.getByLabel("Show as table").check();
      await page.getByRole("columnheader", { name: "Trust received" }).waitFor();
    },
  ],
  [
    "every group of parameters open",
    async (page) => {
      // Without the table axe has a thousand cells less to check.
      await page.getByLabel("Show as table").uncheck();
      await page.locator(".everything > summary").click();
      await page.getByRole("searchbox", { name: "Search parameters" }).fill("e");
      await page.getByText("Tie strength", { exact: false }).first().waitFor();
    },
  ],
];

/** The rules of axe that depend on colors and layout. */
const rulesOfLooks: string[] = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"];

/** Two looks are checked with all rules. The other two have the same structure, names and roles. */
const looks: readonly { colorScheme: "light" | "dark"; width: number; rules?: string[] }[] = [
  { colorScheme: "light", width: 1440 },
  { colorScheme: "dark", width: 390 },
  { colorScheme: "light", width: 390, rules: rulesOfLooks },
  { colorScheme: "dark", width: 1440, rules: rulesOfLooks },
];

describe("axe finds no fault, light and dark, wide and narrow,", () => {
  let page: Page;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ page, close } = await openPage());
    await chooseScenario(page, "conference");
  });
  afterAll(() => close());

  test.each(views)("in %s", async (_, show) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await show(page);
    for (const { colorScheme, width, rules } of looks) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      expect(await faults(page, rules), `${colorScheme}, ${width} pixels`).toEqual([]);
    }
  });
});

test("axe works: it finds an input without a label, and with few rules a text that is hard to read", async () => {
  const { page, close } = await openPage();
  await pause(page);
  await page.evaluate(() => {
    const text = document.createElement("p");
    text.style.cssText = "color: #888; background: #999";
    text.append("hard to read", document.createElement("input"));
    document.body.append(text);
  });
  expect(await faults(page)).toContainEqual(expect.stringMatching(/^label: .*input$/));
  expect(await faults(page, rulesOfLooks)).toEqual(["color-contrast: body > p"]);
  await close();
});
