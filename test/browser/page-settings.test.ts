import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readLink } from "../../formats/link/read-link.ts";
import { advance, createCollector, networkMeasures, tickOf as tickOfRun } from "../../sim/index.ts";
import { beginRun } from "../../workers/begin-run.ts";
import type { Start } from "../../workers/messages.ts";
import type { OpenPage } from "../helpers/browser.ts";
import { askEngine } from "../helpers/engine-of-page.ts";
import { loadAgain, openPage } from "../helpers/open-page.ts";
import { partsOf, tickOf, untilTick } from "../helpers/page-parts.ts";
import { type RunOnShow, showRun } from "../helpers/run-on-show.ts";

const run: RunOnShow = { scenario: "class_of_25" };

let open: OpenPage;

beforeAll(async () => {
  open = await openPage({ run, isWatched: true });
});

beforeEach(() => showRun(open.page, run));

/** Mean trust at a tick of a run in Node. */
function trustInNode(start: Start, ticks: number): string {
  const { run } = beginRun(start);
  const collector = createCollector(run.population, (tick) => tick >= 0, { settled: run.settled });
  let row = collector.collect();
  while (tickOfRun(run) < ticks) {
    advance(run);
    row = collector.collect();
  }
  return (row?.[networkMeasures.findIndex(({ name }) => name === "mean_trust_score")] ?? Number.NaN).toFixed(2);
}

describe("a slider moved by keyboard during a run", () => {
  test("shows its value, acts in the next tick, and changes trust compared with an untouched run", async () => {
    const { page } = open;
    const parts = partsOf(page);
    await untilTick(page, 10);
    await parts.slider("Do what you say").focus();
    const before = await tickOf(page);
    await page.keyboard.press("Home");
    await expect.poll(() => parts.readout("Do what you say").textContent()).toBe("0%");
    await expect.poll(async () => (await askEngine(page, "record")).start.interventions.length).toBe(1);
    const after = await tickOf(page);
    const [moved] = (await askEngine(page, "record")).start.interventions;
    expect(moved.set).toEqual({ follow_through_mean: 0 });
    expect(moved.tick).toBeGreaterThan(before);
    expect(moved.tick).toBeLessThanOrEqual(after + 1);

    await parts.speed.selectOption("30");
    await untilTick(page, before + 60);
    await parts.pause.click();
    await parts.play.waitFor();
    const { start, ticks } = await askEngine(page, "record");
    await expect.poll(() => parts.chart("Trust").locator("strong").textContent()).toBe(trustInNode(start, ticks));
    const alone = trustInNode({ ...start, interventions: [] }, ticks);
    expect(Number(await parts.chart("Trust").locator("strong").textContent())).toBeLessThan(Number(alone) - 0.1);
  });

  test("moves one step per key, however fast the keys are pressed", async () => {
    const { page } = open;
    const slider = partsOf(page).slider("Be real");
    const from = Number(await slider.inputValue());
    const step = Number(await slider.getAttribute("step"));
    await slider.focus();
    for (let k = 0; k < 25; k++) await page.keyboard.press("ArrowLeft");
    expect(Number(await slider.inputValue())).toBeCloseTo(from - 25 * step, 8);
    await expect
      .poll(async () => (await askEngine(page, "record")).start.interventions.at(-1)?.set)
      .toEqual({ openness_mean: expect.closeTo(from - 25 * step, 8) });
    expect(Number(await slider.inputValue())).toBeCloseTo(from - 25 * step, 8);
  });

  test("makes one intervention per tick", async () => {
    const { page } = open;
    await partsOf(page).pause.click();
    await partsOf(page).play.waitFor();
    await partsOf(page).slider("Give generously").focus();
    for (let k = 0; k < 12; k++) await page.keyboard.press("ArrowRight");
    await expect
      .poll(async () => (await askEngine(page, "record")).start.interventions)
      .toEqual([{ tick: (await tickOf(page)) + 1, set: { generosity_mean: expect.closeTo(0.67, 8) } }]);
  });
});

test("a slider can be dragged by mouse, which is one change however long it takes, and can be undone by keyboard", async () => {
  const { page } = open;
  const slider = partsOf(page).slider("Share expertise");
  await slider.hover(); // once it has its place
  const box = await slider.boundingBox();
  if (box === null) throw new Error("no slider");
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.6, y);
  await page.mouse.down();
  for (let part = 0.6; part >= 0.2; part -= 0.02) {
    await page.mouse.move(box.x + box.width * part, y);
    await page.waitForTimeout(25); // while the run continues
  }
  expect((await askEngine(page, "record")).start.interventions).toEqual([]);
  await page.mouse.up();
  const value = Number(await slider.inputValue());
  expect(value).toBeGreaterThan(0.15);
  expect(value).toBeLessThan(0.25);
  await expect
    .poll(async () => (await askEngine(page, "record")).start.interventions)
    .toEqual([{ tick: expect.any(Number), set: { sharing_mean: value } }]);
  const percent = `${Math.round(100 * value)}%`;
  await expect.poll(() => partsOf(page).readout("Share expertise").textContent()).toBe(percent);
  await partsOf(page).button(`Undo: Share expertise: 60% → ${percent}`).press("Enter");
  await expect.poll(async () => (await askEngine(page, "record")).start.interventions).toEqual([]);
  await expect.poll(() => partsOf(page).readout("Share expertise").textContent()).toBe("60%");
});

