/** The kinds of events whose outcome an intervention can turn. */
// biome-ignore format: a table
export const PROMISE = 0, FAVOR = 1, MEETING = 2, INTRODUCTION = 3;

/** Instead of an outcome: no intervention turns the event, so its draw decides. */
export const AS_DRAWN = -1;

/** Instead of the tick in which a promise was made: the first promise of the pair that is due. */
export const FIRST_DUE = -1 << 30;

/** An event of this tick whose outcome an intervention has decided. */
export interface Turn {
  readonly kind: number;
  /** the asker, either of the two who meet, or the one to whom a person is introduced */
  readonly one: number;
  /** the one who is asked, the other one who meets, or the introducer */
  readonly other: number;
  /** the tick in which a promise was made, or the person introduced; 0 for other kinds */
  readonly third: number;
  /** 1 if it happens, is kept or is agreed to, else 0 */
  readonly outcome: number;
  /** whether there was such an event */
  found: boolean;
}

/**
 * Returns the outcome that an intervention gives an event: 1 or 0, or AS_DRAWN. Of several interventions the last counts. Call it
 * only if there are turns, so that an ordinary tick pays for a look at the length of a list.
 *
 * @param one, other, third as in `Turn`
 */
export function turnedOutcome(turns: readonly Turn[], kind: number, one: number, other: number, third: number): number {
  let outcome = AS_DRAWN;
  for (const turn of turns) {
    if (turn.kind !== kind || !isOfPair(turn, one, other)) continue;
    if (turn.third === FIRST_DUE ? turn.found : turn.third !== third) continue;
    turn.found = true;
    outcome = turn.outcome;
  }
  return outcome;
}

/** A meeting is that of two equals; the other kinds have a direction. */
function isOfPair(turn: Turn, one: number, other: number): boolean {
  if (turn.one === one && turn.other === other) return true;
  return turn.kind === MEETING && turn.one === other && turn.other === one;
}
