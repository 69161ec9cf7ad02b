import { describe, expect, test } from "vitest";
import { reportHtml } from "../../report/report-html.ts";
import type { ReportData } from "../../study/report-data.ts";
import { reportSamples, type SampleName } from "../helpers/report-samples.ts";

/** The same report data with every number undefined, as for a measure that looks back farther than a run is long. */
function withoutNumbers(data: ReportData): ReportData {
  const { descriptions, differences, indices } = data;
  return { ...data, ...(withNaN({ descriptions, differences, indices }) as Partial<ReportData>) };
}

function withNaN(value: unknown, key = ""): unknown {
  if (typeof value === "number") return key === "n" ? 0 : Number.NaN;
  if (Array.isArray(value)) return value.map((one) => withNaN(one));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withNaN(one, name)]));
}

describe("a report in which no number is defined", () => {
  test.each(Object.keys(reportSamples) as SampleName[])("is written and explains the dashes: %s", async (name) => {
    const html = await reportHtml(withoutNumbers(reportSamples[name]()));
    expect(html.match(/.{60}NaN.{0,30}/g) ?? []).toEqual([]);
    expect(html).toContain("–");
  });
});