describe("the reset button", () => {
  test("appears if a value is not the default, and restores the default", async () => {
    const { page } = open;
    const { slider, readout, button } = partsOf(page);
    const back = button("Do what you say: reset to 88%");
    expect(await back.count()).toBe(0);
    await slider("Do what you say").focus();
    await page.keyboard.press("End");
    await expect.poll(() => readout("Do what you say").textContent()).toBe("100%");
    await back.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => readout("Do what you say").textContent()).toBe("88%");
    await expect.poll(() => back.count()).toBe(0);
    await expect
      .poll(async () => (await askEngine(page, "record")).start.interventions.at(-1)?.set)
      .toEqual({ follow_through_mean: 0.88 });
  });
});

describe("a parameter that cannot change during a run", () => {
  // Some groups of parameters are open from now on.
  beforeEach(() => loadAgain(open, run));

  test("waits for a restart, says so, and applies then", async () => {
    const { page } = open;
    const { restart, button, showParameters } = partsOf(page);
    await showParameters();
    await page.locator("summary", { hasText: "Size" }).click();
    const agents = page.getByRole("spinbutton", { name: /^Agents/ });
    const help = page.locator(".parameter", { has: agents });
    expect(await help.textContent()).toContain("Applies after a restart.");
    await agents.fill("");
    await agents.pressSequentially("60", { delay: 150 }); // while the run continues
    expect(await agents.inputValue()).toBe("60");
    await page.keyboard.press("Tab");
    await expect.poll(() => help.textContent()).toContain("Restart to apply.");
    await expect.poll(() => restart.textContent()).toBe("Restart (1 change)");
    expect(await askEngine(page, "agent", 25)).toBeUndefined();
    await restart.click();
    await expect.poll(() => askEngine(page, "agent", 59)).toBeDefined();
    expect(await askEngine(page, "agent", 60)).toBeUndefined();
    await expect.poll(() => restart.textContent()).toBe("Restart");
    expect((await askEngine(page, "record")).start.parameters).toEqual({ agents: 60 });
    expect(await button(/Agents: reset to 800/).count()).toBe(1);
  });

  test("is refused with the reason if it is invalid, and the run continues", async () => {
    const { page } = open;
    await partsOf(page).showParameters();
    await page.locator("summary", { hasText: "Size" }).click();
    await page.getByRole("spinbutton", { name: /^Agents/ }).fill("3");
    await page.keyboard.press("Tab");
    await page.getByRole("spinbutton", { name: /^Circle size/ }).fill("41");
    await page.keyboard.press("Tab");
    const before = await askEngine(page, "record");
    await partsOf(page).restart.click();
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/circle_size must be at most agents \(3\)/);
    await untilTick(page, before.ticks + 10);
    expect((await askEngine(page, "record")).start.parameters).toEqual(before.start.parameters);
    await partsOf(page).button("Close").click();
    await expect.poll(() => alert.count()).toBe(0);
  });
});

describe("the search for parameters", () => {
  beforeEach(() => loadAgain(open, { ...run, isPaused: true }));

  test("opens the groups with matches and shows nothing else", async () => {
    const { page } = open;
    const everything = page.locator(".everything");
    await partsOf(page).showParameters();
    await page.getByLabel("Search parameters").pressSequentially("gossip");
    await expect.poll(() => everything.locator("details:not([open])").count()).toBe(0);
    const found = await everything.locator(".parameter").allTextContents();
    expect(found.length).toBeGreaterThan(2);
    expect(found.length).toBeLessThan(15);
    for (const one of found.slice(0, 3)) expect(one.length).toBeGreaterThan(0);
    expect(await everything.getByRole("checkbox", { name: /gossip/i }).count()).toBeGreaterThan(0);
  });

  test("says if nothing matches, and shows everything again once it is empty", async () => {
    const { page } = open;
    const everything = page.locator(".everything");
    await everything.waitFor();
    await partsOf(page).showParameters();
    const all = await everything.locator("details").count();
    const search = page.getByLabel("Search parameters");
    await search.fill("xyzzy");
    await everything.getByText("No parameter matches.").waitFor();
    expect(await everything.locator("details").count()).toBe(0);
    await search.fill("");
    await expect.poll(() => everything.locator("details").count()).toBe(all);
  });
});

test("every parameter of the model has a control with a help text", async () => {
  const { page } = open;
  const controls = page.locator(".left .parameter");
  const { parameterNames } = await import("../../sim/index.ts");
  await expect.poll(() => controls.count()).toBe(parameterNames.length);
  const found = await controls.evaluateAll((all) =>
    all.map((control) => ({
      labels: control.querySelectorAll("label").length,
      help: control.querySelector("p")?.textContent ?? "",
    })),
  );
  for (const { labels, help } of found) {
    expect(labels, help).toBe(1);
    expect(help.length).toBeGreaterThan(10);
  }
});

test("after Back, controls show the run that is there, not what was filled in before", async () => {
  const { page } = open;
  const { scenario, seed, slider, pause } = partsOf(page);
  await seed.fill("another");
  await slider("Be real").press("Home");
  // The address holds the run with its change.
  await expect.poll(() => (page.url().includes("run=") ? readLink(page.url()).interventions.length : 0)).toBe(1);
  await page.goto("about:blank");
  await page.goBack();
  await pause.waitFor();
  const { start } = await askEngine(page, "record");
  expect([await scenario.inputValue(), await seed.inputValue()]).toEqual([start.scenario, start.seed]);
  await expect.poll(() => partsOf(page).readout("Be real").textContent()).toBe("0%");
  const controls = page.locator("input, select");
  expect(await controls.evaluateAll((all) => all.filter((one) => one.getAttribute("autocomplete") !== "off").length)).toBe(0);
});
