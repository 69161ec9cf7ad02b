import type { Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findAxeFaults } from "../helpers/axe-faults.ts";
import type { OpenPage } from "../helpers/browser.ts";
import { Workplace } from "../helpers/command-line.ts";
import { filesToCome, loadAgain, openPage } from "../helpers/open-page.ts";
import { exported } from "../helpers/page-downloads.ts";
import { type RunOnShow, showRun } from "../helpers/run-on-show.ts";

/** The columns of both ends have titles that could mean either. */
const calls = "Answered,Dialed,Calls,Hours\nAna,Bo,9,1\nBo,Cy,2,5\nCy,Di,3,3\nDi,Ana,1,2\n";
/** Ratings from −10 to 10, as in signed networks of trust. */
const signed = "7,3,4\n3,7,-8\n7,9,10\n7,5,1\n9,5,-3\n";

let open: OpenPage;
let page: Page;
const workplace = new Workplace();

/** The default scenario, as the tests compare with a command line that names none. */
const run: RunOnShow = { scenario: "default", isPaused: true };

beforeAll(async () => {
  open = await openPage({ run });
  page = open.page;
});

beforeEach(() => showRun(page, run));

// Nothing that a test leaves open may be in the way of the next one.
afterEach(async () => {
  await page.context().setOffline(false);
  await page.setViewportSize({ width: 1440, height: 900 });
  while (await dialog().isVisible()) await dialog().getByRole("button", { name: "Cancel" }).click();
});

async function give(...files: readonly (readonly [name: string, text: string])[]): Promise<void> {
  const given = files.map(([name, text]) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) }));
  await page.getByLabel("Open a network…").setInputFiles(given);
}

const dialog = () => page.getByRole("dialog", { name: "What do the columns hold?" });
const select = (name: RegExp) => dialog().getByRole("combobox", { name });

async function read(): Promise<void> {
  await dialog().getByRole("button", { name: "Read with these columns" }).click();
  await dialog().waitFor({ state: "detached" });
}

/** The tables that the page exports now are those of a command line. */
async function expectSameAs(...flags: string[]): Promise<void> {
  const { files, tick } = await exported(page, "All five", 5);
  await workplace.succeed("run", ...flags, "--ticks", String(tick), "--events", "--out", "same", "--force");
  for (const name of ["agents.csv", "ties.csv"]) expect(String(files.get(name)), name).toBe(workplace.read(`same/${name}`));
  const { network, agents } = JSON.parse(workplace.read("same/run.json"));
  const record = JSON.parse(String(files.get("run.json")));
  const beside = (reference?: { file: string }) => reference && { ...reference, file: reference.file.replace("../", "") };
  expect({ network: record.network, agents: record.agents }).toEqual({ network: beside(network), agents: beside(agents) });
}

test("columns that can't be known are asked about, and read as on the command line", async () => {
  workplace.write("calls.csv", calls);
  await give(["calls.csv", calls]);
  await dialog().getByText("neither a tie nor a header with known names").waitFor();
  await expect.poll(() => dialog().getByRole("columnheader").allTextContents()).toEqual(["Answered", "Dialed", "Calls", "Hours"]);
  await select(/^From/).selectOption("Dialed");
  await dialog().getByRole("button", { name: "Read with these columns" }).click();
  await dialog().getByRole("alert").getByText("Choose both people of a tie, or neither.").waitFor();
  await select(/^To/).selectOption("Answered");
  await select(/^Weight/).selectOption("Hours");
  const flags = "--columns=from=Dialed,to=Answered,weight=Hours";
  await dialog().getByText(`--network calls.csv ${flags}`).waitFor();
  await read();
  await page.getByText("4 people and 4 ties from calls.csv.").waitFor();
  await expectSameAs("--network", "calls.csv", flags);
});

test("signed trust is asked about, with its scale", async () => {
  workplace.write("otc.csv", signed);
  await give(["otc.csv", signed]);
  await dialog().getByText('a weight must be a number of at least 0, got "-8"').waitFor();
  await select(/^Trust how/).selectOption("Column 3");
  await select(/^Trust scale/).selectOption("Another scale …");
  await dialog()
    .getByRole("textbox", { name: /^No trust/ })
    .fill("-10");
  await dialog()
    .getByRole("textbox", { name: /^Full trust/ })
    .fill("10");
  await read();
  await page.getByText("5 trust ratings by direction, 2 of them distrust").waitFor();
  await expectSameAs("--network", "otc.csv", "--columns=trust=3", "--trust-scale=-10,10");
});

