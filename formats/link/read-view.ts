import { TableReader } from "../table-reader.ts";
import type { YamlValue } from "../yaml-value.ts";
import type { LinkView } from "./run-link.ts";

/** The words that a view may have, by key. */
export type ViewChoices = Readonly<Record<(typeof words)[number], readonly string[]>>;

const words = ["color", "size", "ties", "chart"] as const;

/** What the page shows. @param choices any word is taken if not given */
export function readView(reader: TableReader, choices: ViewChoices | undefined): LinkView | undefined {
  const value = reader.get("view");
  if (value === undefined) return undefined;
  if (value.table === undefined) return reader.fault("view", "a table such as {agent: 7}", value);
  const view = new TableReader(value.table, reader.faults, "view");
  view.checkKeys(["agent", "tie", ...words, "names", "table"]);
  const named = words.map((key) => [key, choices === undefined ? view.text(key) : view.oneOf(key, choices[key])] as const);
  const all = {
    agent: view.whole("agent", 0),
    tie: readTie(view, view.get("tie")),
    ...Object.fromEntries(named),
    names: view.onOff("names"),
    table: view.onOff("table"),
  };
  return Object.fromEntries(Object.entries(all).filter(([, one]) => one !== undefined));
}

function readTie(view: TableReader, value: YamlValue | undefined): LinkView["tie"] {
  if (value === undefined) return undefined;
  const [one, other, ...more] = (value.list ?? []).map(({ scalar }) => scalar);
  const isAgent = (agent: unknown): agent is number => typeof agent === "number" && Number.isInteger(agent) && agent >= 0;
  if (isAgent(one) && isAgent(other) && one < other && more.length === 0) return [one, other];
  return view.fault("tie", "two agents, the lower one first", value);
}
