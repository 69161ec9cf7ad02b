import { markLocalBridges } from "../../../sim/snapshot/mark-local-bridges.ts";
import type { Graph } from "../layout/layout-messages.ts";
import { type DrawnTies, Stroke, TieChange } from "./drawn-ties.ts";
import type { Filter } from "./filters.ts";
import { capTies } from "./strongest-ties.ts";
import { createTieFilter } from "./tie-filter.ts";
import { noteFirstSeen, pairNumber, pairOf, type TieHistory } from "./tie-history.ts";

/**
 * Chooses the ties to draw and their strokes. Only active ties are drawn. A selected agent shows all of its own.
 *
 * @param agent the selected agent, −1 for none
 * @param history what was drawn before; updated
 */
export function chooseTies(graph: Graph, filter: Filter, agent: number, history: TieHistory): DrawnTies {
  const { lower, upper, strength, activeFrom } = graph;
  const isBridge = markLocalBridges(graph, lower.length, activeFrom);
  noteFirstSeen(history, graph);
  const isWanted = createTieFilter(graph, filter, isBridge, history.firstSeen);
  const chosen: number[] = [];
  let active = 0;
  for (let tie = 0; tie < lower.length; tie++) {
    if (!((strength[tie] as number) >= activeFrom)) continue;
    active++;
    if (lower[tie] === agent || upper[tie] === agent || isWanted(tie)) chosen.push(tie);
  }
  return drawChosen(graph, capTies(chosen, strength, isBridge), isBridge, active, history);
}

/** How a tie is drawn. The weaker weak ties are fainter. */
export function strokeOf(
  strength: number,
  isBridge: boolean,
  { activeFrom, strongFrom }: Pick<Graph, "activeFrom" | "strongFrom">,
): Stroke {
  if (isBridge) return Stroke.BRIDGE;
  if (strength >= strongFrom) return Stroke.STRONG;
  return strength >= (activeFrom + strongFrom) / 3 ? Stroke.WEAK : Stroke.FAINT;
}

/** A tie that is drawn. */
interface Entry {
  readonly lower: number;
  readonly upper: number;
  readonly strength: number;
  readonly stroke: Stroke;
  readonly change: TieChange;
}

/** The columns of the chosen ties, and of the ties that were drawn before and disappear now. */
function drawChosen(graph: Graph, chosen: readonly number[], isBridge: Uint8Array, active: number, history: TieHistory): DrawnTies {
  const before = history.drawn;
  const now = new Map<number, Stroke>();
  const entries: Entry[] = [];
  for (const tie of chosen) {
    const lower = graph.lower[tie] as number;
    const upper = graph.upper[tie] as number;
    const strength = graph.strength[tie] as number;
    const stroke = strokeOf(strength, isBridge[tie] === 1, graph);
    const pair = pairNumber(lower, upper);
    now.set(pair, stroke);
    entries.push({ lower, upper, strength, stroke, change: before.has(pair) ? TieChange.NONE : TieChange.APPEARS });
  }
  for (const [pair, stroke] of before) {
    if (now.has(pair)) continue;
    const [lower, upper] = pairOf(pair);
    entries.push({ lower, upper, strength: 0, stroke, change: TieChange.DISAPPEARS });
  }
  history.drawn = now;
  entries.sort((a, b) => a.stroke - b.stroke || a.change - b.change);
  return {
    count: entries.length,
    active,
    lower: Uint32Array.from(entries, ({ lower }) => lower),
    upper: Uint32Array.from(entries, ({ upper }) => upper),
    strength: Float32Array.from(entries, ({ strength }) => strength),
    stroke: Uint8Array.from(entries, ({ stroke }) => stroke),
    change: Uint8Array.from(entries, ({ change }) => change),
  };
}
