import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { readLink } from "../../formats/link/read-link.ts";
import { createRun, mergeParameters, scenarios, stateHash, VERSION } from "../../sim/index.ts";
import { type OpenPage, openFiles } from "../helpers/browser.ts";
import { Workplace } from "../helpers/command-line.ts";
import { linkOf } from "../helpers/make-link.ts";
import { loadAgain, openPage, readBuilt } from "../helpers/open-page.ts";
import { chooseScenario, hashOf, partsOf, tickOf, untilTick } from "../helpers/page-parts.ts";
import type { RunOnShow } from "../helpers/run-on-show.ts";

const { parameters: classOf25 } = mergeParameters([{ place: "", values: scenarios.class_of_25.parameters }]);

const place = new Workplace();
const karate = readFileSync("test/formats/samples/karate.csv", "utf8");

const run: RunOnShow = { scenario: "class_of_25", tick: 5 };

let open: OpenPage;
let page: Page;

// One page for all: each test loads it again.
beforeAll(async () => {
  open = await openPage({ run });
  page = open.page;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
});

/** Presses the button and returns the link that is then in the clipboard. */
async function copyLink(): Promise<string> {
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByText("Link copied.").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(await page.getByLabel("Link", { exact: true }).inputValue()).toBe(link);
  expect(await page.getByLabel("Command", { exact: true }).inputValue()).toBe(`weakties run --link "${link}"`);
  await page.keyboard.press("Escape");
  return link;
}

/** Waits until the address names the tick on show, and returns it. */
async function addressAt(ticks: number): Promise<string> {
  await expect.poll(() => ticksIn(page.url()), { timeout: 30_000 }).toBe(ticks);
  return page.url();
}

function ticksIn(url: string): number | undefined {
  return url.includes("run=") ? readLink(url).ticks : undefined;
}

/** A small world, changed by hand with the keyboard, and paused. */
async function changeWorld(): Promise<{ tick: number; hash: string }> {
  await loadAgain(open, run);
  await partsOf(page).slider("Be real").press("Home");
  await page.getByText("Be real: 55% → 0%").waitFor();
  await untilTick(page, (await tickOf(page)) + 5);
  await partsOf(page).pause.press("Enter");
  await partsOf(page).play.waitFor();
  return { tick: await tickOf(page), hash: await hashOf(page) };
}

describe("the link is the run", () => {
  test("page → command line → page, with one state hash", async () => {
    const { tick, hash } = await changeWorld();
    const link = await copyLink();
    const { stderr } = await place.succeed("run", "--link", link, "--out", "linked");
    expect(stderr).toBe(`the link: the same run, with state hash ${hash} as in the link\n`);
    expect(JSON.parse(place.read("linked/run.json"))).toMatchObject({ ticks: tick, state_hash: hash, scenario: "class_of_25" });
    const { stdout } = await place.succeed("link", "linked", "--page", open.url);
    await page.goto("about:blank");
    await page.goto(stdout.trim());
    await page.getByText(`This is the same run as in the link: state hash ${hash}.`).waitFor();
    expect([await tickOf(page), await hashOf(page)]).toEqual([tick, hash]);
  });

  test("reload keeps the world, the view and whether it plays", async () => {
    const { tick, hash } = await changeWorld();
    await partsOf(page).find.fill("7");
    await page.keyboard.press("Enter");
    await partsOf(page).ties.selectOption("weak");
    await page.getByLabel("Color").selectOption("reach");
    await partsOf(page).choose("Strong ties");
    await addressAt(tick);
    await expect.poll(() => readLink(page.url()).view).toEqual({ agent: 7, color: "reach", ties: "weak", chart: "Strong ties" });
    await page.reload();
    await partsOf(page).play.waitFor();
    await expect.poll(() => tickOf(page)).toBe(tick);
    expect(await hashOf(page)).toBe(hash);
    expect([await partsOf(page).scenario.inputValue(), await partsOf(page).ties.inputValue()]).toEqual(["class_of_25", "weak"]);
    expect(await page.getByLabel("Color").inputValue()).toBe("reach");
    await partsOf(page).chart("Strong ties").waitFor();
    await partsOf(page).inspector.getByRole("heading", { name: /7/ }).first().waitFor();
    await partsOf(page).play.click();
    await untilTick(page, tick + 30);
    await expect.poll(() => page.evaluate(() => history.state?.isPlaying)).toBe(true);
    await page.reload();
    await partsOf(page).pause.waitFor();
    expect(await partsOf(page).scenario.inputValue()).toBe("class_of_25");
  });

  test("Back returns to the run before, and forward to the one after", async () => {
    const { tick, hash } = await changeWorld();
    await addressAt(tick);
    await chooseScenario(page, "conference");
    await expect.poll(() => readLink(page.url()).scenario).toBe("conference");
    await page.goBack();
    await expect.poll(() => partsOf(page).scenario.inputValue()).toBe("class_of_25");
    await expect.poll(() => tickOf(page)).toBe(tick);
    expect(await hashOf(page)).toBe(hash);
    await page.goForward();
    await expect.poll(() => partsOf(page).scenario.inputValue()).toBe("conference");
  });
});

