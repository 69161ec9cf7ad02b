import { advance, type EvidenceReplay, packEvidence, type Run, replayEvidence, tickOf, type Watch } from "../sim/index.ts";
import { beginRun } from "./begin-run.ts";
import type { EvidenceCommands, Start } from "./messages.ts";
import type { Clock } from "./pace.ts";
import { openKnownWorld } from "./settler.ts";

/** Milliseconds of work between two looks at messages: a new selection cancels what is under way. */
const SLICE = 50;

/** Items after which an answer is sent, even if the tick isn't reached yet: the page unpacks so many well within a frame. */
const MOST_ITEMS = 1000;

/** How long a gentle replay rests after a slice, in milliseconds, so that the engine and the page have the processor. */
const REST = 50;

/** A run that is being replayed for what is watched. */
interface Watched {
  readonly start: Start;
  readonly watch: Watch;
  readonly run: Run;
  /** the interventions of the run, as the page last gave them */
  interventions: Start["interventions"];
  /** undefined until the run has settled */
  evidence: EvidenceReplay | undefined;
}

/** The commands that list the evidence of a tie or an agent. One is watched at a time. */
export function createEvidence({ now, soon, later }: Clock): EvidenceCommands {
  let watched: Watched | undefined;

  /** Advances by one tick. Evidence is recorded from tick 0 on. */
  function tick(replayed: Watched): void {
    if (tickOf(replayed.run) < 0) advance(replayed.run);
    else replayed.evidence?.advance();
    if (tickOf(replayed.run) === 0) replayed.evidence ??= replayEvidence(replayed.run, replayed.watch);
  }

  return {
    watch(start, watch) {
      const { run: asked } = beginRun(start);
      const run = openKnownWorld(asked, start.world, () => false)?.run ?? asked;
      const evidence = tickOf(run) < 0 ? undefined : replayEvidence(run, watch);
      watched = { start, watch, run, interventions: start.interventions, evidence };
    },
    async listUntil(until, interventions, isGentle, onProgress) {
      const replayed = watched;
      if (replayed === undefined || !takeInterventions(replayed, interventions)) return undefined;
      const { run } = replayed;
      while (tickOf(run) < until) {
        const began = now();
        do tick(replayed);
        while (tickOf(run) < until && now() - began < SLICE);
        onProgress(tickOf(run));
        await new Promise<void>((resolve) => (isGentle ? later(resolve, REST) : soon(resolve)));
        if (watched !== replayed) return undefined;
        if ((replayed.evidence?.items.length ?? 0) >= MOST_ITEMS) break;
      }
      const { evidence } = replayed;
      const found = packEvidence(evidence?.items.splice(0) ?? [], evidence?.missed.splice(0) ?? []);
      return { ...found, tick: tickOf(run) };
    },
    unwatch() {
      watched = undefined;
    },
  };
}

/**
 * Takes over the interventions that are still to come.
 *
 * @returns false if the run so far had others
 */
function takeInterventions(replayed: Watched, interventions: Start["interventions"]): boolean {
  const { start, run, interventions: known } = replayed;
  if (JSON.stringify(interventions) === JSON.stringify(known)) return true;
  const past = (list: Start["interventions"]) => JSON.stringify(list.filter(({ tick }) => Number(tick) <= tickOf(run)));
  if (past(interventions) !== past(known)) return false;
  const { run: asked } = beginRun({ ...start, interventions });
  run.interventions.splice(run.applied, Number.POSITIVE_INFINITY, ...asked.interventions.slice(run.applied));
  replayed.interventions = interventions;
  return true;
}
