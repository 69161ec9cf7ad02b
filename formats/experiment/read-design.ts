import { largestDesign } from "../../study/designs/design-size.ts";
import type { Design, DesignKind } from "../../study/experiment.ts";
import { describe, describeNested, type Field, type Fields, onOff, whole } from "../fields.ts";
import type { Schema } from "../parameter-schema.ts";
import { TableReader } from "../table-reader.ts";
import type { YamlValue } from "../yaml-value.ts";
import type { ReadDesign } from "./experiment-file.ts";
import { causesSchema } from "./read-arms.ts";
import { readCauses } from "./read-causes.ts";
import { readFactors } from "./read-factors.ts";
import { readPoints } from "./read-points.ts";
import { groupsSchema, readSaltelli } from "./read-saltelli.ts";
import { listOf, pointSchema, table } from "./schema-parts.ts";

interface DesignForm {
  readonly title: string;
  /** the keys beside `kind` */
  readonly fields: Fields;
  /** values of keys that may be left out */
  readonly defaults?: Readonly<Record<string, number>>;
  /** other keys that may be left out */
  readonly optional?: readonly string[];
}

const points = (kind: DesignKind): Fields[string] => whole(2, largestDesign(kind));

/** An even number. */
function even(min: number, max: number): Field<number> {
  const { schema } = whole(min, max);
  return {
    schema: { ...schema, multipleOf: 2 },
    read(reader, key) {
      const value = reader.whole(key, min, max);
      const given = reader.get(key);
      return value === undefined || given === undefined || value % 2 === 0 ? value : reader.fault(key, "an even number", given);
    },
  };
}

/** The kinds of designs and their keys. The schema, the reader and the writer are made from this table. */
export const designKinds: Readonly<Record<DesignKind, DesignForm>> = {
  grid: { title: "Every value with every other", fields: {} },
  list: { title: "Points as listed", fields: { points: { schema: listOf(pointSchema) } } },
  latin_hypercube: { title: "Latin hypercube", fields: { points: points("latin_hypercube") } },
  sobol: { title: "Sobol sequence", fields: { points: points("sobol") } },
  morris: {
    title: "One factor at a time, along paths",
    fields: { trajectories: points("morris"), levels: even(2, 1000) },
    // with few trajectories the usual choice
    defaults: { levels: 4 },
  },
  saltelli: {
    title: "Samples for Sobol indices",
    fields: {
      base: points("saltelli"),
      groups: describeNested("Groups of factors that have indices together: by name, the factors of each.", groupsSchema),
      second_order: describe("Whether pairs of factors or groups have indices, too.", {
        schema: onOff().schema,
        read: (reader, key) => reader.onOff(key),
      }),
    },
    optional: ["groups", "second_order"],
  },
  shapley: {
    title: "Every subset of some causes, for the share of each",
    fields: {
      of: describeNested("The causes: by name, what each one sets. Each design point has a subset of them.", causesSchema),
    },
  },
};

const kinds = Object.keys(designKinds) as DesignKind[];

export const designSchema: Schema = {
  anyOf: [
    { enum: ["grid", null] },
    ...kinds.map((kind) => {
      const { title, fields, defaults = {}, optional = [] } = designKinds[kind];
      const keys = Object.entries(fields).map(([key, { schema }]) => [key, schema]);
      const required = Object.keys(fields).filter((key) => !(key in defaults || optional.includes(key)));
      return { title, ...table({ kind: { const: kind }, ...Object.fromEntries(keys) }, ["kind", ...required]) };
    }),
  ],
};

/** Reads `design` and `vary`. */
export function readDesign(file: TableReader): ReadDesign {
  const { faults } = file;
  const kind = readKind(file);
  const vary = file.get("vary");
  const varied = file.entries("vary", "a table such as blow_off: [0, 0.3]");
  if (kind === "list" && vary !== undefined && vary.scalar !== null)
    faults.add(vary.line, "vary cannot be combined with a list design, whose points say what varies; remove one of the two");
  if (kind === "shapley" && vary !== undefined && vary.scalar !== null)
    faults.add(vary.line, "vary cannot be combined with a shapley design, which varies its causes; remove one of the two");
  if (kind === "shapley") return readShapley(file);
  if (kind === "list") return readPoints(file.get("design")?.table?.get("points"), file.get("design")?.line ?? 0, faults);
  const factors = readFactors(varied, kind, faults);
  if (kind === undefined) return { design: { kind: "grid" }, factors };
  if (kind !== "grid" && varied.size === 0)
    faults.add(file.get("design")?.line ?? 0, `the design ${kind} needs factors; name them under vary`);
  const design = readNumbers(kind, file);
  return { design: design.kind === "saltelli" ? readSaltelli(design.base, file, factors) : design, factors };
}

function readShapley(file: TableReader): ReadDesign {
  const value = file.get("design");
  const given: ReadonlyMap<string, YamlValue> = value?.table ?? new Map();
  new TableReader(given, file.faults, "design").checkKeys(["kind", ...Object.keys(designKinds.shapley.fields)]);
  return readCauses(given.get("of"), value?.line ?? 0, file.faults);
}

function readKind(file: TableReader): DesignKind | undefined {
  const value = file.get("design");
  if (value === undefined || value.scalar === null || value.scalar === "grid") return "grid";
  if (value.table === undefined) return file.fault("design", "grid, or a table such as {kind: sobol, points: 64}", value);
  const kind = value.table.get("kind");
  if (kind === undefined) return file.fault("design", `a table with kind, one of ${kinds.join(", ")}`, value);
  return new TableReader(value.table, file.faults, "design").oneOf("kind", kinds);
}

function readNumbers(kind: Exclude<DesignKind, "list" | "shapley">, file: TableReader): Design {
  const { faults } = file;
  const value = file.get("design");
  const given: ReadonlyMap<string, YamlValue> = value?.table ?? new Map();
  const reader = new TableReader(given, faults, "design");
  const { fields, defaults = {}, optional = [] } = designKinds[kind];
  reader.checkKeys(["kind", ...Object.keys(fields)]);
  const needed = Object.entries(fields).filter(([key]) => !optional.includes(key));
  const numbers = needed.map(([key, field]) => {
    if (!given.has(key) && !(key in defaults))
      faults.add(value?.line ?? 0, `the design ${kind} needs ${key}, a whole number of at least 2`);
    // A faulty number is reported, and 2 holds its place so that reading can continue.
    return [key, ("read" in field ? field.read(reader, key) : undefined) ?? defaults[key] ?? 2] as const;
  });
  return { kind, ...Object.fromEntries(numbers) } as Design;
}
