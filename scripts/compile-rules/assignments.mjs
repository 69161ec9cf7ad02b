// @ts-nocheck: it walks syntax trees, whose nodes have no common type.
import { MathCalls } from "./math.mjs";
import { elements } from "./memory-layout.mjs";
import { convert, literal, number, operate, wasmType } from "./numbers.mjs";

/** What changes variables and memory. */
export class Assignments extends MathCalls {
  /** Runs an expression for its effect. */
  effect(node) {
    switch (node.type) {
      case "ParenthesizedExpression":
        return this.effect(node.expression);
      case "AssignmentExpression":
        return this.assign(node);
      case "UpdateExpression":
        return this.update(node, false);
      case "CallExpression": {
        const value = this.call(node);
        return value.k === "void" ? value.code : `(drop ${value.code})`;
      }
    }
    return this.fail(node, "effect");
  }

  assign(node) {
    const { left, right, operator } = node;
    const target = this.target(left);
    if (operator === "=" && right.type === "NewExpression") return this.renew(target, right);
    const plain = operator.slice(0, -1);
    if (operator === "=") {
      const value = this.expression(right);
      if (value.k === "array") {
        // Two columns swap places.
        if (!target.slot) this.fail(node, "assignment of an array");
        const [offset, base] = this.at(target.slot);
        return `(i32.store ${offset} ${base} ${value.pointer})`;
      }
      return target.write(value);
    }
    return target.prepare + target.write(operate(plain, target.read(), this.expression(right)));
  }

  update(node, isValue) {
    const target = this.target(node.argument);
    const one = literal(1);
    const operator = node.operator[0];
    const change = target.prepare + target.write(operate(operator, target.read(), one));
    if (!isValue) return change;
    const kind = target.read().k;
    if (node.prefix) return number(kind, `(block (result ${wasmType(kind)}) ${change} ${target.read().code})`);
    const before = this.newLocal("before", `=${wasmType(kind)}`);
    const code = `(block (result ${wasmType(kind)}) ${target.prepare} (local.set $${before} ${target.read().code}) ${target.write(
      operate(operator, number(kind, `(local.get $${before})`), one),
    )} (local.get $${before}))`;
    return number(kind, code);
  }

  renew(target, { callee, arguments: [size] }) {
    const { shift } = elements[callee.name];
    const [offset, base] = this.at(target.slot);
    return `(i32.store ${offset} ${base} (call $renew (i32.load ${offset} ${base}) ${convert(this.expression(size), "i32")} (i32.const ${shift})))`;
  }
}
