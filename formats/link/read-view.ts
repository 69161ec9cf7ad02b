import { checkInterventions, type Parameters, type TurningIntervention } from "../../sim/index.ts";
import { TableReader } from "../table-reader.ts";
import { plainOf, type YamlValue } from "../yaml-value.ts";
import type { LinkRipple, LinkView } from "./run-link.ts";

/** The words that a view may have, by key. */
export type ViewChoices = Readonly<Record<(typeof words)[number], readonly string[]>>;

const words = ["color", "size", "ties", "chart"] as const;

/** The kinds of events that a ripple can begin with. */
const turning = ["promise", "favor", "meeting", "introduction"];

/** The last week of a ripple that a link may name. */
const MOST_WEEKS = 10_000;

/**
 * What the page shows.
 *
 * @param choices any word is taken if not given
 * @param parameters of the run, against which the event of a ripple is checked
 */
export function readView(
  reader: TableReader,
  choices: ViewChoices | undefined,
  parameters: Parameters | undefined,
): LinkView | undefined {
  const value = reader.get("view");
  if (value === undefined) return undefined;
  if (value.table === undefined) return reader.fault("view", "a table such as {agent: 7}", value);
  const view = new TableReader(value.table, reader.faults, "view");
  view.checkKeys(["agent", "tie", ...words, "names", "table", "both", "ripple"]);
  const named = words.map((key) => [key, choices === undefined ? view.text(key) : view.oneOf(key, choices[key])] as const);
  const all = {
    agent: view.whole("agent", 0),
    tie: readTie(view, view.get("tie")),
    ...Object.fromEntries(named),
    names: view.onOff("names"),
    table: view.onOff("table"),
    both: view.onOff("both"),
    ripple: readRipple(view, view.get("ripple"), parameters),
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

function readRipple(view: TableReader, value: YamlValue | undefined, parameters: Parameters | undefined): LinkRipple | undefined {
  if (value === undefined) return undefined;
  const example = "a table with an event such as {tick: 120, promise: {asker: 7, promiser: 41, outcome: kept}}";
  const ripple = new TableReader(value.table ?? new Map(), view.faults, view.nameOf("ripple"));
  ripple.checkKeys(["event", "week"]);
  const event = ripple.get("event");
  const week = ripple.whole("week", 1, MOST_WEEKS);
  const kind = turning.find((one) => event?.table?.has(one));
  if (event === undefined || kind === undefined || !hasNumberedAgents(event.table?.get(kind)))
    return view.fault("ripple", example, event ?? value);
  const given = plainOf(event);
  if (parameters !== undefined) {
    const { problems } = checkInterventions([given], { parameters, names: [], circleNames: [] }, ripple.nameOf("event"));
    for (const problem of problems) view.faults.add(0, problem);
  }
  return { event: given as TurningIntervention, ...(week !== undefined && { week }) };
}

/** The page names the agents of an event by number. */
function hasNumberedAgents(event: YamlValue | undefined): boolean {
  const entries = [...(event?.table ?? [])].filter(([key]) => key !== "outcome");
  return entries.length > 0 && entries.every(([, { scalar }]) => Number.isInteger(scalar) && Number(scalar) >= 0);
}
