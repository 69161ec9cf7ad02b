// @ts-nocheck: it walks syntax trees, whose nodes have no common type.
import { convert } from "./numbers.mjs";
import { Places } from "./places.mjs";

/** Gives values names. */
export class Bindings extends Places {
  /** Gives a value a name. Numbers and pointers are kept in locals, as they are now. */
  bind(name, value, key) {
    if (value.k === "struct" && value.base !== null) {
      const local = this.newLocal(name, "=i32");
      this.declare(name, { ...value, base: `(local.get $${local})`, offset: 0 });
      return `(local.set $${local} ${this.address(value)})`;
    }
    if (value.k === "array") {
      if (value.isFixed) {
        this.declare(name, value);
        return "";
      }
      const local = this.newLocal(name, "=i32");
      this.declare(name, { ...value, pointer: `(local.get $${local})` });
      return `(local.set $${local} ${value.pointer})`;
    }
    if (value.k === "struct" || value.k === "tuple" || value.k === "functions" || value.k === "behavior" || value.k === "list") {
      this.declare(name, value);
      return "";
    }
    const kind = this.compiler.learn(key, value.k);
    const local = this.newLocal(name, key);
    this.declare(name, { k: "local", name: local, key });
    return `(local.set $${local} ${convert(value, kind)})`;
  }

  destructure(pattern, value) {
    const code = [];
    for (const { key, value: target } of pattern.properties) {
      if (target.type !== "Identifier") this.fail(target, "pattern");
      const field = this.field(value, key.name, pattern);
      code.push(this.bind(target.name, field, `${this.key}:${target.start}`));
    }
    return code.join("\n");
  }
}
