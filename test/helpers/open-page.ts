import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, expect } from "vitest";
import { type Files, type OpenPage, openFiles } from "./browser.ts";

/** A static host may serve the page from any folder. */
const DEEP = "/some/deep/path/";

const built = "dist/page";

let files: Files | undefined;
const open: OpenPage[] = [];

// In every test, the page must not throw, miss a file or log an error.
afterEach(() => {
  for (const { errors } of open) expect((errors as string[]).splice(0), "errors in the page's console").toEqual([]);
});

afterAll(async () => {
  for (const page of open.splice(0)) await page.close();
});

/**
 * Opens the built page, served from a deep path, and waits until it plays. It closes after the last test of the file. An error in
 * its console fails the test during which it occurs.
 *
 * @param options of Playwright: `viewport`, `colorScheme`, `hasTouch` ...; with less motion if `reducedMotion` isn't given, because a
 * layout in motion is most of what a page costs
 */
export async function openPage(options: BrowserContextOptions = {}): Promise<OpenPage> {
  files ??= readBuilt();
  const opened = await openFiles(files, DEEP, { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...options });
  open.push(opened);
  await opened.page.getByRole("button", { name: "Pause" }).waitFor();
  return opened;
}

/** Scripts and styles that a page and its workers still have to fetch. After the last one, they need no network. */
export async function filesToCome(page: Page): Promise<string[]> {
  const listFetched = () => performance.getEntriesByType("resource").map(({ name }) => name);
  const byWorkers = page.workers().map((worker) => worker.evaluate(listFetched));
  const fetched = (await Promise.all([page.evaluate(listFetched), ...byWorkers])).flat();
  return [...(files?.keys() ?? [])].filter(
    (name) => /\.(js|css)$/.test(name) && !fetched.some((address) => address.endsWith(name)),
  );
}

/** Reads everything before the page opens, so that a build at the same time does no harm. */
export function readBuilt(): Map<string, Uint8Array> {
  const read = new Map<string, Uint8Array>();
  for (const entry of readdirSync(built, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    read.set(path.slice(built.length).replaceAll("\\", "/"), readFileSync(path));
  }
  const page = read.get("/index.html");
  if (page === undefined) throw new Error("there is no built page in dist/page: `npm run build:page` builds it");
  return read.set("/", page);
}
