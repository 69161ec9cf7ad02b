import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** Globals that only a browser, only Node, or both have. */
const foreign = [
  "document.title",
  "window.origin",
  "localStorage.length",
  "new Worker('x')",
  "fetch('x')",
  "process.exit()",
  "Buffer.alloc(1)",
  "require('fs')",
  "import('node:fs')",
  "import('fs')",
  "console.log(1)",
  "performance.now()",
  "setTimeout(() => 1, 1)",
  "queueMicrotask(() => 1)",
  "crypto.randomUUID()",
  "structuredClone(1)",
];

let folder: string;

// The types of Node are installed, as they are for sim; only the compiler options exclude them.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "weakties-types-"));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "probe.ts"), [...foreign, "Math.sqrt(2)", "export {}"].join(";\n"));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** The lines of the probe that are errors under the options of a room, from 1 on. */
function linesWithErrors(room: string, more: object = {}): number[] {
  const options = { composite: false, noEmit: true, rootDir: folder, tsBuildInfoFile: null, ...more };
  const config = {
    extends: resolve(room, "tsconfig.json"),
    compilerOptions: options,
    include: [join(folder, "probe.ts")],
    references: [],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const { stdout } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", folder, "--pretty", "false"], {
    encoding: "utf8",
  });
  const places = [...stdout.matchAll(/probe\.ts\((\d+),\d+\): error/g)].map((match) => Number(match[1]));
  return [...new Set(places)].sort((a, b) => a - b);
}

const all = foreign.map((_, index) => index + 1);

test("sim's options make errors of everything that only a browser or Node has, and of nothing else", () => {
  expect(linesWithErrors("sim")).toEqual(all);
});

test("the options of formats do so, too", () => {
  expect(linesWithErrors("formats")).toEqual(all);
});

test("control: with the types of Node and of a browser the same lines are none", () => {
  expect(linesWithErrors("batch", { lib: ["es2023", "dom"] })).toEqual([]);
});
