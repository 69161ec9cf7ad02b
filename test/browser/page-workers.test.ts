import type { Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OpenPage } from "../helpers/browser.ts";
import { openPage } from "../helpers/open-page.ts";
import { partsOf, tickOf, untilTick } from "../helpers/page-parts.ts";

let open: OpenPage;
/** another one, whose errors are what is tested */
let page: Page;

beforeAll(async () => {
  open = await openPage();
  await partsOf(open.page).pause.click();
});

beforeEach(async () => {
  page = await open.page.context().newPage();
});

afterEach(() => page.close());

async function isTold(reason: RegExp): Promise<void> {
  const told = page.getByRole("alert");
  await told.waitFor();
  expect(await told.textContent()).toMatch(reason);
}

/** Runs a function in the worker of the page whose file is called so. */
async function within(name: string, act: () => void): Promise<void> {
  const worker = page.workers().find((one) => one.url().includes(`/${name}.worker`));
  if (worker === undefined) throw new Error(`no worker ${name}`);
  await worker.evaluate(act).catch(() => undefined); // who is ended gives no answer
}

describe("an engine that is no more is told, with a way on", () => {
  test("where its script cannot be loaded", async () => {
    await page.route("**/engine.worker*", (route) => route.abort());
    await page.goto(open.url);
    await isTold(/^The simulation has stopped: the worker could not be loaded\. /);
  });

  test("where its script is broken", async () => {
    await page.route("**/engine.worker*", (route) => route.fulfill({ contentType: "text/javascript", body: "(" }));
    await page.goto(open.url);
    await isTold(/^The simulation has stopped: the worker could not be loaded\. /);
  });

  test("where it throws outside of a call", async () => {
    await page.goto(open.url);
    await untilTick(page, 3);
    await within("engine", () => {
      setTimeout(() => {
        throw new Error("something is broken");
      });
    });
    await isTold(/^The simulation has stopped: .*something is broken/);
  });

  test("where it ends without a word", async () => {
    await page.goto(open.url);
    await untilTick(page, 3);
    await page.waitForTimeout(300);
    await within("engine", () => globalThis.close());
    await isTold(/^The simulation has stopped: the worker died/);
    await expect.poll(() => partsOf(page).play.count()).toBe(1);
    const tick = await tickOf(page);
    await page.getByRole("button", { name: "Reload the page" }).click();
    await partsOf(page).pause.waitFor();
    await untilTick(page, tick);
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  test("and what is asked of it then neither waits for ever nor fails unseen", async () => {
    await page.goto(open.url);
    await untilTick(page, 3);
    await page.waitForTimeout(300);
    await within("engine", () => globalThis.close());
    await isTold(/simulation has stopped/);
    const failed: string[] = [];
    page.on("pageerror", (error) => failed.push(error.message));
    await partsOf(page).step.click();
    await partsOf(page).restart.click();
    await partsOf(page).slider("Be real").press("End");
    await page.waitForTimeout(500);
    await expect.poll(() => partsOf(page).readout("Be real").textContent()).toBe("0.55");
    expect(failed).toEqual([]);
    await isTold(/simulation has stopped/);
  });
});

describe("a layout that is no more is told, and the world goes on", () => {
  test("where it ends without a word", async () => {
    await page.goto(open.url);
    await untilTick(page, 3);
    await page.waitForTimeout(300);
    await within("layout", () => globalThis.close());
    await isTold(/^The network picture has stopped: its worker died, perhaps out of memory/);
    await untilTick(page, (await tickOf(page)) + 5);
  });
});
