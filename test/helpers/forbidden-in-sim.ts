import { isNode, placeOf, type Source, type SyntaxNode, walk } from "./read-sources.ts";

/** Functions that every engine rounds alike: IEEE 754 defines sqrt, and the others are exact. */
const exact = ["abs", "ceil", "clz32", "floor", "fround", "imul", "max", "min", "round", "sign", "sqrt", "trunc"];

/** Parts of JavaScript that the model must not use: clocks, and anything that differs between machines. */
const ofTheLanguage = ["Date", "FinalizationRegistry", "Function", "Intl", "WeakRef", "eval", "globalThis"];

/** Globals of a single environment; the model may define the same names itself. */
const ofEnvironments = [
  "Buffer",
  "Worker",
  "cancelAnimationFrame",
  "console",
  "crypto",
  "document",
  "fetch",
  "global",
  "localStorage",
  "navigator",
  "performance",
  "process",
  "queueMicrotask",
  "requestAnimationFrame",
  "require",
  "self",
  "setImmediate",
  "setInterval",
  "setTimeout",
  "structuredClone",
  "window",
];

/** Methods that depend on the language of the machine. */
const methods = ["localeCompare", "toLocaleLowerCase", "toLocaleString", "toLocaleUpperCase"];

/** Forbidden names in a source of sim, each with its place. Field names are allowed; comments and strings are not read. */
export function forbiddenInSim(source: Source): string[] {
  const declared = declaredNames(source.program);
  const names = [...ofTheLanguage, ...ofEnvironments.filter((name) => !declared.has(name))];
  const found: string[] = [];
  walk(source.program, (node, parent) => {
    const what = forbiddenPart(node, parent, names);
    if (what !== undefined) found.push(`${placeOf(source, node)}: ${what}`);
  });
  return found;
}

function forbiddenPart(node: SyntaxNode, parent: SyntaxNode | undefined, names: string[]): string | undefined {
  if (node.type === "BinaryExpression" && node.operator === "**") return "**";
  if (node.type === "AssignmentExpression" && node.operator === "**=") return "**=";
  if (node.type !== "Identifier" || parent === undefined) return undefined;
  const name = String(node.name);
  if (isField(node, parent)) return methods.includes(name) ? name : undefined;
  if (name === "Math") return isExact(node, parent) ? undefined : "Math with what engines may round apart";
  return names.includes(name) ? name : undefined;
}

/** Is this the name of a field or a method, not of a variable? */
function isField(node: SyntaxNode, parent: SyntaxNode): boolean {
  if (parent.computed === true) return false;
  return parent.type === "MemberExpression" ? parent.property === node : parent.key === node;
}

function isExact(math: SyntaxNode, parent: SyntaxNode): boolean {
  const { type, object, property, computed } = parent;
  return type === "MemberExpression" && object === math && !computed && isNode(property) && exact.includes(String(property.name));
}

/** Names of variables, functions, parameters and imports declared anywhere in the source. */
function declaredNames(program: SyntaxNode): Set<string> {
  const names = new Set<string>();
  walk(program, (node) => {
    if (node.type === "VariableDeclarator") addNames(node.id, names);
    else if (node.type === "ImportSpecifier") addNames(node.local, names);
    else if (node.type === "FunctionDeclaration") addNames(node.id, names);
    if (Array.isArray(node.params)) for (const param of node.params) addNames(param, names);
  });
  return names;
}

function addNames(pattern: unknown, names: Set<string>): void {
  if (!isNode(pattern)) return;
  if (pattern.type === "Identifier") names.add(String(pattern.name));
  else if (pattern.type === "AssignmentPattern") addNames(pattern.left, names);
  else if (pattern.type === "RestElement") addNames(pattern.argument, names);
  else if (pattern.type === "Property") addNames(pattern.value, names);
  for (const part of [pattern.elements, pattern.properties].flat()) addNames(part, names);
}
