import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OpenPage } from "../helpers/browser.ts";
import { askEngine, loadWithWorkers } from "../helpers/engine-of-page.ts";
import { openPage } from "../helpers/open-page.ts";
import { partsOf, tickOf, untilTick } from "../helpers/page-parts.ts";

let open: OpenPage;

beforeAll(async () => {
  open = await openPage();
});

beforeEach(() => loadWithWorkers(open.page));

async function choose(agent: number): Promise<void> {
  const { find, inspector } = partsOf(open.page);
  await find.pressSequentially(String(agent));
  await open.page.keyboard.press("Enter");
  await expect.poll(() => inspector.textContent()).toContain(`Agent ${agent},`);
}

async function chooseStrongestTie(agent: number): Promise<void> {
  await choose(agent);
  const { inspector } = partsOf(open.page);
  await inspector
    .locator("tbody tr")
    .first()
    .getByRole("button", { name: /^Tie to/ })
    .click();
  await expect.poll(() => inspector.locator("h2").textContent()).toBe("A tie");
}

describe("the equation", () => {
  test("holds for both directions: T = (C + R + I) / S, up to how the numbers are rounded", async () => {
    const { page } = open;
    await untilTick(page, 80);
    await partsOf(page).pause.click();
    await partsOf(page).play.waitFor();
    await chooseStrongestTie(7);
    const equations = partsOf(page).inspector.locator(".equation");
    expect(await equations.count()).toBe(2);
    for (const equation of await equations.all()) {
      const text = (await equation.locator(".result").innerText()).replace(/\s+/g, " ");
      const [, score] = (/T = ([\d.]+)/.exec(text) ?? []).map(Number);
      const terms = (await equation.locator(".part > .number").allTextContents()).map(Number);
      expect(terms).toHaveLength(4);
      const [credibility, reliability, intimacy, selfOrientation] = terms;
      const above = credibility + reliability + intimacy;
      expect(score).toBeGreaterThanOrEqual((above - 0.15) / (selfOrientation + 0.05) - 0.006);
      expect(score).toBeLessThanOrEqual((above + 0.15) / (selfOrientation - 0.05) + 0.006);
      for (const term of terms) {
        expect(term).toBeGreaterThanOrEqual(1);
        expect(term).toBeLessThanOrEqual(10);
      }
    }
  });

  test("has the beliefs that the engine holds, each by its name, also for who hears it", async () => {
    const { page } = open;
    await untilTick(page, 60);
    await partsOf(page).pause.click();
    await partsOf(page).play.waitFor();
    await chooseStrongestTie(7);
    const { inspector } = partsOf(page);
    const [one, other] = (await inspector.locator("p .person").allTextContents()).map((name) => Number(name.replace("Agent ", "")));
    const tie = await askEngine(page, "tie", one, other);
    const equations = await inspector.locator(".equation").all();
    for (const [place, belief] of [tie?.byLower, tie?.byUpper].entries()) {
      if (belief === undefined) throw new Error("no tie");
      const shown = [belief.credibility, belief.reliability, belief.intimacy, belief.selfOrientation].map((value) =>
        (1 + 9 * value).toFixed(1),
      );
      const equation = equations[place];
      expect(await equation.locator(".part > .number").allTextContents()).toEqual(shown);
      expect(await equation.locator(".spoken").first().textContent()).toBe(
        `Trust ${belief.score.toFixed(2)} is credibility ${shown[0]} plus reliability ${shown[1]} plus intimacy ${shown[2]}, ` +
          `over self-orientation ${shown[3]}`,
      );
      expect(await equation.textContent()).toContain(`from ${belief.evidence} piece`);
    }
  });
});

test("what is chosen is looked at again while the world goes on", async () => {
  const { page } = open;
  await chooseStrongestTie(7);
  const { inspector } = partsOf(page);
  const before = await inspector.textContent();
  await untilTick(page, (await tickOf(page)) + 30);
  await expect.poll(() => inspector.textContent()).not.toBe(before);
});

test("a contact's name leads to the contact, and all contacts are listed where one asks", async () => {
  const { page } = open;
  await partsOf(page).pause.click();
  await choose(7);
  const { inspector } = partsOf(page);
  const view = await askEngine(page, "agent", 7);
  const contacts = view?.contacts.length ?? 0;
  if (contacts <= 12) throw new Error("too few contacts for this test");
  await inspector.getByRole("button", { name: `All ${contacts}` }).click();
  await expect.poll(() => inspector.locator("tbody tr").count()).toBe(contacts);
  const last = inspector.locator("tbody tr").last();
  const name = (await last.locator("th").textContent()) ?? "";
  await last.locator("th button").press("Enter");
  await expect.poll(() => inspector.textContent()).toContain(`${name},`);
});

test("another run lets go of who was chosen", async () => {
  const { page } = open;
  await choose(150);
  await partsOf(page).scenario.selectOption("class_of_25");
  await expect.poll(() => partsOf(page).inspector.textContent()).toContain("Choose a person or a tie");
});
