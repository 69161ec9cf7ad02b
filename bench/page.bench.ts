import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Page } from "playwright-core";
import { report } from "./timing.ts";

/**
 * The built page in headless Chromium without a GPU while the engine runs: frames per second, script time per frame on the main
 * thread, and the time until the first picture. Run `npm run build:page` first.
 */
const SECONDS = 4;
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-sync",
];

// Scripts are not compiled, so their path differs from the compiled files'.
const script = (name: string) => import(pathToFileURL(resolve(`scripts/${name}.mjs`)).href);
const { createPageServer }: { createPageServer: (folder: string) => Server } = await script("page-server");
const { findChromium }: { findChromium: () => Promise<string | undefined> } = await script("find-chromium");

const server = createPageServer("dist/page");
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const executablePath = await findChromium();
const browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args });

const firsts: number[] = [];
for (let round = 0; round < 5; round++) {
  const page = await opened();
  firsts.push(await firstFrame(page));
  await page.close();
}
report("first frame with people in it, 200 agents, milliseconds", firsts.map((first) => first.toFixed(0)).join(" "));

for (const [agents, filter] of [
  [200, "best"],
  [1000, "weak"],
  [5000, "best"],
] as const) {
  const page = await opened();
  await firstFrame(page);
  if (agents !== 200) await beginWith(page, agents);
  await page.locator(".options .ties select").selectOption(filter);
  await page.waitForTimeout(3000);
  report(`${agents.toLocaleString("en-US")} agents, ${await shownTies(page)} ties shown`, await frames(page));
  await page.close();
}
await browser.close();
server.close();

async function opened(): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  return page;
}

/** Milliseconds from navigation to the first frame that draws something in the middle of the picture. */
function firstFrame(page: Page): Promise<number> {
  return page.evaluate(`new Promise((resolve) => {
    (function look() {
      const canvas = document.querySelector(".network canvas");
      if (canvas !== null && canvas.width > 300) {
        const { width, height } = canvas;
        const { data } = canvas.getContext("2d").getImageData(width * 0.3, height * 0.15, width * 0.4, height * 0.7);
        for (let k = 0; k < data.length; k += 16)
          if (Math.abs(data[k] + data[k + 1] + data[k + 2] - data[0] - data[1] - data[2]) > 60) return resolve(performance.now());
      }
      requestAnimationFrame(look);
    })();
  })`);
}

async function beginWith(page: Page, agents: number): Promise<void> {
  await page.getByRole("searchbox", { name: "Search parameters" }).fill("agents");
  const input = page.getByRole("spinbutton").first();
  await input.fill(String(agents));
  await input.press("Tab");
  await page.getByRole("button", { name: /^Restart/ }).click();
  await page.waitForTimeout(3000);
}

async function shownTies(page: Page): Promise<string> {
  return /[\d,]+(?= of)/.exec(await page.locator(".legend").innerText())?.[0] ?? "?";
}

async function frames(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const before = await scriptSeconds();
  const count: number = await page.evaluate(`new Promise((resolve) => {
    let frames = 0;
    const began = performance.now();
    (function next(now) {
      frames++;
      if (now - began < ${1000 * SECONDS}) requestAnimationFrame(next);
      else resolve(frames);
    })(began);
  })`);
  const milliseconds = (1000 * ((await scriptSeconds()) - before)) / count;
  return `${(count / SECONDS).toFixed(0)} frames a second, ${milliseconds.toFixed(2)} ms of script each`;

  async function scriptSeconds(): Promise<number> {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "ScriptDuration")?.value ?? Number.NaN;
  }
}
