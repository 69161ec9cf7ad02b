// @ts-nocheck: it walks syntax trees, whose nodes have no common type.
/** Kinds of numbers in compiled code: `i32`, `u32` (compared without sign), `f64`, and `bool` (an i32 that is 0 or 1). */

/** The kind of a variable that holds numbers of two kinds. */
export function joinKinds(a, b) {
  if (a === undefined || a === b) return b;
  if (b === undefined) return a;
  return a === "f64" || b === "f64" ? "f64" : "i32";
}

/** The kind in which a value is kept: a condition becomes an integer. */
export const keptKind = (kind) => (kind === "bool" ? "i32" : kind);

export const wasmType = (kind) => (kind === "f64" ? "f64" : "i32");

/**
 * A number in compiled code.
 *
 * @param k its kind
 * @param code WebAssembly text that leaves it on the stack
 * @param constant its value, if it is known
 */
export function number(k, code, constant) {
  return { k, code, constant };
}

export function literal(value) {
  const isWhole = Number.isInteger(value) && Math.abs(value) <= 0xffffffff && !Object.is(value, -0);
  return isWhole ? number("i32", `(i32.const ${value | 0})`, value) : number("f64", `(f64.const ${floatText(value)})`, value);
}

function floatText(value) {
  if (Number.isNaN(value)) return "nan";
  if (Math.abs(value) === Number.POSITIVE_INFINITY) return value > 0 ? "inf" : "-inf";
  return Object.is(value, -0) ? "-0" : `${value}`;
}

/** The code of a value as another kind. A fraction that becomes an integer loses what is after the point. */
export function convert(value, kind) {
  if (!["i32", "u32", "bool", "f64"].includes(value.k)) throw new Error(`no number: ${value.k}`);
  const wanted = wasmType(kind);
  if (wanted === wasmType(value.k)) return value.code;
  if (wanted === "i32") return `(i32.trunc_sat_f64_s ${value.code})`;
  if (value.constant !== undefined) return `(f64.const ${floatText(value.constant)})`;
  return `(f64.convert_i32_${value.k === "u32" ? "u" : "s"} ${value.code})`;
}

const comparisons = { "<": "lt", "<=": "le", ">": "gt", ">=": "ge", "===": "eq", "!==": "ne" };
const bitwise = { "|": "or", "&": "and", "^": "xor", "<<": "shl", ">>": "shr_s", ">>>": "shr_u" };
const arithmetic = { "+": "add", "-": "sub", "*": "mul" };

/** The comparison that is true when another one is false, if no number is NaN. */
export const opposites = { "<": ">=", ">=": "<", ">": "<=", "<=": ">", "===": "!==", "!==": "===" };

export function compare(operator, left, right) {
  const name = comparisons[operator];
  if (operator === "===" && left.constant !== undefined && right.constant !== undefined)
    return { ...literal(+(left.constant === right.constant)), k: "bool" };
  if (left.k === "f64" || right.k === "f64")
    return number("bool", `(f64.${name} ${convert(left, "f64")} ${convert(right, "f64")})`);
  const sign = name === "eq" || name === "ne" ? "" : left.k === "u32" && right.k === "u32" ? "_u" : "_s";
  return number("bool", `(i32.${name}${sign} ${left.code} ${right.code})`);
}

/** Joins two numbers by an operator of JavaScript. Sums and products of integers must stay below 2³¹. */
export function operate(operator, left, right) {
  if (operator in comparisons) return compare(operator, left, right);
  if (operator in bitwise) return operateOnBits(operator, left, right);
  if (operator === "/") return number("f64", `(f64.div ${convert(left, "f64")} ${convert(right, "f64")})`);
  const isFraction = left.k === "f64" || right.k === "f64";
  if (operator === "%" && !isFraction) return number("i32", `(i32.rem_s ${left.code} ${right.code})`);
  const name = arithmetic[operator];
  if (!name) throw new Error(`operator ${operator} of ${left.k} and ${right.k}`);
  if (isFraction) return number("f64", `(f64.${name} ${convert(left, "f64")} ${convert(right, "f64")})`);
  return number("i32", `(i32.${name} ${left.code} ${right.code})`);
}

function operateOnBits(operator, left, right) {
  const a = convert(left, "i32");
  if (operator === "|" && right.constant === 0) return number("i32", a);
  if (operator === ">>>" && right.constant === 0) return number("u32", a);
  return number(operator === ">>>" ? "u32" : "i32", `(i32.${bitwise[operator]} ${a} ${convert(right, "i32")})`);
}
