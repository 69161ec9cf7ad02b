import { beforeAll, describe, expect, test } from "vitest";
import type { OpenPage } from "../helpers/browser.ts";
import { Workplace } from "../helpers/command-line.ts";
import { openPage } from "../helpers/open-page.ts";
import { savedBy } from "../helpers/page-downloads.ts";
import { hashOf, partsOf } from "../helpers/page-parts.ts";

const TICK = 60;

const workplace = new Workplace();

let open: OpenPage;

beforeAll(async () => {
  const permissions = ["clipboard-read", "clipboard-write"];
  open = await openPage({ run: { scenario: "conference", tick: TICK, isPaused: true }, permissions });
  const length = ["--scenario", "conference", "--ticks", String(TICK)];
  await workplace.succeed("run", ...length, "--every", "1", "--out", "run");
});

const buttonsOf = (title: string) => open.page.getByRole("group", { name: `Save the chart ${title}` });

/** What a chart copies, by column. */
async function copied(title: string): Promise<Map<string, string[]>> {
  await buttonsOf(title).getByRole("button", { name: "Copy data" }).click();
  await open.page.getByText(`Copied the data of “${title}”`).waitFor();
  return columnsOf(await open.page.evaluate(() => navigator.clipboard.readText()), "\t");
}

function columnsOf(table: string, delimiter: string): Map<string, string[]> {
  const [header = [], ...rows] = table
    .trimEnd()
    .split("\n")
    .map((line) => line.split(delimiter));
  return new Map(header.map((name, k) => [name, rows.map((row) => row[k] ?? "")]));
}

describe("copied data is what the command line writes", () => {
  test.each([
    ["Trust", ["tick", "mean_trust_score"]],
    ["Weak ties that became strong", ["tick", "conversion_52", "conversion_156"]],
    ["Reach", ["tick", "reach"]],
  ])("%s, week by week", async (title, names) => {
    await partsOf(open.page).choose(title);
    const columns = await copied(title);
    const written = columnsOf(workplace.read("run/series.csv"), ",");
    expect([...columns.keys()]).toEqual(names);
    expect(columns.get("tick")).toHaveLength(TICK + 1);
    for (const name of names) expect(columns.get(name), name).toEqual(written.get(name));
  });

  test("the histogram of tie strength, counted again from ties.csv", async () => {
    const columns = await copied("Tie strength");
    const ties = columnsOf(workplace.read("run/ties.csv"), ",");
    const counts = new Array(25).fill(0);
    for (const [k, strength] of (ties.get("strength") ?? []).entries())
      if (Number(ties.get("from")?.[k]) < Number(ties.get("to")?.[k]))
        counts[Math.min(24, Math.floor(Math.fround(Number(strength)) * 25))]++;
    expect(columns.get("ties")?.map(Number)).toEqual(counts);
  });
});

test("a chart is saved as SVG with its legend, sentence, seed and the page's state hash", async () => {
  const { page } = open;
  await partsOf(page).choose("Bridges");
  const [[name, file]] = [...(await savedBy(page, 1, () => buttonsOf("Bridges").getByRole("button", { name: "SVG" }).click()))];
  expect(name).toBe(`weakties-conference-1973-tick${TICK}-chart_bridges.svg`);
  const { texts, faults, paths } = await page.evaluate((text) => {
    const svg = new DOMParser().parseFromString(text, "image/svg+xml");
    return {
      faults: svg.querySelectorAll("parsererror").length,
      paths: svg.querySelectorAll("#chart path").length,
      texts: [...svg.querySelectorAll("text")].map(({ textContent }) => textContent),
    };
  }, String(file));
  expect(faults).toBe(0);
  expect(paths).toBe(2);
  const hash = await hashOf(page);
  const said = [
    "Bridges",
    "local bridges",
    "between circles",
    "A conference where circles meet",
    "seed 1973",
    `state hash ${hash}`,
  ];
  expect(texts).toEqual(expect.arrayContaining(said));
});

test("and as PNG, as wide as a printed page", async () => {
  const { page } = open;
  const [[name, file]] = [
    ...(await savedBy(page, 1, () => buttonsOf("Tie strength").getByRole("button", { name: "PNG" }).click())),
  ];
  expect(name).toContain("chart_tie_strength.png");
  expect(file.readUInt32BE(16)).toBeGreaterThanOrEqual(2400);
  expect(file.toString("latin1")).toContain(`state hash ${await hashOf(page)}`);
});
