import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { parseSync } from "vite";

/** A part of a parsed source; `type` and the fields are ESTree's. */
export interface SyntaxNode {
  type: string;
  start: number;
  [field: string]: unknown;
}

export interface Source {
  /** from the root of the project */
  path: string;
  text: string;
  program: SyntaxNode;
  comments: string[];
}

/** Folders without sources of the project. */
const skipped = ["node_modules", "dist", "runs"];

/** Every TypeScript and JavaScript file of the project, parsed, by path. */
export function readSources(): Source[] {
  const folders = readdirSync(".", { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && !skipped.includes(entry.name))
    .map((entry) => entry.name);
  const inFolders = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => posix.join(folder, path.replaceAll("\\", "/"))),
  );
  return [...readdirSync("."), ...inFolders]
    .filter((path) => isCode(path) && !path.split("/").includes("node_modules"))
    .sort()
    .map((path) => parseSource(path, readFileSync(path, "utf8")));
}

/** @throws Error if the text is not TypeScript */
export function parseSource(path: string, text: string): Source {
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  return { path, text, program: program as unknown as SyntaxNode, comments: comments.map((comment) => comment.value) };
}

/** Calls `visit` for every node with its parent. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parent: SyntaxNode | undefined) => void,
  parent?: SyntaxNode,
): void {
  visit(node, parent);
  for (const field of Object.values(node)) {
    for (const child of Array.isArray(field) ? field : [field]) {
      if (isNode(child)) walk(child, visit, node);
    }
  }
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** `path:line` of a node. */
export function placeOf({ path, text }: Source, node: SyntaxNode): string {
  return `${path}:${text.slice(0, node.start).split("\n").length}`;
}

/**
 * All imports of a source, of any kind: the paths of files from the root of the project, the names of packages, and
 * `node:` modules. An import whose target is known only at run time is listed as "?".
 */
export function importsOf(source: Source): string[] {
  const found: string[] = [];
  const add = (from: unknown) => {
    const text = isNode(from) && typeof from.value === "string" ? from.value : "?";
    const isFile = text.startsWith(".") || text.startsWith("/");
    found.push(isFile ? posix.join(posix.dirname(source.path), text) : text);
  };
  walk(source.program, (node) => {
    if (node.type === "ImportDeclaration" || node.type === "ImportExpression" || node.type === "TSImportType") add(node.source);
    else if ((node.type === "ExportNamedDeclaration" || node.type === "ExportAllDeclaration") && node.source) add(node.source);
    else if (node.type === "TSExternalModuleReference") add(node.expression);
    else if (node.type === "CallExpression" && isNamed(node.callee, "require")) add((node.arguments as unknown[])[0]);
    else if (node.type === "NewExpression" && isNamed(node.callee, "URL")) {
      const [path, base] = node.arguments as (SyntaxNode | undefined)[];
      if (isImportMetaUrl(base) && isCode(path?.value)) add(path);
    }
  });
  for (const comment of source.comments) {
    const reference = /^\/\s*<reference\s+(?:types|path|lib)\s*=\s*["']([^"']+)/.exec(comment);
    if (reference) found.push(reference[1]);
  }
  return found;
}

function isNamed(node: unknown, name: string): boolean {
  return isNode(node) && node.type === "Identifier" && node.name === name;
}

function isCode(path: unknown): boolean {
  return typeof path === "string" && /\.(ts|tsx|mts|cts|js|mjs|cjs|jsx)$/.test(path);
}

/** `new URL("./worker.ts", import.meta.url)` tells a bundler to include a file. */
function isImportMetaUrl(node: SyntaxNode | undefined): boolean {
  return node?.type === "MemberExpression" && isNode(node.object) && node.object.type === "MetaProperty";
}
