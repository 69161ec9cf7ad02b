import { pathToFileURL } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { lookAtNetwork } from "../helpers/network-pixels.ts";
import { openPage } from "../helpers/open-page.ts";
import { partsOf } from "../helpers/page-parts.ts";

/** A page with a small network, paused in week 20. */
async function openSmall(options: BrowserContextOptions = {}): Promise<Page> {
  const { page } = await openPage({ run: { scenario: "conference", tick: 20, isPaused: true }, ...options });
  return page;
}

/** One such page for all tests that need no other options. */
let usual: Promise<Page> | undefined;
function usualPage(): Promise<Page> {
  usual ??= openSmall();
  return usual;
}

async function boxOf(page: Page, selector: string) {
  return (await page.locator(selector).first().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
}

describe("on a phone", () => {
  test("on its side, the picture fills the height and the five ways are beside it", async () => {
    const page = await openSmall({ viewport: { width: 844, height: 390 } });
    const picture = await boxOf(page, ".picture");
    expect(picture.height).toBeGreaterThan(380);
    expect(picture.width).toBeGreaterThan(400);
    await partsOf(page).slider("Give generously").scrollIntoViewIfNeeded();
    const [still, slider] = [await boxOf(page, ".picture"), await boxOf(page, ".ways input[type=range]")];
    expect(still.y).toBeCloseTo(0, 0);
    expect(slider.x).toBeGreaterThan(still.width - 1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(844);
  });

  test("upright, the picture stays in sight while one moves a slider", async () => {
    const page = await openSmall({ viewport: { width: 390, height: 844 } });
    await partsOf(page).slider("Give generously").scrollIntoViewIfNeeded();
    const picture = await boxOf(page, ".picture");
    expect(picture.y).toBeCloseTo(0, 0);
    expect(picture.height).toBeGreaterThan(300);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test("a finger drags the person it has selected, and scrolls the page from everywhere else", async () => {
    const page = await openSmall({ viewport: { width: 390, height: 844 }, hasTouch: true });
    const session = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", x?: number, y?: number) =>
      session.send("Input.dispatchTouchEvent", { type, touchPoints: x === undefined ? [] : [{ x, y: y ?? 0 }] });
    const swipe = async (x: number, y: number, dx: number, dy: number) => {
      await touch("touchStart", x, y);
      for (let step = 1; step <= 8; step++) await touch("touchMove", x + (dx * step) / 8, y + (dy * step) / 8);
      await touch("touchEnd");
      await page.waitForTimeout(500);
    };
    const scrolled = () => page.evaluate(() => scrollY);
    // The picture once it is still, as text.
    const stillPicture = async () => {
      let last = "";
      await expect
        .poll(async () => {
          const before = last;
          last = JSON.stringify((await lookAtNetwork(page)).dots);
          return last === before;
        })
        .toBe(true);
      return last;
    };
    await stillPicture();
    const [dot] = (await lookAtNetwork(page)).dots;
    await swipe(dot.x, dot.y, 0, -60);
    await expect.poll(scrolled).toBeGreaterThan(20);
    await page.evaluate(() => scrollTo(0, 0));
    await expect.poll(scrolled).toBe(0);
    await page.touchscreen.tap(dot.x, dot.y);
    await expect.poll(() => partsOf(page).inspector.textContent()).toMatch(/Person \d+,/);
    await page.evaluate(() => scrollTo(0, 0));
    const before = await stillPicture();
    await swipe(dot.x, dot.y, 30, -50);
    expect(await scrolled()).toBe(0);
    expect(await stillPicture()).not.toBe(before);
  });
});

test.each([
  [1024, 768],
  [1440, 900],
  [2560, 1440],
])("at %i × %i, the page itself does not scroll", async (width, height) => {
  const page = await usualPage();
  await page.setViewportSize({ width, height });
  const { scrollWidth, scrollHeight } = await page.evaluate(() => {
    const root = document.documentElement;
    return { scrollWidth: root.scrollWidth, scrollHeight: root.scrollHeight };
  });
  expect([scrollWidth, scrollHeight]).toEqual([width, height]);
});

test("? lists the keys, Space pauses and plays, F is projector mode, and none of them acts while one types", async () => {
  const page = await usualPage();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.locator("body").press("?");
  const help = page.getByRole("dialog", { name: "Keys and gestures" });
  await help.waitFor();
  expect(await help.textContent()).toContain("pins the selected person");
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "detached" });
  await page.locator("body").press(" ");
  await partsOf(page).pause.waitFor();
  await page.locator("body").press(" ");
  await partsOf(page).play.waitFor();
  const width = (await boxOf(page, ".picture")).width;
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  const before = await size();
  await page.locator("body").press("f");
  await expect.poll(size).toBeGreaterThan(1.4 * before);
  expect((await boxOf(page, ".picture")).width).toBeGreaterThan(width);
  await page.locator("body").press("f");
  await expect.poll(size).toBe(before);
  await partsOf(page).find.pressSequentially("f?");
  expect(await partsOf(page).find.inputValue()).toBe("f?");
  expect(await size()).toBe(before);
});

test("a printed page has the picture, the legend, the charts, the seed and the hash, and no controls", async () => {
  const page = await usualPage();
  await page.locator("button.hash").click();
  await expect.poll(() => page.locator("button.hash").textContent()).toMatch(/^[0-9a-f]{16}$/);
  const hash = await page.locator("button.hash").textContent();
  await page.emulateMedia({ media: "print" });
  for (const seen of [".picture canvas", ".legend", ".chart >> nth=0", ".print-line"])
    expect(await page.locator(seen).first().isVisible(), seen).toBe(true);
  for (const gone of [".ways", ".options", ".zoom", ".scenario"])
    expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
  const line = await page.locator(".print-line").textContent();
  expect(line).toContain("Seed ");
  expect(line).toContain(`State hash ${hash}.`);
});

test("with forced colors, the legend keeps its dots and lines, and people can be seen", async () => {
  const page = await openSmall({ forcedColors: "active" });
  const fills = await page.locator(".legend .dot circle").evaluateAll((dots) => dots.map((dot) => getComputedStyle(dot).fill));
  expect(new Set(fills).size).toBeGreaterThan(2);
  expect((await lookAtNetwork(page)).people).toBeGreaterThan(1000);
});

test("a screen reader hears a summary at most every ten seconds", async () => {
  const { page } = await openPage({ run: { scenario: "class_of_25" } });
  const changes = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let count = 0;
        const summary = document.querySelector("#network-summary") as Element;
        new MutationObserver(() => count++).observe(summary, { childList: true, characterData: true, subtree: true });
        setTimeout(() => resolve(count), 9000);
      }),
  );
  expect(changes).toBeLessThanOrEqual(1);
  await partsOf(page).pause.click();
});

test("opened as a file, the page says what to do", async () => {
  const page = await usualPage();
  const other = await page.context().newPage();
  await other.goto(pathToFileURL("dist/page/index.html").href);
  const words = other.getByText("Run npm start");
  await words.waitFor();
  expect(await page.getByText("Run npm start").count()).toBe(0);
  await other.close();
});
