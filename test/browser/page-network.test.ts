import type { BrowserContextOptions } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OpenPage } from "../helpers/browser.ts";
import { askEngine } from "../helpers/engine-of-page.ts";
import { lookAtNetwork, motion, type Place, STILL, untilStill } from "../helpers/network-pixels.ts";
import { openPage } from "../helpers/open-page.ts";
import { partsOf, tickOf, untilTick } from "../helpers/page-parts.ts";

let open: OpenPage;

beforeAll(async () => {
  // Few enough people that the picture can show every tie.
  const run = { scenario: "conference", tick: 30, isPaused: true } as const;
  open = await openPage({ run, isWatched: true, reducedMotion: "no-preference" });
  await untilStill(open.page);
});

beforeEach(async () => {
  await partsOf(open.page).network.focus();
  await open.page.keyboard.press("Escape");
  await open.page.keyboard.press("0");
  await partsOf(open.page).ties.selectOption("best");
  await open.page.mouse.move(5, 5);
  await open.page.waitForTimeout(500); // ties have come and gone
});

/** The place that is farthest from all other places. */
function loneliest(places: readonly Place[], others: readonly Place[] = places): Place {
  const room = (place: Place) =>
    Math.min(...others.filter((other) => other !== place).map((other) => Math.hypot(other.x - place.x, other.y - place.y)));
  return places.reduce((a, b) => (room(b) > room(a) ? b : a));
}

describe("a person", () => {
  test("is named on hover and selected by a click: the inspector shows the person and its contacts", async () => {
    const { page } = open;
    const { dots } = await lookAtNetwork(page);
    const { x, y } = loneliest(dots);
    await page.mouse.move(x, y);
    await expect.poll(() => page.locator(".hovered").textContent()).toMatch(/^Person \d+, circle \d$/);
    const agent = Number(/\d+/.exec((await page.locator(".hovered").textContent()) ?? "")?.[0]);
    await page.mouse.click(x, y);
    const { inspector } = partsOf(page);
    await expect.poll(() => inspector.textContent()).toContain(`Person ${agent},`);
    const view = await askEngine(page, "agent", agent);
    await expect
      .poll(() => inspector.locator("caption").textContent())
      .toBe(`${view?.contacts.length} contacts, strongest tie first`);
    const shown = await inspector.locator("tbody th").allTextContents();
    expect(shown).toEqual(view?.contacts.slice(0, 12).map((contact) => `Person ${contact.agent}`));
    const percent = Math.round(100 * (view?.measures.follow_through ?? Number.NaN));
    expect(await inspector.locator(".ways").textContent()).toContain(`Do what you say${percent}%`);
  });

  test("is highlighted with its contacts until a click on the background", async () => {
    const { page } = open;
    const before = await lookAtNetwork(page);
    const { x, y } = loneliest(before.dots);
    await page.mouse.click(x, y);
    await expect.poll(async () => (await lookAtNetwork(page)).dots.length).toBeLessThan(before.dots.length / 2);
    expect((await lookAtNetwork(page)).dots.length).toBeGreaterThan(2);
    const box = await partsOf(page).network.boundingBox();
    await page.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + (box?.height ?? 0) - 5);
    await expect.poll(() => partsOf(page).inspector.textContent()).toContain("Select a person or a tie");
    await expect.poll(async () => (await lookAtNetwork(page)).dots.length).toBeGreaterThan(before.dots.length * 0.9);
  });

  test("is found by number and selected with Enter", async () => {
    const { page } = open;
    await partsOf(page).find.pressSequentially("117");
    await page.keyboard.press("Enter");
    await expect.poll(() => partsOf(page).inspector.textContent()).toContain("Person 117,");
    expect(await partsOf(page).find.inputValue()).toBe("");
  });

  test("is selected by keyboard: arrows move to the next one, Enter selects, Escape clears the selection", async () => {
    const { page } = open;
    const { network, inspector } = partsOf(page);
    await network.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
    const hovered = (await page.locator(".hovered").textContent()) ?? "";
    expect(hovered).toMatch(/^Person \d+/);
    await page.keyboard.press("Enter");
    const chosen = hovered.split(",")[0];
    await expect.poll(() => inspector.textContent()).toContain(`${chosen},`);
    await page.keyboard.press("Escape");
    await expect.poll(() => inspector.textContent()).toContain("Select a person or a tie");
  });
});

