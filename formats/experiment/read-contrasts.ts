import type { PlainValue } from "../../sim/index.ts";
import { type Bound, type Comparison, confidences, type Group } from "../../study/contrasts/contrast.ts";
import { describe, describeNested, type Field, positive, text } from "../fields.ts";
import type { Schema } from "../parameter-schema.ts";
import { LARGEST, TableReader } from "../table-reader.ts";
import { describeValue, plainOf, type YamlValue } from "../yaml-value.ts";
import { checkName, NAME_PATTERN } from "./check-name.ts";
import type { ReadContrast } from "./experiment-file.ts";
import { listOf, table } from "./schema-parts.ts";

const groupSchema: Schema = {
  anyOf: [
    { type: "string", description: "An arm, or all for all runs." },
    {
      type: "object",
      minProperties: 1,
      description: "An arm, levels of factors, or both: {arm: none, gossip: on}.",
      properties: { arm: { type: "string" } },
      additionalProperties: {
        anyOf: [{ type: ["string", "number", "boolean"] }, listOf({ type: ["string", "number", "boolean"] })],
      },
    },
  ],
};
const pairSchema: Schema = { type: "array", items: groupSchema, minItems: 2, maxItems: 2 };

/** The keys of a contrast. */
export const contrastFields = {
  claim: describe("What it means if the expectation holds, as a sentence for the report.", text()),
  outcome: describe("The outcome that is compared. It can be left out if there is only one.", text()),
  difference: describeNested(
    "Two groups of runs, the first minus the second; or two such pairs, for a difference of differences.",
    { anyOf: [pairSchema, { type: "array", items: pairSchema, minItems: 2, maxItems: 2 }] },
  ),
  ratio: describeNested("Two groups of runs, the mean of the first divided by that of the second.", pairSchema),
  slope: describe("A numeric factor: the least-squares slope of the outcome over it.", text()),
  maximum: describe("A numeric factor: its level with the highest mean.", text()),
  within: describeNested("With slope or maximum: only these runs.", groupSchema),
  expect: describeNested('What is expected: "> 0", "≥ 2", "< 1", "≤ 0.5" or "6 to 30".', { type: "string" }),
  precision: describe(
    "Half the width that the interval may have, for --until-precision with the name of the contrast.",
    positive(LARGEST),
  ),
};

export const contrastsSchema: Schema = {
  type: ["object", "null"],
  propertyNames: { pattern: NAME_PATTERN },
  additionalProperties: table(Object.fromEntries(Object.entries(contrastFields).map(([key, { schema }]) => [key, schema]))),
};

/** The confidence of the intervals of contrasts. */
export function confidenceField(): Field<(typeof confidences)[number]> {
  return {
    schema: { enum: confidences },
    read(reader, key) {
      const value = reader.get(key);
      if (value === undefined) return undefined;
      return confidences.find((one) => one === value.scalar) ?? reader.fault(key, `one of ${confidences.join(", ")}`, value);
    },
  };
}

const kinds = ["difference", "ratio", "slope", "maximum"] as const;
const example = '{gossip_effect: {outcome: trust, difference: [{gossip: on}, {gossip: off}], expect: "> 0"}}';
const groupExample = "an arm, all, or a table such as {arm: none, gossip: on}";

/** Reads `contrasts`. `checkContrasts` checks what they refer to. */
export function readContrasts(file: TableReader): ReadContrast[] {
  const { faults } = file;
  return [...file.entries("contrasts", `a table such as ${example}`)].flatMap(([name, spec]) => {
    checkName("contrast", name, new Set(), spec.line, faults);
    if (spec.table === undefined) {
      faults.add(spec.line, `contrasts.${name} must be a table such as ${example.slice(16, -1)}, got ${describeValue(spec)}`);
      return [];
    }
    const reader = new TableReader(spec.table, faults, `contrasts.${name}`);
    reader.checkKeys(Object.keys(contrastFields));
    const claim = contrastFields.claim.read(reader, "claim")?.trim().replace(/\.$/, "");
    const outcome = contrastFields.outcome.read(reader, "outcome");
    const comparison = readComparison(reader, name, spec.line);
    const expect = readExpectation(reader);
    const precision = contrastFields.precision.read(reader, "precision");
    if (comparison === undefined) return [];
    const lines = { line: spec.line, outcomeLine: reader.get("outcome")?.line ?? spec.line };
    return [
      {
        name,
        ...(claim && { claim }),
        ...(outcome !== undefined && { outcome }),
        comparison,
        ...(expect && { expect }),
        ...(precision !== undefined && { precision }),
        ...lines,
      },
    ];
  });
}

