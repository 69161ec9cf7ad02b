import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";

/** Saved files: contents by name. */
export type Saved = ReadonlyMap<string, Buffer>;

/** Collects this many files that the browser saves during `act`. */
export async function savedBy(page: Page, count: number, act: () => Promise<void>): Promise<Saved> {
  const saved = new Map<string, Buffer>();
  const folder = mkdtempSync(join(tmpdir(), "weakties-downloads-"));
  const all = new Promise<void>((resolve, reject) => {
    page.on("download", async (download) => {
      try {
        const name = download.suggestedFilename();
        // Chromium belongs to another process, which has the file until it is saved.
        await download.saveAs(join(folder, name));
        saved.set(name, readFileSync(join(folder, name)));
      } catch (error) {
        reject(error);
      }
      if (saved.size === count) resolve();
    });
  });
  try {
    await act();
    await all;
  } finally {
    page.removeAllListeners("download");
    rmSync(folder, { recursive: true, force: true });
  }
  return saved;
}

/** Clicks a button of the export menu; returns the saved files by their plain names (`series.csv`), and their tick. */
export async function exported(
  page: Page,
  button: string,
  count: number,
): Promise<{ files: Saved; tick: number; names: string[] }> {
  const saved = await savedBy(page, count, async () => {
    await page.getByRole("button", { name: "Export", exact: true }).click();
    await page.getByRole("button", { name: button, exact: true }).click();
  });
  await page.keyboard.press("Escape");
  const names = [...saved.keys()].sort();
  const ticks = new Set(names.map((name) => Number(/-tick(\d+)-/.exec(name)?.[1])));
  if (ticks.size !== 1) throw new Error(`files of several ticks: ${names.join(", ")}`);
  const files = new Map([...saved].map(([name, content]) => [name.slice(name.lastIndexOf("-") + 1), content]));
  return { files, tick: [...ticks][0], names };
}
