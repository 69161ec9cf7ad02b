// @ts-nocheck: it walks syntax trees, whose nodes have no common type.
import { FunctionCompiler } from "./function-compiler.mjs";
import { elements } from "./memory-layout.mjs";
import { joinKinds, keptKind } from "./numbers.mjs";

/** Compiles functions of the model to WebAssembly text. Kinds of numbers are found by repeating until nothing changes. */
export class Compiler {
  constructor(modules, layout) {
    this.modules = modules;
    this.layout = layout;
    this.kinds = new Map();
    this.changed = true;
    this.constArrays = new Map();
    this.names = new Map();
  }

  learn(key, kind) {
    const before = this.kinds.get(key);
    const after = joinKinds(before, keptKind(kind));
    if (after === before) return after;
    this.kinds.set(key, after);
    this.changed = true;
    return after;
  }

  /** @param roots [module, name] of the functions to export */
  compile(roots) {
    let text;
    for (let rounds = 0; this.changed; rounds++) {
      if (rounds > 30) throw new Error("kinds of numbers don't settle");
      this.changed = false;
      this.queue = [];
      this.instances = new Map();
      for (const [module, name] of roots) this.instance(this.modules.find(module, name), []);
      const done = [];
      for (let k = 0; k < this.queue.length; k++) done.push(new FunctionCompiler(this, this.queue[k]).emit());
      text = done;
    }
    return {
      functions: text,
      exports: roots.map(([module, name]) => [name, this.instance(this.modules.find(module, name), []).id]),
    };
  }

  /** An instance of a function for some arguments that are known now: lists of functions, and columns that follow. */
  instance(found, statics) {
    const key = `${found.module.path}#${found.name}${statics.map((s) => `$${s?.name ?? ""}`).join("")}`;
    let instance = this.instances.get(key);
    if (!instance) {
      let id = this.names.get(key);
      if (!id) {
        id =
          found.name +
          statics
            .filter(Boolean)
            .map((s) => `.${s.name}`)
            .join("");
        const taken = new Set(this.names.values());
        while (taken.has(id)) id += "_";
        this.names.set(key, id);
      }
      instance = { key, id, found, statics, node: found.node };
      this.instances.set(key, instance);
      this.queue.push(instance);
    }
    return instance;
  }

  constArray(found) {
    const key = `${found.module.path}#${found.name}`;
    let known = this.constArrays.get(key);
    if (!known) {
      const { init } = found;
      const value = found.module.values[found.name];
      let element;
      let length;
      if (ArrayBuffer.isView(value)) {
        element = value.constructor.name;
        length = value.length;
      } else if (init?.type === "NewExpression" && elements[init.callee.name]) {
        element = init.callee.name;
        length = this.modules.constant(found.module, init.arguments[0]);
      } else return undefined;
      known = { element, length, value, at: this.layout.reserve(element, length) };
      this.constArrays.set(key, known);
    }
    return known;
  }
}
