import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { OpenPage } from "../helpers/browser.ts";
import { Workplace } from "../helpers/command-line.ts";
import { dropFiles } from "../helpers/drop-files.ts";
import { filesToCome, openPage } from "../helpers/open-page.ts";
import { exported, type Saved, savedBy } from "../helpers/page-downloads.ts";
import { chooseScenario, hashOf, tickOf } from "../helpers/page-parts.ts";

const tables = ["series.csv", "agents.csv", "ties.csv", "events.csv"];
const karate = readFileSync("test/formats/samples/karate.csv", "utf8");

let open: OpenPage;
let page: Page;
const workplace = new Workplace();

beforeEach(async () => {
  open = await openPage();
  page = open.page;
});

afterEach(() => open.close());

/** Plays until a year and pauses. */
async function playUntil(year: number): Promise<void> {
  await page.getByLabel("Speed").selectOption("Infinity");
  await page.locator("output.tick", { hasText: new RegExp(`^year ([${year}-9]|\\d\\d)`) }).waitFor();
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("button", { name: "Play" }).waitFor();
}

/** A run.json without its last key, which says what made the run: only that differs from machine to machine. Other files stay. */
function withoutMaker(text: string): string {
  return text.replace(/,\n {2}"made_by": \{[^}]*\}\n\}\n$/, "\n}\n");
}

/** Compares files that the page saved with those that the command line wrote to a folder. */
function expectSame(files: Saved, folder: string, names: readonly string[]): void {
  for (const name of names) {
    const own = withoutMaker(files.get(name)?.toString() ?? "");
    expect(own.length, name).toBeGreaterThan(0);
    expect(
      own === withoutMaker(workplace.read(`${folder}/${name}`)),
      `${name} is the same on the page and on the command line`,
    ).toBe(true);
  }
}

async function choose(name: string, text: string): Promise<void> {
  await page.getByLabel("Open a network…").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
}

describe("exported files are byte-for-byte what the command line writes", () => {
  test("all five files of an untouched run", async () => {
    await chooseScenario(page, "conference");
    await playUntil(2);
    const { files, tick, names } = await exported(page, "All five", 5);
    await workplace.succeed("run", "--scenario", "conference", "--ticks", String(tick), "--events", "--out", "watched");
    expectSame(files, "watched", [...tables, "run.json"]);
    expect(names[0]).toBe(`weakties-conference-1973-tick${tick}-agents.csv`);
  });

  test("each file alone, without the events", async () => {
    await chooseScenario(page, "conference");
    await page.getByRole("button", { name: "Pause" }).click();
    const names = ["series.csv", "agents.csv", "ties.csv", "run.json"];
    for (const name of names) {
      const { files, tick } = await exported(page, name, 1);
      if (name === names[0]) await workplace.succeed("run", "--scenario", "conference", "--ticks", String(tick), "--out", "alone");
      expectSame(files, "alone", [name]);
    }
  });

  test("a scenario with interventions, another seed, a changed start parameter and moved sliders, repeated from run.json", async () => {
    await page.getByLabel("Scenario").selectOption("everyone_keeps_promises");
    await page.getByLabel("Seed", { exact: true }).fill("né à Paris, 1973");
    await page.locator(".everything > summary").click();
    await page.getByRole("searchbox").fill("agents");
    await page.getByRole("spinbutton", { name: /^Agents/ }).fill("200");
    await page.keyboard.press("Tab");
    await page.getByRole("searchbox").fill("ties within");
    await page.getByLabel(/Ties within/i).focus();
    await page.keyboard.press("ArrowLeft");
    await page.getByRole("button", { name: /^Restart/ }).click();
    await playUntil(2);
    const slider = page.getByLabel("Do what you say", { exact: true });
    await page.getByRole("button", { name: "Play" }).click();
    for (let k = 0; k < 12; k++) await slider.press("ArrowLeft");
    await page.getByLabel("Give generously", { exact: true }).press("End");
    await page.getByText("Give generously: 55% → 100%").waitFor(); // once the keys have rested
    await playUntil(4);
    const { files } = await exported(page, "All five", 5);
    const record = JSON.parse(String(files.get("run.json")));
    expect(record.scenario).toBe("everyone_keeps_promises");
    // The scenario sets the trait for everyone, and so does the slider after that.
    expect(record.interventions.filter((one: object) => "set_traits" in one).length).toBeGreaterThan(1);
    expect(record.interventions.filter((one: object) => "set" in one).length).toBeGreaterThan(0);
    workplace.write("moved.json", files.get("run.json") as Buffer);
    const { stderr } = await workplace.succeed("run", "--config", "moved.json", "--out", "moved");
    expect(stderr).not.toContain("differs from its record");
    expectSame(files, "moved", [...tables, "run.json"]);
  });

  test("a dropped network, which run.json names with its SHA-256", async () => {
    await dropFiles(page, [{ name: "karate.csv", text: karate }]);
    await page.getByText("34 people and 78 ties from karate.csv.").waitFor();
    await playUntil(2);
    const { files, tick, names } = await exported(page, "All five", 5);
    expect(names[0]).toContain("weakties-karate.csv-1973-");
    workplace.write("karate.csv", karate);
    await workplace.succeed("run", "--network", "karate.csv", "--ticks", String(tick), "--events", "--out", "karate");
    expectSame(files, "karate", tables);
    // The page does not know the folder of a file, so its record names a file in the same folder.
    const record = JSON.parse(String(files.get("run.json")));
    const onTheCommandLine = JSON.parse(workplace.read("karate/run.json"));
    expect(onTheCommandLine.network.file).toBe("../karate.csv");
    const made_by = { build: onTheCommandLine.made_by.build, platform: "browser" };
    expect({ ...record, network: { ...record.network, file: "../karate.csv" } }).toEqual({ ...onTheCommandLine, made_by });
    workplace.write("beside.json", files.get("run.json") as Buffer);
    await workplace.succeed("run", "--config", "beside.json", "--out", "beside");
    expectSame(files, "beside", tables);
  });

  test("a network restarted with another seed, which changes its circles", async () => {
    // The communities of a ring depend on the seed.
    const ring = `from,to\n${Array.from({ length: 60 }, (_, k) => `p${k},p${(k + 1) % 60}\n`).join("")}`;
    await choose("ring.csv", ring);
    await page.getByText("60 people and 60 ties from ring.csv.").waitFor();
    await page.getByLabel("Seed", { exact: true }).fill("another");
    await page.getByRole("button", { name: /^Restart/ }).click();
    await playUntil(1);
    const { files, tick } = await exported(page, "agents.csv", 1);
    workplace.write("ring.csv", ring);
    await workplace.succeed("run", "--network", "ring.csv", "--seed", "another", "--ticks", String(tick), "--out", "another");
    expectSame(files, "another", ["agents.csv"]);
  });
});

