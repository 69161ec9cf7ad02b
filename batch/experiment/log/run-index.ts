import type { Series } from "../../../study/experiment.ts";
import { outcomeText } from "../../../study/outcomes.ts";
import { type Plan, runAt } from "../../../study/plan.ts";
import type { LogEntry } from "./log-entry.ts";
import type { LinePlace } from "./log-writer.ts";

/** How far a run of the plan is. */
export const MISSING = 0,
  DONE = 1,
  FAILED = 2,
  /** finished before, but not for all that is asked now: it is run again, and must come out the same */
  PARTIAL = 3;

/**
 * Which runs of a plan the log has and where its last word on each of them lies: some 13 bytes a run, so that memory hardly grows
 * with their number. Runs are called by their number in design order.
 */
export class RunIndex {
  readonly plan: Plan;
  /** by run: MISSING, DONE, FAILED or PARTIAL */
  readonly state: Uint8Array;
  /** by combination: seconds of work of its finished runs, and how many they are */
  readonly seconds: Float64Array;
  readonly timed: Uint32Array;
  readonly #offset: Float64Array;
  readonly #length: Uint32Array;

  constructor(plan: Plan) {
    this.plan = plan;
    this.state = new Uint8Array(plan.runs);
    this.seconds = new Float64Array(plan.combinations);
    this.timed = new Uint32Array(plan.combinations);
    this.#offset = new Float64Array(plan.runs);
    this.#length = new Uint32Array(plan.runs);
  }

  /** Notes an entry that is in the log. */
  note(number: number, entry: LogEntry, { offset, length }: LinePlace): void {
    this.state[number] = stateOf(entry, this.plan);
    this.#offset[number] = offset;
    this.#length[number] = length;
    const combination = this.combinationOf(number);
    this.seconds[combination] += entry.seconds;
    this.timed[combination]++;
  }

  /** undefined where the log has nothing of the run */
  placeOf(number: number): LinePlace | undefined {
    return this.state[number] === MISSING ? undefined : { offset: this.#offset[number], length: this.#length[number] };
  }

  combinationOf(number: number): number {
    return Math.floor(number / this.plan.experiment.replicates);
  }

  /** How many runs are in a state. */
  count(state: number): number {
    let count = 0;
    for (const one of this.state) count += +(one === state);
    return count;
  }
}

function stateOf({ failure, values, series }: LogEntry, { experiment }: Plan): number {
  if (failure !== undefined) return FAILED;
  const hasOutcomes = experiment.outcomes.every((outcome) => values?.[outcomeText(outcome)] !== undefined);
  return hasOutcomes && hasSeries(series, experiment.series) ? DONE : PARTIAL;
}

/** Whether what was kept of a run's series is what is asked. */
export function hasSeries(kept: Series | undefined, asked: Series | undefined): boolean {
  if (asked === undefined) return true;
  return kept !== undefined && kept.every === asked.every && kept.measures.join() === asked.measures.join();
}

/** The numbers of all runs by their ids; to be let go of when the log has been read. */
export function numbersById(plan: Plan): Map<string, number> {
  const numbers = new Map<string, number>();
  for (let number = 0; number < plan.runs; number++) numbers.set(runAt(plan, number).id, number);
  return numbers;
}
