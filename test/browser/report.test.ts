import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reportHtml } from "../../report/report-html.ts";
import { type OpenPage, openFiles } from "../helpers/browser.ts";
import { reportSamples, type SampleName } from "../helpers/report-samples.ts";

const names = Object.keys(reportSamples) as SampleName[];

const pages = new Map<SampleName, Promise<OpenPage>>();

afterAll(async () => {
  for (const opened of pages.values()) await (await opened).close();
});

/** Opens each report once, for all tests, in light colors and a wide window. */
async function openReport(name: SampleName): Promise<OpenPage> {
  const opened = pages.get(name) ?? openNew(name);
  pages.set(name, opened);
  const { page } = await opened;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: "light", media: "screen" });
  return opened;
}

async function openNew(name: SampleName): Promise<OpenPage> {
  return openFiles(new Map([["/", await reportHtml(reportSamples[name]())]]), "/");
}

async function setFolded({ page }: OpenPage, isOpen: boolean): Promise<void> {
  await page.evaluate((open) => {
    for (const folded of document.querySelectorAll("details")) folded.open = open;
  }, isOpen);
}

/** The faults that axe finds, one line each, with their place. */
async function faults({ page }: OpenPage): Promise<string[]> {
  // In its legacy mode, axe doesn't open a second page for each check.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

describe.each(names)("the report of %s, opened in Chromium", (name) => {
  let opened: OpenPage;
  beforeAll(async () => {
    opened = await openReport(name);
  });

  test("shows its plots, each with a size and visible marks", async () => {
    const plots = await opened.page.locator("figure svg.plot").evaluateAll((found) =>
      found.map((plot) => {
        const { width, height } = plot.getBoundingClientRect();
        const marks = [...plot.querySelectorAll("path, rect, circle, line")].filter((mark) => {
          const box = mark.getBoundingClientRect();
          return box.width + box.height > 2;
        });
        return { width, height, marks: marks.length };
      }),
    );
    expect(plots.length).toBeGreaterThan(0);
    expect(plots.filter(({ width, height, marks }) => width < 250 || height < 80 || marks < 6)).toEqual([]);
  });

  test("requests nothing from the network and logs no errors", async () => {
    const { page, url, errors } = opened;
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.reload({ waitUntil: "load" });
    expect(asked.filter((request) => request !== url && !request.startsWith("data:"))).toEqual([]);
    expect(errors).toEqual([]);
  });

  test.each([1440, 1024, 390])("is not wider than a window of %i pixels", async (width) => {
    const { page } = opened;
    await page.setViewportSize({ width, height: 900 });
    await setFolded(opened, true);
    const over = await page.evaluate(() => {
      // Content of a scrolling frame can be wider.
      const parts = [...document.querySelectorAll("body *:not(svg *, .scroll *)")];
      const outside = parts.filter((part) => part.getBoundingClientRect().right > innerWidth + 0.5);
      return {
        page: document.documentElement.scrollWidth - innerWidth,
        outside: outside.map((part) => part.outerHTML.slice(0, 80)),
      };
    });
    expect(over).toEqual({ page: expect.any(Number), outside: [] });
    expect(over.page).toBeLessThanOrEqual(0);
  });
});

// Axe checks one report for each kind of figure, and one in dark colors.
describe("axe, with all sections open,", () => {
  test.each(["never", "twoFactors", "morris"] as const)("finds no fault in the report of %s", async (name) => {
    const opened = await openReport(name);
    await setFolded(opened, true);
    expect(await faults(opened)).toEqual([]);
  });

  test("finds no fault in dark colors on a phone, where tables scroll", async () => {
    const opened = await openReport("failures");
    await opened.page.setViewportSize({ width: 390, height: 900 });
    await opened.page.emulateMedia({ colorScheme: "dark" });
    await setFolded(opened, true);
    expect(await faults(opened)).toEqual([]);
  });
});

test("a printed report has light colors and open sections, even if the screen is dark", async () => {
  const opened = await openReport("armsOnly");
  await setFolded(opened, false);
  const { page } = opened;
  const looks = () =>
    page.evaluate(() => ({
      paper: getComputedStyle(document.body).backgroundColor,
      isUnfolded: document.querySelector("details table")?.checkVisibility({ contentVisibilityAuto: true }),
    }));
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await looks()).toEqual({ paper: "rgb(21, 23, 26)", isUnfolded: false });
  await page.emulateMedia({ colorScheme: "dark", media: "print" });
  expect(await looks()).toEqual({ paper: "rgb(255, 255, 255)", isUnfolded: true });
});