/** The color of the picture at a place. */
function colorAt({ x, y }: Place): Promise<number[]> {
  return open.page.evaluate(
    ([left, top]) => {
      const canvas = document.querySelector(".network canvas") as HTMLCanvasElement;
      const box = canvas.getBoundingClientRect();
      const context = canvas.getContext("2d") as CanvasRenderingContext2D;
      return [...context.getImageData(Math.round(left - box.left), Math.round(top - box.top), 1, 1).data];
    },
    [x, y] as const,
  );
}

describe("a tie", () => {
  test("is named on hover and selected by a click", async () => {
    const { page } = open;
    const { dots, lines } = await lookAtNetwork(page);
    const { x, y } = loneliest(lines, dots);
    await page.mouse.move(x, y);
    await expect.poll(() => page.locator(".hovered").textContent()).toMatch(/^Person \d+ and Person \d+$/);
    const [, one, other] = /Person (\d+) and Person (\d+)/.exec((await page.locator(".hovered").textContent()) ?? "") ?? [];
    await page.mouse.click(x, y);
    const { inspector } = partsOf(page);
    await expect.poll(() => inspector.locator("h2").textContent()).toBe("A tie");
    await expect.poll(() => inspector.textContent()).toContain(`What Person ${one} believes about Person ${other}`);
    expect(await inspector.textContent()).toContain(`What Person ${other} believes about Person ${one}`);
  });

  test("is selected by keyboard: arrows move along a person's ties, and T selects one", async () => {
    const { page } = open;
    const { find, network, inspector } = partsOf(page);
    await find.pressSequentially("42");
    await page.keyboard.press("Enter");
    await expect.poll(() => inspector.textContent()).toContain("Person 42,");
    await network.focus();
    await page.keyboard.press("ArrowRight");
    const contact = Number(/\d+/.exec((await page.locator(".hovered").textContent()) ?? "")?.[0]);
    expect((await askEngine(page, "agent", 42))?.contacts.map(({ agent }) => agent)).toContain(contact);
    await page.keyboard.press("t");
    await expect.poll(() => inspector.textContent()).toContain(`What Person 42 believes about Person ${contact}`);
  });

  test("is selected from the list of a person's contacts", async () => {
    const { page } = open;
    const { find, inspector } = partsOf(page);
    await find.pressSequentially("42");
    await page.keyboard.press("Enter");
    await inspector
      .locator("tbody tr")
      .first()
      .getByRole("button", { name: /^Tie to/ })
      .press("Enter");
    await expect.poll(() => inspector.locator("h2").textContent()).toBe("A tie");
  });
});

