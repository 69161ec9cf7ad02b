import { type EventLog, NEWS_OFFERED, NEWS_USED } from "../../../sim/index.ts";

/** What was offered along ties, and what came of it. */
interface NewsCounts {
  offered: number;
  /** offers of items that the other did not hold */
  isNew: number;
  used: number;
}

/** Counts of news by strength and by whether the tie is across circles. */
export interface NewsLog {
  readonly counts: readonly NewsCounts[];
}

export function createNewsLog(): NewsLog {
  return { counts: Array.from({ length: 4 }, () => ({ offered: 0, isNew: 0, used: 0 })) };
}

/**
 * Counts the offers and uses of a tick.
 *
 * @param events of the tick
 * @param isStrong whether the tie of two agents is strong at the end of the tick
 */
export function addNews(
  { counts }: NewsLog,
  events: EventLog,
  isStrong: (one: number, other: number) => boolean,
  isAcross: (one: number, other: number) => boolean,
): void {
  for (let at = 0; at < events.kept; at++) {
    const kind = events.kind[at];
    if (kind !== NEWS_OFFERED && kind !== NEWS_USED) continue;
    const one = events.from[at] ?? 0;
    const other = events.to[at] ?? 0;
    const own = counts[+isStrong(one, other) + 2 * +isAcross(one, other)];
    if (own === undefined) continue;
    if (kind === NEWS_USED) own.used++;
    else {
      own.offered++;
      own.isNew += events.value[at] ?? Number.NaN;
    }
  }
}

/** Shares of offers; NaN without offers. */
export interface NewsShares {
  /** of items that were new to the other */
  readonly novelty: number;
  /** of items that the other used */
  readonly use: number;
}

/**
 * Novelty and use of news along ties of a kind: the more two people have the same contacts, the less of what one tells the other is new.
 *
 * @see Granovetter 1973, American Journal of Sociology 78(6), 1360–1380; Aral and Van Alstyne 2011, same journal 117(1), 90–171
 */
export function newsShares({ counts }: NewsLog, strong: boolean, kind: "all" | "within" | "across"): NewsShares {
  const own = counts.filter((_, at) => at % 2 === +strong && (kind === "all" || at >= 2 === (kind === "across")));
  const sum = (part: keyof NewsCounts) => own.reduce((all, one) => all + one[part], 0);
  return { novelty: sum("isNew") / sum("offered"), use: sum("used") / sum("offered") };
}
