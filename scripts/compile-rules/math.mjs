// @ts-nocheck: it walks syntax trees, whose nodes have no common type.
import { Calls } from "./calls.mjs";
import { convert, number } from "./numbers.mjs";

/** The functions of `Math` that every engine rounds alike. */
export class MathCalls extends Calls {
  math(name, args, node) {
    const values = args.map((one) => this.expression(one));
    const float1 = (operation) => number("f64", `(${operation} ${convert(values[0], "f64")})`);
    switch (name) {
      case "imul":
        return number("i32", `(i32.mul ${values.map((one) => convert(one, "i32")).join(" ")})`);
      case "floor":
      case "ceil":
        if (values[0].k !== "f64") return values[0];
        return number("i32", `(i32.trunc_sat_f64_s (f64.${name} ${values[0].code}))`);
      case "abs":
        return float1("f64.abs");
      case "sqrt":
        return float1("f64.sqrt");
      case "clz32":
        return number("i32", `(i32.clz ${convert(values[0], "i32")})`);
      case "min":
      case "max":
        return values.reduce((a, b) => this.extreme(name, a, b));
    }
    return this.fail(node, `Math.${name}`);
  }

  extreme(name, a, b) {
    if (a.k === "f64" || b.k === "f64") return number("f64", `(f64.${name} ${convert(a, "f64")} ${convert(b, "f64")})`);
    const one = this.newLocal("one", "=i32");
    const other = this.newLocal("other", "=i32");
    const test = `(i32.${name === "min" ? "lt_s" : "gt_s"} (local.get $${one}) (local.get $${other}))`;
    return number(
      "i32",
      `(block (result i32) (local.set $${one} ${a.code}) (local.set $${other} ${b.code}) (select (local.get $${one}) (local.get $${other}) ${test}))`,
    );
  }
}
