// @ts-nocheck: it walks syntax trees, whose nodes have no common type.
import { Assignments } from "./assignments.mjs";
import { elements } from "./memory-layout.mjs";
import { convert } from "./numbers.mjs";

/** Statements; each becomes text. */
export class Statements extends Assignments {
  statement(node) {
    switch (node.type) {
      case "VariableDeclaration":
        return node.declarations.map((one) => this.declaration(one)).join("\n");
      case "ExpressionStatement":
        return this.effect(node.expression);
      case "BlockStatement": {
        this.scopes.push(new Map());
        const code = node.body.map((one) => this.statement(one)).join("\n");
        this.scopes.pop();
        return code;
      }
      case "IfStatement": {
        const test = this.condition(node.test);
        const then = this.statement(node.consequent);
        const other = node.alternate ? `(else ${this.statement(node.alternate)})` : "";
        return `(if ${test} (then ${then}) ${other})`;
      }
      case "ReturnStatement":
        return this.returnStatement(node);
      case "ForStatement":
        return this.forStatement(node);
      case "WhileStatement":
        return this.loop(node.test, undefined, node.body);
      case "ForOfStatement":
        return this.forOf(node);
      case "ContinueStatement":
        return `(br $${this.loops.at(-1).next})`;
      case "BreakStatement":
        return `(br $${this.loops.at(-1).end})`;
      case "EmptyStatement":
        return "";
    }
    return this.fail(node, "statement");
  }

  returnStatement(node) {
    if (!node.argument) return "(return)";
    const value = this.expression(node.argument);
    const type = this.layout.typeOf(this.module, this.instance.node.returnType);
    if (type.type === "boolean") return `(return ${value.code})`;
    const kind = this.compiler.learn(`${this.key}=>`, value.k);
    return `(return ${convert(value, kind)})`;
  }

  forStatement(node) {
    const unrolled = this.unroll(node);
    if (unrolled !== undefined) return unrolled;
    this.scopes.push(new Map());
    const init = node.init ? (node.init.type === "VariableDeclaration" ? this.statement(node.init) : this.effect(node.init)) : "";
    const code = this.loop(node.test, node.update, node.body);
    this.scopes.pop();
    return `${init}\n${code}`;
  }

  loop(test, update, body) {
    const id = this.counter++;
    const labels = { end: `end${id}`, next: `next${id}` };
    const condition = test ? `(br_if $${labels.end} ${this.negate(test)})` : "";
    this.loops.push(labels);
    const inner = this.statement(body);
    this.loops.pop();
    return `(block $${labels.end} (loop $top${id} ${condition} (block $${labels.next} ${inner}) ${update ? this.effect(update) : ""} (br $top${id})))`;
  }

  /** `for (let k = 0; k < list.length; k++) list[k](…)` for a list of functions that is known. */
  unroll(node) {
    const { test } = node;
    if (test?.type !== "BinaryExpression" || test.right.type !== "MemberExpression" || test.right.property.name !== "length")
      return undefined;
    if (test.right.object.type !== "Identifier") return undefined;
    const list = this.lookup(test.right.object.name) ?? this.functionList(test.right.object.name);
    if (list?.k !== "functions") return undefined;
    const name = node.init.declarations[0].id.name;
    return list.functions
      .map((_, at) => {
        this.scopes.push(new Map([[name, { k: "known", value: at }]]));
        const code = this.statement(node.body);
        this.scopes.pop();
        return code;
      })
      .join("\n");
  }

  forOf(node) {
    const list = this.expression(node.right);
    if (list.k !== "array") this.fail(node, "for of");
    this.scopes.push(new Map());
    const pointer = this.newLocal("list", "=i32");
    const at = this.newLocal("at", "=i32");
    const id = this.counter++;
    const { id: declared } = node.left.declarations[0];
    const key = `${this.key}:${declared.start}`;
    const element = elements[list.element];
    const name = this.newLocal(declared.name, key);
    this.compiler.learn(key, element.kind);
    this.declare(declared.name, { k: "local", name, key });
    this.loops.push({ end: `end${id}`, next: `next${id}` });
    const body = this.statement(node.body);
    this.loops.pop();
    this.scopes.pop();
    const get = `(local.get $${pointer})`;
    const index = `(local.get $${at})`;
    return `(local.set $${pointer} ${list.pointer}) (local.set $${at} (i32.const 0))
(block $end${id} (loop $top${id} (br_if $end${id} (i32.ge_u ${index} (i32.load (i32.sub ${get} (i32.const 8)))))
(local.set $${name} (${element.load} (i32.add ${get} (i32.shl ${index} (i32.const ${element.shift})))))
(block $next${id} ${body}) (local.set $${at} (i32.add ${index} (i32.const 1))) (br $top${id})))`;
  }

  declaration({ id, init }) {
    if (id.type === "ObjectPattern") {
      const code = this.destructure(id, this.expression(init));
      return code;
    }
    if (id.type === "ArrayPattern") {
      const value = this.expression(init);
      id.elements.forEach((one, k) => {
        this.declare(one.name, value.items[k]);
      });
      return "";
    }
    if (!init) {
      const key = `${this.key}:${id.start}`;
      if (!this.compiler.kinds.has(key)) this.compiler.kinds.set(key, "i32");
      this.declare(id.name, { k: "local", name: this.newLocal(id.name, key), key });
      return "";
    }
    return this.bind(id.name, this.expression(init), `${this.key}:${id.start}`);
  }
}
