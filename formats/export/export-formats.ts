import type { Exporter, Replay } from "./exporter.ts";
import { createGexfExporter } from "./formats/gexf.ts";
import { createGoldfishExporter } from "./formats/goldfish.ts";
import { createGraphmlExporter } from "./formats/graphml.ts";
import { createNetworkDynamicExporter } from "./formats/network-dynamic.ts";
import { createNodeLinkExporter } from "./formats/node-link.ts";
import { createSienaExporter } from "./formats/siena.ts";
import { createTidygraphExporter } from "./formats/tidygraph.ts";

/** What only some formats need. */
interface FormatOptions {
  /** the code of a tie with someone who is absent, in SIENA's matrices */
  readonly absent: "10" | "NA";
}

const exporters = {
  siena: (replay: Replay, { absent }: FormatOptions) => createSienaExporter(replay, absent),
  goldfish: createGoldfishExporter,
  networkdynamic: createNetworkDynamicExporter,
  graphml: createGraphmlExporter,
  gexf: createGexfExporter,
  "node-link": createNodeLinkExporter,
  tidygraph: createTidygraphExporter,
} satisfies Record<string, (replay: Replay, options: FormatOptions) => Exporter>;

export type ExportFormat = keyof typeof exporters;

export const exportFormats = Object.keys(exporters) as readonly ExportFormat[];

export function createExporter(format: ExportFormat, replay: Replay, options: FormatOptions): Exporter {
  return exporters[format](replay, options);
}
