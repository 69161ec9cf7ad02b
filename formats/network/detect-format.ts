import type { Faults } from "../faults.ts";

export type NetworkFormat = "GraphML" | "GEXF" | "GML" | "Pajek" | "UCINET DL" | "JSON" | "edge list";

/**
 * How formats that are not supported begin: the first lines that are neither blank nor a comment, the first line of all, or the whole
 * beginning of the file.
 */
const unsupported: readonly (readonly [name: string, pattern: RegExp, of: "first" | "content" | "begin"])[] = [
  ["networkx adjacency list", /^#[^\n]{0,999}\r?\n# GMT /, "begin"],
  ["graph6", /^>>(di)?graph6<</, "first"],
  ["sparse6", /^(>>sparse6<<|:[?-~]{2,}$)/, "first"],
  ["Matrix Market", /^%%MatrixMarket/i, "first"],
  ["PDF", /^%PDF-/, "first"],
  ["LGL", /^#\s*\S+(\s+\S+)?\s*$/, "first"],
  ["VNA", /^\*(node|tie)\s+(data|properties)/i, "content"],
  ["DOT", /^(strict\s+)?(di)?graph\s*("[^"]{0,99}"|[\w.-]{0,99})\s*\{/i, "content"],
  ["DOT", /^"?[\w.-]{1,99}"?\s*(--|->)\s*"?[\w.-]/, "content"],
  ["GDF", /^nodedef\s*>/i, "content"],
  ["LEDA", /^LEDA\.GRAPH/, "content"],
  ["DIMACS", /^p\s+(edge|col|sp)\s+\d+\s+\d+/, "content"],
  ["UCINET's binary format", /^\*?\.?##[dh]/i, "content"],
];

const supported = "edge lists, matrices, node-link JSON, GraphML, GEXF, GML, Pajek and UCINET DL";

/** The format that the ending of a file name stands for; undefined for endings that any text may have. */
export function formatOfName(file: string): NetworkFormat | undefined {
  const ending = /\.(\w{1,9})$/.exec(file)?.[1]?.toLowerCase();
  if (ending === "graphml") return "GraphML";
  if (ending === "gexf") return "GEXF";
  if (ending === "gml") return "GML";
  if (ending === "dl") return "UCINET DL";
  if (ending === "json" || ending === "cyjs") return "JSON";
  return ending === "net" || ending === "paj" ? "Pajek" : undefined;
}

/**
 * The format of a network file, judged by its content rather than its name.
 *
 * @throws InputError if the content is of a known format that is not supported
 */
export function detectFormat(text: string, faults: Faults): NetworkFormat {
  const begin = text.slice(0, 100_000).trimStart();
  if (begin.startsWith("<")) {
    const root = /<(?:[\w.-]{1,99}:)?(graphml|gexf)[\s>]/i.exec(begin)?.[1];
    if (root === undefined) faults.stop(0, "is XML, but neither GraphML nor GEXF");
    return root.toLowerCase() === "graphml" ? "GraphML" : "GEXF";
  }
  const lines = contentLines(text, 3);
  const [content = ""] = lines;
  refuseUnsupported(text, lines, faults);
  refuseYaml(content, faults);
  if (/^\*(vertices|network|arcs|edges|matrix|partition|vector)/i.test(content)) return "Pajek";
  if (/^dl\b/i.test(content)) return "UCINET DL";
  if (isGml(begin) && (text.trimEnd().endsWith("]") || formatOfName(faults.file) === "GML")) return "GML";
  return /^[{[]/.test(begin) ? "JSON" : "edge list";
}

function refuseUnsupported(text: string, lines: readonly string[], faults: Faults): void {
  const first = firstLine(text);
  for (const [name, pattern, of] of unsupported) {
    const content = lines.join(" ");
    if (!pattern.test({ first, content, begin: text.slice(0, 2000) }[of])) continue;
    if (name === "LGL" && !(isLgl(text) || /\.lgl$/i.test(faults.file))) continue;
    faults.stop(0, `is in the format ${name}, which is not supported; supported are ${supported}`);
  }
}

/** A file of ours that isn't a network: its first line is a key and its value. */
function refuseYaml(content: string, faults: Faults): void {
  const key = /^(?:- *\{ *)?([a-z_]\w{0,40}):(?:\s|$)/i.exec(content)?.[1];
  if (key === undefined) return;
  faults.stop(
    0,
    `begins with ${JSON.stringify(`${key}:`)}, like a YAML file, and is not a network; run an experiment with \`weakties experiment FILE\`, and give a configuration with --config or interventions with --interventions`,
  );
}

/** Whether a text has at least two lines that only name an agent after `#`, and more lines in between: the lists of LGL. */
function isLgl(text: string): boolean {
  const lines = text
    .slice(0, 10_000)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  const heads = lines.flatMap((line, at) => (/^#\s*\S+\s*$/.test(line) ? [at] : []));
  return heads.length > 1 && heads[0] === 0 && heads.some((at, k) => k > 0 && at > (heads[k - 1] ?? 0) + 1);
}

/** Whether a line begins a GML graph. */
function isGml(begin: string): boolean {
  for (const line of begin.split("\n")) {
    const start = line.trim().toLowerCase();
    if (start.startsWith("graph") && /^graph\s*(\[|$)/.test(start.slice(0, 100))) return true;
  }
  return false;
}

function firstLine(text: string): string {
  return text.slice(0, 1000).split(/\r?\n/, 1)[0] ?? "";
}

/** Where a comment as in C ends, with which DOT files of igraph begin; 0 if the text begins otherwise. */
function endOfComment(text: string): number {
  const end = /^\s{0,99}\/\*/.test(text.slice(0, 110)) ? text.indexOf("*/") : -1;
  return end < 0 ? 0 : end + 2;
}

/** The first lines that are neither blank nor a comment, without surrounding blanks and cut after 200 characters. */
function contentLines(text: string, count: number): string[] {
  const lines: string[] = [];
  for (let at = endOfComment(text); at < text.length && lines.length < count; ) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, Math.min(end < 0 ? text.length : end, at + 200)).trim();
    if (line !== "" && !line.startsWith("%") && !line.startsWith("#") && !line.startsWith("//")) lines.push(line);
    at = end < 0 ? text.length : end + 1;
  }
  return lines;
}
