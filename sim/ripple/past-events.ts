import { INTRODUCTION, NOBODY, PROMISE_BROKEN, PROMISE_KEPT, PROMISE_MADE, REFUSED, TIE_FORMED } from "../population/event-log.ts";
import { advance, type Run, tickOf } from "../run/run.ts";
import { listen } from "../run/tables.ts";
import type { TurnKind } from "../run/turn-events.ts";

/** An event that an intervention can turn, as it happened. */
export interface PastEvent {
  readonly tick: number;
  readonly kind: TurnKind;
  /** in the order in which an intervention names them */
  readonly agents: readonly number[];
  /** whether the promise was kept, the favor agreed to, the two met, or the introduction was accepted */
  readonly happened: boolean;
  /** of a promise: the tick in which it was made */
  readonly made?: number;
  /** of a promise: whether the asker relied on it */
  readonly relied?: boolean;
}

/** A promise that is due in the next tick. */
interface Due {
  readonly asker: number;
  readonly promiser: number;
  readonly made: number;
}

/**
 * Advances a run by one tick, and returns its events that can be turned, in their order: promises that were kept or broken, favors,
 * chance meetings at which a tie began, and introductions. The log is cleared.
 */
export function advanceAndList(run: Run): PastEvent[] {
  const due = promisesDueNext(run);
  listen(run);
  advance(run);
  const { events } = run.population;
  const tick = tickOf(run);
  const listed: PastEvent[] = [];
  for (let at = 0; at < events.kept; at++) {
    const [from, to, about] = [events.from[at], events.to[at], events.about[at]];
    switch (events.kind[at]) {
      case PROMISE_KEPT:
      case PROMISE_BROKEN: {
        const happened = events.kind[at] === PROMISE_KEPT;
        listed.push({
          tick,
          kind: "promise",
          agents: [to, from],
          happened,
          ...takeDue(due, to, from),
          relied: events.value[at] === 1,
        });
        break;
      }
      case PROMISE_MADE:
      case REFUSED:
        listed.push({ tick, kind: "favor", agents: [to, from], happened: events.kind[at] === PROMISE_MADE });
        break;
      case TIE_FORMED:
        if (about === NOBODY) listed.push({ tick, kind: "meeting", agents: [from, to], happened: true });
        break;
      case INTRODUCTION:
        listed.push({ tick, kind: "introduction", agents: [from, to, about], happened: true });
    }
  }
  events.kept = 0;
  return listed;
}

function promisesDueNext({ population, settled }: Run): Due[] {
  const { count, due, asker, promiser, made } = population.promises;
  const list: Due[] = [];
  for (let at = 0; at < count; at++)
    if (due[at] === population.tick + 1) list.push({ asker: asker[at], promiser: promiser[at], made: made[at] - settled });
  return list;
}

/** When a promise was made. Promises are settled in the order of their list; those that are missing have lapsed. */
function takeDue(due: Due[], asker: number, promiser: number): { readonly made?: number } {
  const at = due.findIndex((one) => one.asker === asker && one.promiser === promiser);
  return at < 0 ? {} : { made: due.splice(at, 1)[0].made };
}
