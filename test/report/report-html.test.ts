import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, test } from "vitest";
import { reportHtml } from "../../report/report-html.ts";
import type { ReportData } from "../../study/report-data.ts";
import { reportSamples, type SampleName } from "../helpers/report-samples.ts";

const names = Object.keys(reportSamples) as SampleName[];

type Page = ReturnType<typeof parseHTML>["document"];

const samples = Object.fromEntries(names.map((name) => [name, reportSamples[name]()])) as { [K in SampleName]: ReportData };

const pages = new Map<SampleName, Promise<Page>>();

/** Each page is made once, because tests only read it. */
function open(name: SampleName): Promise<Page> {
  const page = pages.get(name) ?? reportHtml(samples[name]).then((text) => parseHTML(text).document);
  pages.set(name, page);
  return page;
}

const textsOf = (page: Page, selector: string) => [...page.querySelectorAll(selector)].map((found) => found.textContent ?? "");

const wordsOf = (page: Page, selector: string) => textsOf(page, selector).join(" ").replace(/\s+/g, " ");

describe.each(names)("the report of %s", (name) => {
  let text: string;
  let page: Page;
  const { experiment } = samples[name];
  beforeAll(async () => {
    text = await reportHtml(samples[name]);
    page = parseHTML(text).document;
  });

  test("is the same each time it is written", async () => {
    expect(await reportHtml(samples[name])).toBe(text);
  });

  test("stands alone: no scripts, nothing to fetch, no elements from a file", () => {
    expect(page.querySelectorAll("script, iframe, object, embed, img, base, b + script").length).toBe(0);
    const links = [...page.querySelectorAll("[href], [src]")].map((one) => one.getAttribute("href") ?? one.getAttribute("src"));
    expect(links.filter((link) => link !== "data:," && !link?.startsWith("#"))).toEqual([]);
    expect(text).not.toMatch(/@import|url\(|https?:/);
  });

  test("has unique ids, and every internal link has a target", () => {
    const ids = [...page.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute("href")?.slice(1));
    expect(targets.filter((target) => !ids.includes(target ?? ""))).toEqual([]);
  });

  test("has the question as its title and no undefined or NaN", () => {
    expect(page.querySelector("title")?.textContent).toBe(experiment.question);
    expect(textsOf(page, "h1")).toEqual([experiment.question]);
    expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  test("has a title, a caption and labeled plots in each figure", () => {
    const figures = [...page.querySelectorAll("figure")];
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) {
      expect(figure.querySelector("h3")?.textContent?.length).toBeGreaterThan(8);
      expect(figure.querySelector("figcaption")?.textContent?.length).toBeGreaterThan(30);
      const plots = [...figure.querySelectorAll("svg.plot")];
      expect(plots.length).toBe(figure.querySelectorAll(".panel").length);
      expect(
        plots.filter((plot) => plot.getAttribute("role") !== "img" || (plot.getAttribute("aria-label") ?? "").length < 30),
      ).toEqual([]);
    }
  });

  test("has a table for each outcome: one row per point and arm, at most 200, or one per arm if each point has one run", () => {
    const arms = experiment.arms.length * (experiment.replicates === 1 ? 1 : samples[name].points.length);
    for (const outcome of experiment.outcomes) {
      const rows = page.querySelectorAll(`[aria-label="Numbers of ${outcome.name}"] tbody tr`);
      expect(rows.length).toBe(Math.min(arms, 200));
    }
  });
});

describe("figures", () => {
  const titles = async (name: SampleName) => textsOf(await open(name), "figure h3");

  test("a single numeric factor gives one line with a band per arm, each with its own dashes", async () => {
    const page = await open("oneFactor");
    expect(textsOf(page, "figure h3")).toEqual(["Outcomes along blow_off", "Differences from “as it is” along blow_off"]);
    const [plot] = page.querySelectorAll("svg.plot");
    const lines = [...plot.querySelectorAll("g[stroke-linejoin]")].map((group) =>
      ["stroke", "stroke-dasharray"].map((name) => group.getAttribute(name)).join(" "),
    );
    expect(lines).toEqual(["var(--arm-0) ", "var(--arm-1) 7 3", "var(--arm-2) 2 3"]);
    expect(plot.querySelectorAll("g[fill-opacity='0.18'] > path").length).toBe(3);
    expect(textsOf(page, "figure .legend")[0]).toBe("as it isno gossipno thanks");
  });

  test("a word among numeric levels has its place on the axis and a mark apart from the line", async () => {
    const page = await open("never");
    const [plot] = page.querySelectorAll("svg.plot");
    expect(textsOf(plot as unknown as Page, "text")).toEqual(expect.arrayContaining(["4", "13", "26", "52", "never"]));
    const marks = [...plot.querySelectorAll("title")].map((title) => title.textContent);
    expect(marks.filter((mark) => mark?.includes("follow_up_interval never"))).toHaveLength(2);
    // Four numbers on the line: a move and three more points.
    const [line] = plot.querySelectorAll("g[stroke='var(--arm-0)'][stroke-linejoin] > path");
    expect(line.getAttribute("d")?.match(/[ML]/g)).toHaveLength(4);
  });

  test("two factors give one heat map per arm, whose cells show values, bold if the interval excludes 0", async () => {
    const page = await open("twoFactors");
    expect(textsOf(page, "figure h3").slice(0, 2)).toEqual([
      "Outcomes over blow_off and gossip_rate: conversion",
      "Outcomes over blow_off and gossip_rate: trust",
    ]);
    const [plot] = page.querySelectorAll("svg.plot");
    expect(plot.querySelectorAll("rect").length).toBe(25);
    const data = samples.twoFactors;
    expect(textsOf(plot as unknown as Page, "text")).toContain(data.descriptions[0][0][0].mean.toFixed(3));
    const sure = data.differences[0].flat().filter((found) => found !== undefined && (found.low > 0 || found.high < 0)).length;
    const differences = page.querySelectorAll("section:nth-of-type(2) figure svg.plot")[0];
    expect(sure).toBeGreaterThan(0);
    expect(sure).toBeLessThan(25);
    expect(differences.querySelectorAll("[font-weight='700']").length).toBe(sure);
  });

  test("two factors give lines by level if one has four levels or fewer, each with the intervals of its points", async () => {
    const page = await open("fewLevels");
    expect(textsOf(page, "figure h3").slice(0, 2)).toEqual([
      "Outcomes over blow_off, by gossip: conversion",
      "Outcomes over blow_off, by gossip: trust",
    ]);
    expect(textsOf(page, "figure .legend")[0]).toBe("gossip ongossip off");
    const [plot] = page.querySelectorAll("svg.plot");
    expect(plot.querySelectorAll("g[stroke-linejoin]")).toHaveLength(2);
    expect(plot.querySelectorAll("g[fill-opacity='0.18'] > path")).toHaveLength(2);
    const marks = [...plot.querySelectorAll("title")].map((title) => title.textContent);
    expect(marks).toHaveLength(10);
    const { mean } = samples.fewLevels.descriptions[0][1][0];
    expect(marks).toContainEqual(expect.stringContaining(`gossip off, blow_off 0: ${mean.toFixed(3)}`));
  });

  test("switches and choices give one row per level; arms alone give one row each", async () => {
    expect(await titles("switchFactor")).toContain("Outcomes by introductions");
    const page = await open("armsOnly");
    const [plot] = page.querySelectorAll("svg.plot");
    expect(textsOf(plot as unknown as Page, "text")).toEqual(expect.arrayContaining(["as it is", "no gossip", "no thanks"]));
  });

  test("three or more factors give one panel each and one figure per outcome", async () => {
    const page = await open("threeFactors");
    const [figure] = page.querySelectorAll("figure");
    expect(textsOf(figure as unknown as Page, "h4")).toEqual(["blow_off", "gossip", "focal.follow_through"]);
    expect((await titles("hypercube"))[0]).toBe("Outcomes by each factor: conversion");
  });

  test("Morris and Saltelli designs give indices, as figures and as tables", async () => {
    expect(await titles("morris")).toEqual(["Mean size of effects, μ*", "Size μ* and spread σ of effects"]);
    expect(await titles("saltelli")).toEqual(
      expect.arrayContaining(["Sobol indices of “as it is”", "Sobol indices of “no thanks”"]),
    );
    const page = await open("morris");
    expect(page.querySelectorAll("[aria-label='Indices of trust'] tbody tr").length).toBe(8);
  });
});

test("groups of factors have one row, and pairs a table of second-order indices", async () => {
  const data = samples.saltelli;
  if (data.indices?.kind !== "saltelli") return expect.fail("a Saltelli design has Sobol indices");
  const [first, second] = data.experiment.factors.map(({ name }) => name);
  const design = { kind: "saltelli", base: 16, groups: { both: [first, second] }, secondOrder: true } as const;
  const pair = { pair: [0, 2], second: 0.25, secondLow: 0.1, secondHigh: 0.4 } as const;
  const pairs = data.indices.values.map((arms) => arms.map(() => [pair]));
  const text = await reportHtml({ ...data, experiment: { ...data.experiment, design }, indices: { ...data.indices, pairs } });
  const page = parseHTML(text).document;
  const rows = [...page.querySelectorAll("[aria-label='Indices of trust'] tbody tr")].map((row) => row.children[1].textContent);
  const others = data.experiment.factors.slice(2).map(({ name }) => name);
  expect(rows).toEqual([...["both", ...others], ...["both", ...others]]);
  const [line] = page.querySelectorAll("[aria-label='Second-order indices of trust'] tbody tr");
  expect(textsOf(line as unknown as Page, "th, td")).toEqual([
    data.experiment.arms[0].name,
    "both",
    others[1],
    "0.25",
    "0.10 to 0.40",
  ]);
  expect(page.documentElement.textContent).toContain(`both (${first}, ${second})`);
});

describe("text", () => {
  test("markup in a question, an arm and an error appears as text", async () => {
    const page = await open("failures");
    expect(textsOf(page, "h1")[0]).toContain('<script>alert("question")</script>');
    expect(textsOf(page, ".legend")[0]).toContain("<b>bold</b> & \"quoted\" 'arm'");
    expect(textsOf(page, "#failed .error")[0]).toBe("RangeError: <script>alert(1)</script> & more than 600 s; given up");
    expect(textsOf(page, ".terms dd")).toContain("34 agents, 78 ties; 2 circles from the file <karate>");
    expect(page.querySelectorAll("b > *, h1 > *").length).toBe(0);
  });

  test("an unfinished experiment has a notice at the top, and so has one with failed runs", async () => {
    const page = await open("failures");
    const main = [...(page.querySelector("main")?.children ?? [])].map((one) => one.textContent?.replace(/\s+/g, " ") ?? "");
    expect(main[2]).toBe(
      "Not finished. 97 of 120 runs (81%) are finished. The results below are based on these runs and will change.",
    );
    expect(main[3]).toBe("2 runs failed and are left out of all numbers: see Failed runs.");
    expect(textsOf(await open("oneFactor"), ".notice")).toEqual([]);
  });

  test("an experiment that stopped because its intervals were narrow enough is finished", async () => {
    const data = samples.oneFactor;
    const progress = { ...data.progress, planned: 27 * 12, done: 27 * 12, replicatesUsed: 12, untilPrecision: 0.02 };
    const page = parseHTML(await reportHtml({ ...data, progress })).document;
    expect(wordsOf(page, ".notice")).toMatch(/^Stopped after 12 of 20 replicates, because every interval was narrow enough/);
    expect(wordsOf(page, ".lead")).toContain("each arm at each point is run 12 times of 20 at most");
  });

  test("a missing value is a dash, with the reason below the table", async () => {
    const page = await open("failures");
    const table = page.querySelector("[aria-label='Numbers of trust']");
    const last = [...(table?.querySelectorAll("tbody tr") ?? [])].at(-1);
    expect([...(last?.querySelectorAll("td") ?? [])].map((cell) => cell.textContent)).toEqual(["–", "–", "–", "0", "–", "–", "–"]);
    expect(wordsOf(page, ".note")).toContain("– means: no finished run of the arm and point has the outcome.");
  });

  test("it gives the median narrowing by pairing", async () => {
    const data = samples.armsOnly;
    const narrowings = data.differences.flatMap(([arms]) => arms.flatMap((found) => found?.narrowing ?? [])).sort((a, b) => a - b);
    const median = (narrowings[2] + narrowings[3]) / 2;
    expect(narrowings).toHaveLength(6);
    expect(wordsOf(await open("armsOnly"), "section p")).toContain(
      `Pairing narrowed the intervals to ${Math.round(100 * median)}% of their width`,
    );
  });

  test("it says if pairing did not narrow the intervals", async () => {
    const data = samples.armsOnly;
    const differences = data.differences.map((points) =>
      points.map((arms) => arms.map((found) => (found === undefined ? undefined : { ...found, narrowing: 1.02 }))),
    );
    const page = parseHTML(await reportHtml({ ...data, differences })).document;
    expect(wordsOf(page, "section p")).toContain("Pairing did not narrow the intervals: they have 102% of their width");
  });

  test("it says how to repeat the experiment, and contains all its settings", async () => {
    const data = samples.oneFactor;
    const page = await open("oneFactor");
    expect(textsOf(page, "pre")[0]).toBe("weakties experiment experiment.yaml --out results");
    expect(wordsOf(page, ".terms")).toContain(data.hash);
    expect(wordsOf(page, "[aria-label=Files]")).toContain(data.files[0].sha256);
    const { question, burnIn, runLimit } = data.experiment;
    // In the form of an experiment file, so that it can be copied into one.
    const asFile = JSON.parse(textsOf(page, "pre").at(-1) ?? "");
    expect(asFile).toMatchObject({ question, burn_in: burnIn, run_limit: runLimit });
    expect(Object.keys(asFile.arms)).toEqual(data.experiment.arms.map(({ name }) => name));
  });

  test("it warns if too few replicates make intervals too narrow", async () => {
    expect(wordsOf(await open("hypercube"), ".note")).toContain(
      "With 3 replicates, it therefore contains the true mean less than 95%",
    );
    expect(wordsOf(await open("oneFactor"), ".note")).not.toContain("less than 95%");
  });
});