describe("the view", () => {
  test("zooms in and out with buttons and keys, and fits everyone again", async () => {
    const { page } = open;
    const { button, network } = partsOf(page);
    await button("Show everyone").click();
    const all = await lookAtNetwork(page);
    await button("Zoom out").click();
    await expect.poll(async () => (await lookAtNetwork(page)).height).toBeLessThan(all.height / 1.3);
    await button("Zoom out").click();
    await expect.poll(async () => (await lookAtNetwork(page)).height).toBeLessThan(all.height / 1.7);
    const far = await lookAtNetwork(page);
    await button("Zoom in").click();
    await expect.poll(async () => (await lookAtNetwork(page)).height).toBeGreaterThan(far.height * 1.3);
    await network.focus();
    await page.keyboard.press("-");
    await expect.poll(async () => (await lookAtNetwork(page)).height).toBeLessThan(all.height / 1.7);
    await page.keyboard.press("0");
    await expect.poll(async () => Math.abs((await lookAtNetwork(page)).height - all.height)).toBeLessThan(3);
  });

  test("zooms with the wheel and moves when the background is dragged", async () => {
    const { page } = open;
    await partsOf(page).button("Zoom out").click();
    await page.waitForTimeout(200);
    const box = await partsOf(page).network.boundingBox();
    const [x, y] = [(box?.x ?? 0) + 8, (box?.y ?? 0) + 8];
    const leftmost = async () => Math.min(...(await lookAtNetwork(page)).dots.map((dot) => dot.x));
    const before = await leftmost();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 40, { steps: 6 });
    await page.mouse.up();
    await expect.poll(async () => Math.abs((await leftmost()) - before - 60)).toBeLessThan(2);
    const { height } = await lookAtNetwork(page);
    await page.mouse.move(x + (box?.width ?? 0) / 2, y + (box?.height ?? 0) / 2);
    await page.mouse.wheel(0, -400);
    await expect.poll(async () => (await lookAtNetwork(page)).height).toBeGreaterThan(height * 1.2);
  });

  test("shows the chosen kind of ties, and how many of all ties these are", async () => {
    const { page } = open;
    const counted = async () => {
      const text = (await page.locator(".legend").textContent()) ?? "";
      return (/([\d,]+) of ([\d,]+) active ties/.exec(text) ?? []).slice(1).map((number) => Number(number.replace(",", "")));
    };
    const [best, active] = await counted();
    const shown = async (title: string): Promise<number> => {
      await partsOf(page).choose(title);
      const text = (await partsOf(page).chart(title).locator("strong").first().textContent()) ?? "";
      return Number(text.replace(",", ""));
    };
    const [bridges, weak, strong] = [await shown("Bridges"), await shown("Weak ties"), await shown("Strong ties")];
    expect(active).toBe(weak + strong);
    expect(best).toBeGreaterThan(100);
    expect(best).toBeLessThan(active / 2);
    for (const [filter, count] of [
      ["weak", weak],
      ["strong", strong],
      ["bridges", bridges],
    ] as const) {
      await partsOf(page).ties.selectOption(filter);
      await expect.poll(async () => (await counted())[0]).toBe(count);
    }
  });

  test("the legend explains colors and sizes", async () => {
    const { page } = open;
    const legend = page.locator(".legend");
    const before = await lookAtNetwork(page);
    await page.getByRole("combobox", { name: "Color" }).selectOption({ label: "Trust received" });
    await expect.poll(() => legend.textContent()).toMatch(/^Trust, of ties and received 0\.30\.7/);
    await expect.poll(async () => (await lookAtNetwork(page)).dots.length).toBe(0); // no dot has the color of a group
    await page.getByRole("combobox", { name: "Size" }).selectOption({ label: "Reach, last year" });
    await expect.poll(() => legend.textContent()).toMatch(/Size: Reach, last year, 0 to \d+ items/);
    await page.getByRole("combobox", { name: "Color" }).selectOption({ label: "Circle" });
    await page.getByRole("combobox", { name: "Size" }).selectOption({ label: "Equal" });
    await expect.poll(async () => motion(before, await lookAtNetwork(page))).toBeLessThan(STILL); // nobody has moved
  });

  test("can be a table, from which people are selected", async () => {
    const { page } = open;
    const { network, inspector } = partsOf(page);
    await page.getByRole("checkbox", { name: "Show as table" }).press("Space");
    const table = page.getByRole("region", { name: "The network as a table" });
    await table.waitFor();
    expect(await network.isVisible()).toBe(false);
    expect(await table.locator("tbody tr").count()).toBe(200);
    const received = (await table.locator("tbody tr td:nth-child(3)").allTextContents()).map(Number);
    expect(received).toEqual(received.toSorted((a, b) => b - a));
    const first = table.locator("tbody tr").first();
    const who = (await first.locator("th").textContent()) ?? "";
    await first.getByRole("button").press("Enter");
    await expect.poll(() => inspector.textContent()).toContain(`${who},`);
    await page.getByRole("checkbox", { name: "Show as table" }).press("Space");
    await expect.poll(() => network.isVisible()).toBe(true);
    await expect.poll(async () => (await lookAtNetwork(page)).painted).toBeGreaterThan(1000);
  });

  test("has a summary in one sentence for screen readers", async () => {
    const { page } = open;
    const described = ((await partsOf(page).network.getAttribute("aria-describedby")) ?? "").split(" ");
    const [summary, keys] = await Promise.all(described.map((id) => page.locator(`#${id}`).textContent()));
    expect(summary).toMatch(/^.+: 240 people, [\d,]+ weak and [\d,]+ strong ties, mean trust score \d\.\d\d\.$/);
    expect(keys).toContain("Arrow keys");
  });
});