test("the network for other programs is what `weakties export` writes, also of a run that was changed by hand", async () => {
  await chooseScenario(page, "conference");
  await page.getByLabel("Give generously", { exact: true }).press("End");
  await playUntil(3);
  const record = await exported(page, "run.json", 1);
  workplace.write("changed.json", record.files.get("run.json") as Buffer);
  await workplace.succeed("run", "--config", "changed.json", "--out", "changed");
  for (const [name, form] of [
    ["GEXF", "gexf"],
    ["GraphML", "graphml"],
  ]) {
    const { files, tick } = await exported(page, name, 1);
    expect(tick).toBe(record.tick);
    await workplace.succeed("export", "changed", "--to", form);
    expectSame(files, `changed-${form}`, [`network.${form}`]);
  }
});

describe("the picture of the network", () => {
  /** Saves the picture while the run plays. */
  async function savePicture(form: "PNG" | "SVG"): Promise<{ name: string; picture: Buffer }> {
    const [[name, picture]] = [
      ...(await savedBy(page, 1, async () => {
        await page.getByRole("button", { name: "Export", exact: true }).click();
        await page.getByRole("region", { name: "Export" }).getByRole("button", { name: form, exact: true }).click();
      })),
    ];
    await page.keyboard.press("Escape");
    return { name, picture };
  }

  /** The state hash of the page at the tick that a file name gives. */
  async function hashOfPage(name: string): Promise<string> {
    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByRole("button", { name: "Play" }).waitFor();
    const tick = Number(/-tick(\d+)-/.exec(name)?.[1]);
    await page.getByRole("slider", { name: "Week on show" }).focus();
    for (let shown = await tickOf(page); shown > tick; shown--) {
      await page.keyboard.press("ArrowLeft");
      await expect.poll(() => tickOf(page)).toBe(shown - 1);
    }
    expect(await tickOf(page)).toBe(tick);
    return hashOf(page);
  }

  test("is a PNG that prints well, with legend and run below it, and the page's state hash in it", async () => {
    await chooseScenario(page, "conference");
    const { name, picture } = await savePicture("PNG");
    expect(name).toMatch(/^weakties-conference-1973-tick\d+-network\.png$/);
    expect(picture.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
    expect(picture.readUInt32BE(16)).toBeGreaterThanOrEqual(2400); // 20 cm at 300 dots an inch
    const [, said] = /Description\0{5}(.*?)(?=.{4}iTXt)/s.exec(picture.toString("latin1")) ?? [];
    expect(said).toContain("seed 1973");
    expect(said).toContain(`state hash ${await hashOfPage(name)}`);
    // Of the last tenth of the picture, which is below the network, more than 2 in 100 pixels are letters.
    const inked = await page.evaluate(async (base64) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))]));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d") as OffscreenCanvasRenderingContext2D;
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, bitmap.height * 0.9, bitmap.width / 2, bitmap.height * 0.1);
      let dark = 0;
      for (let at = 0; at < data.length; at += 4) dark += +((data[at] as number) < 128);
      return dark / (data.length / 4);
    }, picture.toString("base64"));
    expect(inked).toBeGreaterThan(0.02);
  });

  test("is an SVG of lines, circles and text, with the page's state hash", async () => {
    await dropFiles(page, [{ name: "few.csv", text: 'from,to\n"<b onload=""x"">&Ann",Bo\nBo,Chi\n' }]);
    await page.getByText("3 people and 2 ties from few.csv.").waitFor();
    const { name, picture } = await savePicture("SVG");
    expect(name).toMatch(/^weakties-few\.csv-1973-tick\d+-network\.svg$/);
    const parsed = await page.evaluate((text) => {
      const svg = new DOMParser().parseFromString(text, "image/svg+xml");
      const count = (selector: string) => svg.querySelectorAll(selector).length;
      const texts = [...svg.querySelectorAll("text")].map(({ textContent }) => textContent);
      const said = svg.querySelector("desc")?.textContent ?? "";
      return { faults: count("parsererror"), foreign: count("b, script, [onload]"), people: count("#people circle"), texts, said };
    }, String(picture));
    expect(parsed).toMatchObject({ faults: 0, foreign: 0, people: 6 }); // each with a rim
    expect(parsed.texts).toEqual(
      expect.arrayContaining(['<b onload="x">&Ann', "Bo", "Chi", "few.csv", "weak", "strong", "seed 1973"]),
    );
    const hash = await hashOfPage(name);
    expect(parsed.texts).toContain(`state hash ${hash}`);
    expect(parsed.said).toContain(hash);
  });
});

