import { describe, expect, test } from "vitest";
import { forbiddenInSim } from "./helpers/forbidden-in-sim.ts";
import { importLoops } from "./helpers/import-loops.ts";
import { importsOf, parseSource, readSources } from "./helpers/read-sources.ts";

/**
 * The doors: what each room may import. A folder ends with a slash, `*` ends what may go on; packages stand as they are.
 * A room that is not here may not be.
 */
const doors: Record<string, string[]> = {
  sim: ["sim/"],
  study: ["study/", "sim/index.ts", "simple-statistics"],
  formats: [
    "formats/",
    "sim/index.ts",
    "study/experiment.ts",
    "study/designs/design-size.ts",
    "d3-dsv",
    "graphology",
    "graphology-communities-louvain",
    "saxes",
    "yaml",
  ],
  report: ["report/", "sim/index.ts", "study/", "formats/experiment/experiment-as-file.ts", "@observablehq/plot", "linkedom"],
  workers: ["workers/", "sim/index.ts", "study/", "comlink"],
  viz: [
    "viz/",
    "sim/parameters/",
    "sim/snapshot/",
    "sim/results/",
    "study/",
    "formats/",
    "workers/engine-client.ts",
    "workers/messages.ts",
    "workers/sign-of-life.ts",
    "workers/worker-client.ts",
    "comlink",
    "d3*",
    "preact*",
    "@preact/*",
  ],
  batch: [
    "batch/",
    "sim/index.ts",
    "study/",
    "formats/",
    "report/report-html.ts",
    "node:*",
    "commander",
    "piscina",
    "hyparquet-writer",
  ],
  calibration: ["calibration/", "sim/index.ts", "study/", "formats/", "node:*"],
  examples: ["weakties"],
  scripts: ["scripts/", "dist/", "node:*", "playwright-core"],
  bench: ["*"],
  test: ["*"],
  "the root": ["*"],
};

/** Doors of single files, beside those of their rooms. */
const ownDoors: Record<string, string[]> = {
  "sim/random/seed.ts": ["seedrandom"],
};

/** The rooms within sim, each of which imports only itself and rooms above it. */
const simRooms = [
  ["errors.ts", "version.ts"],
  ["results/"],
  ["parameters/"],
  ["random/"],
  ["networks/"],
  ["population/"],
  ["trust/"],
  ["start/"],
  ["behaviors/"],
  ["step/"],
  ["metrics/"],
  ["snapshot/"],
  ["run/"],
  ["index.ts"],
];

const sources = readSources();

function roomOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : "the root";
}

function fits(imported: string, door: string): boolean {
  if (door.endsWith("*")) return imported.startsWith(door.slice(0, -1));
  return door.endsWith("/") ? imported.startsWith(door) : imported === door;
}

/** The place in `simRooms`: that of the file itself, else of its folder; −1 where it has none. */
function simRankOf(path: string): number {
  const inSim = path.slice("sim/".length);
  const own = simRooms.findIndex((room) => room.includes(inSim));
  return own >= 0 ? own : simRooms.findIndex((room) => room.some((folder) => folder.endsWith("/") && inSim.startsWith(folder)));
}

