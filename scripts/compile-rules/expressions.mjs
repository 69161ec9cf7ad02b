// @ts-nocheck: it walks syntax trees, whose nodes have no common type.
import { Bindings } from "./bindings.mjs";
import { compare, convert, joinKinds, keptKind, literal, number, operate, opposites, wasmType } from "./numbers.mjs";
import { fixedArray } from "./places.mjs";

/** What has a value and no effect of its own. */
export class Expressions extends Bindings {
  condition(node) {
    const value = this.expression(node);
    if (value.k === "f64") this.fail(node, "number as condition");
    return value.code;
  }

  negate(node) {
    if (node.type === "BinaryExpression") {
      const opposite = opposites[node.operator];
      if (opposite) {
        const left = this.expression(node.left);
        const right = this.expression(node.right);
        if (left.k !== "f64" && right.k !== "f64") return compare(opposite, left, right).code;
      }
    }
    return `(i32.eqz ${this.condition(node)})`;
  }

  expression(node) {
    const constant = this.modules.constant(this.module, this.isShadowed(node) ? undefined : node);
    if (typeof constant === "number") return literal(constant);
    switch (node.type) {
      case "ParenthesizedExpression":
      case "TSAsExpression":
      case "TSNonNullExpression":
        return this.expression(node.expression);
      case "Literal":
        if (typeof node.value === "boolean") return number("bool", `(i32.const ${+node.value})`);
        return literal(node.value);
      case "Identifier":
        return this.identifier(node);
      case "ThisExpression":
        return this.lookup("this");
      case "MemberExpression":
        return this.member(node);
      case "UnaryExpression":
        return this.unary(node);
      case "BinaryExpression":
        return this.binary(node);
      case "LogicalExpression": {
        const left = this.condition(node.left);
        const right = this.condition(node.right);
        return number(
          "bool",
          node.operator === "&&"
            ? `(if (result i32) ${left} (then ${right}) (else (i32.const 0)))`
            : `(if (result i32) ${left} (then (i32.const 1)) (else ${right}))`,
        );
      }
      case "ConditionalExpression":
        return this.conditional(node);
      case "UpdateExpression":
        return this.update(node, true);
      case "AssignmentExpression":
        return this.fail(node, "assignment as a value");
      case "CallExpression":
        return this.call(node);
    }
    return this.fail(node, "expression");
  }

  isShadowed(node) {
    let root = node;
    if (["BinaryExpression", "UnaryExpression", "ParenthesizedExpression", "TSAsExpression"].includes(node.type))
      return this.mentionsLocal(node);
    while (root.type === "MemberExpression") root = root.object;
    return root.type === "Identifier" && this.lookup(root.name) !== undefined;
  }

  mentionsLocal(node) {
    if (!node || typeof node !== "object") return false;
    if (node.type === "Identifier") return this.lookup(node.name) !== undefined;
    if (node.type === "MemberExpression") return this.isShadowed(node) || (node.computed && this.mentionsLocal(node.property));
    return ["left", "right", "argument", "expression"].some((part) => this.mentionsLocal(node[part]));
  }

  identifier(node) {
    const value = this.lookup(node.name);
    if (value) {
      if (value.k === "local") return number(this.kindOf(value.key), `(local.get $${value.name})`);
      if (value.k === "known") return literal(value.value);
      return value;
    }
    const list = this.functionList(node.name);
    if (list) return list;
    const found = this.modules.find(this.module, node.name);
    if (found?.kind === "function") return { k: "function", found, name: node.name };
    if (found?.kind === "const") {
      const array = this.compiler.constArray(found);
      if (array) return fixedArray(array);
      if (found.init?.type === "ObjectExpression") return { k: "behavior", name: node.name, object: found };
    }
    return this.fail(node, `unknown name ${node.name}`);
  }

  functionList(name) {
    const found = this.modules.find(this.module, name);
    if (found?.kind !== "const" || found.init?.type !== "ArrayExpression") return undefined;
    const functions = found.init.elements.map((one) => this.modules.find(found.module, one.name));
    if (!functions.every((one) => one?.kind === "function")) return undefined;
    return { k: "functions", name, functions };
  }

  member(node) {
    if (node.computed) {
      const list = this.expression(node.object);
      if (list.k === "functions") return { k: "function", found: list.functions[this.expression(node.property).constant] };
      return this.load(list, node.property);
    }
    if (node.object.type === "ThisExpression") return this.lookup("this").field(node.property.name);
    return this.field(this.expression(node.object), node.property.name, node);
  }

  unary(node) {
    const value = this.expression(node.argument);
    if (node.operator === "!") {
      if (value.k === "f64") this.fail(node, "not of a number");
      return number("bool", `(i32.eqz ${value.code})`);
    }
    if (node.operator === "+") return number(value.k === "bool" ? "i32" : value.k, value.code);
    if (node.operator === "-")
      return value.k === "f64" ? number("f64", `(f64.neg ${value.code})`) : number("i32", `(i32.sub (i32.const 0) ${value.code})`);
    return this.fail(node, "unary");
  }

  binary(node) {
    return operate(node.operator, this.expression(node.left), this.expression(node.right));
  }

  conditional(node) {
    const known = this.expression(node.test).constant;
    if (known !== undefined) return this.expression(known === 1 ? node.consequent : node.alternate);
    const test = this.condition(node.test);
    const then = this.expression(node.consequent);
    const other = this.expression(node.alternate);
    if (then.k === "array" && other.k === "array") this.fail(node, "choice of arrays");
    const kind = then.k === other.k ? then.k : joinKinds(keptKind(then.k), keptKind(other.k));
    return number(kind, `(if (result ${wasmType(kind)}) ${test} (then ${convert(then, kind)}) (else ${convert(other, kind)}))`);
  }
}