test("an export can be canceled, and the next one succeeds", async () => {
  await chooseScenario(page, "conference");
  await playUntil(9);
  let downloads = 0;
  page.on("download", () => downloads++);
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("button", { name: "events.csv" }).click();
  await page.getByText(/year \d+ of \d+/).waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByText(/year \d+ of \d+/).waitFor({ state: "hidden" });
  expect(await page.getByRole("alert").count()).toBe(0);
  await page.keyboard.press("Escape");
  expect(downloads).toBe(0);
  const { files } = await exported(page, "run.json", 1);
  expect(JSON.parse(String(files.get("run.json"))).program).toBe("weakties");
});

test("once the page has been idle, it exports and opens files without a network", async () => {
  await expect.poll(() => filesToCome(page)).toEqual([]);
  await page.context().setOffline(true);
  await choose("karate.csv", karate);
  await page.getByText("34 people and 78 ties from karate.csv.").waitFor();
  await page.getByRole("button", { name: "Pause" }).click();
  const { files } = await exported(page, "ties.csv", 1);
  expect(String(files.get("ties.csv")).split("\n").length).toBeGreaterThan(78);
});

describe("files that are opened", () => {
  test("a network and a list of people together; names with markup stay text", async () => {
    const evil = '<img src=x onerror="document.title=1">';
    const ties = `from,to\n"${evil.replaceAll('"', '""')}",Bo\nBo,Chi\n`;
    const people = `name,circle,follow_through\nBo,"<b>Club</b>",0.5\nDee,"<b>Club</b>",1\n`;
    await dropFiles(page, [
      { name: "<i>people</i>.csv", text: people },
      { name: "ties.csv", text: ties },
    ]);
    await page.getByText("4 people and 2 ties from ties.csv and <i>people</i>.csv.").waitFor();
    await page.getByLabel("Show as table").check();
    await page.getByRole("main").getByText(evil).first().waitFor();
    await page.getByRole("main").getByText("<b>Club</b>").first().waitFor();
    expect(await page.locator("main img, main b, header i").count()).toBe(0);
    expect(await page.title()).toBe("Weak Ties");
  });

  test("one line says what was found in a network", async () => {
    await choose("friends.csv", "from,to\nAnn,Bo\nBo,Ann\nAnn,Ann\n");
    await page.getByText(/friends\.csv: 2 agents, 1 tie, .*1 self-loop/).waitFor();
  });
});