describe("a link from elsewhere", () => {
  test("opens when it is typed into the address, with a way back", async () => {
    const { tick } = await changeWorld();
    await addressAt(tick);
    const link = linkOf({ scenario: "conference", seed: "9", ticks: 12 });
    await page.evaluate((address) => {
      location.hash = address;
    }, link);
    await page.getByText(/^The run of the link, with state hash [\da-f]{16}\./).waitFor();
    expect([await tickOf(page), await partsOf(page).seed.inputValue()]).toEqual([12, "9"]);
    await partsOf(page).button("Back to the previous run").click();
    await expect.poll(() => partsOf(page).scenario.inputValue()).toBe("class_of_25");
    await expect.poll(() => tickOf(page)).toBe(tick);
  });

  test("that needs a network asks for that very file", async () => {
    place.write("karate.csv", karate);
    await place.succeed("run", "--network", "karate.csv", "--ticks", "20", "--out", "karate", "--quiet");
    const { state_hash: hash } = JSON.parse(place.read("karate/run.json"));
    const { stdout } = await place.succeed("link", "karate", "--page", open.url);
    const choose = async (text: string): Promise<void> => {
      await page.goto("about:blank");
      await page.goto(stdout.trim());
      await page.getByText(/^This link needs your file karate\.csv, with SHA-256 [\da-f]{64}\.$/).waitFor();
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        page.getByRole("button", { name: "Choose the file…" }).press("Enter"),
      ]);
      await chooser.setFiles({ name: "renamed.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    };
    await choose(`${karate}${karate.trimEnd().split("\n").at(-1)}\n`);
    await page.getByText(/^renamed\.csv: is not the file of the link: SHA-256/).waitFor();
    await choose(karate);
    await page.getByText(`This is the same run as in the link: state hash ${hash}.`).waitFor();
    expect(await tickOf(page)).toBe(20);
  });
});

describe("a link of another version", () => {
  /** The site, with a kept build: this one under another version. */
  function siteWith(version: string): Map<string, string | Uint8Array> {
    const files = new Map<string, string | Uint8Array>(readBuilt());
    for (const [path, content] of [...files])
      files.set(
        `/v/${version}${path}`,
        path.endsWith(".js") ? Buffer.from(content).toString().replaceAll(VERSION, version) : content,
      );
    return files.set("/versions.json", JSON.stringify({ latest: VERSION, versions: [version, VERSION] }));
  }

  test("opens in the kept build of that version, where it is the same run", async () => {
    const hash = stateHash(createRun({ parameters: classOf25, seed: "1" }));
    const link = linkOf({ scenario: "class_of_25", seed: "1", ticks: 0, state_hash: hash }, "0.0.9");
    const site = await openFiles(siteWith("0.0.9"), "/deep/site/", {}, { address: `#${link}` });
    await site.page.getByText(`This is the same run as in the link: state hash ${hash}.`).waitFor();
    expect(site.page.url()).toMatch(/\/deep\/site\/v\/0\.0\.9\/#v=0\.0\.9&run=/);
    expect(site.errors).toEqual([]);
    await site.close();
  });

  test("opens here if no build of it is kept, and says with both hashes what may differ", async () => {
    const link = linkOf({ scenario: "class_of_25", seed: "1", ticks: 3, state_hash: "0".repeat(16) }, "0.0.8");
    const site = await openFiles(siteWith("0.0.9"), "/", {}, { address: `#${link}` });
    await site.page.getByText(/^This is not the run of the link: state hash [\da-f]{16}, in the link 0{16}\.$/).waitFor();
    await site.page.getByText(`weakties 0.0.8 made the link, this is ${VERSION}, and no build of 0.0.8 is kept here`).waitFor();
    await site.close();
  });
});

describe("a bad link leaves the run on show alone", () => {
  const small = { scenario: "class_of_25", seed: "1", ticks: 3 };

  test.each([
    ["cut", linkOf(small).slice(0, -4), /^the link (is cut or damaged|has been cut or edited): copy the whole link again$/],
    ["edited", linkOf({ ...small, sede: 1 }), /^the link: unknown key "sede"/],
    ["of another format", "v=9.0.0&run=7.AAAA", /^the link is in format 7, and this program reads format 1/],
    [
      "with an impossible intervention",
      linkOf({ ...small, interventions: [{ tick: 2, remove: 99 }] }),
      /^the link: interventions\[0\]/,
    ],
  ])("that is %s", async (_, link, message) => {
    const { tick, hash } = await changeWorld();
    await page.evaluate((address) => {
      location.hash = address;
    }, link);
    await page.getByRole("alert").getByText(message).waitFor();
    expect([await tickOf(page), await hashOf(page)]).toEqual([tick, hash]);
    await page.goto("about:blank");
    await page.goto(`${open.url}#${link}`);
    await page.getByRole("alert").getByText(message).waitFor();
    await partsOf(page).pause.waitFor(); // the usual first run
  });

  test("that names a state hash which is not the run's", async () => {
    await page.goto("about:blank");
    await page.goto(`${open.url}#${linkOf({ ...small, state_hash: "0".repeat(16) })}`);
    await page.getByText(/^This is not the run of the link: state hash [\da-f]{16}, in the link 0{16}\.$/).waitFor();
  });

  test("that asks for a run of many minutes is opened only on request", async () => {
    await page.goto("about:blank");
    await page.goto(`${open.url}#${linkOf({ seed: "1", ticks: 520, parameters: { agents: 1_000_000 } })}`);
    await page.getByText("This link asks for a large run: 1,000,000 people over 520 weeks. It may take many minutes.").waitFor();
    await partsOf(page).pause.waitFor();
    await partsOf(page).button("Close").click();
    await untilTick(page, 3);
  });
});
