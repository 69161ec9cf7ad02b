// @ts-nocheck: it walks syntax trees, whose nodes have no common type.
/** Sizes of the elements of typed arrays, and how a program reads them. */
export const elements = {
  Float64Array: { shift: 3, kind: "f64", load: "f64.load", store: "f64.store" },
  Int32Array: { shift: 2, kind: "i32", load: "i32.load", store: "i32.store" },
  Uint32Array: { shift: 2, kind: "u32", load: "i32.load", store: "i32.store" },
  Uint16Array: { shift: 1, kind: "i32", load: "i32.load16_u", store: "i32.store16" },
  Uint8Array: { shift: 0, kind: "i32", load: "i32.load8_u", store: "i32.store8" },
};

/** The address of the population. Lower ones stay unused, so that 0 is no address. */
const START = 1024;

/** Where everything that starts with an interface lies in memory. */
export class MemoryLayout {
  structs = new Map();
  /** arrays of fixed length: { at, type, length, path } */
  fixed = [];
  constructor(modules) {
    this.modules = modules;
    this.next = START;
  }

  /** Places the population, whose interface was found, with fixed arrays as long as those of a sample. */
  placePopulation(found, sample) {
    const population = this.struct(found);
    this.next = START + population.size;
    this.place(population, START, sample, []);
    this.placeFixed();
    return population;
  }

  typeOf(module, node) {
    if (!node) return { type: "other" };
    if (node.type === "TSTypeAnnotation") return this.typeOf(module, node.typeAnnotation);
    if (node.type === "TSTypeOperator") return this.typeOf(module, node.typeAnnotation);
    if (node.type === "TSNumberKeyword") return { type: "number" };
    if (node.type === "TSBooleanKeyword") return { type: "boolean" };
    if (node.type === "TSTupleType") return { type: "tuple", items: node.elementTypes.map((item) => this.typeOf(module, item)) };
    if (node.type === "TSArrayType") return { type: "list" };
    if (node.type === "TSTypeReference" && node.typeName.type === "Identifier") {
      const name = node.typeName.name;
      if (elements[name]) return { type: "array", element: name };
      const found = this.modules.find(module, name);
      if (found?.kind === "interface") return { type: "struct", struct: this.struct(found) };
      if (found?.kind === "class") return { type: "other" };
    }
    return { type: "other" };
  }

  struct({ module, name, node }) {
    const known = this.structs.get(name);
    if (known) return known;
    const struct = { name, fields: new Map(), size: 0, places: [] };
    this.structs.set(name, struct);
    for (const member of node.body.body) {
      if (member.type !== "TSPropertySignature") {
        struct.isBehavior = true;
        continue;
      }
      const type = this.typeOf(module, member.typeAnnotation);
      const size = sizeOf(type);
      struct.fields.set(member.key.name, {
        name: member.key.name,
        offset: struct.size,
        readonly: member.readonly === true,
        ...type,
      });
      struct.size += size;
    }
    return struct;
  }

  /** Places a struct and all within, and takes the lengths of fixed arrays from a sample. */
  place(struct, at, sample, path) {
    struct.places.push({ at, path });
    for (const field of struct.fields.values()) {
      const here = at + field.offset;
      const value = sample?.[field.name];
      const to = [...path, field.name];
      if (field.type === "struct") this.place(field.struct, here, value, to);
      else if (field.type === "tuple") {
        field.items.forEach((item, k) => {
          this.place(item.struct, here + k * item.struct.size, value[k], [...to, k]);
        });
      } else if (field.type === "array" && field.readonly)
        this.fixed.push({ slot: here, element: field.element, length: value.length, path: to });
    }
  }

  /** Gives every fixed array its address. */
  placeFixed() {
    for (const fixed of this.fixed) fixed.at = this.reserve(fixed.element, fixed.length);
    this.fixedBySlot = new Map(this.fixed.map((fixed) => [fixed.slot, fixed]));
  }

  reserve(element, length) {
    const at = (this.next + 8 + 15) & ~15;
    this.next = at + (length << elements[element].shift);
    return at;
  }
}

function sizeOf(type) {
  if (type.type === "struct") return type.struct.size;
  if (type.type === "tuple") return type.items.reduce((sum, item) => sum + item.struct.size, 0);
  return type.type === "other" || type.type === "list" ? 0 : 8;
}

/** Lists the numbers, columns and lists of the population, as `MemoryMap` (sim/compiled/memory-map.ts) describes them. */
export function describeMemory(population, layout, kinds) {
  const map = { numbers: [], columns: [], lists: [] };
  describe(population, START, [], map, layout, kinds);
  return map;
}

const shortNames = { Float64Array: "f64", Int32Array: "i32", Uint32Array: "u32", Uint16Array: "u16", Uint8Array: "u8" };

function describe(struct, at, path, map, layout, kinds) {
  for (const field of struct.fields.values()) {
    const here = at + field.offset;
    const to = [...path, field.name];
    if (field.type === "struct" && !field.struct.isBehavior) describe(field.struct, here, to, map, layout, kinds);
    if (field.type === "tuple")
      field.items.forEach((item, k) => {
        describe(item.struct, here + k * item.struct.size, [...to, k], map, layout, kinds);
      });
    if (field.type === "array") map.columns.push([here, to, shortNames[field.element], layout.fixedBySlot.get(here)?.at ?? 0]);
    if (field.type === "number") map.numbers.push([here, to, kinds.get(`${struct.name}.${field.name}`) === "f64"]);
    if (field.type === "list") map.lists.push(to);
  }
}
