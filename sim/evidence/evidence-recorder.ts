import type { Population } from "../population/population.ts";
import { BELIEFS, tieRow } from "../population/tie-store.ts";
import {
  type EvidenceItem,
  type EvidenceKind,
  type FourBeliefs,
  type MissedItem,
  type MissedKind,
  NO_SOURCE,
  type Watch,
} from "./evidence-item.ts";

/** Instead of an agent: what this one believes is not watched. */
const NOT_WATCHED = -1;

/** What is known of an item besides the beliefs. */
interface Cause {
  readonly source?: number;
  readonly relied?: boolean;
  readonly unboasted?: FourBeliefs | undefined;
}

/**
 * Compares watched beliefs with what they were, and lists what changed. It only reads the population, so a run that is watched reaches
 * the same states as one that isn't.
 */
export class EvidenceRecorder {
  readonly items: EvidenceItem[] = [];
  readonly missed: MissedItem[] = [];
  readonly watch: Watch;
  /** the agent whose missed chances are listed; −1 if a tie is watched */
  readonly agent: number;
  /** whether failed trust checks are being read from the log of events */
  readsLog = false;
  /** the two agents of the tie that is watched */
  readonly #one: number;
  readonly #other: number;
  readonly #population: Population;
  readonly #settled: number;
  /** by believer */
  readonly #known = new Map<number, FourBeliefs>();
  /** by agent: who introduced the watched pair in this tick */
  readonly #introducers = new Map<number, number>();

  /** @param settled ticks of the burn-in, which items don't count */
  constructor(population: Population, settled: number, watch: Watch) {
    this.watch = watch;
    this.agent = "agent" in watch ? watch.agent : NOT_WATCHED;
    [this.#one, this.#other] = "tie" in watch ? watch.tie : [NOT_WATCHED, NOT_WATCHED];
    this.#population = population;
    this.#settled = settled;
    this.compareAll("start");
  }

  /** The tick now, as tables count it. */
  get tick(): number {
    return this.#population.tick - this.#settled;
  }

  /** Whose beliefs about whom are watched: the agent about whom this one's beliefs are, or −1. */
  aboutWhom(believer: number): number {
    if (this.agent >= 0) return believer === this.agent ? NOT_WATCHED : this.agent;
    return believer === this.#one ? this.#other : believer === this.#other ? this.#one : NOT_WATCHED;
  }

  isWatched(believer: number, about: number): boolean {
    return this.aboutWhom(believer) === about;
  }

  /** Lists a change of one agent's beliefs, if there is one. */
  compare(believer: number, kind: EvidenceKind, { source = NO_SOURCE, relied, unboasted }: Cause = {}): void {
    const about = this.aboutWhom(believer);
    const before = this.#known.get(believer);
    const after = this.#read(believer, about);
    if (isSame(before, after)) return;
    if (after === undefined) this.#known.delete(believer);
    else this.#known.set(believer, after);
    const isNew = before === undefined && kind !== "start";
    this.items.push({
      tick: this.tick,
      kind: isNew ? "began" : kind,
      believer,
      about,
      source: isNew ? (this.#introducers.get(believer) ?? this.#introducers.get(about) ?? NO_SOURCE) : source,
      ...(relied === undefined ? {} : { relied }),
      before,
      after,
      ...(unboasted === undefined ? {} : { unboasted }),
    });
  }

  /** Lists every change since the last comparison. */
  compareAll(kind: EvidenceKind): void {
    for (const believer of this.#believers()) this.compare(believer, kind);
  }

  /** Lists the ties that ended because one of the two has been replaced in this tick. */
  compareLeft(): void {
    const { agents, tick } = this.#population;
    for (const believer of this.#believers()) {
      const about = this.aboutWhom(believer);
      this.compare(believer, "left", { source: agents.since[about] === tick ? about : believer });
    }
  }

  /** Begins a tick: who introduced whom in the last one no longer counts. Lists what interventions have changed. */
  beginTick(): void {
    this.#introducers.clear();
    this.compareAll("cut");
  }

  /** Notes who has introduced the watched agents to each other in this tick, before phase 6. */
  noteIntroducers(): void {
    const { lower, upper, lowerNote, count } = this.#population.workspace.proposals;
    for (let at = 0; at < count; at++) {
      const pair = [lower[at], upper[at]] as const;
      for (const [believer, about] of [pair, [pair[1], pair[0]] as const]) {
        if (!this.isWatched(believer, about)) continue;
        // Of several proposals a meeting comes first, noted as −1, and then the introducer with the lowest number.
        this.#introducers.set(believer, Math.min(this.#introducers.get(believer) ?? lowerNote[at], lowerNote[at]));
      }
    }
  }

  miss(kind: MissedKind, by: number): void {
    this.missed.push({ tick: this.tick, kind, by });
  }

  /** Who believes or believed something of what is watched. */
  #believers(): number[] {
    if ("tie" in this.watch) return [...this.watch.tie];
    const { ids, start, length } = this.#population.ties.blocks;
    const { agent } = this.watch;
    const now = agent < length.length ? ids.subarray(start[agent], start[agent] + length[agent]) : [];
    return [...new Set([...this.#known.keys(), ...now])].sort((a, b) => a - b);
  }

  #read(believer: number, about: number): FourBeliefs | undefined {
    const { agents, ties } = this.#population;
    if (believer >= agents.count || about >= agents.count) return undefined;
    const row = tieRow(ties, believer, about);
    if (row < 0) return undefined;
    const { beliefs } = ties;
    const at = row * BELIEFS;
    return [beliefs[at], beliefs[at + 1], beliefs[at + 2], beliefs[at + 3]];
  }
}

function isSame(one: FourBeliefs | undefined, other: FourBeliefs | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one[0] === other[0] && one[1] === other[1] && one[2] === other[2] && one[3] === other[3];
}
