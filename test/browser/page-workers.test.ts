import type { Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OpenPage } from "../helpers/browser.ts";
import { openPage } from "../helpers/open-page.ts";
import { partsOf, tickOf, untilTick } from "../helpers/page-parts.ts";
import { addressOf, prepareAddress } from "../helpers/run-on-show.ts";

let open: OpenPage;
/** a second page, whose errors are under test */
let page: Page;

beforeAll(async () => {
  open = await openPage({ run: { scenario: "class_of_25", isPaused: true } });
});

beforeEach(async () => {
  page = await open.page.context().newPage();
  await prepareAddress(page);
});

/** Opens a small run, which plays. */
async function openSmall(): Promise<void> {
  await page.goto(open.url + addressOf({ scenario: "class_of_25" }));
  await untilTick(page, 3);
}

afterEach(() => page.close());

async function expectAlert(reason: RegExp): Promise<void> {
  const alert = page.getByRole("alert");
  await alert.waitFor();
  expect(await alert.textContent()).toMatch(reason);
}

/** Runs a function in the worker whose file has this name. */
async function within(name: string, act: () => void): Promise<void> {
  const worker = page.workers().find((one) => one.url().includes(`/${name}.worker`));
  if (worker === undefined) throw new Error(`no worker ${name}`);
  await worker.evaluate(act).catch(() => undefined); // a dead worker does not answer
}

describe("a dead engine is reported, with a button to reload", () => {
  test("if its script cannot be loaded", async () => {
    await page.route("**/engine.worker*", (route) => route.abort());
    await page.goto(open.url);
    await expectAlert(/^The simulation has stopped: the worker could not be loaded\. /);
  });

  test("if its script is broken", async () => {
    await page.route("**/engine.worker*", (route) => route.fulfill({ contentType: "text/javascript", body: "(" }));
    await page.goto(open.url);
    await expectAlert(/^The simulation has stopped: the worker could not be loaded\. /);
  });

  test("if it throws outside a call", async () => {
    await openSmall();
    await within("engine", () => {
      setTimeout(() => {
        throw new Error("something is broken");
      });
    });
    await expectAlert(/^The simulation has stopped: .*something is broken/);
  });

  test("if it ends without an event", async () => {
    await openSmall();
    await page.waitForTimeout(300);
    await within("engine", () => globalThis.close());
    await expectAlert(/^The simulation has stopped: the worker died/);
    await expect.poll(() => partsOf(page).play.count()).toBe(1);
    const tick = await tickOf(page);
    await page.getByRole("button", { name: "Reload the page" }).click();
    await partsOf(page).pause.waitFor();
    await untilTick(page, tick);
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  test("and later commands neither wait forever nor throw", async () => {
    await openSmall();
    await page.waitForTimeout(300);
    await within("engine", () => globalThis.close());
    await expectAlert(/simulation has stopped/);
    const failed: string[] = [];
    page.on("pageerror", (error) => failed.push(error.message));
    await partsOf(page).step.click();
    await partsOf(page).restart.click();
    await partsOf(page).slider("Be real").press("End");
    await page.waitForTimeout(500);
    await expect.poll(() => partsOf(page).readout("Be real").textContent()).toBe("55%");
    expect(failed).toEqual([]);
    await expectAlert(/simulation has stopped/);
  });
});

describe("a dead layout is reported, and the run continues", () => {
  test("if it ends without an event", async () => {
    await openSmall();
    await page.waitForTimeout(300);
    await within("layout", () => globalThis.close());
    await expectAlert(/^The network picture has stopped: its worker died, perhaps out of memory\. Reload the page/);
    await untilTick(page, (await tickOf(page)) + 5);
  });
});
