import type { Locator, Page } from "playwright-core";
import { type ScenarioName, scenarios } from "../../sim/index.ts";

/** Parts of the page, found by their visible names. */
export function partsOf(page: Page) {
  const button = (name: string | RegExp): Locator => page.getByRole("button", { name, exact: true });
  return {
    button,
    play: button("Play"),
    pause: button("Pause"),
    step: button("Step"),
    restart: button(/^Restart/),
    seed: page.getByLabel("Seed"),
    scenario: page.getByRole("combobox", { name: "Scenario" }),
    speed: page.getByRole("combobox", { name: "Speed" }),
    find: page.getByRole("combobox", { name: "Find" }),
    ties: page.getByRole("combobox", { name: "Ties" }),
    network: page.getByRole("application", { name: "The network" }),
    inspector: page.locator(".inspector"),
    slider: (name: string): Locator => page.getByRole("slider", { name }),
    /** the value next to a parameter */
    readout: (name: string): Locator =>
      page.locator(".parameter", { has: page.getByText(name, { exact: true }) }).locator("output"),
    /** makes a chart the large one */
    choose: (title: string): Promise<void> =>
      page
        .locator(".choice")
        .getByRole("button", { name: new RegExp(`^${title}(:| [\\d–])`) })
        .click(),
    /** shows the parameters that are out of sight until asked for */
    async showParameters(): Promise<void> {
      await page.locator(".everything > summary").click();
    },
    chart: (title: string): Locator =>
      page.locator("figure.chart", { has: page.getByRole("heading", { name: title, exact: true }) }),
  };
}

/** The tick on the page. */
export async function tickOf(page: Page): Promise<number> {
  const words = (await page.locator("output.tick").textContent()) ?? "";
  const [, year, week] = /year (\d+), week (\d+)/.exec(words) ?? [];
  if (year === undefined && words !== "start") throw new Error(`no tick: ${words}`);
  return year === undefined ? 0 : (Number(year) - 1) * 52 + Number(week);
}

/**
 * Starts a scenario other than the one on the page, and waits until it has started. A small one makes tests quick: the default
 * scenario has 800 people.
 */
export async function chooseScenario(page: Page, name: ScenarioName): Promise<void> {
  const { agents } = { agents: 800, ...scenarios[name].parameters };
  await partsOf(page).scenario.selectOption(name);
  const summary = page.getByText(`: ${agents.toLocaleString("en-US")} people, `);
  await summary.waitFor({ state: "attached" });
}

/** Waits until the page has reached a tick. */
export async function untilTick(page: Page, tick: number): Promise<void> {
  while ((await tickOf(page)) < tick) await page.waitForTimeout(30);
}

/** The state hash at this tick; the page must be paused. */
export async function hashOf(page: Page): Promise<string> {
  const hash = page.locator("button.hash");
  await hash.click();
  await page.waitForFunction(() => /^[0-9a-f]{8,}$/.test(document.querySelector("button.hash")?.textContent ?? ""));
  return (await hash.textContent()) ?? "";
}
