import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { patternList } from "../../patterns/list/pattern-list.ts";
import { buildPatterns, runPatterns, writeTinyPatterns } from "../helpers/tiny-patterns.ts";

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
