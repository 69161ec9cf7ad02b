import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { keepBuild } from "../scripts/keep-build.mjs";
import { isListed, siteRoot } from "../viz/links/kept-builds.ts";

const folder = mkdtempSync(join(tmpdir(), "weakties-site-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function build(name: string): string {
  const page = join(folder, name);
  mkdirSync(join(page, "assets"), { recursive: true });
  writeFileSync(join(page, "index.html"), name);
  writeFileSync(join(page, "assets", `${name}.js`), name);
  return page;
}

test("a build is kept under its version when the next one takes its place, and both are listed in order", () => {
  const site = join(folder, "site");
  for (const version of ["0.9.0", "0.10.0", "0.2.0", "0.10.0"]) keepBuild(build(version), site, version);
  const text = (path: string) => readFileSync(join(site, path), "utf8");
  expect(["v/0.9.0/index.html", "v/0.10.0/assets/0.10.0.js", "index.html"].map(text)).toEqual(["0.9.0", "0.10.0", "0.10.0"]);
  expect(JSON.parse(text("versions.json"))).toEqual({ latest: "0.10.0", versions: ["0.2.0", "0.9.0", "0.10.0"] });
  expect([isListed(text("versions.json"), "0.9.0"), isListed(text("versions.json"), "0.9.1")]).toEqual([true, false]);
});

test("a folder without a built page is refused, and the site stays as it is", () => {
  expect(() => keepBuild(join(folder, "nothing"), join(folder, "other"), "1.0.0")).toThrow(/holds no built page: run/);
});

test("the page finds the root of its site from the root and from a kept build", () => {
  for (const path of ["", "index.html?x=1#run=", "v/0.9.0/", "v/0.9.0-rc.1/index.html"])
    expect(siteRoot(`https://example.org/weak-ties/${path}`), path).toBe("https://example.org/weak-ties/");
});

test("a list of versions that is something else lists nothing", () => {
  for (const text of ["", "null", "[]", '{"versions": "0.1.0"}', `{"versions": ["0.1.0"]}${" ".repeat(200_000)}`])
    expect(isListed(text, "0.1.0"), text.slice(0, 30)).toBe(false);
});
