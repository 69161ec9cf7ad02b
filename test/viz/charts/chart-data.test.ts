import { describe, expect, test } from "vitest";
import { networkMeasures } from "../../../sim/index.ts";
import { dataOfBins, dataOfLines, describeCopy } from "../../../viz/charts/chart-data.ts";
import { chartList } from "../../../viz/charts/chart-list.ts";
import { createSeries, type Series } from "../../../viz/state/series.ts";

const measures = ["tick", "a", "b"].map((name) => ({ name, label: name, meaning: "" }));

function seriesOf(rows: readonly (readonly number[])[]): Series {
  const series = createSeries();
  series.clear(measures as unknown as Parameters<Series["clear"]>[0]);
  series.add(Float64Array.from(rows.flat()));
  return series;
}

const lines = [{ measure: "a" }, { measure: "b" }] as unknown as (typeof chartList)[number]["lines"];
const own = seriesOf([
  [0, 1 / 3, Number.NaN],
  [1, 0.25, 7],
  [2, -0, 1e21],
]);

describe("the data of a chart", () => {
  test("has a header and a row for each week, as series.csv writes numbers, with tabs", () => {
    const data = dataOfLines({ series: own, unchanged: { series: () => undefined } }, { lines }, 0);
    expect(data.text).toBe("tick\ta\tb\n0\t0.3333333333333333\t\n1\t0.25\t7\n2\t0\t1e+21\n");
    expect(data.rows).toBe(3);
  });

  test("begins where the chart does", () => {
    expect(dataOfLines({ series: own, unchanged: { series: () => undefined } }, { lines }, 2).text).toBe(
      "tick\ta\tb\n2\t0\t1e+21\n",
    );
    expect(dataOfLines({ series: own, unchanged: { series: () => undefined } }, { lines }, 9).rows).toBe(0);
  });

  test("has the unchanged world beside it, week by week, and nothing for weeks that it hasn't reached", () => {
    const other = seriesOf([
      [0, 1 / 3, 2],
      [1, 5, 6],
    ]);
    const { text } = dataOfLines({ series: own, unchanged: { series: () => other } }, { lines }, 1);
    expect(text).toBe("tick\ta\tb\ta_unchanged\tb_unchanged\n1\t0.25\t7\t5\t6\n2\t0\t1e+21\t\t\n");
  });

  test("of a histogram is one row a bar", () => {
    const { text } = dataOfBins(Uint32Array.of(9, 5, 0, 2), { activeFrom: 0.25, strongFrom: 0.5 });
    expect(text).toBe(
      "strength_from\tstrength_below\tkind\tties\n0\t0.25\tfaded\t9\n0.25\t0.5\tweak\t5\n0.5\t0.75\tstrong\t0\n0.75\t1\tstrong\t2\n",
    );
  });
});

test("the message says what was copied", () => {
  expect(describeCopy("Trust", { text: "", rows: 1234, columns: ["tick", "a"] })).toBe(
    "Copied the data of “Trust”: 1,234 rows with tick, a. Paste it into a spreadsheet.",
  );
});

test("every chart names measures that series.csv has", () => {
  const columns = new Set(networkMeasures.map(({ name }) => name));
  for (const chart of chartList) for (const { measure } of chart.lines) expect(columns).toContain(measure);
});
