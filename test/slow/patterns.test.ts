import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { patternList } from "../../patterns/list/pattern-list.ts";
import { buildPatterns, runPatterns, runRobustness, writeTinyPatterns, writeTinyRobustness } from "../helpers/tiny-patterns.ts";

const folder = mkdtempSync(join(tmpdir(), "weakties-patterns-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("all patterns run in tiny worlds, with a verdict and controls for each", () => {
  buildPatterns();
  writeTinyPatterns(join(folder, "tiny"), true);
  const { status, stderr } = runPatterns("--seeds", "2", "--experiments", join(folder, "tiny"), "--out", join(folder, "out"));
  expect(status, stderr).toBe(0);
  const page = readFileSync(join(folder, "out/patterns.md"), "utf8");
  for (const { id, claim, controls } of patternList) {
    expect(page).toMatch(new RegExp(`^\\| ${id} \\| .* \\*\\*(holds|fails|undecided)\\*\\*[^|]* \\|$`, "m"));
    expect(page).toContain(`### ${id}. ${claim}\n`);
    const [, ofControls = ""] = page.split("\n## ").slice(1);
    expect(ofControls.match(new RegExp(`^\\| ${id} \\|`, "gm"))).toHaveLength(controls.length);
  }
  // Only figures that no tiny world can have, such as the weak ones among no local bridges, may be missing.
  expect(page.match(/undefined|NaN/g)?.length ?? 0).toBeLessThan(5);
});

test("robustness has effects, indices and verdicts from real runs, and is measured again from finished ones", () => {
  buildPatterns();
  const [tiny, out] = [join(folder, "tiny-robustness"), join(folder, "robustness")];
  writeTinyRobustness(tiny);
  const { status, stdout, stderr } = runRobustness("--experiments", tiny, "--out", out);
  expect(status, stderr).toBe(0);
  expect(stdout).toContain(`wrote ${join(out, "robustness.md")}`);
  const page = readFileSync(join(out, "robustness.md"), "utf8");
  const parts = page.split("\n## ").slice(1);
  expect(parts).toHaveLength(4);
  const [screening = "", shares = "", verdicts = "", defaults = ""] = parts;
  for (const factor of ["memory", "encounter_gain", "trust_function"])
    expect(screening).toMatch(new RegExp(`^\\| \`${factor}\` \\| \\d+%`, "m"));
  for (const factor of ["encounter_gain", "budget"])
    expect(shares).toMatch(new RegExp(`^\\| \`${factor}\` \\| \\d\\.\\d\\d \\[`, "m"));
  expect(verdicts).toMatch(/In \d of 3 worlds no verdict changes/);
  expect(defaults).toMatch(/^\| 6: contact with top three \| \d+\.\d% \[.*\] \| ≥ 50% \| (holds|fails|undecided) \|$/m);
  const again = runRobustness("--experiments", tiny, "--out", out);
  expect(again.stdout.match(/^Made \d+/gm)).toEqual(Array(3).fill("Made 0"));
  expect(readFileSync(join(out, "robustness.md"), "utf8")).toBe(page);
});
