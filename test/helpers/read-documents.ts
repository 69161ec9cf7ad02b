import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";

export interface Document {
  /** from the root of the project */
  path: string;
  /** without comments of HTML and without blocks of code, which are not read */
  text: string;
}

/** Folders without documents of the project. */
const skipped = ["node_modules", "dist", "runs"];

/**
 * Every Markdown file of the project or of another folder, by path.
 *
 * @param root the folder; paths are relative to it
 */
export function readDocuments(root = "."): Document[] {
  return markdownIn(root, "").map((path) => ({ path, text: proseOf(readFileSync(posix.join(root, path), "utf8")) }));
}

function markdownIn(root: string, folder: string): string[] {
  return readdirSync(posix.join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && !skipped.includes(name))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory()) return markdownIn(root, path);
      return entry.name.endsWith(".md") ? [path] : [];
    })
    .sort();
}

/** The text of a document without its blocks of code. Empty lines replace them, so line numbers stay correct. */
export function proseOf(text: string): string {
  let inBlock = false;
  const lines = text.split("\n").map((line) => {
    const isFence = /^ *(```|~~~)/.test(line);
    if (isFence) inBlock = !inBlock;
    return isFence || inBlock ? "" : line;
  });
  return lines.join("\n").replace(/<!--.*?-->/gs, (comment) => comment.replace(/[^\n]/g, ""));
}

/** Texts between single backticks, each with its line, from 1. */
export function codeWords({ text }: Document): { word: string; line: number }[] {
  return [...text.matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)].map((match) => ({ word: match[1], line: lineOf(text, match.index) }));
}

/** The targets of links and pictures, each with its line, from 1. */
export function linkTargets({ text }: Document): { target: string; line: number }[] {
  const links = [...text.matchAll(/\]\(<?([^)<>\s]+)>?(?:\s+"[^"]*")?\)/g), ...text.matchAll(/^\[[^\]]+\]:\s*<?([^\s<>]+)>?/gm)];
  return links.map((match) => ({ target: match[1], line: lineOf(text, match.index) }));
}

/** The anchors of a document's headings, as GitHub makes them. */
export function anchorsOf({ text }: Document): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading] of text.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const plain = heading.toLowerCase().replace(/[^\p{Letter}\p{Mark}\p{Number}\p{Connector_Punctuation} -]/gu, "");
    const anchor = plain.replaceAll(" ", "-");
    let name = anchor;
    for (let k = 1; anchors.has(name); k++) name = `${anchor}-${k}`;
    anchors.add(name);
  }
  return anchors;
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}
