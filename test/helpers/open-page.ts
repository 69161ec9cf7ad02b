import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, expect } from "vitest";
import { type Files, type OpenPage, openFiles } from "./browser.ts";

/** A static host may have the page anywhere. */
const DEEP = "/some/deep/path/";

const built = "dist/page";

let files: Files | undefined;
const open: OpenPage[] = [];

// Whatever a test looks at, the page may not throw, nor miss a file, nor write an error to its console.
afterEach(() => {
  for (const { errors } of open) expect((errors as string[]).splice(0), "errors in the page's console").toEqual([]);
});

afterAll(async () => {
  for (const page of open.splice(0)) await page.close();
});

/**
 * Opens the page as built, served under a deep path, with the world of its first picture running. It is closed when the tests
 * of the file are over; an error in its console fails the test in which it comes.
 *
 * @param options of Playwright: `viewport`, `colorScheme`, `reducedMotion`, `hasTouch` ...
 */
export async function openPage(options: BrowserContextOptions = {}): Promise<OpenPage> {
  files ??= readBuilt();
  const opened = await openFiles(files, DEEP, { viewport: { width: 1440, height: 900 }, ...options });
  open.push(opened);
  await opened.page.getByRole("button", { name: "Pause" }).waitFor();
  return opened;
}

/** All of it is read before the page is opened, so that a build meanwhile does no harm. */
function readBuilt(): Files {
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
