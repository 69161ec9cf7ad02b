// @ts-nocheck: it walks syntax trees, whose nodes have no common type.
import { wasmType } from "./numbers.mjs";
import { NotCompiled } from "./scopes.mjs";
import { Statements } from "./statements.mjs";

/** Compiles one function of the rules to WebAssembly text. */
export class FunctionCompiler extends Statements {
  /** Compiles the function and returns its text. */
  emit() {
    const { node, statics } = this.instance;
    const params = [];
    if (this.instance.found.self) this.scopes[0].set("this", this.instance.found.self);
    node.params.forEach((param, at) => {
      this.parameter(param, at, statics[at], params);
    });
    const result = this.returns(node.returnType);
    const body = node.body.body.map((statement) => this.placed(statement)).join("\n");
    const list = (word, names) => names.map(([name, key]) => `(${word} $${name} ${wasmType(this.kindOf(key))})`).join(" ");
    return `(func $${this.instance.id} ${list("param", params)} ${result ? `(result ${wasmType(result)})` : ""}
${list("local", this.locals)}
${this.prologue.join("\n")}
${body}
${result ? "(unreachable)" : ""})`;
  }

  /** Compiles a statement. An error that doesn't say where it is gets the place of the statement. */
  placed(statement) {
    try {
      return this.statement(statement);
    } catch (error) {
      if (error instanceof NotCompiled) throw error;
      return this.fail(statement, error.message);
    }
  }

  /** Declares a parameter. What is known when the function is called, and what exists only once, isn't passed. */
  parameter(param, at, known, params) {
    const value = known ?? this.passed(param, `p${at}`, `${this.key}(${at}`, params);
    if (param.type === "ObjectPattern") this.prologue.push(this.destructure(param, value));
    else this.declare(param.name, value);
  }

  passed(param, name, key, params) {
    const { type, struct, element } = this.layout.typeOf(this.module, param.typeAnnotation);
    if (type === "struct" && struct.places.length === 1) return { k: "struct", struct, base: null, offset: struct.places[0].at };
    if (type === "number" || type === "boolean") {
      if (!this.compiler.kinds.has(key)) this.compiler.kinds.set(key, "i32");
      params.push([name, key]);
      return { k: "local", name, key };
    }
    params.push([name, "=i32"]);
    if (type === "struct" && !struct.isBehavior) return { k: "struct", struct, base: `(local.get $${name})`, offset: 0 };
    if (type === "array") return { k: "array", element, pointer: `(local.get $${name})` };
    return this.fail(param, "a parameter of unknown type");
  }

  returns(annotation) {
    const type = this.layout.typeOf(this.module, annotation);
    if (type.type === "number") return this.compiler.kinds.get(`${this.key}=>`) ?? "i32";
    if (type.type === "boolean") return "i32";
    return undefined;
  }
}
