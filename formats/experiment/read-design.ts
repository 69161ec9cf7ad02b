import { largestDesign } from "../../study/designs/design-size.ts";
import type { Design, DesignKind } from "../../study/experiment.ts";
import type { YamlValue } from "../read-yaml.ts";
import { TableReader } from "../table-reader.ts";
import type { ReadDesign } from "./experiment-file.ts";
import { readFactors } from "./read-factors.ts";
import { readPoints } from "./read-points.ts";

/** The kinds of designs, each with the words that stand beside it. */
export const designWords = {
  grid: [],
  list: ["points"],
  latin_hypercube: ["points"],
  sobol: ["points"],
  morris: ["trajectories", "levels"],
  saltelli: ["base"],
} as const satisfies Record<DesignKind, readonly string[]>;

const kinds = Object.keys(designWords) as DesignKind[];

/** Levels of a factor in a Morris design where nothing is said: with few trajectories the usual choice. */
const MORRIS_LEVELS = 4;

/** Reads `design` and `vary`. */
export function readDesign(file: TableReader): ReadDesign {
  const { faults } = file;
  const kind = readKind(file);
  const vary = file.get("vary");
  const varied = file.entries("vary", "a table such as blow_off: [0, 0.3]");
  if (kind === "list" && vary !== undefined && vary.scalar !== null)
    faults.add(vary.line, "vary must be left out where the design is a list: what varies is what its points hold");
  if (kind === "list") return readPoints(file.get("design")?.table?.get("points"), file.get("design")?.line ?? 0, faults);
  const factors = readFactors(varied, kind, faults);
  if (kind === undefined) return { design: { kind: "grid" }, factors };
  if (kind !== "grid" && varied.size === 0)
    faults.add(file.get("design")?.line ?? 0, `vary must name what varies in the design ${kind}`);
  return { design: readNumbers(kind, file), factors };
}

function readKind(file: TableReader): DesignKind | undefined {
  const value = file.get("design");
  if (value === undefined || value.scalar === null || value.scalar === "grid") return "grid";
  if (value.table === undefined) return file.fault("design", "grid, or a table such as {kind: sobol, points: 64}", value);
  const kind = value.table.get("kind");
  if (kind === undefined) return file.fault("design", `a table with kind, one of ${kinds.join(", ")}`, value);
  return new TableReader(value.table, file.faults, "design").oneOf("kind", kinds);
}

function readNumbers(kind: Exclude<DesignKind, "list">, file: TableReader): Design {
  const { faults } = file;
  const value = file.get("design");
  const table: ReadonlyMap<string, YamlValue> = value?.table ?? new Map();
  const reader = new TableReader(table, faults, "design");
  reader.onlyKeys(["kind", ...designWords[kind]]);
  const number = (key: string, min: number, max: number): number => {
    if (!table.has(key)) faults.add(value?.line ?? 0, `design must have ${key}, a whole number from ${min}, for ${kind}`);
    return reader.whole(key, min, max) ?? min;
  };
  switch (kind) {
    case "grid":
      return { kind };
    case "latin_hypercube":
    case "sobol":
      return { kind, points: number("points", 2, largestDesign(kind)) };
    case "saltelli":
      return { kind, base: number("base", 2, largestDesign(kind)) };
    case "morris": {
      const trajectories = number("trajectories", 2, largestDesign(kind));
      const levels = reader.whole("levels", 2, 1000) ?? MORRIS_LEVELS;
      const given = table.get("levels");
      if (given !== undefined && levels % 2 === 1) reader.fault("levels", "an even number", given);
      return { kind, trajectories, levels };
    }
  }
}
