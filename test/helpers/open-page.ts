import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { type Files, type OpenPage, openFiles } from "./browser.ts";
import { watchWorkers } from "./engine-of-page.ts";
import { addressOf, type RunOnShow, untilOpen } from "./run-on-show.ts";

/** A static host may serve the page from any folder. */
const DEEP = "/some/deep/path/";

const built = "dist/page";

let files: Files | undefined;
const open: OpenPage[] = [];

/** Fails if a page has thrown, missed a file or logged an error. */
export function expectNoErrors(): void {
  for (const { errors } of open) expect((errors as string[]).splice(0), "errors in the page's console").toEqual([]);
}

export async function closePages(): Promise<void> {
  for (const page of open.splice(0)) await page.close();
}

/** How a page is opened, with the options of Playwright: `viewport`, `colorScheme`, `hasTouch` ... */
export interface PageOptions extends BrowserContextOptions {
  /** What it shows at first; by default the default scenario, playing. A small world takes much less time. */
  readonly run?: RunOnShow;
  /** whether the test asks the workers of the page */
  readonly isWatched?: boolean;
}

/**
 * Opens the built page, served from a deep path, and waits until its run is there. It closes after the last test of the file. An error
 * in its console fails the test during which it occurs. There is less motion if `reducedMotion` isn't given, because a layout in motion
 * is most of what a page costs. A page that plays takes a whole core, so a test pauses it when it needs no more weeks.
 */
export async function openPage({ run, isWatched = false, ...options }: PageOptions = {}): Promise<OpenPage> {
  files ??= readBuilt();
  const opened = await openFiles(
    files,
    DEEP,
    { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...options },
    { address: run && addressOf(run), prepare: isWatched ? watchWorkers : undefined },
  );
  open.push(opened);
  if (run === undefined) await opened.page.getByRole("button", { name: "Pause" }).waitFor();
  else await untilOpen(opened.page);
  return opened;
}

/** Loads a page again, with this run. */
export async function loadAgain({ page, url }: OpenPage, run: RunOnShow): Promise<void> {
  await page.goto("about:blank");
  await page.goto(url + addressOf(run));
  await untilOpen(page);
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
