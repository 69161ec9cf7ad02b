import { type EvidenceItem, type EvidenceKind, evidenceKinds } from "./evidence-item.ts";
import { scoreOf } from "./evidence-words.ts";

/** What moved the trust that others have in an agent. */
export type TrustCause = Exclude<EvidenceKind, "start"> | "boasting";

/** The causes in words. */
export const trustCauseLabels: Readonly<Record<TrustCause, string>> = {
  began: "new ties",
  respect: "respect",
  sharing: "shared expertise",
  disclosure: "openness",
  attention: "attention",
  refused: "refused favors",
  gossip: "word of mouth",
  kept: "kept promises",
  broken: "broken promises",
  thanks: "thanks given",
  forgotten: "forgotten ties",
  left: "people who left",
  cut: "interventions",
  boasting: "boasting",
};

/** What one cause did to the trust in an agent. */
export interface TrustPart {
  readonly cause: TrustCause;
  readonly times: number;
  /** by how much it moved the mean of T over all who know the agent, summed up over all times */
  readonly change: number;
}

/** T of a stranger whom nobody knows anything about. */
export const NEUTRAL_SCORE = 3;

const causes: readonly TrustCause[] = [...evidenceKinds.filter((kind) => kind !== "start"), "boasting"];

/**
 * Splits the change of the mean trust in an agent into parts. The part of an item is the mean of T, over all who know the agent, right
 * after the item minus the mean right before it. So all parts add up to the whole change. While nobody knows the agent, the mean
 * counts as 3, which is neutral. What boasting did in an item is a part of its own: T after it minus T as it would be after it without
 * boasting.
 */
export class TrustParts {
  /** the mean before the first part */
  first = NEUTRAL_SCORE;
  readonly #scores = new Map<number, number>();
  #sum = 0;
  readonly #times = new Map<TrustCause, number>();
  readonly #changes = new Map<TrustCause, number>();
  readonly #since: number;

  /** @param since the tick in which the agent came; what others believed about the one before it doesn't count */
  constructor(since: number) {
    this.#since = since;
  }

  /** the mean of T now */
  get mean(): number {
    return this.#scores.size === 0 ? NEUTRAL_SCORE : this.#sum / this.#scores.size;
  }

  /** how many know the agent now */
  get knownBy(): number {
    return this.#scores.size;
  }

  /** Takes in the next item, oldest first. */
  add(item: EvidenceItem): void {
    if (isOfPredecessor(item, this.#since)) return;
    const { believer, kind, after, unboasted } = item;
    if (kind === "start") {
      this.#set(believer, after && scoreOf(after));
      this.first = this.mean;
      return;
    }
    if (unboasted !== undefined) {
      this.#move(kind, believer, scoreOf(unboasted));
      this.#move("boasting", believer, after && scoreOf(after));
    } else this.#move(kind, believer, after && scoreOf(after));
  }

  /** The parts, from the one that raised trust most to the one that lowered it most. */
  list(): TrustPart[] {
    return causes
      .flatMap((cause) => {
        const times = this.#times.get(cause);
        return times === undefined ? [] : [{ cause, times, change: this.#changes.get(cause) ?? 0 }];
      })
      .sort((a, b) => b.change - a.change);
  }

  #move(cause: TrustCause, believer: number, score: number | undefined): void {
    const before = this.mean;
    this.#set(believer, score);
    this.#times.set(cause, (this.#times.get(cause) ?? 0) + 1);
    this.#changes.set(cause, (this.#changes.get(cause) ?? 0) + this.mean - before);
  }

  #set(believer: number, score: number | undefined): void {
    this.#sum -= this.#scores.get(believer) ?? 0;
    if (score === undefined) this.#scores.delete(believer);
    else {
      this.#scores.set(believer, score);
      this.#sum += score;
    }
    if (this.#scores.size === 0) this.#sum = 0;
  }
}

/**
 * Whether an item is about the one who had the number of an agent before it. In the tick in which the agent came, its predecessor's
 * ties ended first.
 */
export function isOfPredecessor({ tick, kind }: Pick<EvidenceItem, "tick" | "kind">, since: number): boolean {
  if (since <= 0) return false;
  return tick < since || (tick === since && (kind === "left" || kind === "cut"));
}
