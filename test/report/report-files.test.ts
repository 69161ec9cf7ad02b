import { csvParse } from "d3-dsv";
import { SaxesParser } from "saxes";
import { beforeAll, describe, expect, test } from "vitest";
import { type ReportFiles, reportFiles } from "../../report/report-files.ts";
import { reportHtml } from "../../report/report-html.ts";
import { itemAt } from "../../study/item-at.ts";
import { reportSamples, type SampleName } from "../helpers/report-samples.ts";

const names = Object.keys(reportSamples) as SampleName[];

/** Names of the elements of an XML text. @throws Error if it is not well-formed */
function elementsOf(xml: string): string[] {
  const found: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", (tag) => found.push(`${tag.uri} ${tag.local}`));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}

describe.each(names)("beside the report of %s", (name) => {
  let files: ReportFiles;
  const data = reportSamples[name]();
  beforeAll(async () => {
    files = await reportFiles(data);
  });

  test("the report is the same, and each of its figures is a file", async () => {
    expect(files.html).toBe(await reportHtml(data));
    expect(files.figures).toHaveLength(files.html.match(/<figure>/g)?.length ?? 0);
    expect(files.figures.map((figure) => figure.name)).toEqual(files.figures.map((_, at) => `figure-${at + 1}`));
  });

  test("a figure is well-formed SVG that names no color of the report's style sheet", () => {
    for (const { svg } of files.figures) {
      const elements = elementsOf(svg);
      expect(new Set(elements.map((element) => element.split(" ")[0]))).toEqual(new Set(["http://www.w3.org/2000/svg"]));
      expect(svg).not.toMatch(/var\(|NaN|undefined/);
    }
  });

  test("every mark with a tooltip is a row of the figure's data", () => {
    for (const { svg, csv } of files.figures) {
      const rows = csvParse(csv);
      expect(rows.columns).toEqual(["panel", "line", "x", "y", "mean", "low", "high", "n"]);
      const marks = svg.match(/<title>/g)?.length ?? 0;
      expect(rows.length).toBeGreaterThanOrEqual(marks);
      expect(rows.length).toBeGreaterThan(0);
    }
  });
});

test("the data of lines by level are the means and intervals of the points", async () => {
  const data = reportSamples.fewLevels();
  const { figures } = await reportFiles(data);
  const rows = csvParse(itemAt(figures, 0).csv);
  expect(rows).toHaveLength(20);
  for (const { panel, line, x, mean, low, n } of rows) {
    const arm = data.experiment.arms.findIndex((one) => one.name === panel);
    const point = data.points.findIndex((one) => String(one.blow_off) === x && `gossip ${one.gossip ? "on" : "off"}` === line);
    const expected = data.descriptions[0]?.[point]?.[arm];
    expect([Number(mean), Number(low), Number(n)]).toEqual([expected?.mean, expected?.low, expected?.n]);
  }
});

test("a name from a file stays text in a figure and in the scripts", async () => {
  const { figures, scripts } = await reportFiles(reportSamples.failures());
  expect(figures.map(({ svg }) => svg).join("")).toContain("&lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot;");
  expect(scripts["analysis.R"]).toContain('outcome <- "conversion"');
});
