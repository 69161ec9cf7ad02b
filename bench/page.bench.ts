import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Page } from "playwright-core";
import { readThreadTimes } from "./thread-times.ts";
import { report } from "./timing.ts";

/**
 * The built page in headless Chromium without a GPU while it plays ten weeks a second: CPU time by thread, which is the same on a
 * machine that also does other work, and the time until the first picture. Run `npm run build:page` first.
 */
const SECONDS = 8;
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
for (let round = 0; round < 3; round++) {
  const page = await openPage();
  firsts.push(await firstFrame(page));
  await page.close();
}
report("first frame with people in it, 800 agents, milliseconds", firsts.map((first) => first.toFixed(0)).join(" "));

for (const agents of [200, 800, 1000, 5000]) {
  const page = await openPage();
  await firstFrame(page);
  if (agents !== 800) await beginWith(page, agents);
  // The layout settles, and the code becomes warm.
  await page.waitForTimeout(6000);
  report(`${agents.toLocaleString("en-US")} agents, ${await shownTies(page)} ties shown`, await measureFrames(page));
  await page.close();
}
await browser.close();
server.close();

async function openPage(): Promise<Page> {
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
  await page.locator(".everything > summary").click();
  await page.getByRole("searchbox", { name: "Search parameters" }).fill("agents");
  const input = page.getByRole("spinbutton").first();
  await input.fill(String(agents));
  await input.press("Tab");
  await page.locator(".everything > summary").click();
  await page.getByRole("button", { name: /^Restart/ }).click();
  await page.getByText(`: ${agents.toLocaleString("en-US")} people, `).waitFor({ state: "attached", timeout: 120_000 });
}

async function shownTies(page: Page): Promise<string> {
  return /[\d,]+(?= of)/.exec(await page.locator(".legend .shown").innerText())?.[0] ?? "?";
}

/** CPU time of the threads that a person feels, for each frame and for each second. */
async function measureFrames(page: Page): Promise<string> {
  const before = await readThreadTimes(browser);
  const frames: number = await page.evaluate(`new Promise((resolve) => {
    let frames = 0;
    const began = performance.now();
    (function next(now) {
      frames++;
      if (now - began < ${1000 * SECONDS}) requestAnimationFrame(next);
      else resolve(frames);
    })(began);
  })`);
  const after = await readThreadTimes(browser);
  const spent = [...after].map(([name, time]) => ({ name, time: time - (before.get(name) ?? 0) }));
  const main = spent.find(({ name }) => name === "main")?.time ?? Number.NaN;
  const others = spent
    .filter(({ name, time }) => name !== "main" && time >= 20 * SECONDS)
    .sort((a, b) => b.time - a.time)
    .map(({ name, time }) => `${name} ${(time / SECONDS).toFixed(0)}`);
  const each = `${(main / frames).toFixed(1)} ms a frame, ${(main / SECONDS).toFixed(0)} ms a second`;
  return `main thread ${each}; ${(frames / SECONDS).toFixed(0)} frames a second; others, ms a second: ${others.join(", ")}`;
}
