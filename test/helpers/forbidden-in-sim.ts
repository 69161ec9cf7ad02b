import { isNode, placeOf, type Source, type SyntaxNode, walk } from "./read-sources.ts";

/** Functions that every engine rounds alike, as IEEE 754 fixes sqrt and the others are exact. */
const exact = ["abs", "ceil", "clz32", "floor", "fround", "imul", "max", "min", "round", "sign", "sqrt", "trunc"];

/** What JavaScript itself has and the model does without: clocks, and what differs from machine to machine. */
const ofTheLanguage = ["Date", "FinalizationRegistry", "Function", "Intl", "WeakRef", "eval", "globalThis"];

/** What only one environment has; the same words may name something of the model's own. */
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

/** What a source of sim may not say, each with its place. Names of fields are free; comments and strings are not read. */
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

/** Names of variables, functions, parameters and imports, wherever in the source they are declared. */
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