function readComparison(reader: TableReader, name: string, line: number): Comparison | undefined {
  const { faults } = reader;
  const found = kinds.filter((kind) => reader.get(kind) !== undefined);
  const [kind] = found;
  if (kind === undefined || found.length > 1) {
    const got = found.length === 0 ? "none" : found.join(" and ");
    faults.add(line, `contrasts.${name} needs exactly one of ${kinds.join(", ")}, got ${got}`);
    return undefined;
  }
  const within = reader.get("within");
  const value = reader.get(kind);
  if (kind === "slope" || kind === "maximum") {
    const factor = reader.text(kind);
    const group = within === undefined ? { levels: {} } : readGroup(within, reader.nameOf("within"), reader);
    return factor === undefined || group === undefined ? undefined : { kind, factor, within: group };
  }
  if (within !== undefined)
    faults.add(within.line, `${reader.nameOf("within")} has an effect only with slope or maximum; leave it out`);
  return value && readGroups(kind, value, reader);
}

/** Two groups, or for a difference of differences two pairs of groups. */
function readGroups(kind: "difference" | "ratio", value: YamlValue, reader: TableReader): Comparison | undefined {
  const place = reader.nameOf(kind);
  const list = value.list ?? [];
  if (list.length !== 2) return reader.fault(kind, "a list of two groups of runs such as [{gossip: on}, {gossip: off}]", value);
  if (list.every((item) => item.list !== undefined) && kind === "difference") {
    const wrong = list.find((item) => item.list?.length !== 2);
    if (wrong !== undefined) return reader.fault(kind, "a list of two pairs of groups, each [first, second]", wrong);
    const read = list.flatMap((item) => (item.list ?? []).map((one) => readGroup(one, place, reader)));
    const [a, b, c, d] = read;
    if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
    return { kind: "difference of differences", groups: [a, b, c, d] };
  }
  const [a, b] = list.map((item) => readGroup(item, place, reader));
  if (a === undefined || b === undefined) return undefined;
  if (JSON.stringify(a) === JSON.stringify(b)) {
    reader.faults.add(value.line, `${place} compares a group with itself; name two different groups`);
    return undefined;
  }
  return { kind, groups: [a, b] };
}

function readGroup({ scalar, table: keys, line, list }: YamlValue, place: string, { faults }: TableReader): Group | undefined {
  if (typeof scalar === "string" && scalar !== "") return scalar === "all" ? { levels: {} } : { arm: scalar, levels: {} };
  if (keys === undefined || keys.size === 0) {
    faults.add(
      line,
      `${place} must hold groups of runs: ${groupExample}; got ${describeValue({ scalar, line, ...(list && { list }) })}`,
    );
    return undefined;
  }
  const before = faults.count;
  const levels: Record<string, PlainValue[]> = {};
  let arm: string | undefined;
  for (const [key, value] of keys) {
    if (key === "arm") {
      if (typeof value.scalar === "string") arm = value.scalar;
      else faults.add(value.line, `${place}: arm must be the name of an arm, got ${describeValue(value)}`);
      continue;
    }
    const given = value.list ?? [value];
    if (value.table !== undefined || given.length === 0)
      faults.add(value.line, `${place}: ${key} must be a level or a list of levels, got ${describeValue(value)}`);
    else levels[key] = given.map((one) => plainOf(one) as PlainValue);
  }
  return faults.count > before ? undefined : { ...(arm !== undefined && { arm }), levels };
}

const NUMBER = String.raw`[-−+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`;
const ONE_SIDED = new RegExp(`^(>=|≥|<=|≤|>|<)\\s*(${NUMBER})$`, "i");
const TWO_SIDED = new RegExp(`^(${NUMBER})\\s+to\\s+(${NUMBER})$`, "i");
const sides: Readonly<Record<string, keyof Bound>> = {
  ">": "above",
  ">=": "least",
  "≥": "least",
  "<": "below",
  "<=": "most",
  "≤": "most",
};

function readExpectation(reader: TableReader): Bound | undefined {
  const value = reader.get("expect");
  if (value === undefined) return undefined;
  const given = typeof value.scalar === "string" ? value.scalar.trim() : "";
  const one = ONE_SIDED.exec(given);
  const side = one?.[1] === undefined ? undefined : sides[one[1]];
  if (one !== null && side !== undefined) return { [side]: numberOfText(one[2]) };
  const two = TWO_SIDED.exec(given);
  const [least, most] = [numberOfText(two?.[1]), numberOfText(two?.[2])];
  if (two !== null && least < most) return { least, most };
  return reader.fault("expect", 'a text such as "> 0", "≥ 2", "< 1", "≤ 0.5" or "6 to 30", lower number first', value);
}

function numberOfText(written = ""): number {
  return Number(written.replace("−", "-")) + 0; // no −0
}
