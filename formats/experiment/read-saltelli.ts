import { didYouMean, formatValue } from "../../sim/index.ts";
import { indexUnits } from "../../study/designs/index-units.ts";
import type { Design, Factor } from "../../study/experiment.ts";
import type { Faults } from "../faults.ts";
import type { Schema } from "../parameter-schema.ts";
import { TableReader } from "../table-reader.ts";
import { describeValue, type YamlValue } from "../yaml-value.ts";
import { checkName, NAME_PATTERN } from "./check-name.ts";

type Groups = Readonly<Record<string, readonly string[]>>;

export const groupsSchema: Schema = {
  type: "object",
  propertyNames: { pattern: NAME_PATTERN },
  additionalProperties: { type: "array", items: { type: "string" }, minItems: 2, uniqueItems: true },
};

/**
 * Reads the groups of a Saltelli design and whether it has second-order indices.
 *
 * @param factors those of the experiment, whatever their values
 */
export function readSaltelli(base: number, file: TableReader, factors: readonly Factor[]): Design {
  const value = file.get("design");
  const reader = new TableReader(value?.table ?? new Map(), file.faults, "design");
  const before = file.faults.count;
  const groups = readGroups(reader.get("groups"), factors, file.faults);
  const design: Design = {
    kind: "saltelli",
    base,
    ...(groups && { groups }),
    ...(reader.onOff("second_order") && { secondOrder: true }),
  };
  if (file.faults.count === before) checkUnits(design, factors, reader, file.faults);
  return design;
}

/** Groups need something beside them, and pairs need two. */
function checkUnits(
  design: Design & { readonly kind: "saltelli" },
  factors: readonly Factor[],
  reader: TableReader,
  faults: Faults,
): void {
  if (factors.length === 0 || indexUnits({ design, factors }).length > 1) return;
  const groups = reader.get("groups");
  if (design.groups !== undefined)
    faults.add(
      groups?.line ?? 0,
      "design.groups puts all factors into one group, so its share of the variance is 1 anyway; leave out a factor or make two groups",
    );
  else if (design.secondOrder)
    faults.add(reader.get("second_order")?.line ?? 0, "design.second_order needs at least two factors, whose pairs it is about");
}

function readGroups(value: YamlValue | undefined, factors: readonly Factor[], faults: Faults): Groups | undefined {
  if (value === undefined) return undefined;
  const rule = "a table of groups such as {talk: [gossip_rate, noise]}";
  if (value.table === undefined || value.table.size === 0) {
    faults.add(value.line, `design.groups must be ${rule}, got ${describeValue(value)}`);
    return undefined;
  }
  const names = new Set(factors.map(({ name }) => name));
  const groupOf = new Map<string, string>();
  return Object.fromEntries(
    [...value.table].map(([group, members]) => {
      checkName("group", group, names, members.line, faults);
      const place = `design.groups.${group}`;
      if (members.list === undefined) {
        faults.add(members.line, `${place} must be a list of factors, got ${describeValue(members)}`);
        return [group, []];
      }
      if (members.list.length < 2)
        faults.add(
          members.line,
          `${place} needs at least two factors, got ${members.list.length}; a factor outside all groups has indices of its own`,
        );
      return [group, members.list.flatMap((member) => readMember(member, { group, names, groupOf }, faults))];
    }),
  );
}

interface Membership {
  readonly group: string;
  /** of all factors */
  readonly names: ReadonlySet<string>;
  /** the groups of the factors read so far */
  readonly groupOf: Map<string, string>;
}

function readMember(member: YamlValue, { group, names, groupOf }: Membership, faults: Faults): string[] {
  const place = `design.groups.${group}`;
  const name = member.scalar;
  if (typeof name !== "string" || !names.has(name)) {
    const hint = typeof name === "string" ? didYouMean(name, names) : "";
    const got = typeof name === "string" ? formatValue(name) : describeValue(member);
    faults.add(member.line, `${place} must name factors under vary (${[...names].join(", ")}), got ${got}${hint}`);
    return [];
  }
  const other = groupOf.get(name);
  if (other !== undefined) {
    const again =
      other === group
        ? `${place} has ${name} twice; remove one`
        : `${place} has ${name}, as design.groups.${other} does; a factor can belong to only one group`;
    faults.add(member.line, again);
    return [];
  }
  groupOf.set(name, group);
  return [name];
}
