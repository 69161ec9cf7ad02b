import {
  type AgentMeasures,
  agentMeasure,
  agentMeasureColumns,
  type BeliefName,
  type Collector,
  eventKinds,
  isRate,
  listBeliefs,
  listTies,
  measureAgents,
  type Run,
  selectAgents,
  type TieList,
  tickOf,
  WINDOW_TICKS,
} from "../../sim/index.ts";
import { itemAt } from "../item-at.ts";
import { type Group, REQUEST } from "./listing.ts";

/** A run at one tick, as expressions read it. What several of them need is computed once. Only reads the run. */
export interface Scene {
  readonly tick: number;
  /** measures of the network, in the order of `experimentMeasures` */
  readonly row: Float64Array;
  /** by agent; NaN where a number is undefined or the agent has left. What agents do or receive is per year. */
  agentColumn(name: string): Float64Array;
  /** by agent: 1 for members of the group who are present */
  members(group: Group): Uint8Array;
  ties(): TieList;
  /** two entries for each tie of `ties` */
  beliefs(name: BeliefName): Float64Array;
  /** events of these kinds in the last year, per year */
  eventsPerYear(kinds: readonly string[]): number;
}

/** Who was focal at the start, and who was not. Agents added later are neither. */
export interface FocalGroups {
  readonly focal: Uint8Array;
  readonly others: Uint8Array;
}

/** @param collector at a tick that is measured, whose row is `row` */
export function createScene(run: Run, collector: Collector, row: Float64Array, groups: FocalGroups): Scene {
  const { population } = run;
  const { workspace } = collector;
  const columns = new Map<string, Float64Array>();
  let measures: AgentMeasures | undefined;
  let list: TieList | undefined;
  const aYear = () => WINDOW_TICKS / collector.window().ticks;
  const ties = () => {
    list ??= listTies(population, workspace);
    return list;
  };

  function computeColumn(name: string): Float64Array {
    const measure = agentMeasureColumns.find((column) => column.name === name)?.name;
    if (measure === undefined) return agentMeasure(population, name);
    measures ??= measureAgents(population, workspace, collector.window());
    const own = measures[measure];
    return isRate(name) ? own.map((value) => value * aYear()) : own;
  }

  function agentColumn(name: string): Float64Array {
    const column = columns.get(name) ?? computeColumn(name);
    columns.set(name, column);
    return column;
  }

  function selected(group: Group): readonly number[] {
    if ("which" in group) return selectAgents(run, group.kind === "circle" ? { circle: group.which } : group.which);
    const all = selectAgents(run, "all");
    if (group.kind === "agents") return all;
    if (group.kind === "focal" || group.kind === "others") return all.filter((agent) => groups[group.kind][agent] === 1);
    return ranked(all, agentColumn(group.by), group.kind === "top" ? 1 : -1).slice(0, group.count);
  }

  return {
    tick: tickOf(run),
    row,
    agentColumn,
    ties,
    members(group) {
      const members = new Uint8Array(population.agents.count);
      for (const agent of selected(group)) members[agent] = 1;
      return members;
    },
    beliefs: (name) => listBeliefs(population, ties(), name),
    eventsPerYear(kinds) {
      const { counts } = collector.window();
      const each = new Set(kinds.flatMap((kind) => (kind === REQUEST ? ["promise_made", "refused"] : [kind])));
      let sum = 0;
      for (const [at, kind] of eventKinds.entries()) if (each.has(kind)) sum += itemAt(counts, at);
      return sum * aYear(); // 0 × Infinity before the first tick is NaN
    },
  };
}

/** Agents who have a value, highest first or lowest first. Equal values are ranked by index. */
function ranked(agents: readonly number[], values: Float64Array, order: 1 | -1): readonly number[] {
  const valued = agents.filter((agent) => !Number.isNaN(itemAt(values, agent)));
  return valued.sort((a, b) => order * (itemAt(values, b) - itemAt(values, a)) || a - b);
}
