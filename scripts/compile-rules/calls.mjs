// @ts-nocheck: it walks syntax trees, whose nodes have no common type.
import { Expressions } from "./expressions.mjs";
import { elements } from "./memory-layout.mjs";
import { convert, number } from "./numbers.mjs";

/** Calls of functions of the rules, of methods, and of `Math`. */
export class Calls extends Expressions {
  call(node) {
    const { callee, arguments: args } = node;
    if (callee.type === "MemberExpression") {
      if (callee.object.type === "Identifier" && callee.object.name === "Math") return this.math(callee.property.name, args, node);
      if (!callee.computed) return this.method(node);
      return this.invoke(this.expression(callee).found, args);
    }
    const given = this.lookup(callee.name);
    if (given?.k === "function") return this.invoke(given.found, args);
    if (callee.name === "growColumns") return this.grow(args, node);
    const found = this.modules.find(this.module, callee.name);
    if (found?.kind !== "function") this.fail(node, `unknown function ${callee.name}`);
    return this.invoke(found, args);
  }

  invoke(found, args) {
    const statics = [];
    const passed = [];
    found.node.params.forEach((param, at) => {
      const type = this.layout.typeOf(found.module, param.typeAnnotation);
      const value = this.expression(args[at]);
      if (value.k === "functions" || value.k === "function" || value.k === "behavior") {
        statics[at] = value.k === "behavior" ? this.behavior(value) : value;
        return;
      }
      if (type.type === "struct") {
        if (type.struct.places.length > 1) passed.push(this.address(value));
        return;
      }
      if (value.k === "array") passed.push(value.pointer);
      else passed.push({ value, at });
    });
    const instance = this.compiler.instance(found, statics);
    const code = passed
      .map((one) =>
        typeof one === "string" ? one : convert(one.value, this.compiler.learn(`${instance.key}(${one.at}`, one.value.k)),
      )
      .join(" ");
    const type = this.layout.typeOf(found.module, found.node.returnType);
    const text = `(call $${instance.id} ${code})`;
    if (type.type === "number") return number(this.compiler.kinds.get(`${instance.key}=>`) ?? "i32", text);
    if (type.type === "boolean") return number("bool", text);
    return { k: "void", code: text };
  }

  /** Columns that follow rows: an object of this module, or the class that a store creates for itself. */
  behavior(value) {
    if (value.name) return value;
    return { k: "behavior", name: value.of.struct.name, of: value.of };
  }

  method(node) {
    const { callee, arguments: args } = node;
    const name = callee.property.name;
    const object = this.expression(callee.object);
    if (object.k === "behavior") return this.behaviorCall(object, name, args, node);
    if (object.k !== "array") this.fail(node, `method ${name}`);
    const { shift } = elements[object.element];
    const numbers = args.map((one) => convert(this.expression(one), "i32"));
    const bytes = (code) => (shift === 0 ? code : `(i32.shl ${code} (i32.const ${shift}))`);
    const place = (code) => `(i32.add ${object.pointer} ${bytes(code)})`;
    if (name === "copyWithin") {
      const [to, from, end] = numbers.map((code) => ({ code, local: this.newLocal("range", "=i32") }));
      const set = [to, from, end].map(({ code, local }) => `(local.set $${local} ${code})`).join(" ");
      const get = ({ local }) => `(local.get $${local})`;
      return {
        k: "void",
        code: `${set} (memory.copy ${place(get(to))} ${place(get(from))} ${bytes(`(i32.sub ${get(end)} ${get(from)})`)})`,
      };
    }
    if (name === "fill") {
      if (this.modules.constant(this.module, args[0]) !== 0) this.fail(node, "fill with something else than 0");
      const start = numbers[1] ?? "(i32.const 0)";
      const end = numbers[2] ?? this.field(object, "length", node).code;
      return { k: "void", code: `(memory.fill ${place(start)} (i32.const 0) ${bytes(`(i32.sub ${end} ${start})`)})` };
    }
    return this.fail(node, `method ${name}`);
  }

  behaviorCall(object, name, args, node) {
    if (object.object) {
      // An object whose methods do nothing.
      const method = object.object.init.properties.find((one) => one.key.name === name);
      if (method.value.body.body.length > 0) this.fail(node, "method that does something");
      return { k: "void", code: "" };
    }
    const { struct } = object.of;
    const owner = this.classFor(struct.name);
    const method = owner.node.body.body.find((one) => one.key?.name === name && one.type === "MethodDefinition");
    const self = { k: "this", field: () => ({ k: "struct", struct, base: object.of.base, offset: object.of.offset }) };
    if (object.of.base !== null) this.fail(node, "method of one of many");
    return this.invoke({ module: owner.module, name: `${owner.name}.${name}`, node: method.value, self }, args);
  }

  /** The class with a private field of this interface. */
  classFor(name) {
    const found = this.modules
      .classes()
      .find(({ node }) =>
        node.body.body.some(
          (one) => one.type === "PropertyDefinition" && one.typeAnnotation?.typeAnnotation.typeName?.name === name,
        ),
      );
    return found ?? this.fail(undefined, `no class for ${name}`);
  }

  grow([storeNode, columnsNode], node) {
    const store = this.expression(storeNode);
    const found = this.modules.find(this.module, columnsNode.callee.name);
    const returned = found.node.body.body.find((one) => one.type === "ReturnStatement").argument;
    const parameter = found.node.params[0].name;
    const size = convert(this.expression(columnsNode.arguments[0]), "i32");
    const rows = this.newLocal("rows", "=i32");
    const inner = new this.constructor(this.compiler, { ...this.instance, found: { ...found } });
    inner.scopes[0].set(parameter, { k: "local", name: rows, key: "=i32" });
    const fields = returned.properties.map(({ key: name, value }) => {
      if (value.type !== "NewExpression") this.fail(node, "column");
      const length = convert(inner.expression(value.arguments[0]), "i32");
      const slot = this.field(store, name.name, node).slot;
      const [offset, base] = this.at(slot);
      return `(i32.store ${offset} ${base} (call $grow (i32.load ${offset} ${base}) ${length} (i32.const ${elements[value.callee.name].shift})))`;
    });
    return { k: "void", code: `(local.set $${rows} ${size}) ${fields.join("\n")}` };
  }
}
