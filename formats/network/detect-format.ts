import type { Faults } from "../faults.ts";

export type NetworkFormat = "GraphML" | "GEXF" | "GML" | "Pajek" | "edge list";

/** The format that the ending of a file name stands for; undefined for endings that any text may have. */
export function formatOfName(file: string): NetworkFormat | undefined {
  const ending = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase();
  if (ending === "graphml") return "GraphML";
  if (ending === "gexf") return "GEXF";
  if (ending === "gml") return "GML";
  return ending === "net" ? "Pajek" : undefined;
}

/**
 * The format of a network file, judged by its content rather than its name.
 *
 * @throws InputError if the content is of a known kind that holds no network
 */
export function detectFormat(text: string, faults: Faults): NetworkFormat {
  const begin = text.slice(0, 100_000).trimStart();
  if (begin.startsWith("<")) {
    const root = /<(?:[\w.-]+:)?(graphml|gexf)[\s>]/i.exec(begin)?.[1];
    if (root === undefined) faults.stop(0, "is XML, but neither GraphML nor GEXF");
    return root.toLowerCase() === "graphml" ? "GraphML" : "GEXF";
  }
  if (/^(%[^\n]*\s+)*\*(vertices|network|arcs|edges)/i.test(begin)) return "Pajek";
  if (/^\s*graph\s*\[/im.test(begin) && text.trimEnd().endsWith("]")) return "GML";
  if (/^[{[]/.test(begin)) faults.stop(0, "looks like JSON; supported are edge lists, GraphML, GEXF, GML and Pajek");
  return formatOfName(faults.file) === "GML" && /^\s*graph\s*\[/im.test(begin) ? "GML" : "edge list";
}
