import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { advance, createCollector, networkMeasures } from "../../sim/index.ts";
import { beginRun } from "../../workers/begin-run.ts";
import type { Start } from "../../workers/messages.ts";
import type { OpenPage } from "../helpers/browser.ts";
import { askEngine, loadWithWorkers } from "../helpers/engine-of-page.ts";
import { openPage } from "../helpers/open-page.ts";
import { partsOf, tickOf, untilTick } from "../helpers/page-parts.ts";

let open: OpenPage;

beforeAll(async () => {
  open = await openPage();
});

beforeEach(() => loadWithWorkers(open.page));

/** Mean trust at a tick of a run in Node. */
function trustInNode(start: Start, ticks: number): string {
  const { run } = beginRun(start);
  const collector = createCollector(run.population, () => true);
  let row = collector.collect();
  while (run.population.tick < ticks) {
    advance(run);
    row = collector.collect();
  }
  return (row?.[networkMeasures.findIndex(({ name }) => name === "mean_trust_score")] ?? Number.NaN).toFixed(2);
}

describe("a way's slider, moved by keyboard while the world goes on", () => {
  test("shows its value, acts in the next tick, and trust goes another way than in the run that was let alone", async () => {
    const { page } = open;
    const parts = partsOf(page);
    await untilTick(page, 10);
    await parts.slider("Do what you say").focus();
    const before = await tickOf(page);
    await page.keyboard.press("Home");
    await expect.poll(() => parts.readout("Do what you say").textContent()).toBe("0");
    await expect.poll(async () => (await askEngine(page, "record")).start.interventions.length).toBe(1);
    const after = await tickOf(page);
    const [moved] = (await askEngine(page, "record")).start.interventions;
    expect(moved.set).toEqual({ follow_through_mean: 0 });
    expect(moved.tick).toBeGreaterThan(before);
    expect(moved.tick).toBeLessThanOrEqual(after + 1);

    await untilTick(page, before + 60);
    await parts.pause.click();
    await parts.play.waitFor();
    const { start, ticks } = await askEngine(page, "record");
    await expect.poll(() => parts.chart("Trust").locator("strong").textContent()).toBe(trustInNode(start, ticks));
    const alone = trustInNode({ ...start, interventions: [] }, ticks);
    expect(Number(await parts.chart("Trust").locator("strong").textContent())).toBeLessThan(Number(alone) - 0.1);
  });

  test("takes one step a key, however fast one types", async () => {
    const { page } = open;
    const slider = partsOf(page).slider("Be real");
    const from = Number(await slider.inputValue());
    const step = Number(await slider.getAttribute("step"));
    await slider.focus();
    for (let k = 0; k < 25; k++) await page.keyboard.press("ArrowLeft");
    expect(Number(await slider.inputValue())).toBeCloseTo(from - 25 * step, 8);
    await page.waitForTimeout(600);
    expect(Number(await slider.inputValue())).toBeCloseTo(from - 25 * step, 8);
    const { interventions } = (await askEngine(page, "record")).start;
    const last = interventions[interventions.length - 1].set as Record<string, number>;
    expect(last.openness_mean).toBeCloseTo(from - 25 * step, 8);
  });

  test("makes one intervention a tick", async () => {
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

test("a slider can be dragged by mouse", async () => {
  const { page } = open;
  const slider = partsOf(page).slider("Share expertise");
  const box = await slider.boundingBox();
  if (box === null) throw new Error("no slider");
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.6, y);
  await page.mouse.down();
  for (let part = 0.6; part >= 0.2; part -= 0.02) await page.mouse.move(box.x + box.width * part, y);
  await page.mouse.up();
  const value = Number(await slider.inputValue());
  expect(value).toBeGreaterThan(0.15);
  expect(value).toBeLessThan(0.25);
  await expect.poll(async () => (await askEngine(page, "record")).start.interventions.at(-1)?.set).toEqual({ sharing_mean: value });
  await expect.poll(() => partsOf(page).readout("Share expertise").textContent()).toBe(String(value));
});

describe("back to the default", () => {
  test("is offered where a value is another one, and leads there", async () => {
    const { page } = open;
    const { slider, readout, button } = partsOf(page);
    const back = button("Do what you say: reset to 0.88");
    expect(await back.count()).toBe(0);
    await slider("Do what you say").focus();
    await page.keyboard.press("End");
    await expect.poll(() => readout("Do what you say").textContent()).toBe("1");
    await back.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => readout("Do what you say").textContent()).toBe("0.88");
    await expect.poll(() => back.count()).toBe(0);
    await expect
      .poll(async () => (await askEngine(page, "record")).start.interventions.at(-1)?.set)
      .toEqual({ follow_through_mean: 0.88 });
  });
});

describe("what cannot change while the world goes on", () => {
  test("waits for the next start, says so, and comes with it", async () => {
    const { page } = open;
    const { restart, button } = partsOf(page);
    await page.locator("summary", { hasText: "Size" }).click();
    const agents = page.getByRole("spinbutton", { name: /^Agents/ });
    const help = page.locator(".parameter", { has: agents });
    expect(await help.textContent()).toContain("Applies after a restart.");
    await agents.fill("");
    await agents.pressSequentially("60", { delay: 150 }); // while the world goes on
    expect(await agents.inputValue()).toBe("60");
    await page.keyboard.press("Tab");
    await expect.poll(() => help.textContent()).toContain("Restart to apply.");
    await expect.poll(() => restart.textContent()).toBe("Restart (1 change)");
    expect(await askEngine(page, "agent", 199)).toBeDefined();
    await restart.click();
    await expect.poll(() => askEngine(page, "agent", 199)).toBeUndefined();
    expect(await askEngine(page, "agent", 59)).toBeDefined();
    await expect.poll(() => restart.textContent()).toBe("Restart");
    expect((await askEngine(page, "record")).start.parameters).toEqual({ agents: 60 });
    expect(await button(/Agents: reset to 200/).count()).toBe(1);
  });

  test("is told where it cannot be, in place, and the world goes on", async () => {
    const { page } = open;
    await page.locator("summary", { hasText: "Size" }).click();
    await page.getByRole("spinbutton", { name: /^Agents/ }).fill("3");
    await page.keyboard.press("Tab");
    await page.getByRole("spinbutton", { name: /^Circle size/ }).fill("41");
    await page.keyboard.press("Tab");
    const before = await askEngine(page, "record");
    await partsOf(page).restart.click();
    const told = page.getByRole("alert");
    await told.waitFor();
    expect(await told.textContent()).toMatch(/circle_size must be at most agents \(3\)/);
    await untilTick(page, before.ticks + 10);
    expect((await askEngine(page, "record")).start.parameters).toEqual(before.start.parameters);
    await partsOf(page).button("Close").click();
    await expect.poll(() => told.count()).toBe(0);
  });
});

describe("the search of parameters", () => {
  test("opens the groups with what is found, and shows nothing else", async () => {
    const { page } = open;
    const everything = page.locator(".everything");
    await page.getByLabel("Search parameters").pressSequentially("gossip");
    await expect.poll(() => everything.locator("details:not([open])").count()).toBe(0);
    const found = await everything.locator(".parameter").allTextContents();
    expect(found.length).toBeGreaterThan(2);
    expect(found.length).toBeLessThan(15);
    for (const one of found.slice(0, 3)) expect(one.length).toBeGreaterThan(0);
    expect(await everything.getByRole("checkbox", { name: /gossip/i }).count()).toBeGreaterThan(0);
  });

  test("says where there is nothing, and shows all again when it is emptied", async () => {
    const { page } = open;
    const everything = page.locator(".everything");
    const all = await everything.locator("details").count();
    const search = page.getByLabel("Search parameters");
    await search.fill("xyzzy");
    await everything.getByText("No parameter matches.").waitFor();
    expect(await everything.locator("details").count()).toBe(0);
    await search.fill("");
    await expect.poll(() => everything.locator("details").count()).toBe(all);
  });
});

test("every parameter of the model can be set, and says what it is", async () => {
  const { page } = open;
  const controls = page.locator(".left .parameter");
  const { parameterNames } = await import("../../sim/index.ts");
  expect(await controls.count()).toBe(parameterNames.length);
  for (const control of await controls.all()) {
    expect(await control.locator("label").count()).toBe(1);
    expect(((await control.locator("p").textContent()) ?? "").length).toBeGreaterThan(10);
  }
});
