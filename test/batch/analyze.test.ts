import { beforeAll, describe, expect, test } from "vitest";
import { Workplace } from "../helpers/command-line.ts";

const place = new Workplace();

beforeAll(async () => {
  const small = ["--set", "agents=60", "--set", "circle_size=12", "--ticks", "104", "--quiet"];
  await place.succeed("run", ...small, "--every", "13", "--ties-every", "52", "--events", "--out", "run");
  await place.succeed("analyze", "run", "--every", "52");
}, 120_000);

const rows = () => place.records("run-analysis/analysis.csv");
const cellAt = (tick: number, measure: string, ties: string) =>
  rows().find((row) => row.tick === `${tick}` && row.measure === measure && row.ties === ties)?.value;
const value = (tick: number, measure: string, ties = "all") => Number(cellAt(tick, measure, ties));

describe("an analysis", () => {
  test("agrees with the run's own series wherever both have a number", () => {
    const series = place.records("run/series.csv");
    const same: readonly (readonly [string, string, string])[] = [
      ["closed_pairs_weak", "within", "closed_pairs_weak"],
      ["closed_pairs_strong", "within", "closed_pairs_strong"],
      ["overlap_strength", "all", "spearman_strength_overlap"],
      ["overlap_strength", "within", "spearman_within"],
      ["local_bridge_share", "all", "bridge_share"],
      ["clustering", "all", "clustering"],
      ["conversion", "all", "conversion_52"],
      ["survival_weak", "all", "survival_weak"],
      ["survival_strong", "all", "survival_strong"],
    ];
    for (const tick of [52, 104])
      for (const [measure, ties, column] of same) {
        const own = series.find((row) => row.tick === `${tick}`)?.[column];
        // At tick 0 no tie is strong yet, so none can have survived until tick 52.
        if (tick === 52 && column === "survival_strong") expect([own, cellAt(tick, measure, ties)]).toEqual(["", ""]);
        if (own === "" && tick === 52) continue;
        expect(own, column).toMatch(/\d/);
        expect(value(tick, measure, ties), `${measure} at ${tick}`).toBeCloseTo(Number(own), 12);
      }
  });

  test("counts the ties of ties.csv and what became of them", () => {
    const tiesAt = (tick: number) =>
      place
        .records("run/ties.csv")
        .filter((row) => Number(row.tick) === tick && Number(row.from) < Number(row.to) && row.overlap !== "");
    const [middle, end] = [52, 104].map(tiesAt);
    expect(value(104, "ties")).toBeGreaterThanOrEqual(end.length);
    const isWithin = (row: Record<string, string>) => row.from_circle === row.to_circle;
    expect(value(52, "ties", "within") + value(52, "ties", "across")).toBe(value(52, "ties"));
    expect(middle.filter(isWithin).length).toBeLessThanOrEqual(value(52, "ties", "within"));
  });

  test("counts the news of events.csv", () => {
    const offered = place.records("run/events.csv").filter(({ kind, tick }) => kind === "news_offered" && Number(tick) > 52);
    const isNew = offered.filter((row) => row.value === "1").length;
    const shares = ["novelty_weak", "novelty_strong"].map((name) => value(104, name));
    // The share of all offers lies between those along weak and along strong ties.
    expect(isNew / offered.length).toBeGreaterThanOrEqual(Math.min(...shares));
    expect(isNew / offered.length).toBeLessThanOrEqual(Math.max(...shares));
  });

  test("has curves, and a line for every measure", () => {
    expect(place.records("run-analysis/removal.csv")).toHaveLength(3 * 3 * 2 * 21);
    expect(place.records("run-analysis/closure.csv")).toHaveLength(2 * 3 * 6);
    const known = place.records("run-analysis/measures.csv").map(({ measure }) => measure);
    expect([...new Set(rows().map(({ measure }) => measure))].every((measure) => known.includes(measure))).toBe(true);
    expect(new Set(rows().map(({ tick }) => tick))).toEqual(new Set(["0", "52", "104"]));
  });

  test("is the same each time, and without shuffles has the same values", async () => {
    await place.succeed("analyze", "run", "--every", "52", "--out", "again");
    expect(place.read("again/analysis.csv")).toBe(place.read("run-analysis/analysis.csv"));
    const { stdout } = await place.succeed("analyze", "run", "--every", "52", "--shuffles", "0", "--out", "plain");
    expect(place.records("plain/analysis.csv").map(({ value: own }) => own)).toEqual(rows().map(({ value: own }) => own));
    expect(place.records("plain/analysis.csv").every(({ shuffles }) => shuffles === "")).toBe(true);
    expect(stdout).toMatch(/^At tick 104, for each kind of ties:\n +all +within +across\n {2}ties +\d+/);
  });
});

describe("what is not a finished run is refused", () => {
  const refused = async (...args: string[]) => {
    const { code, stdout, stderr } = await place.weakties("analyze", ...args);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    return stderr;
  };

  test("nothing, a folder that isn't there, and one with something else", async () => {
    expect(await refused()).toContain("analyze needs the folder of a run");
    expect(await refused("nowhere")).toContain("nowhere is not the folder of a run: nowhere/run.json cannot be read");
    expect(await refused("run-analysis", "--out", "new")).toContain("run-analysis is not the folder of a run");
  });

  test("an experiment, with the way to one of its runs", async () => {
    place.write("tiny.yaml", "ticks: 2\nreplicates: 1\nparameters: {agents: 20, circle_size: 10}\noutcomes: [weak_ties]\n");
    await place.succeed("experiment", "tiny.yaml", "--out", "tiny", "--jobs", "1");
    expect(await refused("tiny")).toContain(
      "tiny is the folder of an experiment, and this command needs a run: find the id of one in runs.csv, repeat it with `weakties status tiny --run ID > run.json` and `weakties run --config run.json`, and take that",
    );
  });

  test("flags and a folder that exists, all at once", async () => {
    const stderr = await refused("run", "--every", "0", "--shuffles", "many", "--out", "run");
    for (const part of ["--every must be", "--shuffles must be", "--out: run already exists"]) expect(stderr).toContain(part);
  });
});
