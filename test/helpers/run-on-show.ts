import type { Page } from "playwright-core";
import { type ScenarioName, scenarios } from "../../sim/index.ts";
import { settleTicksOf } from "../../sim/parameters/settled.ts";
import { linkOf } from "./make-link.ts";

/** A run that a page opens at once and without a notice, as after a reload. */
export interface RunOnShow {
  readonly scenario: ScenarioName;
  /** the week it opens in; 0 by default */
  readonly tick?: number;
  /** whether it waits there; it plays by default */
  readonly isPaused?: boolean;
}

/** What a page is opened with, so that it shows a run. */
export function addressOf(run: RunOnShow): string {
  return `#${run.isPaused ? "paused" : "playing"}&${linkTo(run)}`;
}

function linkTo({ scenario, tick = 0 }: RunOnShow): string {
  return linkOf({ scenario, seed: scenarios[scenario].seed, settled: settleTicksOf(scenario), ticks: tick });
}

/** Makes the page take the address of a run for its own. It works before the scripts of the page. */
export async function prepareAddress(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const [, how, link] = /^#(playing|paused)&(.*)$/s.exec(location.hash) ?? [];
    if (link !== undefined) history.replaceState({ isPlaying: how === "playing", isOpening: true }, "", `#${link}`);
  });
}

/** Waits until the run is there that the address names: then the page has written its own state. */
export async function untilOpen(page: Page): Promise<void> {
  await page.waitForFunction(() => history.state?.isOpening === undefined, undefined, { polling: 50 });
}

/**
 * Shows another run in a page that was opened with one, as Back and Forward do. This is much quicker than to load the page again, but
 * what else was chosen on the page stays, such as the speed.
 */
export async function showRun(page: Page, run: RunOnShow): Promise<void> {
  await page.evaluate(
    ([address, isPlaying]) => {
      history.pushState({ isPlaying, isOpening: true }, "", address);
      dispatchEvent(new PopStateEvent("popstate"));
    },
    [`#${linkTo(run)}`, run.isPaused !== true] as const,
  );
  await untilOpen(page);
}
