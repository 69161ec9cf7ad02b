import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { overlap } from "../../patterns/list/overlap.ts";
import { patternList } from "../../patterns/list/pattern-list.ts";
import { patternOfWorld } from "../../patterns/list/worlds.ts";
import { measurePatterns } from "../../patterns/measure-patterns.ts";
import { partInRange } from "../../patterns/pattern.ts";
import { readTables } from "../../patterns/results.ts";
import type { Bound } from "../../study/contrasts/contrast.ts";
import { estimateMean } from "../../study/statistics/estimate.ts";
import { buildPatterns, runPatterns, writeTinyPatterns } from "../helpers/tiny-patterns.ts";

const folder = mkdtempSync(join(tmpdir(), "weakties-patterns-"));
const out = join(folder, "out");
const page = () => readFileSync(join(out, "patterns.md"), "utf8");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  buildPatterns();
  writeTinyPatterns(join(folder, "tiny"), false);
});

describe("one pattern in tiny worlds", () => {
  const run = () => runPatterns("--only", "3", "--seeds", "2", "--experiments", join(folder, "tiny"), "--out", out);
  let first = "";

  test("has figures from real runs, a verdict, controls and a definition", () => {
    const { status, stdout, stderr } = run();
    expect(status, stderr).toBe(0);
    expect(stdout).toContain(`wrote ${join(out, "patterns.md")}`);
    first = page();
    expect(first).toMatch(/^\| 3 \| .* \*\*(holds|fails|undecided)\*\* \|$/m);
    expect(first).toMatch(/^\| {2}\| correlation \| 0\.\d+ \[−?\d\.\d+, \d\.\d+\] \| ≥ 0\.12 \|/m);
    expect(first).toMatch(/^\| {2}\| above all shuffles \| in [0-2] of 2 seeds; highest shuffle 0\.\d+ \| above all 100 \|/m);
    expect(first.match(/^\| 3 \| .* \| correlation: .* \|$/gm)).toHaveLength(overlap.controls.length);
    expect(first).toContain(`### 3. ${overlap.claim}\n\n${overlap.definition}`);
  });

  test("has its figure from the runs' own table", () => {
    const runs = readTables(out).values("world", "base", "spearman_within");
    expect(runs).toHaveLength(2);
    expect(first).toContain(`| correlation | ${((runs[0] + runs[1]) / 2).toPrecision(3)} [`);
  });

  test("is measured again from finished runs, and gives the same page", () => {
    const { status, stdout } = run();
    expect(status).toBe(0);
    expect(stdout.match(/^Made \d+/gm)).toEqual(Array(4).fill("Made 0"));
    expect(page()).toBe(first);
  });

  test("fails with a bound that is known to be false, and holds with one that is known to be true", () => {
    const topThree = (range: Bound) =>
      patternOfWorld(
        { id: "6", claim: "", definition: "" },
        (world) => [partInRange("", estimateMean(world("top_three")), range, "share")],
        [],
      );
    const results = { ...readTables(out), shuffled: [] };
    const patterns = [topThree({ least: 20 }), topThree({ least: -20, most: 20 })];
    expect(measurePatterns(patterns, results).map(({ verdict }) => verdict)).toEqual(["fails", "holds"]);
  });
});

describe("flags", () => {
  test("have all their faults printed at once, and nothing runs", () => {
    const { status, stdout, stderr } = runPatterns("--only", "5,17", "--seeds", "1", "--jobs", "none");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    const ids = patternList.map(({ id }) => id).join(", ");
    expect(stderr.trim().split("\n").sort()).toEqual([
      'patterns: --jobs must be a whole number from 1 to 9,999, got "none"',
      `patterns: --only: no pattern "17"; the patterns are ${ids}`,
      'patterns: --seeds must be a whole number from 2 to 9,999, got "1"',
    ]);
  });

  test("must be known", () => {
    const { status, stderr } = runPatterns("--seed", "3");
    expect(status).toBe(2);
    expect(stderr).toContain("--seed");
    expect(stderr).toContain("usage: npm run patterns -- [--seeds N]");
  });
});
