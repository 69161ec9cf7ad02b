import type { RunTables, Series } from "../../../study/experiment.ts";
import { outcomeText } from "../../../study/outcomes.ts";
import { type Plan, runAt } from "../../../study/plan.ts";
import { keptTables } from "../../../study/run-tables.ts";
import type { LogEntry } from "./log-entry.ts";
import type { LinePlace } from "./log-writer.ts";

/** How far a run of the plan is. */
export const MISSING = 0,
  DONE = 1,
  FAILED = 2,
  /** finished, but not for everything the experiment asks now: it runs again and must give the same result */
  PARTIAL = 3;

/**
 * Says which runs of a plan are in the log, and where the latest line of each is. It takes about 13 bytes a run, so memory hardly
 * grows with their number. A run goes by its number in design order.
 */
export class RunIndex {
  readonly plan: Plan;
  /** by run: MISSING, DONE, FAILED or PARTIAL */
  readonly state: Uint8Array;
  /** by combination: how long its entries took in total, and how many they are */
  readonly #seconds: Float64Array;
  readonly #entries: Uint32Array;
  readonly #offset: Float64Array;
  readonly #length: Uint32Array;

  constructor(plan: Plan) {
    this.plan = plan;
    this.state = new Uint8Array(plan.runs);
    this.#seconds = new Float64Array(plan.combinations);
    this.#entries = new Uint32Array(plan.combinations);
    this.#offset = new Float64Array(plan.runs);
    this.#length = new Uint32Array(plan.runs);
  }

  /** Notes an entry that is in the log. */
  note(number: number, entry: LogEntry, { offset, length }: LinePlace): void {
    this.state[number] = stateOf(entry, this.plan);
    this.#offset[number] = offset;
    this.#length[number] = length;
    const combination = this.combinationOf(number);
    this.#seconds[combination] = (this.#seconds[combination] ?? 0) + entry.seconds;
    this.#entries[combination] = (this.#entries[combination] ?? 0) + 1;
  }

  /** How long the runs take: by combination, the mean of its finished runs, or of all runs if it has none; NaN if nothing is finished. */
  meanSeconds(): Float64Array {
    const overall = sum(this.#seconds) / sum(this.#entries);
    return this.#seconds.map((seconds, combination) => {
      const entries = this.#entries[combination] ?? 0;
      return entries > 0 ? seconds / entries : overall;
    });
  }

  /** @returns undefined if the run is not in the log */
  placeOf(number: number): LinePlace | undefined {
    const [offset, length] = [this.#offset[number], this.#length[number]];
    if (this.state[number] === MISSING || offset === undefined || length === undefined) return undefined;
    return { offset, length };
  }

  combinationOf(number: number): number {
    return Math.floor(number / this.plan.experiment.replicates);
  }

  /** How many runs are in a state. */
  count(state: number): number {
    let count = 0;
    for (const one of this.state) if (one === state) count++;
    return count;
  }
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

function stateOf({ failure, values, series, tables }: LogEntry, { experiment }: Plan): number {
  if (failure !== undefined) return FAILED;
  const hasOutcomes = experiment.outcomes.every((outcome) => values?.[outcomeText(outcome)] !== undefined);
  return hasOutcomes && hasSeries(series, experiment.series) && hasTables(tables?.asked, experiment.tables) ? DONE : PARTIAL;
}

/** Whether the series that a run kept is the one that the experiment asks for. */
export function hasSeries(kept: Series | undefined, asked: Series | undefined): boolean {
  if (asked === undefined) return true;
  return kept !== undefined && kept.every === asked.every && kept.measures.join() === asked.measures.join();
}

/** Whether the tables that a run kept include those that the experiment asks for. */
function hasTables(kept: RunTables | undefined, asked: RunTables = {}): boolean {
  return keptTables({ tables: asked }).every((name) => JSON.stringify(kept?.[name]) === JSON.stringify(asked[name]));
}

/** The number of each run by its id. The table is large: release it when the log has been read. */
export function numbersById(plan: Plan): Map<string, number> {
  const numbers = new Map<string, number>();
  for (let number = 0; number < plan.runs; number++) numbers.set(runAt(plan, number).id, number);
  return numbers;
}
