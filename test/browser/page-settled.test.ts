import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addSettledWorlds } from "../../scripts/settled-worlds.mjs";
import { type Files, type OpenPage, openFiles } from "../helpers/browser.ts";
import { Workplace } from "../helpers/command-line.ts";
import { readBuilt } from "../helpers/open-page.ts";
import { exported } from "../helpers/page-downloads.ts";
import { addressOf, untilOpen } from "../helpers/run-on-show.ts";

const place = new Workplace();
const folder = mkdtempSync(join(tmpdir(), "weakties-page-"));
const open: OpenPage[] = [];
/** the built page, and the settled world of a school class beside it */
let files: Map<string, string | Uint8Array>;
let world = "";

beforeAll(async () => {
  const built = readBuilt();
  writeFileSync(join(folder, "index.html"), built.get("/") ?? "");
  expect(await addSettledWorlds(folder, ["class_of_25"])).toBe(1);
  const page = readFileSync(join(folder, "index.html"));
  files = new Map(built).set("/", page).set("/index.html", page);
  [world = ""] = readdirSync(join(folder, "settled"));
  files.set(`/settled/${world}`, readFileSync(join(folder, "settled", world)));
  await place.succeed("run", "--scenario", "class_of_25", "--settle", "--ticks", "30", "--out", "class", "--quiet");
});

afterAll(async () => {
  for (const page of open.splice(0)) await page.close();
  rmSync(folder, { recursive: true });
});

/** Opens a page with these files, and the settled run in it. Returns the page and the settled worlds that it asked for. */
async function openRun(given: Files): Promise<{ page: Page; asked: string[]; errors: readonly string[] }> {
  const other = addressOf({ scenario: "conference", isPaused: true });
  const opened = await openFiles(given, "/deep/", { viewport: { width: 1440, height: 900 } }, { address: other });
  open.push(opened);
  const { page, errors } = opened;
  await untilOpen(page);
  const asked: string[] = [];
  page.on("request", (request) => {
    const path = new URL(request.url()).pathname;
    if (path.startsWith("/deep/settled/")) asked.push(path);
  });
  const run = { name: "run.json", mimeType: "application/json", buffer: Buffer.from(place.read("class/run.json")) };
  await page.getByLabel("Open a network…").setInputFiles(run);
  return { page, asked, errors };
}

const recorded = () =>
  `The run is at tick 30, with state hash ${JSON.parse(place.read("class/run.json")).state_hash}, as recorded.`;

describe("a settled run of the command line, opened in the page,", () => {
  test("starts from the world beside the page, and ends in the same state", async () => {
    const { page, asked, errors } = await openRun(files);
    await page.getByText(recorded()).waitFor();
    expect(asked).toEqual([`/deep/settled/${world}`]);
    expect(errors).toEqual([]);
    await page.getByLabel("Seed").fill("1");
    const { files: saved, tick } = await exported(page, "All five", 5);
    expect(tick).toBe(30);
    for (const name of ["series.csv", "agents.csv", "ties.csv"])
      expect(saved.get(name)?.toString() === place.read(`class/${name}`), name).toBe(true);
  });

  test("settles in the engine, with progress, if there is no such world", async () => {
    const { page, asked } = await openRun(readBuilt());
    await page.getByText(recorded()).waitFor();
    expect(asked).toEqual([]);
  });

  test("settles in the engine if the world beside the page is damaged", async () => {
    const damaged = new Map(files).set(`/settled/${world}`, new Uint8Array(3000).fill(31));
    const { page, asked } = await openRun(damaged);
    await page.getByText(recorded()).waitFor();
    expect(asked).toEqual([`/deep/settled/${world}`]);
  });

  test("says at its start how long the world has settled", async () => {
    const { page } = await openRun(files);
    await page.getByText(recorded()).waitFor();
    await page.getByRole("button", { name: "Restart" }).click();
    await page.locator("output.tick", { hasText: "start" }).waitFor();
    await page.getByText("after 20 years", { exact: true }).waitFor();
  });
});
