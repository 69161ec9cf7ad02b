// @ts-nocheck: it walks syntax trees, whose nodes have no common type.
import { elements } from "./memory-layout.mjs";
import { convert, literal, number, wasmType } from "./numbers.mjs";
import { Scopes } from "./scopes.mjs";

/** An array whose address and length never change. */
export function fixedArray({ element, at, length }) {
  return { k: "array", element, pointer: `(i32.const ${at})`, constant: at, length, isFixed: true };
}

function lengthOf({ length, pointer }) {
  return length === undefined ? number("i32", `(i32.load (i32.sub ${pointer} (i32.const 8)))`) : literal(length);
}

/**
 * What lies in memory. A struct has a base, which is code or null, and an offset; an array has the code of its address. Other values:
 * tuples, lists that are empty, lists of functions, and behaviors (objects with methods).
 */
export class Places extends Scopes {
  address({ base, offset }) {
    if (base === null) return `(i32.const ${offset})`;
    return offset === 0 ? base : `(i32.add ${base} (i32.const ${offset}))`;
  }

  /** Base and offset of a load or store. */
  at({ base, offset }) {
    return base === null ? [`offset=${offset}`, "(i32.const 0)"] : [`offset=${offset}`, base];
  }

  field(value, name, node) {
    // Compiled code runs only while such lists are empty.
    if (value.k === "list" && name === "length") return literal(0);
    if (value.k === "array" && name === "length") return lengthOf(value);
    if (value.k !== "struct") this.fail(node, `field ${name} of ${value.k}`);
    const field = value.struct.fields.get(name);
    if (!field) this.fail(node, `unknown field ${name}`);
    const place = { base: value.base, offset: value.offset + field.offset };
    if (field.type === "struct") {
      if (field.struct.isBehavior) return { k: "behavior", of: value };
      return { k: "struct", struct: field.struct, ...place };
    }
    if (field.type === "tuple") {
      let offset = place.offset;
      const items = field.items.map((item) => {
        const one = { k: "struct", struct: item.struct, base: place.base, offset };
        offset += item.struct.size;
        return one;
      });
      return { k: "tuple", items };
    }
    const [offset, base] = this.at(place);
    if (field.type === "array") {
      const fixed = place.base === null ? this.layout.fixedBySlot.get(place.offset) : undefined;
      if (fixed) return fixedArray(fixed);
      return { k: "array", element: field.element, pointer: `(i32.load ${offset} ${base})`, slot: place };
    }
    if (field.type === "list") return { k: "list" };
    if (field.type === "number") {
      const key = `${value.struct.name}.${name}`;
      if (!this.compiler.kinds.has(key)) this.compiler.kinds.set(key, "i32");
      const kind = this.compiler.kinds.get(key);
      return { k: kind, code: `(${wasmType(kind)}.load ${offset} ${base})`, place, key };
    }
    return this.fail(node, `field ${name} of unknown type`);
  }

  /** Offset and address of an element. */
  element(list, indexNode) {
    const { shift } = elements[list.element];
    let index = this.expression(indexNode);
    if (index.constant !== undefined) {
      if (list.constant !== undefined) return [`offset=${list.constant + index.constant * 2 ** shift}`, "(i32.const 0)"];
      return [`offset=${index.constant * 2 ** shift}`, list.pointer];
    }
    let offset = 0;
    let inner = indexNode;
    while (inner.type === "ParenthesizedExpression") inner = inner.expression;
    if (inner.type === "BinaryExpression" && inner.operator === "+") {
      const right = this.expression(inner.right);
      if (right.constant !== undefined && right.constant >= 0) {
        offset = right.constant * 2 ** shift;
        index = this.expression(inner.left);
      }
    }
    const code = convert(index, "i32");
    const scaled = shift === 0 ? code : `(i32.shl ${code} (i32.const ${shift}))`;
    if (list.constant !== undefined) return [`offset=${list.constant + offset}`, scaled];
    return [offset === 0 ? "" : `offset=${offset}`, `(i32.add ${list.pointer} ${scaled})`];
  }

  load(list, indexNode) {
    if (list.k !== "array") this.fail(indexNode, `index of ${list.k}`);
    const { kind, load } = elements[list.element];
    const [offset, address] = this.element(list, indexNode);
    return number(kind, `(${load} ${offset} ${address})`);
  }

  /** A place that can be read and written. If it is read first, `prepare` must come before: it works out the address once. */
  target(node) {
    if (node.type === "Identifier") return this.localTarget(node);
    if (node.type !== "MemberExpression") this.fail(node, "target");
    return node.computed ? this.elementTarget(node) : this.fieldTarget(node);
  }

  localTarget(node) {
    const local = this.lookup(node.name);
    if (local?.k !== "local") this.fail(node, "assignment");
    return {
      prepare: "",
      read: () => number(this.kindOf(local.key), `(local.get $${local.name})`),
      write: (value) => `(local.set $${local.name} ${convert(value, this.compiler.learn(local.key, value.k))})`,
    };
  }

  fieldTarget(node) {
    const field = this.member(node);
    if (field.k === "array") return field;
    const [offset, base] = this.at(field.place);
    const write = (value) => {
      const kind = this.compiler.learn(field.key, value.k);
      return `(${wasmType(kind)}.store ${offset} ${base} ${convert(value, kind)})`;
    };
    return { prepare: "", read: () => field, write };
  }

  elementTarget(node) {
    const list = this.expression(node.object);
    const { kind, load, store } = elements[list.element];
    const [offset, address] = this.element(list, node.property);
    let prepare = "";
    let at = address;
    if (address !== "(i32.const 0)") {
      const local = this.newLocal("place", "=i32");
      prepare = `(local.set $${local} ${address})`;
      at = `(local.get $${local})`;
    }
    let isPrepared = false;
    return {
      get prepare() {
        isPrepared = true;
        return prepare;
      },
      read: () => number(kind, `(${load} ${offset} ${at})`),
      write: (value) => `(${store} ${offset} ${isPrepared ? at : address} ${convert(value, wasmType(kind))})`,
    };
  }
}
