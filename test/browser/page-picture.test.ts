import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OpenPage } from "../helpers/browser.ts";
import { lookAtNetwork, type Seen, untilStill } from "../helpers/network-pixels.ts";
import { openPage } from "../helpers/open-page.ts";
import { partsOf } from "../helpers/page-parts.ts";

const WIDE = { width: 1440, height: 900 };

let open: OpenPage;

beforeAll(async () => {
  open = await openPage({ run: { scenario: "conference", tick: 30, isPaused: true }, reducedMotion: "no-preference" });
  await untilStill(open.page);
});

beforeEach(async () => {
  await open.page.setViewportSize(WIDE);
  await partsOf(open.page).network.focus();
  await open.page.keyboard.press("Escape");
  await open.page.keyboard.press("0");
  await open.page.mouse.move(5, 5);
  await open.page.waitForTimeout(500);
});

/** How much of the picture the network fills, and how far its middle is from that of the picture, in CSS pixels. */
async function seeFit(): Promise<{ filled: number; off: number }> {
  const { page } = open;
  const { width, height, middle } = await lookAtNetwork(page);
  const box = (await partsOf(page).network.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const off = Math.hypot(middle.x - box.x - box.width / 2, middle.y - box.y - box.height / 2);
  return { filled: Math.max(width / box.width, height / box.height), off };
}

/** The usual diameter of a dot, from the areas of single dots. */
function diameter({ people, dots }: Seen): number {
  return 2 * Math.sqrt(people / dots.length / Math.PI);
}

describe("when the window changes its size,", () => {
  test.each([
    [1024, 768],
    [2560, 1440],
    [800, 900],
    [390, 844],
    [844, 390],
  ])("everyone fits into the picture again, at %i × %i", async (width, height) => {
    await open.page.setViewportSize({ width, height });
    await expect.poll(async () => (await seeFit()).filled).toBeGreaterThan(0.8);
    const { filled, off } = await seeFit();
    expect(filled).toBeLessThan(1);
    expect(off).toBeLessThan(25);
  });

  test("a view that the reader chose stays as large, and its middle stays in the middle", async () => {
    const { page } = open;
    await partsOf(page).button("Zoom out").click();
    await page.waitForTimeout(300);
    const before = await lookAtNetwork(page);
    await page.setViewportSize({ width: 1700, height: 1000 });
    await page.waitForTimeout(600);
    const after = await lookAtNetwork(page);
    expect(Math.abs(after.height - before.height)).toBeLessThan(6);
    expect((await seeFit()).off).toBeLessThan(25);
  });
});

test("zooming in spreads people out: four times the room, but dots only twice as wide", async () => {
  const { page } = open;
  const before = await lookAtNetwork(page);
  await page.mouse.move(before.dots[0].x, before.dots[0].y);
  await page.mouse.wheel(0, -1000); // a factor of 4
  await page.mouse.move(5, 5);
  await page.waitForTimeout(700);
  const after = await lookAtNetwork(page);
  expect(after.dots.length).toBeGreaterThan(5);
  const factor = diameter(after) / diameter(before);
  expect(factor).toBeGreaterThan(1.3);
  expect(factor).toBeLessThan(2.3);
});

/** The pixels of the picture, as one number. */
function pixelsOf(): Promise<number> {
  return open.page.evaluate(() => {
    const canvas = document.querySelector(".network canvas") as HTMLCanvasElement;
    const context = canvas.getContext("2d") as CanvasRenderingContext2D;
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return data.reduce((sum, value) => (sum * 31 + value) % 1_000_003, 7);
  });
}

test("names are drawn at the first zoom, too", async () => {
  const names = open.page.getByLabel("Show names");
  const without = await pixelsOf();
  await names.check();
  await expect.poll(pixelsOf).not.toBe(without);
  await names.uncheck();
  await expect.poll(pixelsOf).toBe(without);
});

test("nobody is pointed at any more once the pointer leaves the picture, or Escape is pressed", async () => {
  const { page } = open;
  const [dot] = (await lookAtNetwork(page)).dots;
  const hovered = page.locator(".hovered");
  await page.mouse.move(dot.x, dot.y);
  await hovered.waitFor();
  await page.mouse.move(5, 5); // no step of the pointer is on the background of the picture
  await hovered.waitFor({ state: "detached" });
  await partsOf(page).network.focus();
  await page.keyboard.press("ArrowRight");
  await hovered.waitFor();
  await page.keyboard.press("Escape");
  await hovered.waitFor({ state: "detached" });
});

describe("Find", () => {
  const find = async (agent: string) => {
    await partsOf(open.page).find.pressSequentially(agent);
    await open.page.keyboard.press("Enter");
    await expect.poll(() => partsOf(open.page).inspector.textContent()).toContain(`Person ${agent},`);
    await open.page.waitForTimeout(300);
  };

  test("leaves the picture where it is if the person is in sight", async () => {
    await find("7");
    await open.page.keyboard.press("Escape");
    const { filled, off } = await seeFit();
    expect(filled).toBeGreaterThan(0.8);
    expect(off).toBeLessThan(25);
  });

  test("brings a person who is out of sight to the middle", async () => {
    const { page } = open;
    for (let step = 0; step < 12; step++) await partsOf(page).button("Zoom in").click();
    await page.mouse.move(5, 5);
    for (const agent of ["3", "200"]) {
      await find(agent);
      const box = await partsOf(page).network.boundingBox();
      // The selected person has a name, and is named on hover.
      await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
      if ((await page.locator(".hovered").count()) === 0) continue; // in sight, so it was not moved
      await expect.poll(() => page.locator(".hovered").textContent()).toMatch(/^Person \d+/);
    }
    expect(await page.locator(".hovered").textContent()).toContain("Person 200,");
  });
});

describe("a selection is left", () => {
  const select = async () => {
    await partsOf(open.page).find.pressSequentially("42");
    await open.page.keyboard.press("Enter");
    await expect.poll(() => partsOf(open.page).inspector.textContent()).toContain("Person 42,");
  };
  const isLeft = () => expect.poll(() => partsOf(open.page).inspector.textContent()).toContain("Select a person or a tie");

  test("by Escape, wherever the focus is", async () => {
    const { page } = open;
    for (const focus of [
      () => page.locator(".inspector tbody button").first().focus(),
      () => partsOf(page).slider("Be real").focus(),
      () => partsOf(page).find.focus(),
      () => page.evaluate(() => (document.activeElement as HTMLElement).blur()),
    ]) {
      await select();
      await focus();
      await page.keyboard.press("Escape");
      await isLeft();
    }
  });

  test("by Escape in the table, too", async () => {
    const { page } = open;
    await page.getByLabel("Show as table").check();
    await select();
    await page.keyboard.press("Escape");
    await isLeft();
    await page.getByLabel("Show as table").uncheck();
  });

  test("by a button of the inspector, where the focus stays", async () => {
    const { page } = open;
    await select();
    await partsOf(page).button("Close details").click();
    await isLeft();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Details");
  });

  test("but not by an Escape that clears a search or closes a window over the page", async () => {
    const { page } = open;
    await select();
    await partsOf(page).find.fill("9");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Export" }).click();
    await page.keyboard.press("Escape");
    expect(await partsOf(page).inspector.textContent()).toContain("Person 42,");
  });
});