describe("doors between rooms", () => {
  test("every file stands in a room that has doors", () => {
    expect(sources.filter(({ path }) => doors[roomOf(path)] === undefined).map(({ path }) => path)).toEqual([]);
  });

  test("each room imports only what its doors let in", () => {
    const wrong = sources.flatMap((source) => {
      const open = [...(doors[roomOf(source.path)] ?? []), ...(ownDoors[source.path] ?? [])];
      return importsOf(source)
        .filter((imported) => !open.some((door) => fits(imported, door)))
        .map((imported) => `${source.path} imports ${imported}`);
    });
    expect(wrong).toEqual([]);
  });

  test("every file of sim stands in one of its rooms", () => {
    const homeless = sources.filter(({ path }) => path.startsWith("sim/") && simRankOf(path) < 0);
    expect(homeless.map(({ path }) => path)).toEqual([]);
  });

  test("each room of sim imports only itself and rooms above it", () => {
    const wrong = sources
      .filter(({ path }) => path.startsWith("sim/"))
      .flatMap((source) =>
        importsOf(source)
          .filter((imported) => imported.startsWith("sim/") && simRankOf(imported) > simRankOf(source.path))
          .map((imported) => `${source.path} imports ${imported}`),
      );
    expect(wrong).toEqual([]);
  });

  test("no files import each other in a loop", () => {
    expect(importLoops(sources)).toEqual([]);
  });

  test("imports are found in every form they take", () => {
    const text = `/// <reference types="node" />
      import a from "a"; import type { B } from "./b.ts"; export * from "../c.ts"; export { d } from "d"; import "e";
      type F = import("f").F; import g = require("g"); const h = require("h"); const i = await import("i");
      const j = new URL("./j.ts", import.meta.url); const k = await import(a); const text = 'import "not"'; // import "not";
      export const l = 1; const m = new URL("not", "http://localhost");`;
    const found = importsOf(parseSource("sim/step/probe.ts", text));
    expect(found.sort()).toEqual(["?", "a", "d", "e", "f", "g", "h", "i", "node", "sim/c.ts", "sim/step/b.ts", "sim/step/j.ts"]);
  });

  test("a loop is found however long, and a diamond is none", () => {
    const of = (path: string, ...imported: string[]) => parseSource(path, imported.map((name) => `import "./${name}";`).join("\n"));
    const diamond = [of("a.ts", "b.ts", "c.ts"), of("b.ts", "d.ts"), of("c.ts", "d.ts"), of("d.ts")];
    expect(importLoops(diamond)).toEqual([]);
    expect(importLoops([...diamond.slice(0, 3), of("d.ts", "a.ts")])).toHaveLength(1);
    expect(importLoops([of("a.ts", "a.ts")])).toEqual(["a.ts → a.ts"]);
  });
});

describe("what sim does without", () => {
  test("no file of sim names a clock, a global of one environment, or arithmetic that engines round apart", () => {
    const simSources = sources.filter(({ path }) => path.startsWith("sim/"));
    expect(simSources.length).toBeGreaterThan(0);
    expect(simSources.flatMap(forbiddenInSim)).toEqual([]);
  });

  test.each([
    "Math.random()",
    "Math.exp(1)",
    'Math["log"](1)',
    "Math?.sin(1)",
    "const { pow } = Math",
    "const m = Math",
    "2 ** 3",
    "let x = 2; x **= 3",
    "new Date()",
    "Date.now()",
    "const now = { Date }",
    "const later = [Date]",
    "console.log(1)",
    "performance.now()",
    "setTimeout(() => 1)",
    "crypto.randomUUID()",
    "globalThis.process",
    "process.exit()",
    "document.body",
    `\`\${Math.tanh(1)}\``,
    '"a".localeCompare("b")',
    "(1.5).toLocaleString()",
    "new Intl.NumberFormat()",
    'new Function("return 1")',
  ])("%s is found", (text) => {
    expect(forbiddenInSim(parseSource("sim/probe.ts", text))).toHaveLength(1);
  });

  test.each([
    "Math.sqrt(Math.floor(2))",
    "// Math.random() and 2 ** 3",
    "/** @see Date */ 1",
    '"Math.exp(1) ** new Date()"',
    `\`console.log \${1}\``,
    "/Math.exp(1) ** 2/.test('')",
    "const plan = { process: 1, Date: 2 }; plan.process + plan.Date",
    "interface Plan { document: string }",
    "class Plan { performance(): number { return 1 } }",
    "function share(window: number, [self]: number[], { a: performance = 1 }) { return window + self + performance }",
    "function self() { return 1 } self()",
    "import { document } from './names.ts'; export const copy = document",
  ])("%s is left alone", (text) => {
    expect(forbiddenInSim(parseSource("sim/probe.ts", text))).toEqual([]);
  });
});
