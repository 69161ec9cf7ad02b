import { type CompiledStep, openCompiledStep } from "../compiled/compiled-step.ts";
import type { Population } from "../population/population.ts";
import { advance, type Run } from "../run/run.ts";
import { comeAndGo } from "../step/come-and-go.ts";
import { commitPartWith, orderEncounters } from "../step/commit.ts";
import { forgetTies } from "../step/forget-ties.ts";
import { formTiesPartWith, orderProposals } from "../step/form-ties.ts";
import { mainPhases } from "../step/phases.ts";
import { plan } from "../step/plan.ts";
import { settlePromisesWith } from "../step/settle-promises.ts";
import { updateNews } from "../step/update-news.ts";
import type { EvidenceItem, MissedItem, Watch } from "./evidence-item.ts";
import { EvidenceRecorder } from "./evidence-recorder.ts";
import { listDeclined, type WatchedBehaviors, watchedBehaviors, watchPromise } from "./watched-behaviors.ts";
import { hasWatchedPromise, type Part, watchedEncounters, watchedProposals } from "./watched-parts.ts";

/** A run that is replayed to find out why two agents believe what they do. */
export interface EvidenceReplay {
  /** oldest first; the caller may take items away */
  readonly items: EvidenceItem[];
  /** what the watched agent missed, oldest first; empty if a tie is watched. The caller may take items away */
  readonly missed: MissedItem[];
  /** Advances the run by one tick. */
  advance(): void;
}

const mainNames = Object.keys(mainPhases);

/**
 * Begins to record the evidence of a tie or an agent. The run reaches the same states as without it. Other runs pay nothing: this
 * one has its own list of phases, in which some behaviors are followed by a comparison. If there is compiled code, only the
 * encounters, promises and proposals in which watched beliefs can move run as JavaScript.
 */
export function replayEvidence(run: Run, watch: Watch): EvidenceReplay {
  const recorder = new EvidenceRecorder(run.population, run.settled, watch);
  const phases = watchedPhases(recorder);
  return { items: recorder.items, missed: recorder.missed, advance: () => advance(run, phases) };
}

function watchedPhases(recorder: EvidenceRecorder): ((population: Population) => void)[] {
  const behaviors = watchedBehaviors(recorder);
  return [
    (population) => {
      recorder.beginTick();
      comeAndGo(population);
      recorder.compareLeft();
    },
    updateNews,
    (population) => {
      const compiled = openCompiledStep(population, mainNames);
      if (compiled === undefined) takeMainPhases(population, recorder, behaviors);
      else takeCompiledPhases(population, recorder, behaviors, compiled);
    },
  ];
}

/** The main phases of a tick, with a look at all that they do. */
function takeMainPhases(population: Population, recorder: EvidenceRecorder, behaviors: WatchedBehaviors): void {
  const { encounters, proposals } = population.workspace;
  settleWatched(population, recorder);
  plan(population);
  orderEncounters(population);
  commitPartWith(population, 0, encounters.count, behaviors.ways, behaviors.dealings);
  recorder.noteIntroducers();
  orderProposals(population);
  listDeclined(recorder, population, () =>
    formTiesPartWith(population, 0, proposals.count, behaviors.ways, behaviors.firstDealings),
  );
  recorder.compareAll("began");
  forgetTies(population);
  recorder.compareAll("forgotten");
}

/** The same, compiled where nothing that is watched can change. */
function takeCompiledPhases(
  population: Population,
  recorder: EvidenceRecorder,
  { ways, dealings, firstDealings }: WatchedBehaviors,
  { call }: CompiledStep,
): void {
  const { encounters, proposals } = population.workspace;
  if (hasWatchedPromise(population, recorder)) {
    settleWatched(population, recorder);
    call(["plan"], ["orderEncounters"]);
  } else call(["settlePromises"], ["plan"], ["orderEncounters"]);
  takeParts(watchedEncounters(population, recorder), encounters.count, {
    others: (start, end) => call(["commitPart", start, end]),
    watched: (start, end) => commitPartWith(population, start, end, ways, dealings),
  });
  recorder.noteIntroducers();
  call(["orderProposals"]);
  listDeclined(recorder, population, () =>
    takeParts(watchedProposals(population, recorder), proposals.count, {
      others: (start, end) => call(["formTiesPart", start, end]),
      watched: (start, end) => formTiesPartWith(population, start, end, ways, firstDealings),
    }),
  );
  recorder.compareAll("began");
  call(["forgetTies"]);
  recorder.compareAll("forgotten");
}

type Take = (start: number, end: number) => void;

/** Goes through a list in order: the parts that are watched, and what is between them. */
function takeParts(parts: readonly Part[], count: number, { others, watched }: Record<"others" | "watched", Take>): void {
  let done = 0;
  for (const [start, end] of parts) {
    if (start > done) others(done, start);
    watched(start, end);
    done = end;
  }
  if (done < count) others(done, count);
}

function settleWatched(population: Population, recorder: EvidenceRecorder): void {
  settlePromisesWith(population, (...promise) => watchPromise(recorder, ...promise));
}
