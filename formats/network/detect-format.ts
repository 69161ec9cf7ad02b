import type { Faults } from "../faults.ts";

export type NetworkFormat = "GraphML" | "GEXF" | "GML" | "Pajek" | "edge list";

/** What the ending of a file's name says of its format; undefined for endings that any text may have. */
export function formatOfName(file: string): NetworkFormat | undefined {
  const ending = /\.(\w+)$/.exec(file)?.[1].toLowerCase();
  if (ending === "graphml") return "GraphML";
  if (ending === "gexf") return "GEXF";
  if (ending === "gml") return "GML";
  return ending === "net" ? "Pajek" : undefined;
}

/**
 * The format of a network file: what its content shows, whatever its name says.
 *
 * @throws InputError where the content is of a known kind that holds no network read here
 */
export function detectFormat(text: string, faults: Faults): NetworkFormat {
  const begin = text.slice(0, 100_000).trimStart();
  if (begin.startsWith("<")) {
    const root = /<(?:[\w.-]+:)?(graphml|gexf)[\s>]/i.exec(begin);
    if (root === null) faults.stop(0, "must hold a network, got XML that is neither GraphML nor GEXF");
    return root[1].toLowerCase() === "graphml" ? "GraphML" : "GEXF";
  }
  if (/^(%[^\n]*\s+)*\*(vertices|network|arcs|edges)/i.test(begin)) return "Pajek";
  if (/^\s*graph\s*\[/im.test(begin) && text.trimEnd().endsWith("]")) return "GML";
  if (/^[{[]/.test(begin)) faults.stop(0, "must be an edge list, GraphML, GEXF, GML or Pajek, got what looks like JSON");
  return formatOfName(faults.file) === "GML" && /^\s*graph\s*\[/im.test(begin) ? "GML" : "edge list";
}