describe("a choice", () => {
  test("can be changed after the file was read, and counts after a restart", async () => {
    const people = "name,team,house\nAna,x,red\nBo,y,blue\nCy,x,blue\nDi,y,red\n";
    await give(["people.csv", people]);
    await page.getByText("4 people from people.csv.").waitFor();
    await page.getByRole("button", { name: "Choose columns…" }).click();
    await select(/^Circle/).selectOption("house");
    await read();
    await page.getByLabel("Seed", { exact: true }).fill("another");
    await page.getByRole("button", { name: /^Restart/ }).click();
    await page.getByLabel("Show as table").check();
    await page.getByRole("main").getByText("blue").first().waitFor();
    workplace.write("people.csv", people);
    await expectSameAs("--agents", "people.csv", "--circle-column", "house", "--seed", "another");
  });

  test("of a time unit makes contacts of the lines that a warning was about, until a time", async () => {
    const dated = "from,to,time\nAna,Bo,1\nBo,Cy,30\nAna,Cy,50\n";
    await give(["dated.csv", dated]);
    await page.getByText("the column time is not used").waitFor();
    await page.getByRole("button", { name: "Choose columns…" }).click();
    await select(/^Time unit/).selectOption("day");
    await read();
    await page.getByText("3 contacts over 8 ticks").waitFor();
    await page.getByRole("button", { name: "Choose columns…" }).click();
    await dialog()
      .getByRole("textbox", { name: /^Until/ })
      .fill("30");
    await dialog().getByText("--network dated.csv --time-unit=day --until=30").waitFor();
    await read();
    await page.getByText("2 contacts over 5 ticks").waitFor();
    workplace.write("dated.csv", dated);
    await expectSameAs("--network", "dated.csv", "--time-unit", "day", "--until", "30");
  });

  test("that is refused is asked about again, with what was chosen", async () => {
    await give(["calls.csv", calls]);
    await select(/^From/).selectOption("Dialed");
    await select(/^To/).selectOption("Answered");
    await select(/^Trust how/).selectOption("Calls");
    await dialog().getByRole("button", { name: "Read with these columns" }).click();
    await dialog().getByText("trust must be from 0 to 1, got 9").waitFor();
    await expect.poll(() => select(/^From/).inputValue()).toBe("1");
    await select(/^Trust scale/).selectOption("Another scale …");
    await dialog()
      .getByRole("textbox", { name: /^No trust/ })
      .fill("1");
    await dialog()
      .getByRole("textbox", { name: /^Full trust/ })
      .fill("9");
    await read();
    await page.getByText("4 trust ratings by direction").waitFor();
  });

  test("can be left: the run continues, and the question can be asked again", async () => {
    await give(["calls.csv", calls]);
    await dialog().waitFor();
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
    await page.getByRole("alert").getByText("neither a tie nor a header").waitFor();
    expect(await page.getByLabel("Scenario").inputValue()).toBe("default");
    await page.getByRole("button", { name: "Choose columns…" }).click();
    await dialog().getByRole("button", { name: "Cancel" }).click();
    await dialog().waitFor({ state: "detached" });
  });
});

test("a file that no choice can help is not asked about", async () => {
  await give(["net.graphml", "<graphml><graph/></graphml>"]);
  await page.getByRole("alert").waitFor();
  expect(await dialog().count()).toBe(0);
  expect(await page.getByRole("button", { name: "Choose columns…" }).count()).toBe(0);
});

test("the form is loaded only after the page, which works without a network from then on", async () => {
  await loadAgain(open, run);
  await expect.poll(() => filesToCome(page)).toEqual([]);
  await page.context().setOffline(true);
  await give(["calls.csv", calls]);
  await dialog().waitFor();
});

describe("axe finds no fault in the form, and nothing is wider than the window,", () => {
  test.each(["light", "dark"] as const)("%s, at 1280, 1024 and 390 pixels", async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await give(["otc.csv", signed], ["people.csv", "name,team\nAna,x\nBo,y\n"]);
    await dialog().waitFor();
    for (const width of [1280, 1024, 390]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await findAxeFaults(page, "dialog"), `${width} pixels`).toEqual([]);
      const overflow = await dialog().evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(overflow, `${width} pixels`).toBe(0);
    }
  });
});
