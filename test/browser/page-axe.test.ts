import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPage } from "../helpers/open-page.ts";

/** The faults that axe finds, one line each, with their place. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
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
      await page.getByRole("searchbox", { name: "Search parameters" }).fill("e");
      await page.getByText("Tie strength", { exact: false }).first().waitFor();
    },
  ],
];

describe.each(["light", "dark"] as const)("axe finds no fault, %s,", (colorScheme) => {
  test.each([1440, 390])(
    "at %i pixels, in any view",
    async (width) => {
      const { page, close } = await openPage({ colorScheme, viewport: { width, height: 900 } });
      for (const [view, show] of views) {
        await show(page);
        expect(await faults(page), view).toEqual([]);
      }
      await close();
    },
    300_000,
  );
});

test("axe works: it finds an input without a label", async () => {
  const { page, close } = await openPage();
  await page.evaluate(() => document.body.append(document.createElement("input")));
  expect(await faults(page)).toContain("label: body > input");
  await close();
});