test("changing what the picture shows moves nobody", async () => {
  const { page } = open;
  const before = await lookAtNetwork(page);
  await partsOf(page).ties.selectOption("weak");
  await page.getByRole("combobox", { name: "Color" }).selectOption({ label: "Expertise" });
  await page.waitForTimeout(600);
  await page.getByRole("combobox", { name: "Color" }).selectOption({ label: "Circle" });
  await partsOf(page).ties.selectOption("best");
  await page.waitForTimeout(600);
  expect(motion(before, await lookAtNetwork(page))).toBeLessThan(STILL);
});

test("with reduced motion nobody moves while the run continues", async () => {
  expect(await motionWhilePlaying({ reducedMotion: "no-preference" })).toBeGreaterThan(2 * STILL);
  expect(await motionWhilePlaying({ reducedMotion: "reduce" })).toBeLessThan(STILL);
});

/** How far people move within forty weeks, in pixels. */
async function motionWhilePlaying(options: BrowserContextOptions): Promise<number> {
  // From the start on: people find their places within the first seconds of a run.
  const { page } = await openPage({ run: { scenario: "conference", tick: 1 }, ...options });
  const before = await lookAtNetwork(page);
  await untilTick(page, 41);
  const after = await lookAtNetwork(page);
  expect(before.dots.length).toBeGreaterThan(100);
  await partsOf(page).pause.click();
  return motion(before, after);
}

/** How many pixels right of the middle of a marked dot its own color shows. */
async function sideOf({ x, y }: Place, color: number[]): Promise<number> {
  const sides: number[] = [];
  for (let right = 1; right <= 8; right++) if (String(await colorAt({ x: x + right, y })) === String(color)) sides.push(right);
  expect(sides.length).toBeGreaterThan(0);
  return sides[Math.floor(sides.length / 2)];
}

describe("a pinned person", () => {
  test("is pinned by a double click, has a mark, and stays where it was dragged", async () => {
    const { page } = open;
    const { x, y } = loneliest((await lookAtNetwork(page)).dots);
    const before = await colorAt({ x, y });
    await page.mouse.dblclick(x, y);
    await expect.poll(() => colorAt({ x, y })).not.toEqual(before);
    // The mark covers the middle of the dot. Around it the dot keeps its color, which nothing else nearby has.
    const beside = await sideOf({ x, y }, before);
    const dragged = () => colorAt({ x: x + 30 + beside, y: y + 24 });
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 15, y + 12, { steps: 5 });
    await page.mouse.move(x + 30, y + 24, { steps: 5 });
    await page.mouse.up();
    await expect.poll(dragged).toEqual(before);
    await partsOf(page).play.click();
    await untilTick(page, (await tickOf(page)) + 10);
    await partsOf(page).pause.click();
    expect(await dragged()).toEqual(before);
  });

  test("is pinned by P", async () => {
    const { page } = open;
    await untilStill(open.page);
    const { x, y } = loneliest((await lookAtNetwork(page)).dots);
    await page.mouse.click(x, y);
    const before = await colorAt({ x, y });
    await page.keyboard.press("p");
    await expect.poll(() => colorAt({ x, y })).not.toEqual(before);
    await page.keyboard.press("p");
    await expect.poll(() => colorAt({ x, y })).toEqual(before);
  });
});
