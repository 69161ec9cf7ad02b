import { type Definition, definitions, groups } from "../../sim/index.ts";
import { formatDefault, formatLive, formatRange, formatUnit } from "./format-definition.ts";

const header = ["name", "symbol", "meaning", "unit", "default", "range", "takes effect", "source"];

/** The tables of parameters in docs/model.md, one per group. */
export function parameterMarkdown(): string {
  const all: readonly Definition[] = Object.values(definitions);
  const tables = Object.entries(groups).map(([group, title]) => {
    const rows = all.filter((one) => one.group === group).map(cells);
    return [`**${title}**`, "", row(header), row(header.map(() => "---")), ...rows.map(row)].join("\n");
  });
  return `${tables.join("\n\n")}\n`;
}

function cells(one: Definition): string[] {
  const meaning = `${one.label}. ${one.help}`;
  return [
    `\`${one.name}\``,
    one.symbol,
    meaning,
    formatUnit(one),
    formatDefault(one),
    one.kind === "number" && one.whole ? `${formatRange(one)}, whole` : formatRange(one),
    formatLive(one),
    one.source,
  ];
}

function row(texts: readonly string[]): string {
  return `| ${texts.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`;
}
