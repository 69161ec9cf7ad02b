import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const contentOf = (file: string) => readFileSync(join("dist/cli", file), "utf8");

/** The paths of a built file's static imports, which come before all other code. */
function importsOf(file: string): string[] {
  const [imports = ""] = /^(#!.*\n)?((import|export)[^"'`(=]*["'][^"']+["'];?\s*)*/.exec(contentOf(file)) ?? [];
  return [...imports.matchAll(/["']([^"']+)["']/g)].map(([, path]) => path);
}

/** What Node loads for these entries: files of the command line, and modules of Node and of packages. */
function loadedBy(...entries: string[]): { files: string[]; modules: string[] } {
  const files = new Set(entries);
  const modules = new Set<string>();
  for (const file of files)
    for (const path of importsOf(file)) {
      if (path.startsWith("./")) files.add(path.slice(2));
      else modules.add(path);
    }
  return { files: [...files], modules: [...modules] };
}

test("--version loads three small files", () => {
  const { files } = loadedBy("main.js");
  expect(files.toSorted()).toEqual(["main.js", "rolldown-runtime.js", "version.js"]);
  expect(files.map(contentOf).join("").length).toBeLessThan(3000);
});

test("weakties run loads few files, and no part of Node that takes long to load", () => {
  const { files, modules } = loadedBy("main.js", "run-command-line.js", "run.js");
  expect(files.length).toBeLessThanOrEqual(10);
  expect(modules).toContain("node:path");
  expect(modules.filter((name) => /child_process|crypto|zlib|worker_threads|http|net/.test(name))).toEqual([]);
});

test("commander, which starts no programs here, doesn't load child_process", () => {
  const { files } = loadedBy("main.js", "run-command-line.js");
  expect(files.filter((file) => /["'`](node:)?child_process["'`]/.test(contentOf(file)))).toEqual([]);
});
