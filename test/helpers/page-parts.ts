import type { Locator, Page } from "playwright-core";

/** Parts of the page, found as a person would find them: by what they are called. */
export function partsOf(page: Page) {
  const button = (name: string | RegExp): Locator => page.getByRole("button", { name, exact: true });
  return {
    button,
    play: button("Play"),
    pause: button("Pause"),
    step: button("Step"),
    startAnew: button(/^Start anew/),
    seed: page.getByLabel("Seed"),
    scenario: page.getByRole("combobox", { name: "Scenario" }),
    speed: page.getByRole("combobox", { name: "Speed" }),
    find: page.getByRole("combobox", { name: "Find" }),
    ties: page.getByRole("combobox", { name: "Ties" }),
    network: page.getByRole("application", { name: "The network" }),
    inspector: page.locator(".inspector"),
    slider: (name: string): Locator => page.getByRole("slider", { name }),
    /** what stands beside a parameter */
    shown: (name: string): Locator => page.locator(".parameter", { has: page.getByText(name, { exact: true }) }).locator("output"),
    chart: (title: string): Locator =>
      page.locator("figure.chart", { has: page.getByRole("heading", { name: title, exact: true }) }),
  };
}

/** Ticks that the page says are done. */
export async function tickOf(page: Page): Promise<number> {
  const words = (await page.locator("output.tick").textContent()) ?? "";
  const [, year, week] = /year (\d+), week (\d+)/.exec(words) ?? [];
  if (year === undefined && words !== "the start") throw new Error(`no tick: ${words}`);
  return year === undefined ? 0 : (Number(year) - 1) * 52 + Number(week);
}

/** Waits until the page is at a tick, or beyond it. */
export async function untilTick(page: Page, tick: number): Promise<void> {
  while ((await tickOf(page)) < tick) await page.waitForTimeout(30);
}

/** The hash over the state that is now; the page must be paused. */
export async function hashOf(page: Page): Promise<string> {
  const hash = page.locator("button.hash");
  await hash.click();
  await page.waitForFunction(() => /^[0-9a-f]{8,}$/.test(document.querySelector("button.hash")?.textContent ?? ""));
  return (await hash.textContent()) ?? "";
}
