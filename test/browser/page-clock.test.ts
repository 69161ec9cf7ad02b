import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { advance, isScenario, scenarioNames, scenarios, stateHash, tickOf as tickOfRun } from "../../sim/index.ts";
import { beginRun } from "../../workers/begin-run.ts";
import type { Start } from "../../workers/messages.ts";
import type { OpenPage } from "../helpers/browser.ts";
import { askEngine } from "../helpers/engine-of-page.ts";
import { loadAgain, openPage } from "../helpers/open-page.ts";
import { hashOf, partsOf, tickOf, untilTick } from "../helpers/page-parts.ts";
import { type RunOnShow, showRun } from "../helpers/run-on-show.ts";

const run: RunOnShow = { scenario: "class_of_25" };

let open: OpenPage;

beforeAll(async () => {
  open = await openPage({ run, isWatched: true });
});

beforeEach(() => showRun(open.page, run));

/** The state hash of the page's run, repeated in Node from the engine's record. */
async function hashInNode(): Promise<string> {
  const { start, ticks } = await askEngine(open.page, "record");
  return headlessHash(start, ticks);
}

function headlessHash(start: Start, ticks: number): string {
  const { run } = beginRun(start);
  while (tickOfRun(run) < ticks) advance(run);
  return stateHash(run);
}

describe("play, pause and step", () => {
  test("by mouse", async () => {
    const { page } = open;
    const { play, pause, step } = partsOf(page);
    await pause.click();
    await play.waitFor();
    const stopped = await tickOf(page);
    await page.waitForTimeout(500);
    expect(await tickOf(page)).toBe(stopped);
    await step.click();
    await expect.poll(() => tickOf(page)).toBe(stopped + 1);
    await play.click();
    await pause.waitFor();
    await untilTick(page, stopped + 5);
    expect(await step.isDisabled()).toBe(true);
  });

  test("by keyboard alone", async () => {
    const { page } = open;
    const { play, pause } = partsOf(page);
    await loadAgain(open, run); // nothing has the focus
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press("Tab");
      if ((await page.evaluate(() => document.activeElement?.textContent)) === "Pause") break;
    }
    await page.keyboard.press("Space");
    await play.waitFor();
    const stopped = await tickOf(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expect.poll(() => tickOf(page)).toBe(stopped + 2);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await pause.waitFor();
    await untilTick(page, stopped + 6);
  });
});

test("the speed changes at once, from one week a second to as fast as possible", async () => {
  const { page } = open;
  const { speed } = partsOf(page);
  await speed.selectOption({ label: "1 week a second" });
  await page.waitForTimeout(300);
  const seen: number[] = [await tickOf(page)];
  while (seen.length < 4) {
    const tick = await tickOf(page);
    if (tick !== seen[seen.length - 1]) seen.push(tick);
    await page.waitForTimeout(20);
  }
  expect(seen).toEqual([0, 1, 2, 3].map((k) => seen[0] + k));
  await speed.selectOption({ label: "as fast as possible" });
  await untilTick(page, seen[3] + 300); // would take five minutes at the old speed
  await speed.selectOption("10");
});

describe("seed", () => {
  async function startWith(seed: string, steps: number): Promise<string> {
    const { page } = open;
    const parts = partsOf(page);
    await parts.seed.fill(seed);
    await parts.restart.click();
    await expect.poll(() => tickOf(page)).toBe(0);
    for (let k = 0; k < steps; k++) await parts.step.press("Enter");
    await expect.poll(() => tickOf(page)).toBe(steps);
    return hashOf(page);
  }

  test("the same seed gives the same state hash as in Node; another seed gives another hash", async () => {
    await partsOf(open.page).pause.click();
    const first = await startWith("a small world", 12);
    const other = await startWith("another", 12);
    expect(await startWith("a small world", 12)).toBe(first);
    expect(other).not.toBe(first);
    expect(headlessHash({ seed: "a small world", scenario: "class_of_25", parameters: {}, interventions: [] }, 12)).toBe(first);
  });

  test("Restart plays on if the run was playing", async () => {
    const { page } = open;
    await untilTick(page, 12);
    await partsOf(page).seed.fill("5");
    await partsOf(page).restart.click();
    await expect.poll(async () => (await askEngine(page, "record")).start.seed).toBe("5");
    await untilTick(page, 8);
    expect(await partsOf(page).pause.isVisible()).toBe(true);
  });

  test("the hash belongs to the tick on show, and disappears at the next tick", async () => {
    const { page } = open;
    await partsOf(page).pause.click();
    await partsOf(page).play.waitFor();
    const hash = await hashOf(page);
    expect(hash).toBe(await hashInNode());
    await partsOf(page).step.click();
    await expect.poll(() => page.locator("button.hash").textContent()).toBe("state hash");
    expect(await hashOf(page)).not.toBe(hash);
  });
});

describe("scenarios", () => {
  test("there are eight or more, each with a title", async () => {
    const offered = await partsOf(open.page).scenario.locator("option").allTextContents();
    expect(offered).toEqual(scenarioNames.map((name) => scenarios[name].title));
    expect(offered.length).toBeGreaterThanOrEqual(8);
  });

  test("each one starts with its own story, seed and people", async () => {
    const { page } = open;
    const { scenario, seed } = partsOf(page);
    for (const name of ["default", "class_of_25", "conference"]) {
      if (!isScenario(name)) throw new Error(name);
      await scenario.selectOption(name);
      await expect.poll(async () => (await askEngine(page, "record")).start.scenario).toBe(name);
      await expect.poll(() => page.locator(".story").textContent()).toBe(scenarios[name].story);
      expect(await seed.inputValue()).toBe(scenarios[name].seed);
    }
  });

  test("its interventions act: the state hash is that of the same scenario in Node", async () => {
    const { page } = open;
    await partsOf(page).pause.click();
    await partsOf(page).scenario.selectOption("takers_among_givers");
    await expect.poll(() => tickOf(page)).toBe(0);
    await partsOf(page).step.click();
    await partsOf(page).step.click();
    await expect.poll(() => tickOf(page)).toBe(2);
    const { seed, interventions } = scenarios.takers_among_givers;
    expect(await hashOf(page)).toBe(headlessHash({ seed, scenario: "takers_among_givers", parameters: {}, interventions }, 2));
  });
});
