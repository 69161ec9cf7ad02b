import { csvParse } from "d3-dsv";
import { expect, test, vi } from "vitest";
import { Workplace } from "../../helpers/command-line.ts";
import { finishedFiles } from "../../helpers/experiment-files.ts";

vi.setConfig({ testTimeout: 180_000 });

const place = new Workplace();
const study = (stop: string) => `
question: How long until a hundred ties are weak?
ticks: 30
burn_in: 0
replicates: 3
parameters: {agents: 24, circle_size: 12, ties_within: 4, ties_across: 4}
arms: {base: {}, silent: {parameters: {gossip: off}}}
outcomes: {ties: active_ties, late: {measure: weak_ties, at: 29}}
series: {every: 10, measures: [weak_ties]}
${stop}
`;

async function run(out: string, stop: string, ...flags: string[]) {
  place.write("stops.yaml", study(stop));
  return await place.weakties("experiment", "stops.yaml", "--out", out, "--jobs", "1", ...flags);
}

test("rows say where a run stopped, and one run is repeated as long as it was", async () => {
  const stop = "stop: {when: active_ties > 90 and tick >= 5}";
  expect((await run("stops", stop)).code).toBe(0);
  const rows = csvParse(place.read("stops/runs.csv"));
  expect(rows).toHaveLength(6);
  for (const { last_tick: last, ties } of rows) expect(Number(ties) > 90 || last === "30").toBe(true);
  const early = rows.find(({ last_tick: last }) => Number(last) < 29);
  expect(early?.late).toBe("");
  expect(place.read("stops/dictionary.csv")).toContain('runs.csv,last_tick,"Tick at which the run ended');
  const series = csvParse(place.read("stops/series.csv")).filter(({ id }) => id === early?.id);
  expect(series.at(-1)?.tick).toBe(early?.last_tick);
  expect(place.read("stops/report.html")).toContain("it ends at the first tick at which <code>active_ties &gt; 90");

  const { stdout } = await place.succeed("status", "stops", "--run", early?.id ?? "");
  place.write("one.json", stdout);
  await place.succeed("run", "--config", "one.json", "--out", "one");
  expect(JSON.parse(place.read("one/run.json"))).toMatchObject({ ticks: Number(early?.last_tick), state_hash: early?.state_hash });
});

test("a stop condition decides what a run means, so another one needs another folder", async () => {
  const stop = "stop: {when: tick = 12}";
  expect((await run("fixed", stop)).code).toBe(0);
  const files = finishedFiles(place, "fixed");
  expect((await run("fixed", "stop: {when: '(tick) == 12', every: 1}")).code).toBe(0);
  expect(finishedFiles(place, "fixed")).toEqual(files);
  const { code, stderr } = await run("fixed", "stop: {when: tick = 13}");
  expect(code).toBe(2);
  expect(stderr).toContain('fixed already holds results of a different experiment: stop.when: "tick = 12", now "tick = 13"');
  expect((await run("fixed", "")).stderr).toContain("different experiment: stop: {");
});
