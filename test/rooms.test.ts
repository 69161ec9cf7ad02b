import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { forbiddenInSim } from "./helpers/forbidden-in-sim.ts";
import { importLoops } from "./helpers/import-loops.ts";
import { importsOf, parseSource, readSources } from "./helpers/read-sources.ts";

/** The imports allowed for each room or single file by the table in ARCHITECTURE.md. No other room may exist. */
const doors = readDoors(readFileSync("ARCHITECTURE.md", "utf8"));

/** Rows of the table of doors: the names between backticks in the first cell, and those in the second. */
function readDoors(text: string): Map<string, string[]> {
  const table = text.slice(text.indexOf("\n### Doors\n")).split("\n## ")[0];
  const rows = [...table.matchAll(/^\| (`[^|]+) \| ([^|]+) \|/gm)];
  const names = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  return new Map(rows.flatMap(([, rooms, open]) => names(rooms).map((room) => [room.replace(/\/$/, ""), names(open)] as const)));
}

/** The rooms within sim, each of which imports only itself and rooms above it. */
const simRooms = [
  ["errors.ts", "capitalized.ts", "dates.ts", "plain-data.ts", "version.ts"],
  ["results/"],
  ["parameters/"],
  ["random/"],
  ["networks/"],
  ["population/"],
  ["compiled/"],
  ["trust/"],
  ["start/"],
  ["behaviors/"],
  ["step/"],
  ["metrics/"],
  ["snapshot/"],
  ["run/"],
  ["ripple/"],
  ["evidence/"],
  ["index.ts"],
];

const sources = readSources();

function roomOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : ".";
}

function fits(imported: string, door: string): boolean {
  if (door.endsWith("*")) return imported.startsWith(door.slice(0, -1));
  return door.endsWith("/") ? imported.startsWith(door) : imported === door;
}

/** The position in `simRooms` of the file or else of its folder; −1 if neither is listed. */
function simRankOf(path: string): number {
  const inSim = path.slice("sim/".length);
  const own = simRooms.findIndex((room) => room.includes(inSim));
  return own >= 0 ? own : simRooms.findIndex((room) => room.some((folder) => folder.endsWith("/") && inSim.startsWith(folder)));
}

describe("doors between rooms", () => {
  test("the table has doors for the model and for the page, and a probe of it is read as written", () => {
    expect(doors.get("sim")).toEqual(["sim/"]);
    expect(doors.get("viz")).toContain("workers/engine-client.ts");
    const probe =
      "### Doors\n\n| room | may import | never |\n| --- | --- | --- |\n| `a/`, `b/c.ts` | `d/`, `e*` | `f` |\n\n## More";
    const open = ["d/", "e*"];
    expect([...readDoors(`x\n${probe}`)]).toEqual([
      ["a", open],
      ["b/c.ts", open],
    ]);
  });

  test("every file belongs to a room that has doors", () => {
    expect(sources.filter(({ path }) => !doors.has(roomOf(path))).map(({ path }) => path)).toEqual([]);
  });

  test("each room imports only what its doors let in", () => {
    const wrong = sources.flatMap((source) => {
      const open = [...(doors.get(roomOf(source.path)) ?? []), ...(doors.get(source.path) ?? [])];
      return importsOf(source)
        .filter((imported) => !open.some((door) => fits(imported, door)))
        .map((imported) => `${source.path} imports ${imported}`);
    });
    expect(wrong).toEqual([]);
  });

  test("no door is open without need", () => {
    const unused = [...doors].flatMap(([room, open]) => {
      const imported = sources.filter(({ path }) => path === room || roomOf(path) === room).flatMap(importsOf);
      return open.filter((door) => !imported.some((one) => fits(one, door))).map((door) => `${room}: ${door}`);
    });
    expect(unused).toEqual([]);
  });

  test("every file of sim is in one of its rooms", () => {
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
