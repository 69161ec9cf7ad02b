// @ts-nocheck: it walks syntax trees, whose nodes have no common type.
import { relative } from "node:path";

/** The rules use something that the compiler doesn't know. The message names the place. */
export class NotCompiled extends Error {}

/** The names that a function knows, and its local variables. `fail` says where the rules use what the compiler doesn't know. */
export class Scopes {
  constructor(compiler, instance) {
    Object.assign(this, { compiler, instance, modules: compiler.modules, layout: compiler.layout });
    this.module = instance.found.module;
    this.key = instance.key;
    /** [name, key of its kind] */
    this.locals = [];
    this.scopes = [new Map()];
    this.loops = [];
    this.prologue = [];
    this.counter = 0;
  }

  fail(node, why) {
    const { path, text } = this.module;
    const { start, end } = node ?? this.instance.node;
    const line = text.slice(0, start).split("\n").length;
    const [first] = text.slice(start, end).split("\n");
    throw new NotCompiled(
      `${relative(process.cwd(), path)}, line ${line}, in ${this.instance.id}: can't compile "${first}" (${why}); write it as other rules do`,
    );
  }

  lookup(name) {
    for (let k = this.scopes.length - 1; k >= 0; k--) {
      const found = this.scopes[k].get(name);
      if (found) return found;
    }
    return undefined;
  }

  declare(name, value) {
    this.scopes.at(-1).set(name, value);
  }

  /** Adds a local variable. Its kind is that of `key`; a key that begins with "=" names the kind itself. */
  newLocal(name, key) {
    const unique = `${name}_${this.counter++}`;
    this.locals.push([unique, key]);
    return unique;
  }

  kindOf(key) {
    return key.startsWith("=") ? key.slice(1) : this.compiler.kinds.get(key);
  }
}
