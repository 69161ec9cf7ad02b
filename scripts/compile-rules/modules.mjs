// @ts-nocheck: it walks syntax trees, whose nodes have no common type.
import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseSync } from "oxc-parser";

/** Parsed modules by path, with what they declare and import. */
export class Modules {
  #modules = new Map();
  constructor(root, built) {
    this.root = root;
    this.built = built;
  }

  async load(path) {
    const known = this.#modules.get(path);
    if (known) return known;
    const text = readFileSync(path, "utf8");
    const { program, errors } = parseSync(path, text);
    if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
    const module = { path, text, imports: new Map(), declared: new Map(), values: {} };
    this.#modules.set(path, module);
    const built = join(this.built, relative(this.root, path)).replace(/\.ts$/, ".js");
    module.values = await import(pathToFileURL(built).href);
    for (const statement of program.body) await this.#read(module, statement);
    return module;
  }

  async #read(module, statement) {
    if (statement.type === "ImportDeclaration") {
      const source = statement.source.value;
      if (!source.startsWith(".")) return;
      const path = resolve(dirname(module.path), source);
      for (const { local, imported } of statement.specifiers)
        if (imported) module.imports.set(local.name, { path, name: imported.name });
      await this.load(path);
      return;
    }
    const node = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (!node) return;
    if (node.type === "VariableDeclaration")
      for (const { id, init } of node.declarations)
        module.declared.set(id.name, { kind: "const", init, annotation: id.typeAnnotation });
    const kinds = { FunctionDeclaration: "function", TSInterfaceDeclaration: "interface", ClassDeclaration: "class" };
    if (kinds[node.type]) module.declared.set(node.id.name, { kind: kinds[node.type], node });
  }

  /** Finds what a name means in a module: { module, name, kind, … }. */
  find(module, name) {
    const declared = module.declared.get(name);
    if (declared) return { module, name, ...declared };
    const imported = module.imports.get(name);
    if (!imported) return undefined;
    return this.find(this.#modules.get(imported.path), imported.name);
  }

  /** All classes, as { module, name, node }. */
  classes() {
    return [...this.#modules.values()].flatMap((module) =>
      [...module.declared].filter(([, one]) => one.kind === "class").map(([name, one]) => ({ module, name, ...one })),
    );
  }

  /** Evaluates a constant expression, or returns undefined. */
  constant(module, node) {
    if (!node) return undefined;
    switch (node.type) {
      case "Literal":
        return node.value;
      case "ParenthesizedExpression":
      case "TSAsExpression":
        return this.constant(module, node.expression);
      case "UnaryExpression": {
        const value = this.constant(module, node.argument);
        if (typeof value !== "number") return undefined;
        return node.operator === "-" ? -value : node.operator === "+" ? +value : undefined;
      }
      case "BinaryExpression": {
        const a = this.constant(module, node.left);
        const b = this.constant(module, node.right);
        if (typeof a !== "number" || typeof b !== "number") return undefined;
        return { "+": a + b, "-": a - b, "*": a * b, "/": a / b, "<<": a << b, "|": a | b, ">>>": a >>> b }[node.operator];
      }
      case "Identifier": {
        const found = this.find(module, node.name);
        if (found?.kind !== "const") return undefined;
        if (found.name in found.module.values) return found.module.values[found.name];
        return this.constant(found.module, found.init);
      }
      case "MemberExpression": {
        if (node.computed) return undefined;
        if (node.object.type === "Identifier" && node.object.name === "Number") return Number[node.property.name];
        const object = this.constant(module, node.object);
        if (object === undefined || typeof object !== "object" || ArrayBuffer.isView(object)) return undefined;
        const value = object[node.property.name];
        return typeof value === "number" ? value : undefined;
      }
    }
    return undefined;
  }
}
