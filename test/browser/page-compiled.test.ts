import type { AddressInfo } from "node:net";
import type { Page, Route } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createPageServer } from "../../scripts/page-server.mjs";
import { advance, stateHash, tickOf } from "../../sim/index.ts";
import { beginRun } from "../../workers/begin-run.ts";
import type { OpenPage } from "../helpers/browser.ts";
import { askEngine, loadWithWorkers } from "../helpers/engine-of-page.ts";
import { openPage } from "../helpers/open-page.ts";
import { exported } from "../helpers/page-downloads.ts";
import { chooseScenario, partsOf, untilTick } from "../helpers/page-parts.ts";

/** A scenario with enough people for compiled phases from the first tick on. */
const SCENARIO = "conference";

/** Put before the script of a worker, so that a test can ask how many WebAssembly modules run in it. */
const COUNTER = `self.instances = 0;
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance { constructor(...given) { super(...given); self.instances++; } };
`;

let open: OpenPage;
/** a second page, whose console may have errors */
let page: Page;

beforeAll(async () => {
  open = await openPage();
  await partsOf(open.page).pause.click();
});

beforeEach(async () => {
  page = await open.page.context().newPage();
});

afterEach(() => page.close());

/** Counts instances of WebAssembly in the workers that the page starts from now on. */
async function countInstances(headers: Record<string, string> = {}): Promise<void> {
  await page.route(/\/(engine|replay)\.worker/, async (route: Route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), ...headers }, body: COUNTER + (await response.text()) });
  });
}

async function instancesIn(name: string): Promise<number> {
  const worker = page.workers().find((one) => one.url().includes(`/${name}.worker`));
  if (worker === undefined) throw new Error(`no worker ${name}`);
  return worker.evaluate(() => (globalThis as unknown as { instances: number }).instances);
}

/** Plays a run of 240 people for a while, and returns its state hash and that of the same run as JavaScript in Node. */
async function play(): Promise<{ here: string; inNode: string }> {
  await page.goto(open.url);
  await loadWithWorkers(page);
  await chooseScenario(page, SCENARIO);
  const { pause, play: played, speed } = partsOf(page);
  await speed.selectOption("Infinity");
  await untilTick(page, 60);
  await pause.click();
  await played.waitFor();
  const { start, ticks } = await askEngine(page, "record");
  const { run } = beginRun(start);
  while (tickOf(run) < ticks) advance(run);
  return { here: await askEngine(page, "stateHash"), inNode: stateHash(run) };
}

describe("the page computes the same bits as JavaScript in Node", () => {
  test("with compiled phases, from the code that its workers load after the first frame", async () => {
    await countInstances();
    const { here, inNode } = await play();
    expect(here).toBe(inNode);
    expect(await instancesIn("engine")).toBeGreaterThan(0);
    const { files } = await exported(page, "run.json", 1);
    expect(JSON.parse(String(files.get("run.json"))).state_hash).toBe(here);
    expect(await instancesIn("replay")).toBeGreaterThan(0);
  });

  test("as JavaScript, if the policy of a host forbids WebAssembly", async () => {
    await countInstances({ "content-security-policy": "default-src 'self'; script-src 'self'" });
    const { here, inNode } = await play();
    expect(here).toBe(inNode);
    expect(await instancesIn("engine")).toBe(0);
  });

  test("as JavaScript, if the code can't be fetched", async () => {
    await countInstances();
    await page.route("**/step-code*", (route) => route.abort());
    const { here, inNode } = await play();
    expect(here).toBe(inNode);
    expect(await instancesIn("engine")).toBe(0);
  });
});

test("with the policy of npm start, compiled phases run and the console stays empty", async () => {
  const server = createPageServer("dist/page");
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    const logged: string[] = [];
    page.on("console", (message) => logged.push(message.text()));
    page.on("pageerror", (error) => logged.push(error.message));
    await countInstances();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await untilTick(page, 3);
    await expect.poll(() => instancesIn("engine")).toBeGreaterThan(0);
    expect(logged).toEqual([]);
  } finally {
    server.close();
    server.closeAllConnections();
  }
});
