import { expect, test } from "vitest";
import { advance, createCollector, networkMeasures, stateHash, tickOf } from "../../sim/index.ts";
import { beginRun } from "../../workers/begin-run.ts";
import type { Start } from "../../workers/messages.ts";
import { askEngine, askSecondEngine } from "../helpers/engine-of-page.ts";
import { openPage } from "../helpers/open-page.ts";
import { partsOf, tickOf as tickOfPage, untilTick } from "../helpers/page-parts.ts";

/** A run in Node without changes by hand, at a tick. */
function aloneInNode({ planned = [], ...start }: Start, ticks: number) {
  const { run } = beginRun({ ...start, interventions: planned });
  const collector = createCollector(run.population, (tick) => tick >= 0, { settled: run.settled });
  let row = collector.collect();
  while (tickOf(run) < ticks) {
    advance(run);
    row = collector.collect();
  }
  const measure = (name: string) => row?.[networkMeasures.findIndex((one) => one.name === name)] ?? Number.NaN;
  return { hash: stateHash(run), measure };
}

test("from the first change on, the same seed runs unchanged beside it, as it does without a page; undoing ends it", async () => {
  const { page, close } = await openPage({ run: { scenario: "class_of_25", tick: 10 }, isWatched: true });
  const { slider, pause, play, chart, choose, button } = partsOf(page);
  expect(await page.locator(".charts .unchanged").count()).toBe(0);
  await slider("Do what you say").press("Home");
  await untilTick(page, (await tickOfPage(page)) + 40);
  await pause.click();
  await play.waitFor();
  const { start, ticks } = await askEngine(page, "record");
  expect(start.interventions).toHaveLength(1);
  const alone = aloneInNode(start, ticks);
  await expect.poll(async () => (await askSecondEngine(page, "record")).ticks).toBe(ticks);
  expect(await askSecondEngine(page, "stateHash")).toBe(alone.hash);
  expect(await askEngine(page, "stateHash")).not.toBe(alone.hash);
  for (const [title, measure, digits] of [
    ["Trust", "mean_trust_score", 2],
    ["Strong ties", "strong_ties", 0],
    ["Reach", "reach", 2],
  ] as const) {
    await choose(title);
    const expected = `, unchanged ${alone.measure(measure).toFixed(digits)}`;
    await expect.poll(() => chart(title).locator(".unchanged").textContent()).toBe(expected);
  }
  await expect
    .poll(() => page.locator(".headline").textContent())
    .toMatch(/Since “Do what you say” fell from 88% to 0%: .+ (down|up) .+ unchanged/);

  await button(/^Undo/).click();
  await expect.poll(() => page.locator(".charts .unchanged").count()).toBe(0);
  await expect.poll(() => page.locator(".headline").textContent()).not.toContain("Since");
  await close();
});
