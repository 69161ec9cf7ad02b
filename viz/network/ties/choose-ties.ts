import { markLocalBridges } from "../../../sim/snapshot/mark-local-bridges.ts";
import type { Graph } from "../layout/layout-messages.ts";
import { trustStepOf } from "../trust-scale.ts";
import { type DrawnTies, Stroke, TieChange } from "./drawn-ties.ts";
import type { Filter } from "./filters.ts";
import { limitChanges } from "./limit-changes.ts";
import { isAcross, sumTies } from "./sum-ties.ts";
import { createTieFilter } from "./tie-filter.ts";
import { noteTies, pairNumber, pairOf, type TieHistory } from "./tie-history.ts";
import { noSums } from "./tie-sums.ts";

/**
 * Chooses the ties to draw and their strokes. Only active ties are drawn. With the filter `best`, those between circles are summed if
 * there are many. A selected agent shows all of its own.
 *
 * @param agent the selected agent, −1 for none
 * @param history what was drawn before; updated
 */
export function chooseTies(graph: Graph, filter: Filter, agent: number, history: TieHistory): DrawnTies {
  const { lower, upper, strength, activeFrom } = graph;
  const isBridge = markLocalBridges(graph, lower.length, activeFrom);
  const { tick: before, run: runBefore } = history;
  noteTies(history, graph);
  const active: number[] = [];
  for (let tie = 0; tie < lower.length; tie++) if ((strength[tie] as number) >= activeFrom) active.push(tie);
  const sums = filter === "best" ? sumTies(graph, active, history.areSummed) : noSums;
  history.areSummed = sums.total > 0;
  const single = history.areSummed ? active.filter((tie) => !isAcross(graph, tie)) : active;
  const filtered = filterCalmly(graph, single, filter, isBridge, graph.tick - before, history);
  const isOfAgent = (tie: number) => lower[tie] === agent || upper[tie] === agent;
  const chosen = agent < 0 ? filtered : [...new Set([...filtered, ...active.filter(isOfAgent)])];
  const isNew = (tie: number) => isBridge[tie] === 1 && runBefore === graph.run && (history.firstSeen[tie] as number) > before;
  const newBridges = active.filter(isNew).flatMap((tie) => [lower[tie] as number, upper[tie] as number]);
  return {
    ...drawChosen(graph, chosen, isBridge, active.length, history),
    newBridges: Uint32Array.from(newBridges),
    sums,
  };
}

/** The ties that a filter chooses among some. The filter `best` lets only a few come and go at a time. */
function filterCalmly(
  graph: Graph,
  candidates: readonly number[],
  filter: Filter,
  isBridge: Uint8Array,
  ticks: number,
  history: TieHistory,
): number[] {
  const pairAt = (tie: number) => pairNumber(graph.lower[tie] as number, graph.upper[tie] as number);
  const before = filter === history.filter ? history.chosen : new Map<number, number>();
  const average = new Float32Array(graph.lower.length);
  for (const tie of candidates) average[tie] = history.average[tie] as number;
  const isWanted = createTieFilter(graph, filter, isBridge, { ...history, average, chosen: before });
  const wanted = candidates.filter((tie) => isWanted(tie, pairAt(tie)));
  let chosen = wanted;
  if (filter === "best" && before.size > 0) {
    const isShown = (tie: number) => before.has(pairAt(tie));
    const shown = candidates.filter(isShown);
    const kept = wanted.filter(isShown);
    const isKept = new Set(kept);
    const goers = shown.filter((tie) => !isKept.has(tie));
    const comers = wanted.filter((tie) => !isKept.has(tie));
    const changes = { comers, goers, shown: before.size, ended: before.size - shown.length };
    const { coming, staying, credit } = limitChanges(changes, { average: history.average, isBridge }, ticks, history.credit);
    chosen = [...kept, ...coming, ...staying];
    history.credit = credit;
  }
  history.chosen = new Map(chosen.map((tie) => [pairAt(tie), before.get(pairAt(tie)) ?? graph.tick]));
  history.filter = filter;
  return chosen;
}

/** How a tie is drawn. */
export function strokeOf(strength: number, isBridge: boolean, { strongFrom }: Pick<Graph, "strongFrom">): Stroke {
  if (isBridge) return Stroke.BRIDGE;
  return strength >= strongFrom ? Stroke.STRONG : Stroke.WEAK;
}

/** Ties between circles from which on they are bundled. */
const BUNDLED_FROM = 150;

/** A tie that is drawn. */
interface Entry {
  readonly lower: number;
  readonly upper: number;
  readonly strength: number;
  readonly trust: number;
  readonly stroke: Stroke;
  readonly change: TieChange;
}

/** The columns of the chosen ties, and of the ties that were drawn before and disappear now. */
function drawChosen(
  graph: Graph,
  chosen: readonly number[],
  isBridge: Uint8Array,
  active: number,
  history: TieHistory,
): Omit<DrawnTies, "newBridges" | "sums"> {
  const before = history.drawn;
  const now: TieHistory["drawn"] = new Map();
  let across = 0;
  const entries: Entry[] = [];
  for (const tie of chosen) {
    const lower = graph.lower[tie] as number;
    const upper = graph.upper[tie] as number;
    const strength = graph.strength[tie] as number;
    const stroke = strokeOf(strength, isBridge[tie] === 1, graph);
    const pair = pairNumber(lower, upper);
    const trust = trustStepOf(((graph.trustOfLower[tie] as number) + (graph.trustOfUpper[tie] as number)) / 2);
    now.set(pair, { stroke, trust, strength });
    across += +(graph.circle[lower] !== graph.circle[upper]);
    entries.push({ lower, upper, strength, trust, stroke, change: before.has(pair) ? TieChange.NONE : TieChange.APPEARS });
  }
  for (const [pair, look] of before) {
    if (now.has(pair)) continue;
    const [lower, upper] = pairOf(pair);
    entries.push({ lower, upper, ...look, change: TieChange.DISAPPEARS });
  }
  history.drawn = now;
  entries.sort((a, b) => a.stroke - b.stroke || a.trust - b.trust || a.strength - b.strength);
  return {
    count: entries.length,
    active,
    isBundled: !graph.isRing && (history.areSummed || across >= BUNDLED_FROM),
    lower: Uint32Array.from(entries, ({ lower }) => lower),
    upper: Uint32Array.from(entries, ({ upper }) => upper),
    strength: Float32Array.from(entries, ({ strength }) => strength),
    trust: Uint8Array.from(entries, ({ trust }) => trust),
    stroke: Uint8Array.from(entries, ({ stroke }) => stroke),
    change: Uint8Array.from(entries, ({ change }) => change),
  };
}
